import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { SaveStatus } from '../session/save-status.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { classSign } from './class-sign.ts';
import './save-status.ts';
import { shellStyles } from './shell-styles.ts';
import { signColours } from './tokens.ts';

/**
 * The one line on top: sign, chapter, progress, save status. Sign and chapter are the button that opens the table of contents.
 *
 * @fires open-contents
 */
@customElement('aspa-course-header')
export class CourseHeader extends LitElement {
  static override readonly styles = [
    shellStyles,
    signColours,
    css`
      :host {
        container-type: inline-size;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
        align-items: center;
        min-height: 56px;
        padding: 0 16px 0 8px;
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
      .heading {
        min-width: 0;
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
        justify-content: flex-end;
        min-width: 0;
        margin-left: auto;
      }
      .progress {
        display: flex;
        gap: 8px;
        align-items: center;
        margin: 0;
        color: var(--ink-soft);
        font-size: 0.833rem;
        line-height: 1.2;
        font-variant-numeric: tabular-nums;
      }
      .road {
        width: 96px;
        height: 4px;
        stroke-width: 4;
      }
      .road .ahead {
        stroke: var(--control);
        stroke-dasharray: 3 5;
      }
      .road .behind {
        stroke: var(--accent);
      }
      @container (max-width: 35.5em) {
        .bar {
          padding: 0 12px 0 4px;
        }
        .bar,
        .state {
          gap: 0 10px;
        }
        .here {
          flex-basis: 6rem;
        }
        button {
          gap: 8px;
        }
        .road {
          display: none;
        }
      }
      @container (max-width: 22.2em) {
        .bar {
          padding-bottom: 4px;
        }
        .signed {
          flex-basis: 4.5rem;
        }
        .sign + .heading {
          display: none;
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
  @property({ attribute: false }) heading = '';
  @property({ type: Number }) done = 0;
  @property({ type: Number }) all = 0;
  @property({ attribute: false }) status: SaveStatus = { state: 'unchanged' };
  /** The cover has a title of its own, and the card. */
  @property({ type: Boolean, attribute: 'on-cover' }) onCover = false;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @query('button') private readonly button!: HTMLButtonElement;

  /** Where the focus returns to when the contents are closed. */
  override focus(): void {
    this.button.focus();
  }

  #open(): void {
    this.dispatchEvent(new Event('open-contents'));
  }

  #renderProgress(): TemplateResult {
    const { done, all } = this;
    const { shell } = this.text;
    const reached = all === 0 ? 0 : (done / all) * 96;
    return html`<p class="progress">
      <svg class="road" viewBox="0 0 96 4" aria-hidden="true">
        <path class="ahead" d="M${reached} 2H96" />
        <path class="behind" d="M0 2H${reached}" />
      </svg>
      <span aria-hidden="true">${shell.exercisesDone(done, all)}</span>
      <span class="unseen">${shell.exercisesDoneInWords(done, all)}</span>
    </p>`;
  }

  protected override render(): TemplateResult {
    const { shell } = this.text;
    return html`<div class="bar ${this.onCover ? 'cover' : ''}">
      <div class="here ${this.sign ? 'signed' : ''}">
        <button aria-haspopup="dialog" @click=${this.#open}>
          <svg class="bars" viewBox="0 0 20 20" aria-hidden="true"><path d="M2 5h16M2 10h16M2 15h16" /></svg>
          <span class="unseen">${shell.contents}: ${this.heading}</span>${this.sign ? classSign(this.sign) : nothing}${
            this.onCover ? nothing : html`<span class="heading" aria-hidden="true">${this.heading}</span>`
          }
        </button>
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
