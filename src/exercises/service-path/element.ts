import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Answers } from '../../course/answers.ts';
import type { Question } from '../../course/course.ts';
import '../../fields/choice/element.ts';
import '../../fields/text/element.ts';
import type { Text } from '../../text/text.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import type { PathPhase, ServicePath as ServicePathExercise } from './definition.ts';
import { pathInWords, pathPicture } from './picture.ts';
import { PictureWidth } from '../shared/picture-width.ts';

/** A customer's way through a service, in phases with guiding questions, and where on it one can recommend. Drawn as a road that grows. */
@customElement('aspa-service-path')
export class ServicePath extends ExerciseElement<ServicePathExercise> {
  static override readonly styles = [
    exerciseStyles,
    css`
      .phase {
        display: flex;
        flex-direction: column;
        gap: 24px;
        padding-left: 20px;
        border-left: 8px solid var(--sign, var(--accent));
      }
      .phase > h3 {
        margin: 0;
      }
      .step {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .notes {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .picture h3 {
        margin: 0 0 16px;
      }
      .path-picture {
        display: block;
        max-width: 100%;
        height: auto;
      }
      details {
        margin-top: 16px;
      }
      summary {
        display: inline-block;
        padding: 8px 0;
        color: var(--accent);
        cursor: pointer;
        text-decoration: underline;
        text-underline-offset: 3px;
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
  readonly #width = new PictureWidth(this, () => this.drawing);

  #renderStep(step: Question): TemplateResult {
    const picked = this.pickedAt(`${step.id}.marks`);
    const marks = this.exercise.marks.filter(({ id }) => picked.includes(id));
    return html`<div class="step">
      ${this.renderField(this.at(step.id), step)}
      ${this.renderField(this.at(`${step.id}.marks`), { label: this.text.servicePath.marksLabel }, { context: step.label })}
      ${
        marks.length === 0
          ? nothing
          : html`<div class="notes">
              ${marks.map((mark) => this.renderField(this.at(`${step.id}.${mark.id}`), { label: mark.note, maxLength: 1000 }, { context: step.label }))}
            </div>`
      }
    </div>`;
  }

  #renderPhase(phase: PathPhase): TemplateResult {
    const heading = `phase-${phase.id}`;
    return html`<section class="phase" aria-labelledby=${heading}>
      <h3 id=${heading}>${phase.label}</h3>
      ${phase.steps.map((step) => this.#renderStep(step))}
    </section>`;
  }

  #renderPicture(): TemplateResult {
    const { pathHeading, wordsHeading } = this.text.servicePath;
    return html`<section class="picture" aria-labelledby="picture">
      <h3 id="picture">${pathHeading}</h3>
      <div class="drawing">${pathPicture(this.exercise, this.answers, this.text, this.#width.value)}</div>
      <details ?open=${this.wordsOpen} @toggle=${(event: Event) => (this.wordsOpen = (event.target as HTMLDetailsElement).open)}>
        <summary>${wordsHeading}</summary>
        ${pathInWords(this.exercise, this.answers, this.text)}
      </details>
    </section>`;
  }

  protected override renderWork(): TemplateResult {
    const { group, channels, contact, phases } = this.exercise;
    return html`${this.renderField(this.at('group'), group)} ${this.renderField(this.at('channels'), channels)}
    ${this.renderField(this.at('contact'), contact)} ${phases.map((phase) => this.#renderPhase(phase))} ${this.#renderPicture()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-service-path': ServicePath;
  }
}
