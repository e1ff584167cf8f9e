import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { AnswerEvent } from '../../course/answer-event.ts';
import type { AnswerChanges, Answers, FieldId } from '../../course/answers.ts';
import { itemFieldId, itemsOf, newItemId, orderAtEnd, position, type ListItem } from '../../course/list-items.ts';
import { LIST_MAXIMUM } from '../../fields/list/definition.ts';
import { SayEvent } from '../../fields/shared/announcer.ts';
import type { Text } from '../../text/text.ts';
import { NextFocus, selectorOf } from './next-focus.ts';
import { isRemoved, Removals, type RemovedItem } from './removals.ts';
import { renderUndo } from './render-undo.ts';

/** What a list needs of its exercise. */
type Host = LitElement & { readonly answers: Answers; readonly text: Text; reveal(element: Element): Promise<void> };

/**
 * One list of an exercise: rows are added at the end with the focus in the new row, removed with "undo" in their place and the
 * focus on it, and put back with the focus in them again. Rows in `<details>` stay as the learner left them, open or closed.
 */
export class ItemList {
  readonly #host: Host;
  readonly #list: () => FieldId;
  readonly #first: string;
  readonly #removals = new Removals();
  readonly #open = new Set<string>();
  readonly focus: NextFocus;

  /**
   * @param list the list's id; asked each time, since the host has its exercise later than its controllers
   * @param first the local id of the field that gets the focus in a new row
   */
  constructor(host: Host, list: () => FieldId, first: string) {
    this.#host = host;
    this.#list = list;
    this.#first = first;
    this.focus = new NextFocus(host);
  }

  get id(): FieldId {
    return this.#list();
  }

  /** Living and removed rows in their order. */
  get rows(): (ListItem | RemovedItem)[] {
    return this.#removals.rows(this.#host.answers, this.id);
  }

  get items(): ListItem[] {
    return itemsOf(this.#host.answers, this.id);
  }

  get full(): boolean {
    return this.items.length >= LIST_MAXIMUM;
  }

  /** Adds a row at the end. @param texts first texts of its fields, by local id */
  add(texts: Readonly<Record<string, string>> = {}): void {
    if (this.full) return;
    const { answers } = this.#host;
    const item = newItemId(answers, this.id);
    this.#open.add(item);
    this.focus.ask(selectorOf(itemFieldId(this.id, item, this.#first)));
    this.#change({
      [`${this.id}.${item}`]: position(orderAtEnd(this.rows)),
      ...Object.fromEntries(Object.entries(texts).map(([local, text]) => [itemFieldId(this.id, item, local), text])),
    });
    if (this.items.length === LIST_MAXIMUM - 1) this.#sayFull();
  }

  remove(item: ListItem, name: string): void {
    this.focus.ask(`[data-undo="${CSS.escape(`${this.id}.${item.id}`)}"]`);
    this.#change(this.#removals.remove(this.#host.answers, this.id, item, name));
  }

  undo(item: string): void {
    const changes = this.#removals.undo(this.id, item, LIST_MAXIMUM - this.items.length);
    if (!changes) return this.#sayFull();
    this.focus.ask(selectorOf(itemFieldId(this.id, item, this.#first)));
    this.#change(changes);
  }

  /** Whether the row's details are to be open. */
  isOpen(item: string): boolean {
    return this.#open.has(item);
  }

  /** Keeps what the learner did to the row's details. */
  toggled(item: string, event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.#open.add(item);
    else this.#open.delete(item);
  }

  /** The button that adds a row, which is also where a link to the list leads. */
  renderAdd(label: string, texts?: () => Readonly<Record<string, string>>): TemplateResult {
    const { full } = this;
    return html`<div class="add">
      <button
        type="button"
        data-field=${this.id}
        aria-disabled=${full ? 'true' : nothing}
        aria-describedby=${full ? `${this.id}-full` : nothing}
        @click=${() => this.add(texts?.())}
      >
        ${label}
      </button>
      <p id="${this.id}-full">${full ? this.#host.text.fields.listFull(LIST_MAXIMUM) : ''}</p>
    </div>`;
  }

  /** What stands in the place of a removed row. */
  renderUndo({ id, name }: RemovedItem): TemplateResult {
    return renderUndo(`${this.id}.${id}`, name, this.full, this.#host.text.fields, () => this.undo(id));
  }

  /** The rows as a list, each kept in its place in the page. @param render its second parameter counts living rows from 1 */
  renderRows(render: (item: ListItem, number: number) => TemplateResult): TemplateResult | typeof nothing {
    let number = 0;
    const rows = this.rows.map((row) => ({ key: row.id, content: isRemoved(row) ? this.renderUndo(row) : render(row, ++number) }));
    if (rows.length === 0) return nothing;
    return html`<ul class="rows">
      ${repeat(
        rows,
        ({ key }) => key,
        ({ content }) => html`<li>${content}</li>`,
      )}
    </ul>`;
  }

  #sayFull(): void {
    this.#host.dispatchEvent(new SayEvent(this.#host.text.fields.listFull(LIST_MAXIMUM)));
  }

  #change(changes: AnswerChanges): void {
    this.#host.dispatchEvent(new AnswerEvent(changes));
  }
}
