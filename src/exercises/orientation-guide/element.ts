import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { AfterPause } from '../../fields/shared/say-after-pause.ts';
import '../../fields/choice/element.ts';
import '../../fields/text/element.ts';
import { isAnswered, textOf } from '../../course/answers.ts';
import { needsOf } from '../../course/completion-rules.ts';
import { exercisesOf, type Question } from '../../course/course.ts';
import { fieldsOf } from '../../course/fields.ts';
import { bringToTop } from '../shared/bring-into-view.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { besideStyles, renderPictureBeside } from '../shared/picture-beside.ts';
import { printSheet } from '../shared/print-sheet.ts';
import { stepStyles } from '../shared/step-styles.ts';
import type { Step } from '../shared/step.ts';
import { guidePages, type OrientationGuide as OrientationGuideExercise } from './definition.ts';
import { renderIngredient, type Ingredient } from './ingredient.ts';
import { A4Sheet, type FitEvent } from './a4-sheet.ts';
import type { SheetFit } from './a4-fit.ts';
import { guideStyles } from './styles.ts';
import { withText } from './with-text.ts';

/** An induction guide of one page, in the order of the work: what to notice and do, her own answers, the text; beside it the page that will be printed. */
@customElement('aspa-orientation-guide')
export class OrientationGuide extends ExerciseElement<OrientationGuideExercise> {
  static override readonly styles = [exerciseStyles, stepStyles, besideStyles, guideStyles];

  /** Undefined until the page was measured. */
  @state() private fit: SheetFit | undefined;
  /** The page below the writing in full width, rather than beside it. */
  @state() private large = false;
  /** On a telephone the page is folded until it is asked for. */
  @state() private sheetOpen = false;

  @query('.picture') private readonly preview!: HTMLElement;

  readonly #fitSaid = new AfterPause(this);

  /** Heading and text. */
  protected override get tally(): readonly [done: number, all: number] {
    return [2 - needsOf(this.exercise, this.course, this.answers).filter(({ kind }) => kind === 'answer').length, 2];
  }

  /** The guide itself; its ingredients may be left out. */
  protected override goOn(): undefined {
    return undefined;
  }

  #laid({ fit }: FitEvent): void {
    this.fit = fit;
    const { tooLong, fits } = this.text.orientationGuide;
    if (this.#isWritten) this.#fitSaid.say(fit.surplus > 0 ? tooLong(fit.surplus) : fits);
    const field = guidePages(this.exercise.id);
    const pages = String(fit.pages);
    // A page that was never outgrown needs no note, so that opening the exercise writes nothing.
    if (!this.readOnly && (textOf(this.answers, field) || '1') !== pages) this.change({ [field]: pages });
  }

