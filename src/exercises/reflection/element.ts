import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { isAnswered } from '../../course/answers.ts';
import '../../fields/text/element.ts';
import { compareStyles, renderCompare } from '../shared/compare.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import type { Reflection as ReflectionExercise } from './definition.ts';

/** Questions, each with room for the learner's own words. */
@customElement('aspa-reflection')
export class Reflection extends ExerciseElement<ReflectionExercise> {
  static override readonly styles = [exerciseStyles, compareStyles];

  /** Answered questions. */
  protected override get tally(): readonly [done: number, all: number] {
    const { questions } = this.exercise;
    return [questions.filter(({ id }) => isAnswered(this.answers, this.at(id))).length, questions.length];
  }

  protected override renderWork(): TemplateResult {
    return html`${this.exercise.questions.map((question) => {
      const { id, label, compare } = question;
      return html`<div>
        ${this.renderField(this.at(id), question)}
        ${renderCompare({ compare, answered: isAnswered(this.answers, this.at(id)), of: label }, this.text)}
      </div>`;
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-reflection': Reflection;
  }
}
