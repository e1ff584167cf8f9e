import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Answers, FieldId } from '../../course/answers.ts';
import { needsOf, type Need } from '../../course/completion-rules.ts';
import type { Text } from '../../text/text.ts';
import { compareStyles, renderCompare } from '../shared/compare.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import type { StakeholderMap as StakeholderMapExercise } from './definition.ts';
import './map-view.ts';
import type { NodeEvent } from './map-view.ts';
import { Outline } from './outline.ts';
import { mapPicture } from './picture.ts';
import { Sides } from './sides.ts';
import { mapOutlineStyles } from './styles.ts';

/**
 * A mind map of the people and places around a library. The outline is where it is written, the drawn map the outline's live view.
 */
@customElement('aspa-stakeholder-map')
export class StakeholderMap extends ExerciseElement<StakeholderMapExercise> {
  static override readonly styles = [exerciseStyles, compareStyles, mapOutlineStyles];
  static override readonly answerPicture = (exercise: StakeholderMapExercise, answers: Answers, text: Text): TemplateResult =>
    mapPicture(exercise, answers, text);

  readonly #sides = new Sides(this);
  readonly #outline = new Outline(this);

  /** Shows the side of the map that an element stands in. */
  override async reveal(element: Element): Promise<void> {
    await this.#sides.reveal(element);
    await super.reveal(element);
  }

  /** Branches in which something stands. */
  protected override get tally(): readonly [done: number, all: number] {
    const { branches } = this.exercise;
    return [branches.length - needsOf(this.exercise, this.course, this.answers).length, branches.length];
  }

  protected override goOn([need]: readonly Need[]): { readonly place: FieldId; readonly title: string } | undefined {
    const branch = this.exercise.branches.find(({ label }) => label === need?.label);
    return need && branch && { place: need.field, title: branch.shortLabel };
  }

  async #picked(event: NodeEvent): Promise<void> {
    const target = this.#outline.fieldOf(event.node);
    if (!target) return;
    await this.reveal(target);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  }

  /** There is something to compare, and something stands under every branch. */
  get #isComparable(): boolean {
    return this.exercise.compare !== undefined && needsOf(this.exercise, this.course, this.answers).length === 0;
  }

  #renderPicture(): TemplateResult {
    return html`<aspa-map-view
      .exercise=${this.exercise}
      .answers=${this.answers}
      .text=${this.text}
      .current=${this.#outline.current}
      @aspa-map-node=${this.#picked}
    ></aspa-map-view>`;
  }

  protected override renderWork(): TemplateResult {
    const { areBeside, areTabs } = this.#sides;
    const compare = renderCompare({ compare: this.exercise.compare, answered: this.#isComparable, of: this.exercise.title }, this.text);
    return html`${this.#sides.renderTabs()}
      <div class="map ${areBeside ? 'beside' : areTabs ? 'tabbed' : ''}">
        ${this.#sides.renderSide('list', this.#outline.render(compare))} ${this.#sides.renderSide('picture', this.#renderPicture())}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-stakeholder-map': StakeholderMap;
  }
}
