import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { SaveStatus } from '../../session/save-status.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { classSign, type SignState } from '../licence/class-sign.ts';
import { headerSigns } from './header-signs.ts';
import type { ClassStanding, LicenceCount } from '../licence/licence-standing.ts';
import { LICENCE_PAGE } from '../navigation/route.ts';
import { ruleWords } from '../licence/rule-words.ts';
import '../notices/save-status-element.ts';
import { shellStyles } from '../shell-styles.ts';
import { signColours } from '../../theme/tokens.ts';

export const SOFT_HYPHEN = '\u00AD';

/**
 * The one line on top: sign, chapter, the licence's signs, save status. Sign and chapter are the button that opens the table
 * of contents where those do not stand beside the page.
 *
 * @fires open-contents
 */
@customElement('aspa-course-header')
export class CourseHeader extends LitElement {
  static override readonly styles = [
    shellStyles,
    signColours,
    css`
      /* What it has room for is counted beside an LMS's buttons; its ground lies below them too. */
      :host {
        container-type: inline-size;
        padding-left: var(--beside-lms, 0);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
        align-items: center;
        min-height: 56px;
        margin-left: calc(0px - var(--beside-lms, 0px));
        padding: var(--below-lms, 0) 16px 0 calc(8px + var(--beside-lms, 0px));
        border-top: var(--band-line, 0) solid var(--band);
        border-bottom: 1px solid var(--line);
        background: var(--paper);
      }
      .cover {
        border-color: transparent;
      }
      /* The chapter's title breaks into two lines before anything moves to a line below. */
      .here {
        flex: 1 1 10rem;
        min-width: 0;
      }
      button {
        min-width: 0;
        max-width: 100%;
        gap: 12px;
        padding: 4px 8px;
        border-color: transparent;
        color: var(--ink);
        line-height: 1.2;
        text-align: left;
      }
      /* The bar has no air around it: the window's edge would cut the ring. */
      button:focus-visible {
        outline-offset: -3px;
      }
      .where,
      .place {
        display: flex;
        gap: 12px;
        align-items: center;
        min-width: 0;
      }
      .where {
        margin: 0;
        padding-left: 16px;
        font-weight: 600;
        line-height: 1.2;
      }
      .heading {
        min-width: 0;
        text-wrap: balance;
      }
      .bars {
        flex: none;
        width: 20px;
        height: 20px;
        stroke: currentcolor;
        stroke-width: 2;
        stroke-linecap: round;
      }
      .sign {
        flex: none;
        width: 32px;
        height: 32px;
      }
      .state {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
        align-items: center;
        justify-content: flex-end;
        min-width: 0;
        margin-left: auto;
      }
      .progress {
        display: flex;
        gap: 12px;
        align-items: center;
        min-width: 0;
        min-height: 44px;
        color: var(--ink-soft);
        font-size: 0.833rem;
        line-height: 1.2;
        font-variant-numeric: tabular-nums;
        text-decoration: none;
      }
      .words {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      /* As wide as its longest usual words: what stands beside it does not move at each save. */
      .progress + aspa-save-status {
        min-width: 7rem;
      }
      .signs {
        flex: 0 1 auto;
        min-width: 0;
        max-width: 100%;
        height: auto;
        overflow: visible;
      }
      .progress:hover .words {
        text-decoration-thickness: 2px;
      }
      @container (max-width: 62em) {
        .words {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }
      }
      /* A telephone: the page itself says where one is, and what is saved stands in two lines. */
      @container (max-width: 35.5em) {
        .bar {
          padding: var(--below-lms, 0) 12px 0 calc(4px + var(--beside-lms, 0px));
        }
        .bar,
        .state {
          gap: 0 10px;
        }
        .here {
          flex: 0 1 auto;
        }
        .place {
          display: none;
        }
        .progress + aspa-save-status {
          /* A width, not a basis: one short word would ask for less, and wrap. */
          width: 5.2rem;
          min-width: min-content;
        }
      }
      @media print {
        .bar {
          display: none;
        }
      }
    `,
  ];

  /** The chapter's sign; undefined on pages without one. */
  @property() sign: string | undefined;
  @property({ attribute: 'sign-state' }) signState: SignState = 'ahead';
  /** With soft hyphens where its words may break. */
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) classes: readonly ClassStanding[] = [];
  @property({ attribute: false }) count: LicenceCount = { licence: [0, 0], others: [0, 0] };
  @property({ attribute: false }) status: SaveStatus = { state: 'unchanged' };
  /** The cover has a title of its own, and the card. */
  @property({ type: Boolean, attribute: 'on-cover' }) onCover = false;
  /** The contents stand beside the page. */
  @property({ type: Boolean, attribute: 'no-menu' }) noMenu = false;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @query('button') private readonly button!: HTMLButtonElement | null;
  @query('.progress') private readonly licence!: HTMLElement;

  /** Where the focus returns to when the contents are closed; beside them to the licence. */
  override focus(): void {
    (this.button ?? this.licence).focus();
  }

  #open(): void {
    this.dispatchEvent(new Event('open-contents'));
  }

  #renderProgress(): TemplateResult {
    const { classes, text } = this;
    const { licence, others, choice } = this.count;
    const words = text.licence.progress(licence, others, choice === undefined ? '' : ruleWords(choice, text));
    return html`<a class="progress" href="#${LICENCE_PAGE}"><span class="words">${words}</span>${headerSigns(classes, this.sign)}</a>`;
  }

  #renderWhere(): TemplateResult {
    return html`${this.sign ? classSign(this.sign, this.signState) : nothing}<span class="heading">${this.heading}</span>`;
  }

  #renderMenu(): TemplateResult {
    return html`<button aria-haspopup="dialog" @click=${this.#open}>
      <svg class="bars" viewBox="0 0 20 20" aria-hidden="true"><path d="M2 5h16M2 10h16M2 15h16" /></svg>
      <span class="unseen">${this.text.shell.contents}: ${this.heading.replaceAll(SOFT_HYPHEN, '')}</span>${
        this.onCover ? nothing : html`<span class="place" aria-hidden="true">${this.#renderWhere()}</span>`
      }
    </button>`;
  }

  protected override render(): TemplateResult {
    return html`<div class="bar ${this.onCover ? 'cover' : ''}">
      <div class="here ${this.sign ? 'signed' : ''}">
        ${this.noMenu ? html`<p class="where">${this.#renderWhere()}</p>` : this.#renderMenu()}
      </div>
      <div class="state">
        ${this.onCover ? nothing : this.#renderProgress()}
        <aspa-save-status .status=${this.status}></aspa-save-status>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-course-header': CourseHeader;
  }
}
