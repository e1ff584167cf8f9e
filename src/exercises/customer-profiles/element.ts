import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { textOf, type FieldId } from '../../course/answers.ts';
import { minimumOf, needsOf } from '../../course/completion-rules.ts';
import { itemFieldId, newItemId, orderBetween, position, type ListItem } from '../../course/list-items.ts';
import '../../fields/text/element.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { firstWords } from '../shared/first-words.ts';
import { selectorOf } from '../shared/next-focus.ts';
import { ItemList } from '../shared/item-list.ts';
import { listStyles } from '../shared/list-styles.ts';
import type { CustomerProfiles as CustomerProfilesExercise } from './definition.ts';
import { heardIdeas, heardStyles, renderHeard } from './heard-ideas.ts';
import { meetingStyles, renderMeetingPlan } from './meeting-plan.ts';
import { isRemoved } from '../shared/removals.ts';
import { moveChanges } from '../shared/reorder.ts';
import { sheetFoldStyles } from '../shared/sheet-fold.ts';
import { stepStyles } from '../shared/step-styles.ts';
import type { Step } from '../shared/step.ts';
import { profileStyles } from './styles.ts';

const CELLS = ['name', 'ways', 'channels', 'ensuring'] as const;
type Cell = (typeof CELLS)[number];

/** Customer profiles as cards, each folded to its name and its first words but one. */
@customElement('aspa-customer-profiles')
export class CustomerProfiles extends ExerciseElement<CustomerProfilesExercise> {
  static override readonly styles = [exerciseStyles, listStyles, stepStyles, profileStyles, heardStyles, sheetFoldStyles, meetingStyles];

  readonly #profiles = new ItemList(this, () => this.at('profiles'), 'name');
  /** The profile whose new place is told as soon as the answers have it. */
  #moved: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('answers') || this.#moved === undefined) return;
    const { items } = this.#profiles;
    const place = items.findIndex(({ id }) => id === this.#moved) + 1;
    this.say(this.text.customerProfiles.moved(this.#nameOf(this.#moved), place, items.length));
    this.#moved = undefined;
  }

  #field(item: string, cell: Cell): FieldId {
    return itemFieldId(this.#profiles.id, item, cell);
  }

  #textOf(item: string, cell: Cell): string {
    return textOf(this.answers, this.#field(item, cell));
  }

  #nameOf(item: string): string {
    const name = this.#textOf(item, 'name').trim();
    return name || this.text.customerProfiles.unnamed(this.#profiles.items.findIndex(({ id }) => id === item) + 1);
  }

  /** A copy has no name before she gives it one: what nobody has changed is no second profile, and must earn no class. */
  #copy(item: ListItem): void {
    const list = this.#profiles;
    if (list.full) return;
    const { items } = list;
    const words = this.text.customerProfiles;
    const id = newItemId(this.answers, list.id);
    const after = items[items.findIndex((other) => other.id === item.id) + 1];
    const texts = CELLS.map((cell) => [this.#field(id, cell), cell === 'name' ? '' : this.#textOf(item.id, cell)] as const);
    this.say(words.copied(this.#nameOf(item.id)));
    list.focus.ask(selectorOf(this.#field(id, 'name')));
    this.change({ [`${list.id}.${id}`]: position(orderBetween(item, after)), ...Object.fromEntries(texts) });
  }

  #move(item: ListItem, by: 1 | -1): void {
    const changes = moveChanges(this.#profiles.id, this.#profiles.items, item.id, by);
    if (Object.keys(changes).length === 0) return;
    this.#profiles.focus.ask(`[data-move="${item.id}${by === 1 ? '-down' : '-up'}"]`);
    this.#moved = item.id;
    this.change(changes);
  }

  #remove(item: ListItem): void {
    this.#profiles.remove(item, this.#nameOf(item.id));
  }

  /** Whole profiles, of so many as are needed. */
  protected override get tally(): readonly [done: number, all: number] {
    const { size } = this.completeItems(this.#profiles.id);
    return [size, Math.max(minimumOf(this.exercise, this.course) ?? this.exercise.minimum, this.#profiles.items.length)];
  }

  #renderButton(item: ListItem, words: string, press: () => void, possible = true, id = ''): TemplateResult {
    return html`<button
      class="quiet"
      type="button"
      data-move=${id || nothing}
      aria-label="${words}: ${this.#nameOf(item.id)}"
      aria-disabled=${possible ? 'false' : 'true'}
      @click=${press}
    >
      ${words}
    </button>`;
  }

  #renderActions(item: ListItem): TemplateResult {
    const words = this.text.customerProfiles;
    const { items, full } = this.#profiles;
    const index = items.findIndex(({ id }) => id === item.id);
    return html`<div class="actions">
      ${this.#renderButton(item, words.copy, () => this.#copy(item), !full)}
      ${this.#renderButton(item, words.up, () => this.#move(item, -1), index > 0, `${item.id}-up`)}
      ${this.#renderButton(item, words.down, () => this.#move(item, 1), index < items.length - 1, `${item.id}-down`)}
      ${this.#renderButton(item, words.remove, () => this.#remove(item))}
    </div>`;
  }

  #profile(item: ListItem, isDone: boolean): Step {
    const name = this.#nameOf(item.id);
    const filled = CELLS.filter((cell) => this.#textOf(item.id, cell).trim() !== '').length;
    const ways = firstWords(this.#textOf(item.id, 'ways'));
    return {
      id: `${this.#profiles.id}.${item.id}`,
      title: name,
      isUnderHeading: true,
      isDone,
      ...(isDone ? {} : { state: this.text.exercise.steps.tally(filled, CELLS.length) }),
      line: ways === '' ? nothing : html`${ways}`,
      content: html`<div class="cells">
          ${CELLS.map((cell) =>
            this.renderField(this.#field(item.id, cell), this.exercise[cell], {
              context: cell === 'name' ? '' : name,
              // Beside the name with its help, what is told of them has as much room.
              rows: { name: 1, ways: 3, channels: 2, ensuring: 2 }[cell],
            }),
          )}
        </div>
        ${this.readOnly ? nothing : this.#renderActions(item)}`,
    };
  }

  protected override renderWork(): TemplateResult {
    const { profilesLabel, add } = this.exercise;
    const { rows } = this.#profiles;
    const complete = this.completeItems(this.#profiles.id);
    const isDone = needsOf(this.exercise, this.course, this.answers).length === 0;
    const steps = rows.map((row) =>
      isRemoved(row) ? { id: row.id, between: this.#profiles.renderUndo(row) } : this.#profile(row, complete.has(row.id)),
    );
    const heard = heardIdeas(this.course, this.exercise.answersOf, this.answers);
    return html`<div>${renderMeetingPlan(this.exercise, heard, this.text)} ${renderHeard(heard, this.text)}</div>
      <section class="list" aria-labelledby="profiles">
        <h3 id="profiles">${profilesLabel}</h3>
        ${rows.length === 0 ? html`<p class="hint">${this.text.customerProfiles.empty}</p>` : nothing}
        ${rows.length === 0 ? nothing : html`<div class="profiles">${this.steps.renderList(steps, isDone)}</div>`}
        ${this.readOnly ? nothing : this.#profiles.renderAdd(add)}
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-customer-profiles': CustomerProfiles;
  }
}