  #print(): void {
    const { exercise, answers, text } = this;
    void printSheet(Object.assign(new A4Sheet(), { exercise, answers, text, paper: true }));
  }

  /** The page moves to another place: the learner goes with it, and her focus stays on the button above it. */
  async #enlarge(): Promise<void> {
    this.large = !this.large;
    await this.updateComplete;
    bringToTop(this.preview);
  }

  /** Something of the guide is written. */
  get #hasBegun(): boolean {
    return this.#isWritten || this.textAt('heading').trim() !== '';
  }

  /** Of a guide without its text there is no saying whether it fits its page. */
  get #isWritten(): boolean {
    return this.textAt('text').trim() !== '';
  }

  /** What she has written in the exercise that the guide is made of; none where the content names no such exercise. */
  get #ingredients(): Ingredient[] {
    const source = exercisesOf(this.course).find(({ id }) => id === this.exercise.answersOf);
    if (!source) return [];
    return fieldsOf(source, this.course).flatMap(({ id, type, label, private: isPrivate }) =>
      type === 'text' ? [{ id, label, isPrivate, answer: textOf(this.answers, id).trim() }] : [],
    );
  }

  #addToGuide({ answer }: Ingredient): void {
    const field = this.at('text');
    const text = withText(this.textAt('text'), answer, this.exercise.text.maxLength);
    if (text === undefined) return;
    this.say(this.text.orientationGuide.added);
    this.change({ [field]: text });
  }

  #renderFit(): TemplateResult | typeof nothing {
    const { fit } = this;
    const words = this.text.orientationGuide;
    if (!fit) return nothing;
    const outgrown = fit.surplus > 0;
    if (!outgrown && !this.#isWritten) return nothing;
    return html`<p class="fit ${outgrown ? 'outgrown' : ''}">
      ${outgrown ? words.tooLong(fit.surplus) : words.fits}
      ${outgrown ? words.shorten : words.used(Math.min(100, Math.round(fit.share * 20) * 5))}
    </p>`;
  }

  /** What is picked for the foot of the guide, of one kind. */
  #picksStep({ id: local, label }: Pick<Question, 'id' | 'label'>): Step {
    const words = this.text.orientationGuide;
    const id = this.at(local);
    const picked = this.pickedAt(local).length;
    return {
      id,
      title: label,
      // To pick is free: who has begun to write has left it behind her.
      isDone: picked > 0 || this.#hasBegun,
      state: picked === 0 ? '' : words.picked(picked),
      content: html`<p class="hint">${words.picksHelp(this.exercise.summary)}</p>
        ${this.renderField(id, { label }, { stacked: true, className: 'asked-above' })}`,
    };
  }

  #answersStep(ingredients: readonly Ingredient[]): Step {
    const words = this.text.orientationGuide;
    const text = this.textAt('text');
    const answered = ingredients.filter(({ answer }) => answer !== '').length;
    const isReported = this.readers === 'reports' && ingredients.some(({ isPrivate }) => isPrivate);
    return {
      id: this.at('answers'),
      title: words.answers,
      // The row that follows is never passed over, unless she writes already and has no answer to take.
      isDone: answered === 0 ? this.#hasBegun : this.#isWritten,
      state: this.text.exercise.steps.tally(answered, ingredients.length),
      isWritten: false,
      content: html`<p class="hint">${words.answersHelp} ${isReported ? words.reported : ''}</p>
        <ul class="ingredients">
          ${ingredients.map(
            (ingredient) =>
              html`<li>
                ${renderIngredient(ingredient, {
                  words,
                  isAdded: text.includes(ingredient.answer),
                  hasRoom: withText(text, ingredient.answer, this.exercise.text.maxLength) !== undefined,
                  readOnly: this.readOnly,
                  add: () => this.#addToGuide(ingredient),
                })}
              </li>`,
          )}
        </ul>`,
    };
  }

  #guideStep(): Step {
    const { heading, text } = this.exercise;
    return {
      id: this.at('guide'),
      title: text.label,
      isDone: needsOf(this.exercise, this.course, this.answers).length === 0,
      ...(isAnswered(this.answers, this.at('text')) ? {} : { state: '' }),
      content: html`${this.renderField(this.at('heading'), { ...heading, maxLength: heading.maxLength ?? 120 }, { rows: 1 })}
      ${this.renderField(this.at('text'), text, { rows: 8 })}`,
    };
  }

  #renderSheet(): TemplateResult {
    const words = this.text.orientationGuide;
    return html`<div class="tools">
        <button type="button" @click=${this.#print}>${words.print}</button>
        <button class="quiet enlarge" type="button" @click=${this.#enlarge}>${this.large ? words.reduce : words.enlarge}</button>
      </div>
      <aspa-a4-sheet .exercise=${this.exercise} .answers=${this.answers} .text=${this.text} @aspa-sheet-fit=${this.#laid}></aspa-a4-sheet>`;
  }

  protected override renderWork(): TemplateResult {
    const ingredients = this.#ingredients;
    const { notice, act } = this.exercise;
    const steps = [
      this.#picksStep(notice),
      this.#picksStep(act),
      ...(ingredients.length > 0 ? [this.#answersStep(ingredients)] : []),
      this.#guideStep(),
    ];
    const isDone = needsOf(this.exercise, this.course, this.answers).length === 0;
    return html`<div class="beside ${this.large ? 'large' : ''}">
      <div class="asked">${this.steps.renderList(steps, isDone)} ${this.#renderFit()}</div>
      ${renderPictureBeside({
        title: this.text.orientationGuide.previewHeading,
        isOpen: this.sheetOpen,
        toggle: () => (this.sheetOpen = !this.sheetOpen),
        follows: true,
        readOnly: this.readOnly,
        content: this.#renderSheet(),
      })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-orientation-guide': OrientationGuide;
  }
}
