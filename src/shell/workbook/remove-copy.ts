import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { KEPT_DAYS } from '../../session/copy/others-old-copies.ts';
import type { CopyHere, CourseSessionView } from '../../session/session-view.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { shellStyles } from '../shell-styles.ts';
import { keptFiles } from './kept-files.ts';
import { saveCopy } from './save-learner-file.ts';

/** What this browser has of the learner's work, and how she removes it from a computer that others use too. */
@customElement('aspa-remove-copy')
export class RemoveCopy extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      section {
        margin: 24px 0 0;
        padding: 24px;
        background: var(--panel);
      }
      h2,
      h3 {
        margin: 0 0 8px;
        font-size: 1.25rem;
      }
      h3 {
        font-size: 1rem;
      }
      p {
        max-width: var(--measure);
      }
      p:last-child {
        margin: 0;
      }
      @media print {
        section {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: CourseSessionView;
  /** The session's, as of the last drawing. */
  @property({ attribute: false }) copyHere: CopyHere = 'nothing';
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @state() private asks = false;
  @state() private said = '';
  @query('h2') private readonly heading!: HTMLElement;
  /** It is said by being gone to: a page has live regions enough. */
  @query('.outcome') private readonly outcome!: HTMLElement | null;

  async #ask(asks: boolean): Promise<void> {
    this.asks = asks;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(asks ? 'h3' : 'button')?.focus();
  }

  async #remove(): Promise<void> {
    this.asks = false;
    this.heading.focus();
    const { removed, uncertain } = this.text.workbook.here;
    const isGone = await this.session.removeFromBrowser();
    this.copyHere = this.session.copyHere;
    this.said = isGone ? removed : uncertain;
    await this.updateComplete;
    this.outcome?.focus();
  }

  /** The answers themselves, where they are nowhere else; else a copy of them. */
  get #what(): 'copied' | 'only' {
    return this.copyHere === 'only' ? 'only' : 'copied';
  }

  #renderQuestion(loses: string, isLost: boolean): TemplateResult {
    const { here, copy } = this.text.workbook;
    const kept = keptFiles(this.session, this.text);
    return html`<h3 tabindex="-1">${here.sure[this.#what]}</h3>
      <p>${loses}</p>
      ${
        kept.length > 0
          ? html`<p>${this.text.saving.kept.title}.</p>
              <p class="buttons">${kept}</p>`
          : nothing
      }
      <p class="buttons">
        ${isLost ? html`<button class="primary" @click=${() => saveCopy(this.session, this.text)}>${copy.save}</button>` : nothing}
        <button @click=${this.#remove}>${here.confirm}</button>
        <button @click=${() => this.#ask(false)}>${here.cancel}</button>
      </p>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { here } = this.text.workbook;
    const { copyHere } = this;
    if (copyHere === 'nothing') return nothing;
    const isHere = copyHere !== 'removed' && copyHere !== 'uncertain';
    return html`<section aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${here.title}</h2>
      ${isHere ? html`<p>${here[this.#what]} ${here.shared[this.#what]} ${here.others(KEPT_DAYS)}</p>` : nothing}
      ${isHere && this.asks ? this.#renderQuestion(here.loses[copyHere], copyHere !== 'copied') : nothing}
      ${isHere && !this.asks ? html`<p class="buttons"><button @click=${() => this.#ask(true)}>${here.remove}</button></p>` : nothing}
      ${this.said ? html`<p class="outcome" tabindex="-1">${this.said}</p>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-remove-copy': RemoveCopy;
  }
}
