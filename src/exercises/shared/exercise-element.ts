import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { AnswerEvent } from '../../course/answer-event.ts';
import { hasAnswers, pickedOf, textOf, type AnswerChanges, type Answers, type FieldId } from '../../course/answers.ts';
import { needsOf, type Need } from '../../course/completion-rules.ts';
import type { Course, Exercise, Question } from '../../course/course.ts';
import { fieldOf, fieldsOf } from '../../course/fields.ts';
import type { Readers } from '../../course/readers.ts';
import { completeItems } from '../../fields/field.ts';
import { Announcer, SayEvent } from '../../fields/shared/announcer.ts';
import { renderField, type FieldLook } from '../../fields/shared/render-field.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { bringToMiddle, bringToTop, type Bring } from './bring-into-view.ts';
import { focusedIn } from './focused.ts';
import { renderReaders } from './readers-line.ts';
import { Steps } from './steps.ts';

/** Draws the answers of an exercise without the exercise around them. @param room the width that it has, in pixels */
export type AnswerPicture<E = Exercise> = (exercise: E, answers: Answers, text: Text, room: number) => TemplateResult;

/**
 * A worksheet: title, why it matters, what to do, the work, what is still needed. Answers come in, changes go out; an exercise
 * keeps no truth of its own.
 *
 * A field that can be gone to carries `data-field="<field id>"`.
 *
 * @fires {AnswerEvent} aspa-answer at each change of an answer
 * @fires aspa-place-entered where the focus comes to a field or a step of it; `place` says which
 * @fires aspa-field-left where the focus leaves a field: a good moment to save
 * @csspart work - the part that differs from exercise to exercise
 */
export abstract class ExerciseElement<E extends Exercise> extends LitElement {
  /** The picture of the answers, for the workbook; kinds that draw one have it. */
  static readonly answerPicture?: AnswerPicture<never>;

  /** What it asks, as the content holds it. */
  @property({ attribute: false }) exercise!: E;
  /** All answers by their fields' ids; the element changes none of them. */
  @property({ attribute: false }) answers: Answers = new Map();
  /** What the exercise asks of its course. */
  @property({ attribute: false }) course: Pick<Course, 'programmes' | 'classes' | 'chapters' | 'report'> = {
    programmes: [],
    classes: [],
    chapters: [],
    report: 'answers',
  };
  /** Shows answers, and takes none. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** Who reads what is not private. */
  @property({ attribute: false }) readers: Readers = 'reports';
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  /** For kinds that are taken step by step. */
  protected readonly steps = new Steps(this);
  readonly #announcer = new Announcer(this);

  constructor() {
    super();
    this.addEventListener(SayEvent.type, (event) => {
      event.stopPropagation();
      this.say(event.words);
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // Told on, since a focus that moves within a shadow root is never heard outside of it.
    root.addEventListener('focusout', () => this.dispatchEvent(new Event('aspa-field-left', { bubbles: true, composed: true })));
    root.addEventListener('focusin', () => this.dispatchEvent(new Event('aspa-place-entered', { bubbles: true, composed: true })));
    return root;
  }

  /** The whole id of a field, from its id within the exercise. */
  protected at(local: string): FieldId {
    return `${this.exercise.id}.${local}`;
  }

  protected textAt(local: string): string {
    return textOf(this.answers, this.at(local));
  }

  protected pickedAt(local: string): string[] {
    return pickedOf(this.answers, this.at(local));
  }

  /**
   * A field of this exercise, as the element of its type draws it.
   * @param look properties of that element, where this place differs from others
   */
  protected renderField(id: FieldId, question: Omit<Question, 'id'>, look?: FieldLook): TemplateResult | typeof nothing {
    const field = fieldOf(this.exercise, this.course, id);
    // Where there are no reports, no answer is kept out of them.
    const asked = this.readers === 'this-browser' ? { ...question, private: false } : question;
    return field ? renderField(field, asked, textOf(this.answers, id), this.readOnly, look) : nothing;
  }

  /** The items of a list in which nothing is missing. */
  protected completeItems(list: FieldId): ReadonlySet<string> {
    const field = fieldsOf(this.exercise, this.course).find(({ id }) => id === list);
    return new Set(field?.type === 'list' ? completeItems(field, this.answers) : []);
  }

  protected change(changes: AnswerChanges): void {
    /** @internal Told of above, by its name. */
    this.dispatchEvent(new AnswerEvent(changes));
  }

  /** A row that has another place now, as where rows were put into another order in another browser, loses the focus on the way. */
  protected override update(changed: PropertyValues): void {
    const focused = focusedIn(this.shadowRoot);
    super.update(changed);
    if (focusedIn(this.shadowRoot) !== focused) (focused as HTMLElement | null)?.focus({ preventScroll: true });
  }

  /** The step in which the focus is, as a link names it; the exercise where there are none. */
  get place(): FieldId {
    return this.steps.focused ?? this.exercise.id;
  }

  /** The field in which the focus is, or the list whose button has it. */
  get focusedField(): FieldId | undefined {
    return this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'];
  }

  /** Opens the step that an element stands in. */
  reveal(element: Element): Promise<void> {
    return this.steps.reveal(element);
  }

  /** Opens a step, or the step of a field, without the focus. */
  async open(place: FieldId): Promise<void> {
    await this.updateComplete;
    const target = this.#fieldOrStep(place);
    if (target) await this.reveal(target);
  }

  /**
   * Brings a field into view, out of a folded step or entry too, and puts the focus on it; or a step, with the focus on its title.
   * @param bring how the field is brought into view
   * @returns false where the exercise has neither
   */
  async goTo(field: FieldId, bring: Bring = bringToMiddle): Promise<boolean> {
    await this.updateComplete;
    const target = this.#fieldOrStep(field);
    if (!target) return false;
    if (target.dataset['field'] === undefined) return this.steps.goTo(field);
    await this.reveal(target);
    const entry = target.closest('details');
    if (entry) entry.open = true;
    await (target as Partial<LitElement>).updateComplete;
    bring(target);
    target.focus({ preventScroll: true });
    return true;
  }

  #fieldOrStep(id: FieldId): HTMLElement | null {
    const escaped = CSS.escape(id);
    return (
      this.renderRoot.querySelector<HTMLElement>(`[data-field="${escaped}"]`) ??
      this.renderRoot.querySelector<HTMLElement>(`[data-step="${escaped}"]`)
    );
  }

  /** Brings the worksheet to the top of the page and puts the focus on its title. */
  async goToTitle(): Promise<void> {
    await this.updateComplete;
    const title = this.renderRoot.querySelector<HTMLElement>('#title');
    if (!title) return;
    bringToTop(this, title);
    title.focus({ preventScroll: true });
  }

  /** Tells a screen reader what the last key or button did. */
  protected say(words: string): void {
    this.#announcer.say(words);
  }

  /** The work itself. */
  protected abstract renderWork(): TemplateResult;

  protected needText(need: Need): string {
    const words = this.text.exercise.need;
    switch (need.kind) {
      case 'items':
        return words.items(need.label, need.count ?? 1, need.empty === true);
      case 'shorten':
        return words.shorten;
      default:
        return words[need.kind](need.label);
    }
  }

  /** The points of "still needed"; an exercise with many of them may say them in fewer. */
  protected renderNeedList(needs: readonly Need[]): TemplateResult {
    return html`${needs.map((need) => html`<li>${this.renderLink(need.field, this.needText(need))}</li>`)}`;
  }

  /** A link to a field of this exercise. */
  protected renderLink(field: FieldId, words: string): TemplateResult {
    return html`<a href="#${field}" @click=${(event: Event) => this.#follow(event, field)}>${words}</a>`;
  }

  #follow(event: Event, field: FieldId): void {
    event.preventDefault();
    void this.goTo(field);
  }

