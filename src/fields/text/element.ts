import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AfterPause } from '../shared/say-after-pause.ts';
import { FieldElement } from '../shared/field-element.ts';
import { fieldStyles } from '../shared/field-styles.ts';
import { DEFAULT_MAX_LENGTH } from './definition.ts';

/** From so many characters before the limit on, the room left is told. */
const TELL_ROOM_FROM = 200;
/** A question and its help together have fewer letters than a line has room for, beside an example's button. */
const SHORT = 56;

/**
 * A question with an answer in the learner's own words. Grows with its text. A value from outside that is the text already
 * there touches nothing; another one is taken over with the caret where it was.
 *
 * @csspart label - the question, for tables that say it in the column's head
 * @csspart help - help and example, for the same
 */
@customElement('aspa-text-field')
export class TextField extends FieldElement {
  // The text a second time, unseen and in the same grid cell, is what makes the textarea as tall as its text: no measuring,
  // no jump of the page, and on paper all of it.
  static override readonly styles = [
    fieldStyles,
    css`
      /* Of the question, also where an example's button stands in its line. */
      :host {
        line-height: 1.35;
      }
      .grow {
        display: grid;
        margin-top: var(--below-question, 8px);
      }
      .grow::after {
        content: attr(data-text) ' ';
        padding: 9px 13px;
        line-height: 1.5;
        visibility: hidden;
      }
      .grow textarea {
        min-height: max(44px, var(--text-height, 0px));
        margin: 0;
        overflow: hidden;
        resize: none;
      }
      .grow textarea,
      .grow::after {
        grid-area: 1 / 1;
        min-width: 0;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        /* Her own words stand as she writes them, and both break at the same places. */
        hyphens: manual;
      }
      .room {
        margin: 4px 0 0;
        color: var(--ink-soft);
        font-size: 0.9em;
        line-height: 1.5;
      }
    `,
  ];

  @query('textarea, input') private readonly input!: HTMLTextAreaElement | HTMLInputElement | null;
  /** The control has cut off the end of what was pasted or dropped. */
  @state() private isCut = false;
  readonly #roomSaid = new AfterPause(this);
  /** What comes with the next change has no room. */
  #cuts = false;
  #caret: readonly [number, number] | undefined;

  /** One line, for names and other short answers. */
  @property({ type: Boolean }) single = false;
  /** Lines that are seen before anything is written; 1 for a text of one line. */
  @property({ type: Number }) rows = 3;
  /** Offered while typing in a single line. */
  @property({ attribute: false }) suggestions: readonly string[] = [];

  protected override willUpdate(): void {
    const { input } = this;
    const replaced = input !== null && input.matches(':focus') && input.value !== this.#shown;
    this.#caret = replaced ? [input.selectionStart ?? 0, input.selectionEnd ?? 0] : undefined;
    this.#roomSaid.say(this.#room);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.#caret) this.input?.setSelectionRange(...this.#caret);
    this.#caret = undefined;
  }

