import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SaveStatus } from '../../session/save-status.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { SUPPORT_PAGE } from '../navigation/route.ts';
import { saveWords } from './save-words.ts';
import { shellStyles } from '../shell-styles.ts';

/** From so little room on, a meter tells what is left. */
const TELL_ROOM_BELOW = 0.25;

/**
 * What goes wrong with saving, told in full under the header: what happened, where the text is, what happens next, what to do; and the
 * meter of the room that is left in the LMS.
 *
 * @fires take-copy where the learner asks for a file of her answers
 * @fires copy-settled where she has chosen whether to take her answers as a file before the LMS wipes them: `file` or `none`
 * @fires put-away where the button that had the focus is gone: she has read it, or it is over
 */
@customElement('aspa-save-problem')
export class SaveProblem extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        align-items: center;
        padding: 8px 16px;
        border-bottom: 1px solid var(--line);
        border-left: 6px solid var(--attention);
        background: var(--panel);
        font-size: 0.889rem;
        line-height: 1.4;
      }
      div.urgent {
        border-left-color: var(--error);
      }
      p {
        flex: 1 1 18rem;
        max-width: 60rem;
        margin: 0;
      }
      label {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        align-items: center;
      }
      meter {
        width: 96px;
        height: 16px;
      }
      .buttons {
        gap: 8px;
      }
      button {
        min-height: 36px;
        padding: 4px 12px;
      }
      .more {
        display: none;
      }
      :host {
        container-type: inline-size;
      }
      /* On a telephone, and with large letters, it would else cover half of the page. */
      @container (max-width: 26.6em) {
        div:not(.whole) .next {
          display: none;
        }
        .more {
          display: inline-flex;
        }
        .buttons {
          gap: 0 4px;
        }
      }
      @media print {
        div {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) status: SaveStatus = { state: 'unchanged' };
  /** 0 to 1; undefined where no limit is known. */
  @property({ attribute: false }) roomLeft: number | undefined;
  /** Completion waits for her choice, since the LMS wipes the answers then. */
  @property({ attribute: false }) asksCopy = false;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  /** What the learner has read and put away; the header goes on telling it in short. */
  @state() private hiddenDetail: string | undefined;
  /** On a narrow page what to do is shown only when asked for. */
  @state() private whole = false;
  /** What failed stays told while it is tried again: else the page would jump. */
  #told: SaveStatus = { state: 'unchanged' };

  #focused: Element | null | undefined;

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement;
    if (this.status.state !== 'saving') this.#told = this.status;
  }

  protected override updated(): void {
    if (this.#focused?.isConnected === false) this.dispatchEvent(new Event('put-away'));
  }

  #hide(detail: string): void {
    this.hiddenDetail = detail;
    this.dispatchEvent(new Event('put-away'));
  }

  #settle(choice: 'file' | 'none'): void {
    this.dispatchEvent(new CustomEvent('copy-settled', { detail: choice }));
    this.dispatchEvent(new Event('put-away'));
  }

  #renderQuestion(): TemplateResult {
    const { what, take, without } = this.text.saving.wipes;
    return html`<div class="urgent">
      <p>${what}</p>
      <span class="buttons"
        ><button @click=${() => this.#settle('file')}>${take}</button
        ><button class="quiet" @click=${() => this.#settle('none')}>${without}</button></span
      >
    </div>`;
  }

  #renderRoom(left: number, alone: boolean): TemplateResult {
    const { saving } = this.text;
    const percent = Math.floor(left * 100);
    return html`<div class=${left < 0.05 ? 'urgent' : ''}>
      <label>${saving.room(percent)}<meter min="0" max="100" low="25" optimum="100" value=${percent}>${saving.room(percent)}</meter></label
      >${alone ? this.#renderTakeCopy() : nothing}
    </div>`;
  }

  #renderProblem(what: string, next: string, urgent: boolean, withoutTime: string): TemplateResult {
    const { hide, more } = this.text.saving;
    const whole = this.whole;
    return html`<div class="${urgent ? 'urgent' : ''} ${whole ? 'whole' : ''}">
      <p>
        ${what} <span class="next">${next}</span>
        ${urgent ? html`<a href="#${SUPPORT_PAGE}">${this.text.support.link}</a>` : nothing}
      </p>
      <span class="buttons"
        >${urgent ? this.#renderTakeCopy() : nothing}${
          next && urgent
            ? html`<button class="quiet more" aria-expanded=${whole ? 'true' : 'false'} @click=${() => (this.whole = !whole)}>
                ${more}
              </button>`
            : nothing
        }<button class="quiet" @click=${() => this.#hide(withoutTime)}>${hide}</button></span
      >
    </div>`;
  }

  #renderTakeCopy(): TemplateResult {
    return html`<button class="take" @click=${() => this.dispatchEvent(new Event('take-copy', { bubbles: true, composed: true }))}>
      ${this.text.saving.takeCopy}
    </button>`;
  }

  protected override render(): TemplateResult {
    const { roomLeft } = this;
    const status = this.#told;
    const { what = '', next = '', detail = '', urgent } = saveWords(status, this.text);
    const withoutTime = detail.replace(/\d+/g, '');
    const readOnly = status.state === 'not-saved' && status.reason === 'read-only';
    const told = detail !== '' && !readOnly && withoutTime !== this.hiddenDetail;
    return html`${this.asksCopy ? this.#renderQuestion() : nothing}${told ? this.#renderProblem(what, next, urgent, withoutTime) : nothing}${
      roomLeft !== undefined && roomLeft < TELL_ROOM_BELOW ? this.#renderRoom(roomLeft, !told || !urgent) : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-save-problem': SaveProblem;
  }
}
