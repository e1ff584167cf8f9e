import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Reflection as ReflectionExercise } from '../../course/course.ts';
import '../../fields/text/element.ts';
import { compareStyles, renderCompare } from '../shared/compare.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';

/** Questions, each with room for the learner's own words. */
@customElement('aspa-reflection')
export class Reflection extends ExerciseElement<ReflectionExercise> {
  static override readonly styles = [exerciseStyles, compareStyles];

  protected override renderWork(): TemplateResult {
    return html`${this.exercise.questions.map((question) => {
      const field = this.at(question.id);
      const value = this.textAt(question.id);
      return html`<div>
        <aspa-text-field
          data-field=${field}
          .field=${field}
          .question=${question}
          .value=${value}
          ?read-only=${this.readOnly}
        ></aspa-text-field>
        ${renderCompare({ compare: question.compare, answered: value.trim() !== '', of: question.label }, this.text)}
      </div>`;
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-reflection': Reflection;
  }
}
