import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SaveStatus } from '../session/save-status.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { saveWords } from './save-words.ts';
import { shellStyles } from './shell-styles.ts';

/** From so little room on, a meter tells what is left. */
const TELL_ROOM_BELOW = 0.25;

/**
 * What goes wrong with saving, told in full under the header: what happened, where the text is, what happens next, what to do; and the
 * meter of the room that is left in the LMS.
 *
 * @fires take-copy where the learner asks for a file of her answers
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
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  /** What the learner has read and put away; the header goes on telling it in short. */
  @state() private hiddenDetail: string | undefined;

  #renderRoom(left: number): TemplateResult {
    const { saving } = this.text;
    const percent = Math.floor(left * 100);
    return html`<div class=${left < 0.05 ? 'urgent' : ''}>
      <label>${saving.room(percent)}<meter min="0" max="100" low="10" optimum="100" value=${percent}>${saving.room(percent)}</meter></label
      >${this.#renderTakeCopy()}
    </div>`;
  }

  #renderTakeCopy(): TemplateResult {
    return html`<button class="take" @click=${() => this.dispatchEvent(new Event('take-copy', { bubbles: true, composed: true }))}>
      ${this.text.saving.takeCopy}
    </button>`;
  }

  protected override render(): TemplateResult {
    const { status, roomLeft } = this;
    const { detail, urgent } = saveWords(status, this.text);
    const withoutTime = detail?.replace(/\d+/g, '');
    const readOnly = status.state === 'not-saved' && status.reason === 'read-only';
    const told = detail !== undefined && !readOnly && withoutTime !== this.hiddenDetail;
    return html`${
      told
        ? html`<div class=${urgent ? 'urgent' : ''}>
            <p>${detail}</p>
            <span class="buttons"
              >${urgent ? this.#renderTakeCopy() : nothing}<button class="quiet" @click=${() => (this.hiddenDetail = withoutTime)}>
                ${this.text.saving.hide}
              </button></span
            >
          </div>`
        : nothing
    }${roomLeft !== undefined && roomLeft < TELL_ROOM_BELOW ? this.#renderRoom(roomLeft) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-save-problem': SaveProblem;
  }
}
