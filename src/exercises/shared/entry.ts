import { html, nothing, type TemplateResult } from 'lit';
import type { ListItem } from '../../course/list-items.ts';
import type { ItemList } from './item-list.ts';

export interface Entry {
  /** What the folded entry shows. */
  readonly summary: TemplateResult;
  readonly fields: TemplateResult;
  /** The words on the button that removes it. */
  readonly remove: string;
  /** By its number, said after those words to who does not see in which entry the button stands. */
  readonly called: string;
  /** What "undo" calls it. */
  readonly name: string;
}

/** A row of a list that folds to one line; what it asks is inside. An entry that may only be read stands open. */
export function renderEntry(
  list: ItemList,
  item: ListItem,
  { summary, fields, remove, called, name }: Entry,
  readOnly: boolean,
): TemplateResult {
  return html`<details class="entry" ?open=${readOnly || list.isOpen(item.id)} @toggle=${(event: Event) => list.toggled(item.id, event)}>
    <summary><div>${summary}</div></summary>
    <div class="body">
      ${fields}
      ${
        readOnly
          ? nothing
          : html`<button class="quiet" type="button" @click=${() => list.remove(item, name)}>
              ${remove}<span class="unseen">: ${called}</span>
            </button>`
      }
    </div>
  </details>`;
}