  /** Who reads what she writes, for the foot of an open step. */
  renderReaders(): TemplateResult | typeof nothing {
    return this.readOnly ? nothing : renderReaders(this.exercise, this.course, this.readers, this.text);
  }

  #renderNeeds(): TemplateResult {
    const needs = needsOf(this.exercise, this.course, this.answers);
    const done = needs.length === 0 ? html`<p class="done">${this.text.exercise.done}</p>` : nothing;
    // Another region for each language: the words of one that stays would be said anew where only the language is another.
    const status = keyed(this.text.language, html`<div role="status">${done}</div>`);
    return html`${status}${this.readOnly ? nothing : this.#renderLeft(needs)}`;
  }

  /** How far the work is, as it is counted: done parts and all. */
  protected get tally(): readonly [done: number, all: number] | undefined {
    return undefined;
  }

  /** The tally in words. */
  protected tallyWords(done: number, all: number): string {
    return this.text.exercise.steps.tally(done, all);
  }

  /** The next part in which something is asked, for kinds whose parts have names. */
  protected goOn(_needs: readonly Need[]): { readonly place: FieldId; readonly title: string } | undefined {
    const step = this.steps.firstUndone;
    return step && { place: step.id, title: step.title };
  }

  /**
   * One quiet line once something is written: how far she is, where she goes on, and behind it all that lacks. Where all is done that is counted, and
   * something else lacks, a full tally would say that she is through.
   */
  #renderLeft(needs: readonly Need[]): TemplateResult | typeof nothing {
    const [need] = needs;
    if (!need || !hasAnswers(this.answers, this.exercise.id)) return nothing;
    const [done, all] = this.tally ?? [0, 0];
    const goOn = this.goOn(needs);
    const { steps, stillNeeded } = this.text.exercise;
    const [place, words] = goOn ? [goOn.place, steps.goOn(goOn.title)] : [need.field, this.needText(need)];
    const tally = done < all ? `${this.tallyWords(done, all)} – ` : '';
    const link = tally === '' ? words : words.charAt(0).toLowerCase() + words.slice(1);
    return html`<div class="left">
      <p>${tally}${this.renderLink(place, link)}</p>
      <details class="lacks">
        <summary>${stillNeeded}</summary>
        <ul>
          ${this.renderNeedList(needs)}
        </ul>
      </details>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { title, hyphenatedTitle, why, task } = this.exercise;
    return html`<article aria-labelledby="title">
      <p class="kind">${this.text.exercise.kind}</p>
      <h2 id="title" tabindex="-1">${hyphenatedTitle ?? title}</h2>
      <div class="brief">
        <p class="why">${why}</p>
        ${task ? html`<div class="task">${unsafeHTML(task)}</div>` : nothing}
      </div>
      <div class="work" part="work">${this.renderWork()}</div>
      ${this.steps.sayReaders ? nothing : this.renderReaders()} ${this.#renderNeeds()} ${this.#announcer.render()}
    </article>`;
  }
}
