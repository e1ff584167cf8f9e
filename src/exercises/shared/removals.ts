import type { AnswerChanges, Answers, FieldId } from '../../course/answers.ts';
import { inverse, itemsOf, removal, type ListItem } from '../../course/list-items.ts';
import { firstWords } from './first-words.ts';

/** A removed item that can still be put back, in the place where it stood. */
export interface RemovedItem extends ListItem {
  readonly removed: true;
  /** What it was called, for the words beside "undo". */
  readonly name: string;
}

/**
 * The undo of every removal: remembers what was removed from an exercise's lists and trees since it was opened. Hands out the
 * changes to make and makes none itself; with the changed answers the exercise is drawn anew.
 */
export class Removals {
  readonly #removed = new Map<string, { readonly list: FieldId; readonly item: RemovedItem; readonly undo: AnswerChanges }>();

  /** The changes that remove an item, remembered for undo. */
  remove(answers: Answers, list: FieldId, item: ListItem, name: string): AnswerChanges {
    const changes = removal(answers, list, item.id);
    this.#removed.set(`${list}.${item.id}`, {
      list,
      item: { ...item, removed: true, name: firstWords(name) },
      undo: inverse(answers, changes),
    });
    return changes;
  }

  /** The changes that put an item back with all below it; undefined where there is no room for so many. @param room for so many items */
  undo(list: FieldId, item: string, room: number): AnswerChanges | undefined {
    const key = `${list}.${item}`;
    const changes = this.#removed.get(key)?.undo ?? {};
    if (Object.keys(changes).length > room) return undefined;
    this.#removed.delete(key);
    return changes;
  }

  /** Living and removed items of a list in their order, so that "undo" stands where the item stood. */
  rows(answers: Answers, list: FieldId): (ListItem | RemovedItem)[] {
    const living = itemsOf(answers, list);
    const there = new Set(living.map(({ id }) => id));
    const removed = [...this.#removed.values()].filter((entry) => entry.list === list && !there.has(entry.item.id)).map(({ item }) => item);
    return [...living, ...removed].sort((a, b) => a.order - b.order);
  }
}

export function isRemoved(row: ListItem | RemovedItem): row is RemovedItem {
  return 'removed' in row;
}
