import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../fields/text/element.ts';
import { compareStyles, renderCompare } from '../shared/compare.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import type { Reflection as ReflectionExercise } from './definition.ts';

/** Questions, each with room for the learner's own words. */
@customElement('aspa-reflection')
export class Reflection extends ExerciseElement<ReflectionExercise> {
  static override readonly styles = [exerciseStyles, compareStyles];

  protected override renderWork(): TemplateResult {
    return html`${this.exercise.questions.map((question) => {
      const { id, label, compare } = question;
      return html`<div>
        ${this.renderField(this.at(id), question)}
        ${renderCompare({ compare, answered: this.textAt(id).trim() !== '', of: label }, this.text)}
      </div>`;
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-reflection': Reflection;
  }
}
