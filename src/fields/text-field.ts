import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { DEFAULT_MAX_LENGTH } from '../course/fields.ts';
import { FieldElement } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';

/** From so many characters before the limit on, the room left is told. */
const TELL_ROOM_FROM = 200;

/**
 * A question with an answer in the learner's own words. Grows with its text; a value from outside is taken over without
 * touching the caret where it is the same text.
 */
@customElement('aspa-text-field')
export class TextField extends FieldElement {
  static override readonly styles = [
    fieldStyles,
    css`
      .room {
        margin: 4px 0 0;
        color: var(--ink-soft);
        font-size: 0.9em;
      }
      input.single {
        margin-top: 8px;
      }
    `,
  ];

  @query('textarea, input') private readonly input!: HTMLTextAreaElement | HTMLInputElement;
  @state() private room = DEFAULT_MAX_LENGTH;

  /** One line, for names and other short answers. */
  @property({ type: Boolean }) single = false;
  /** Offered while typing in a single line. */
  @property({ attribute: false }) suggestions: readonly string[] = [];

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.#fit();
  }

  protected override firstUpdated(): void {
    new ResizeObserver(() => this.#fit()).observe(this);
  }

  protected override willUpdate(): void {
    this.room = this.#maxLength - this.value.length;
  }

  get #maxLength(): number {
    return this.question.maxLength ?? DEFAULT_MAX_LENGTH;
  }

  #fit(): void {
    const { input } = this;
    if (!(input instanceof HTMLTextAreaElement)) return;
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight + 2}px`;
  }

  #typed(event: Event): void {
    this.change((event.target as HTMLTextAreaElement).value);
  }

  #renderControl(): TemplateResult {
    const { readOnly } = this;
    if (!this.single) {
      return html`<textarea
        id="control"
        rows="3"
        maxlength=${this.#maxLength}
        aria-describedby=${this.describedBy}
        ?readonly=${readOnly}
        .value=${live(this.value)}
        @input=${this.#typed}
      ></textarea>`;
    }
    return html`<input
        id="control"
        class="single"
        autocomplete="off"
        maxlength=${this.#maxLength}
        list=${this.suggestions.length > 0 ? 'suggestions' : nothing}
        aria-describedby=${this.describedBy}
        ?readonly=${readOnly}
        .value=${live(this.value)}
        @input=${this.#typed}
      />${this.suggestions.length > 0 ? html`<datalist id="suggestions">${this.suggestions.map((suggestion) => html`<option value=${suggestion}></option>`)}</datalist>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const { room } = this;
    return html`<label for="control">${this.renderLabelText()}</label>
      ${this.renderHelp()} ${this.#renderControl()}
      <div role="status">
        ${room <= TELL_ROOM_FROM ? html`<p class="room">${room > 0 ? this.text.fields.charactersLeft(room) : this.text.fields.tooLong}</p>` : nothing}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-text-field': TextField;
  }
}
