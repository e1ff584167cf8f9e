import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { textOf } from '../../course/answers.ts';
import type { Question } from '../../course/course.ts';
import { itemFieldId, type ListItem } from '../../course/list-items.ts';
import '../../fields/text/element.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { ItemList } from '../shared/item-list.ts';
import { listStyles } from '../shared/list-styles.ts';
import type { ColleagueStrengths as ColleagueStrengthsExercise } from './definition.ts';

/** A talk with a colleague, the colleague's strengths, how they were presented, and what the colleague means to the unit. */
@customElement('aspa-colleague-strengths')
export class ColleagueStrengths extends ExerciseElement<ColleagueStrengthsExercise> {
  static override readonly styles = [
    exerciseStyles,
    listStyles,
    css`
      .strength {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 8px;
        align-items: end;
        padding-left: 16px;
        border-left: 3px solid var(--sign, var(--accent));
      }
      @container (max-width: 26.6em) {
        .strength {
          grid-template-columns: minmax(0, 1fr);
        }
        .strength button {
          justify-self: start;
          margin-left: -8px;
        }
      }
      .rows {
        gap: 16px;
      }
    `,
  ];

  readonly #strengths = new ItemList(this, () => this.at('strengths'), 'strength');

  /** Help and example stand in the first row only. */
  #question(number: number): Question {
    const { strength } = this.exercise.strengths;
    const label = this.text.colleagueStrengths.numbered(strength.label, number);
    return number === 1 ? { ...strength, label } : { ...strength, label, help: '', example: '' };
  }

  #renderStrength(item: ListItem, number: number): TemplateResult {
    const field = itemFieldId(this.#strengths.id, item.id, 'strength');
    const question = this.#question(number);
    return html`<div class="strength">
      ${this.renderField(field, question, { rows: 1 })}
      ${
        this.readOnly
          ? nothing
          : html`<button
              class="quiet"
              type="button"
              @click=${() => this.#strengths.remove(item, textOf(this.answers, field).trim() || question.label)}
            >
              ${this.text.fields.remove} <span class="unseen">${question.label}</span>
            </button>`
      }
    </div>`;
  }

  #renderStrengths(): TemplateResult {
    const { label, add } = this.exercise.strengths;
    const { items } = this.#strengths;
    return html`<section class="list">
      <h3 id="strengths">${label}</h3>
      ${items.length === 0 ? html`<p class="hint">${this.text.colleagueStrengths.empty}</p>` : nothing}
      ${this.#strengths.renderRows((item, number) => this.#renderStrength(item, number))}
      ${this.readOnly ? nothing : this.#strengths.renderAdd(add)}
    </section>`;
  }

  protected override renderWork(): TemplateResult {
    const { talk, presenting, meaning } = this.exercise;
    return html`${this.renderField(this.at('talk'), talk)} ${this.#renderStrengths()} ${this.renderField(this.at('presenting'), presenting)}
    ${this.renderField(this.at('meaning'), meaning)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-colleague-strengths': ColleagueStrengths;
  }
}
