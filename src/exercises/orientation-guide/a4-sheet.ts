import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { pickedOf, textOf, type Answers } from '../../course/answers.ts';
import type { Option } from '../../course/course.ts';
import type { Text } from '../../text/text.ts';
import { pixels, shrinkToRoom } from '../shared/shrink-to-a4.ts';
import { a4SheetStyles } from './a4-sheet-styles.ts';
import type { OrientationGuide } from './definition.ts';
import { onePageFit, type SheetFit } from './a4-fit.ts';

/** The sheet was laid out anew. Bubbles, and stays in the exercise. */
export class FitEvent extends Event {
  static readonly type = 'aspa-sheet-fit';

  constructor(readonly fit: SheetFit) {
    super(FitEvent.type, { bubbles: true });
  }
}

/**
 * The induction guide on a true A4 page: 210 × 297 mm with margins of 20 mm, laid out in its real size and shown in the width there is.
 * On paper it is one page always: what outgrows it is made smaller until it fits.
 *
 * @fires FitEvent after each layout
 */
@customElement('aspa-a4-sheet')
export class A4Sheet extends LitElement {
  static override readonly styles = a4SheetStyles;

  @query('.page') private readonly page!: HTMLElement;
  @query('.flow') private readonly flow!: HTMLElement;
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#lay()));
  #last: SheetFit | undefined;

  @property({ attribute: false }) exercise!: OrientationGuide;
  @property({ attribute: false }) answers: Answers = new Map();
  @property({ attribute: false }) text!: Text;
  /** For the printer: nothing but the page itself. */
  @property({ type: Boolean, reflect: true }) paper = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override firstUpdated(): void {
    this.#observe();
  }

  protected override updated(): void {
    this.#lay();
  }

  /** Makes an outgrown guide smaller until it fits its one page. */
  shrinkToPage(): void {
    shrinkToRoom(this, this.flow, this.#room);
  }

  #observe(): void {
    this.#observer.observe(this);
    this.#observer.observe(this.flow);
  }

  /** The height in pixels that the page leaves between its margins: 257 mm. */
  get #room(): number {
    return pixels(257);
  }

  #lay(): void {
    const { width } = this.getBoundingClientRect();
    if (width === 0 || this.paper) return;
    const scale = width / pixels(210);
    this.style.setProperty('--sheet-scale', String(scale));
    this.style.height = `${this.page.offsetHeight * scale}px`;
    const fit = onePageFit(this.flow.offsetHeight, this.#room, Number.parseFloat(getComputedStyle(this.page).lineHeight));
    this.page.classList.toggle('outgrown', fit.surplus > 0);
    if (this.#last?.share === fit.share) return;
    this.#last = fit;
    this.dispatchEvent(new FitEvent(fit));
  }

  #renderPicked({
    id,
    label,
    options,
  }: {
    readonly id: string;
    readonly label: string;
    readonly options: readonly Option[];
  }): TemplateResult | typeof nothing {
    const picked = pickedOf(this.answers, `${this.exercise.id}.${id}`);
    const shown = options.filter((option) => picked.includes(option.id));
    if (shown.length === 0) return nothing;
    return html`<div>
      <h6>${label}</h6>
      <ul>
        ${shown.map((option) => html`<li>${option.label}</li>`)}
      </ul>
    </div>`;
  }

  #renderSummary(): TemplateResult | typeof nothing {
    const { summary, notice, act } = this.exercise;
    const columns = [notice, act].map((group) => this.#renderPicked(group)).filter((column) => column !== nothing);
    return columns.length === 0
      ? nothing
      : html`<div class="summary">
          <h5>${summary}</h5>
          <div class="columns">${columns}</div>
        </div>`;
  }

  protected override render(): TemplateResult {
    const words = this.text.orientationGuide;
    const heading = textOf(this.answers, `${this.exercise.id}.heading`).trim();
    const body = textOf(this.answers, `${this.exercise.id}.text`);
    const placeholder = (text: string): TemplateResult | typeof nothing => (this.paper ? nothing : html`<span class="soft">${text}</span>`);
    return html`<div class="page">
      <div class="flow">
        <h4>${heading || placeholder(words.headingPlaceholder)}</h4>
        <p>${body.trim() ? body : placeholder(words.textPlaceholder)}</p>
        ${this.#renderSummary()}
      </div>
      ${
        this.paper
          ? nothing
          : html`<div class="end" aria-hidden="true"></div>
              <div class="margin" aria-hidden="true">
                <span class="fits">${words.pageEnds}</span><span class="over">${words.outside}</span>
              </div>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-a4-sheet': A4Sheet;
  }
}
