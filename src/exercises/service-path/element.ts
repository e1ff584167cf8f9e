import { css, html, nothing, type TemplateResult } from 'lit';
import { unfoldingLink } from '../../fields/shared/unfolding.ts';
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
import { besideStyles, renderPictureBeside } from '../shared/picture-beside.ts';
import { stepStyles } from '../shared/step-styles.ts';
import type { Step } from '../shared/step.ts';
import type { PathPhase, ServicePath as ServicePathExercise } from './definition.ts';
import { markShape, pathInWords, pathPicture } from './picture.ts';
import { PictureWidth } from '../shared/picture-width.ts';

/** A customer's way through a service, in phases with guiding questions, and where on it one can recommend. Drawn as a road that grows. */
@customElement('aspa-service-path')
export class ServicePath extends ExerciseElement<ServicePathExercise> {
  static override readonly styles = [
    exerciseStyles,
    stepStyles,
    besideStyles,
    css`
      .asking {
        display: flex;
        flex-direction: column;
        gap: 8px;
      }
      .asking + .asking {
        margin-top: 8px;
      }
      .notes {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .path-picture {
        display: block;
        max-width: 100%;
        height: auto;
      }
      .drawn details {
        margin-top: 16px;
      }
      .drawn summary {
        ${unfoldingLink}
        padding: 8px 0;
      }
      @media print {
        /* The fields above say the same. */
        .drawn details {
          display: none;
        }
      }
      .path-words {
        max-width: var(--measure, 66ch);
        overflow-wrap: anywhere;
      }
      .path-words p {
        margin: 8px 0;
      }
      .path-words ul {
        margin: 4px 0;
        padding-left: 20px;
      }
      .said {
        white-space: pre-line;
      }
      .path-words li > .said,
      .path-words li > .unsaid {
        display: block;
      }
      .path-words li li > .said {
        display: inline;
      }
      .unsaid {
        color: var(--ink-soft);
      }
    `,
  ];

  // As wide as an A4 page's text, so that a path is drawn once for the screen and the paper.
  static override readonly answerPicture = (exercise: ServicePathExercise, answers: Answers, text: Text): TemplateResult =>
    pathPicture(exercise, answers, text, 640);

  @query('.drawing') private readonly drawing!: HTMLElement;
  @state() private wordsOpen = false;
  /** On a telephone the picture is folded until it is asked for. */
  @state() private pictureOpen = false;
  readonly #width = new PictureWidth(this, () => this.drawing);

  /** Answered questions: those of the beginning, and those of the path. */
  protected override get tally(): readonly [done: number, all: number] {
    const { group, channels, contact, phases } = this.exercise;
    const asked = [group, channels, contact, ...phases.flatMap(({ steps }) => steps)];
    return [asked.filter(({ id }) => isAnswered(this.answers, this.at(id))).length, asked.length];
  }

  /** @param isFirst of its step: the words above the marks stand there once */
  #renderQuestion(question: Question, isFirst: boolean): TemplateResult {
    const picked = this.pickedAt(`${question.id}.marks`);
    const marks = this.exercise.marks.filter(({ id }) => picked.includes(id));
    const context = question.label;
    // The signs that the picture has too.
    const options = this.exercise.marks.map((mark, index) => ({ ...mark, shape: markShape(index) }));
    const className = isFirst ? '' : 'asked-above';
    return html`<div class="asking">
      ${this.renderField(this.at(question.id), question, { rows: 2 })}
      ${this.renderField(this.at(`${question.id}.marks`), { label: this.text.servicePath.marksLabel }, { context, chips: true, options, className })}
      ${
        marks.length === 0
          ? nothing
          : html`<div class="notes">
              ${repeat(
                marks,
                ({ id }) => id,
                (mark) =>
                  this.renderField(this.at(`${question.id}.${mark.id}`), { label: mark.note, maxLength: 1000 }, { context, rows: 1 }),
              )}
            </div>`
      }
    </div>`;
  }

  /** Whom the path is for, and where she and the customer meet. */
  #beginning(): Step {
    const { group, channels, contact } = this.exercise;
    const id = this.at(group.id);
    const filled = [group, channels, contact].filter((question) => isAnswered(this.answers, this.at(question.id))).length;
    const who = textOf(this.answers, id).trim();
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
      content: html`${steps.map((step, index) => this.#renderQuestion(step, index === 0))}`,
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
    const steps = [this.#beginning(), ...this.exercise.phases.map((phase) => this.#phase(phase))];
    const isDone = needsOf(this.exercise, this.course, this.answers).length === 0;
    return html`<div class="beside">
      <div class="asked">${this.steps.renderList(steps, isDone)}</div>
      ${this.#renderPicture()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-service-path': ServicePath;
  }
}
