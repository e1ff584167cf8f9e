import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isAnswered, textOf, type Answers } from '../../course/answers.ts';
import { needsOf } from '../../course/completion-rules.ts';
import type { Question } from '../../course/course.ts';
import '../../fields/choice/element.ts';
import '../../fields/text/element.ts';
import type { Text } from '../../text/text.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { firstWords } from '../shared/first-words.ts';
import { besideStyles, renderPictureBeside } from '../shared/picture-beside.ts';
import { stepStyles } from '../shared/step-styles.ts';
import type { Step } from '../shared/step.ts';
import { isMarked, type PathPhase, type ServicePath as ServicePathExercise } from './definition.ts';
import { markShape, pathInWords, pathPicture } from './picture.ts';
import { PictureWidth } from '../shared/picture-width.ts';
import { pathStyles } from './styles.ts';

/** A customer's way through a service, in phases with guiding questions, and where on it one can recommend. Drawn as a road that grows. */
@customElement('aspa-service-path')
export class ServicePath extends ExerciseElement<ServicePathExercise> {
  static override readonly styles = [exerciseStyles, stepStyles, besideStyles, pathStyles];

  static override readonly answerPicture = (exercise: ServicePathExercise, answers: Answers, text: Text, room: number): TemplateResult =>
    pathPicture(exercise, answers, text, room);

  @query('.drawing') private readonly drawing!: HTMLElement;
  @state() private wordsOpen = false;
  /** On a telephone the picture is folded until it is asked for. */
  @state() private pictureOpen = false;
  /** Questions that have had a mark: they stay unfolded while the page does, so that the focus is not taken out of them. */
  readonly #unfolded = new Set<string>();
  readonly #width = new PictureWidth(this, () => this.drawing);

  /** Answered questions: those of the beginning, and those of the path. */
  protected override get tally(): readonly [done: number, all: number] {
    const { group, channels, contact, phases } = this.exercise;
    const asked = [group, channels, contact, ...phases.flatMap(({ steps }) => steps)];
    return [asked.filter(({ id }) => isAnswered(this.answers, this.at(id))).length, asked.length];
  }

  /** The marks with the signs that the picture has too. */
  get #signs(): (ServicePathExercise['marks'][number] & { readonly shape: string })[] {
    return this.exercise.marks.map((mark, index) => ({ ...mark, shape: markShape(index) }));
  }

  /** A question of the path, folded to a line with her answer and the signs that are set there; in it the marks, and a note for each. */
  #renderPlace(question: Question): TemplateResult {
    const at = this.at(question.id);
    const picked = this.pickedAt(`${question.id}.marks`);
    const context = question.label;
    const options = this.#signs;
    const marks = options.filter(({ id }) => picked.includes(id));
    if (marks.length > 0) this.#unfolded.add(question.id);
    return html`<details class="place folds" ?open=${this.#unfolded.has(question.id)}>
      <summary>
        <h4>${question.label}</h4>
        <span>${marks.map(({ label, shape }) => html`${renderSign(shape)}<span class="unseen">${label}</span> `)}</span>
        <span class="line">${firstWords(textOf(this.answers, at))}</span>
      </summary>
      <div class="notes">
        ${this.renderField(`${at}.marks`, { label: this.text.servicePath.marksLabel }, { context, chips: true, options, className: 'asked-above' })}
        ${repeat(
          marks,
          ({ id }) => id,
          (mark) => this.renderField(`${at}.${mark.id}`, { label: mark.note, maxLength: 1000 }, { context, rows: 1 }),
        )}
      </div>
    </details>`;
  }

  /** Whom the path is for, and where she and the customer meet. */
  #beginning(): Step {
    const { group, channels, contact } = this.exercise;
    const id = this.at(group.id);
    const filled = [group, channels, contact].filter((question) => isAnswered(this.answers, this.at(question.id))).length;
    const who = firstWords(textOf(this.answers, id));
    return {
      id,
      title: this.text.servicePath.beginning,
      isDone: filled === 3,
      ...this.#stateWords(filled, 3),
      line: who === '' ? nothing : html`${who}`,
      content: html`${[group, channels, contact].map((question) => this.renderField(this.at(question.id), question, { chips: true, rows: 1 }))}`,
    };
  }

  #phase({ id: local, label, steps }: PathPhase): Step {
    const id = this.at(local);
    const filled = steps.filter((step) => isAnswered(this.answers, this.at(step.id))).length;
    return {
      id,
      title: label,
      isDone: filled === steps.length,
      ...this.#stateWords(filled, steps.length),
      content: html`${steps.map((step) => this.renderField(this.at(step.id), step, { rows: 2 }))}`,
    };
  }

  /** Where on the path that she has described one can recommend. */
  #marksStep(): Step {
    const { marksLabel, marksHelp } = this.text.servicePath;
    return {
      id: this.at('marks'),
      title: marksLabel,
      isDone: isMarked(this.exercise, this.answers),
      content: html`<p class="key">
          ${marksHelp} ${this.#signs.map(({ label, shape }) => html`<span>${renderSign(shape)} ${label}</span> `)}
        </p>
        <div class="places">${this.exercise.phases.flatMap(({ steps }) => steps.map((step) => this.#renderPlace(step)))}</div>`,
    };
  }

  #stateWords(filled: number, all: number): { readonly state?: string } {
    if (filled === all) return {};
    return { state: filled === 0 ? '' : this.text.exercise.steps.tally(filled, all) };
  }

  #renderPicture(): TemplateResult {
    const { pathHeading, wordsHeading } = this.text.servicePath;
    return renderPictureBeside({
      title: pathHeading,
      isOpen: this.pictureOpen,
      toggle: () => (this.pictureOpen = !this.pictureOpen),
      follows: false,
      readOnly: this.readOnly,
      content: html`<div class="drawing">${pathPicture(this.exercise, this.answers, this.text, this.#width.value)}</div>
        <details ?open=${this.wordsOpen} @toggle=${(event: Event) => (this.wordsOpen = (event.target as HTMLDetailsElement).open)}>
          <summary>${wordsHeading}</summary>
          ${pathInWords(this.exercise, this.answers, this.text)}
        </details>`,
    });
  }

  protected override renderWork(): TemplateResult {
    const steps = [this.#beginning(), ...this.exercise.phases.map((phase) => this.#phase(phase)), this.#marksStep()];
    const isDone = needsOf(this.exercise, this.course, this.answers).length === 0;
    return html`<div class="beside">
      <div class="asked">${this.steps.renderList(steps, isDone)}</div>
      ${this.#renderPicture()}
    </div>`;
  }
}

function renderSign(shape: string): TemplateResult {
  return html`<svg viewBox="-1 -1 22 22" aria-hidden="true"><path d=${shape} /></svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-service-path': ServicePath;
  }
}