  get #maxLength(): number {
    return this.question.maxLength ?? DEFAULT_MAX_LENGTH;
  }

  /** The value as the control itself would keep it: otherwise it would be set again, and the caret moved, at each redraw. */
  get #shown(): string {
    return this.single ? this.value.replace(/\r\n|\r|\n/g, ' ') : this.value.replace(/\r\n?/g, '\n');
  }

  /** How much room is left, in words; `''` where there is plenty. */
  get #room(): string {
    const { charactersLeft, tooLong, pasteCut } = this.text.fields;
    const room = this.#maxLength - this.#shown.length;
    if (this.isCut) return `${pasteCut} ${tooLong}`;
    if (this.readOnly || room > Math.min(TELL_ROOM_FROM, this.#maxLength / 4)) return '';
    return room > 0 ? charactersLeft(room) : tooLong;
  }

  /** One line to begin with: such a field asks for a name or a few words. It grows with them, and holds no line breaks of its own. */
  get #isOneLine(): boolean {
    return this.rows === 1;
  }

  #typed(event: Event): void {
    const area = event.target as HTMLTextAreaElement;
    this.isCut = this.#cuts;
    this.#cuts = false;
    // What is dropped becomes one line too, where no earlier version has let a break in.
    if (this.#isOneLine && area.value.includes('\n') && !this.#shown.includes('\n')) {
      const caret = area.selectionStart;
      area.value = area.value.replaceAll('\n', ' ');
      area.setSelectionRange(caret, caret);
    }
    this.change(area.value);
  }

  #beforeInput(event: InputEvent): void {
    const { inputType } = event;
    // Enter, by whichever keyboard: a telephone's tells no key.
    if (this.#isOneLine && /^insert(LineBreak|Paragraph)$/.test(inputType)) event.preventDefault();
    this.#cuts = /^insertFrom(Paste|Drop)/.test(inputType) && this.#isTooMuch(event, event.data ?? plainOf(event.dataTransfer));
  }

  /** Whether the control has no room for all that is put in. */
  #isTooMuch({ target }: Event, comes: string): boolean {
    const { value, selectionStart, selectionEnd } = target as HTMLTextAreaElement;
    return value.length - (selectionEnd - selectionStart) + comes.replace(/\r\n/g, '\n').length > this.#maxLength;
  }

  /** Several lines become one as if they were typed: her browser can put back what they take the place of. */
  #pasted(event: ClipboardEvent): void {
    const text = plainOf(event.clipboardData);
    if (!this.#isOneLine || !/[\r\n]/.test(text)) return;
    this.#cuts = this.#isTooMuch(event, text);
    if (document.execCommand('insertText', false, text.replace(/\r\n?|\n/g, ' '))) event.preventDefault();
  }

  /** By tools that put a text there and tell of it by this event alone. */
  #changed(event: Event): void {
    if ((event.target as HTMLTextAreaElement).value !== this.#shown) this.#typed(event);
  }

  #renderControl(): TemplateResult {
    const { readOnly } = this;
    const shown = this.#shown;
    if (!this.single) {
      return html`<div class="grow" data-text=${shown}>
        <textarea
          id="control"
          rows=${this.rows}
          maxlength=${this.#maxLength}
          aria-describedby=${this.describedBy}
          ?readonly=${readOnly}
          .value=${live(shown)}
          @paste=${this.#pasted}
          @beforeinput=${this.#beforeInput}
          @input=${this.#typed}
          @change=${this.#changed}
        ></textarea>
      </div>`;
    }
    const offered = this.suggestions.length > 0 && !readOnly;
    return html`<input
        id="control"
        autocomplete="off"
        maxlength=${this.#maxLength}
        list=${offered ? 'suggestions' : nothing}
        aria-describedby=${this.describedBy}
        ?readonly=${readOnly}
        .value=${live(shown)}
        @beforeinput=${this.#beforeInput}
        @input=${this.#typed}
        @change=${this.#changed}
      />${offered ? html`<datalist id="suggestions">${this.suggestions.map((suggestion) => html`<option value=${suggestion}></option>`)}</datalist>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const room = this.#room;
    const { label, help = '', private: isPrivate = false } = this.question;
    const isShort = !isPrivate && label.length + help.length < SHORT;
    // An example's button needs no line of its own where it stands in that of the fewer words.
    const exampleFirst = isPrivate || (!isShort && label.length < help.length);
    return html`<label part="label" for="control">${this.renderLabelText()}</label> ${this.renderHelp(exampleFirst, isShort)}
      ${this.#renderControl()} ${room ? html`<p class="room">${room}</p>` : nothing}`;
  }
}

const plainOf = (data: DataTransfer | null): string => data?.getData('text/plain') ?? '';

declare global {
  interface HTMLElementTagNameMap {
    'aspa-text-field': TextField;
  }
}
