import { html, nothing, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { textOf, type FieldId } from '../../course/answers.ts';
import type { Question } from '../../course/course.ts';
import { itemFieldId, newItemId, orderBetween, position, type ListItem } from '../../course/list-field.ts';
import '../../fields/text/element.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { ItemList } from '../shared/item-list.ts';
import { listStyles } from '../shared/list-styles.ts';
import type { CustomerProfiles as CustomerProfilesExercise } from './definition.ts';
import { profileTableStyles } from './styles.ts';
import { isRemoved, type RemovedItem } from '../shared/removals.ts';
import { moveChanges } from '../shared/reorder.ts';

const CELLS = ['name', 'ways', 'channels', 'ensuring'] as const;
type Cell = (typeof CELLS)[number];

/** Customer profiles in a table with the profile's name as the row's head; where the page is narrow, a card each. */
@customElement('aspa-customer-profiles')
export class CustomerProfiles extends ExerciseElement<CustomerProfilesExercise> {
  static override readonly styles = [exerciseStyles, listStyles, profileTableStyles];

  readonly #profiles = new ItemList(this, () => this.at('profiles'), 'name');
  /** What gets the focus as soon as the changed answers are drawn. */
  #next: string | undefined;
  /** The profile whose new place is told as soon as the answers have it. */
  #moved: string | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('answers') || this.#moved === undefined) return;
    const { items } = this.#profiles;
    const place = items.findIndex(({ id }) => id === this.#moved) + 1;
    this.say(this.text.customerProfiles.moved(this.#nameOf(this.#moved), place, items.length));
    this.#moved = undefined;
  }

  // Not before: a row that is moved in the page loses the focus on the way.
  protected override updated(changed: PropertyValues<this>): void {
    if (this.#next === undefined || !changed.has('answers')) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#next);
    if (!target) return;
    this.#next = undefined;
    void (async () => {
      await (target as Partial<LitElement>).updateComplete;
      target.focus();
    })();
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

  #copy(item: ListItem): void {
    const list = this.#profiles;
    if (list.full) return;
    const { items } = list;
    const words = this.text.customerProfiles;
    const id = newItemId(this.answers, list.id);
    const after = items[items.findIndex((other) => other.id === item.id) + 1];
    const limit = this.exercise.name.maxLength ?? Infinity;
    const texts = CELLS.map((cell) => {
      const text = this.#textOf(item.id, cell);
      return [this.#field(id, cell), cell === 'name' && words.copyOf(text).length <= limit ? words.copyOf(text) : text] as const;
    });
    this.say(words.copied(this.#nameOf(item.id)));
    this.#next = `[data-field="${CSS.escape(this.#field(id, 'name'))}"]`;
    this.change({ [`${list.id}.${id}`]: position(orderBetween(item, after)), ...Object.fromEntries(texts) });
  }

  #move(item: ListItem, by: 1 | -1): void {
    const changes = moveChanges(this.#profiles.id, this.#profiles.items, item.id, by);
    if (Object.keys(changes).length === 0) return;
    this.#next = `[data-move="${item.id}${by === 1 ? '-down' : '-up'}"]`;
    this.#moved = item.id;
    this.change(changes);
  }

  #remove(item: ListItem): void {
    this.#profiles.remove(item, this.#nameOf(item.id));
  }

  #renderHead(question: Question): TemplateResult {
    const { label, help, example } = question;
    return html`<th role="columnheader" scope="col">
      ${label}${help ? html`<span class="help">${help}</span>` : nothing}${
        example
          ? html`<details>
              <summary>${this.text.fields.showExample}</summary>
              <span class="example">${example}</span>
            </details>`
          : nothing
      }
    </th>`;
  }

  #renderCell(item: ListItem, cell: Cell): TemplateResult | typeof nothing {
    const field = this.#field(item.id, cell);
    const { label, maxLength } = this.exercise[cell];
    // Cards say help and example once: the first card's serve all.
    const first = this.#profiles.items[0]?.id === item.id;
    const question = first ? this.exercise[cell] : { label, ...(maxLength === undefined ? {} : { maxLength }) };
    return this.renderField(field, question, { context: cell === 'name' ? '' : this.#nameOf(item.id), rows: cell === 'name' ? 1 : 2 });
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
    return html`<td class="actions" role="cell">
      ${this.#renderButton(item, words.copy, () => this.#copy(item), !full)}
      ${this.#renderButton(item, words.up, () => this.#move(item, -1), index > 0, `${item.id}-up`)}
      ${this.#renderButton(item, words.down, () => this.#move(item, 1), index < items.length - 1, `${item.id}-down`)}
      ${this.#renderButton(item, words.remove, () => this.#remove(item))}
    </td>`;
  }

  #renderRow(row: ListItem | RemovedItem): TemplateResult {
    if (isRemoved(row)) {
      return html`<tr role="row" class="removed">
        <td role="cell" colspan=${CELLS.length}>${this.#profiles.renderUndo(row)}</td>
      </tr>`;
    }
    return html`<tr role="row">
      <th role="rowheader" scope="row" aria-label=${this.#nameOf(row.id)}>${this.#renderCell(row, 'name')}</th>
      ${CELLS.slice(1).map((cell) => html`<td role="cell">${this.#renderCell(row, cell)}</td>`)}
      ${this.readOnly ? nothing : this.#renderActions(row)}
    </tr>`;
  }

  #renderTable(): TemplateResult {
    const { actions } = this.text.customerProfiles;
    return html`<table role="table" aria-labelledby="profiles">
      <thead>
        <tr role="row">
          ${CELLS.map((cell) => this.#renderHead(this.exercise[cell]))}
          ${this.readOnly ? nothing : html`<th class="actions" role="columnheader" scope="col"><span class="unseen">${actions}</span></th>`}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          this.#profiles.rows,
          ({ id }) => id,
          (row) => this.#renderRow(row),
        )}
      </tbody>
    </table>`;
  }

  protected override renderWork(): TemplateResult {
    const { profilesLabel, add } = this.exercise;
    return html`<section class="list" aria-labelledby="profiles">
      <h3 id="profiles">${profilesLabel}</h3>
      ${this.#profiles.rows.length === 0 ? html`<p class="hint">${this.text.customerProfiles.empty}</p>` : this.#renderTable()}
      ${this.readOnly ? nothing : this.#profiles.renderAdd(add)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-customer-profiles': CustomerProfiles;
  }
}
