import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Answers } from '../../course/answers.ts';
import { needsOf } from '../../course/completion-rules.ts';
import type { Text } from '../../text/text.ts';
import { compareStyles, renderCompare } from '../shared/compare.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { stepStyles } from '../shared/step-styles.ts';
import type { StakeholderMap as StakeholderMapExercise } from './definition.ts';
import './map-window.ts';
import type { NodeEvent } from './map-window.ts';
import { Outline } from './outline.ts';
import { drawnMap, laidOutMap } from './map-drawing.ts';
import { Sides } from './sides.ts';
import { mapOutlineStyles } from './outline-styles.ts';

/**
 * A mind map of the people and places around a library. The outline is where it is written, a branch at a time, the drawn map the
 * outline's live view.
 */
@customElement('aspa-stakeholder-map')
export class StakeholderMap extends ExerciseElement<StakeholderMapExercise> {
  static override readonly styles = [exerciseStyles, compareStyles, stepStyles, mapOutlineStyles];
  static override readonly answerPicture = (exercise: StakeholderMapExercise, answers: Answers, text: Text, room: number): TemplateResult =>
    drawnMap(exercise, laidOutMap(exercise, answers, room), text);

  readonly #sides = new Sides(this);
  readonly #outline = new Outline(this);

  /** Shows the side of the map that an element stands in, and opens its branch. */
  override async reveal(element: Element): Promise<void> {
    await this.#sides.reveal(element);
    await super.reveal(element);
  }

  /** Branches in which something stands. */
  protected override get tally(): readonly [done: number, all: number] {
    const { branches } = this.exercise;
    return [branches.length - needsOf(this.exercise, this.course, this.answers).length, branches.length];
  }

  async #picked(event: NodeEvent): Promise<void> {
    const target = this.#outline.fieldOf(event.node);
    if (!target) return;
    await this.reveal(target);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  }

  #renderPicture(): TemplateResult {
    return html`<aspa-map-window
      .exercise=${this.exercise}
      .answers=${this.answers}
      .text=${this.text}
      .current=${this.#outline.current}
      @aspa-map-node=${this.#picked}
    ></aspa-map-window>`;
  }

  protected override renderWork(): TemplateResult {
    const { areBeside, areTabs } = this.#sides;
    const needs = needsOf(this.exercise, this.course, this.answers);
    const isDone = needs.length === 0;
    const branches = this.steps.renderList(this.#outline.steps(needs), isDone);
    // Once something stands under every branch.
    const compare = renderCompare({ compare: this.exercise.compare, answered: isDone, of: this.exercise.title }, this.text);
    return html`${this.#sides.renderTabs()}
      <div class="map ${areBeside ? 'beside' : areTabs ? 'tabbed' : ''}">
        ${this.#sides.renderSide('list', this.#outline.render(branches, compare))}
        ${this.#sides.renderSide('picture', this.#renderPicture())}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-stakeholder-map': StakeholderMap;
  }
}
