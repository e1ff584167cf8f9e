/**
 * Lists and trees out of plain fields. An item is there while its position field (`<list>.<item>`) has a text, and its own
 * fields are `<list>.<item>.<field>`. So adding, moving and removing are changes of single fields, and a merge of two
 * copies never loses an item that only one of them knew. A removed item leaves an empty position; the rest of it stays in the
 * store, so that it can be put back, until the state is saved without it (`livingAnswers`). Words that were written later than it was removed,
 * or that whoever removed it had not read, as in another browser, put it back (`revivedItems`).
 */
import { textOf, type Answer, type AnswerChanges, type Answers, type FieldId } from './answers.ts';

export interface ListItem {
  readonly id: string;
  /** Sorts the items; a decimal number. */
  readonly order: number;
  /** The node above, in a tree; a branch's id for the topmost. */
  readonly parent?: string;
}

/** The items of a list, or all nodes of a tree, in their order. */
export function itemsOf(answers: Answers, list: FieldId): ListItem[] {
  const items: ListItem[] = [];
  const prefix = `${list}.`;
  for (const [id, { text }] of answers) {
    if (!id.startsWith(prefix) || text === '') continue;
    const item = id.slice(prefix.length);
    if (item.includes('.')) continue;
    const position = parsePosition(text);
    if (position) items.push({ id: item, ...position });
  }
  return items.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/**
 * All nodes of a tree in their order, each within reach of a branch. A node whose parent is gone, or that hangs below itself, as
 * may be where two copies of the work were merged, stands under the first branch: nothing that was written is out of sight.
 */
export function nodesOf(answers: Answers, tree: FieldId, branches: readonly { readonly id: string }[]): ListItem[] {
  const items = itemsOf(answers, tree);
  const reached = new Set<string>();
  const reach = (parent: string): void => {
    for (const { id } of childrenOf(items, parent)) {
      if (reached.has(id)) continue;
      reached.add(id);
      reach(id);
    }
  };
  for (const { id } of branches) reach(id);
  const home = branches[0]?.id;
  const adopted = new Set<string>();
  for (let lost = items; home !== undefined;) {
    lost = lost.filter(({ id }) => !reached.has(id));
    const top = lost.find(({ parent }) => !lost.some(({ id }) => id === parent)) ?? lost[0];
    if (!top) break;
    adopted.add(top.id);
    reached.add(top.id);
    reach(top.id);
  }
  return adopted.size === 0 ? items : items.map((item) => (adopted.has(item.id) ? { ...item, parent: home as string } : item));
}

/** The nodes right under `parent`, in their order. */
export function childrenOf(items: readonly ListItem[], parent: string): ListItem[] {
  return items.filter((item) => item.parent === parent);
}

/** Whether the field says where an item of one of the lists stands. */
export function isPosition(field: FieldId, lists: readonly FieldId[]): boolean {
  return lists.some((list) => field.startsWith(`${list}.`) && !field.slice(list.length + 1).includes('.'));
}

export function itemFieldId(list: FieldId, item: string, field: string): FieldId {
  return `${list}.${item}.${field}`;
}

/** An id that no item of the list, living or removed, has: four characters, a letter first. */
export function newItemId(answers: Answers, list: FieldId, random: () => number = Math.random): string {
  for (;;) {
    const letter = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)] ?? 'a';
    const id =
      letter +
      Math.floor(random() * 36 ** 3)
        .toString(36)
        .padStart(3, '0');
    if (!answers.has(`${list}.${id}`)) return id;
  }
}

/** The text of a position field. */
export function position(order: number, parent?: string): string {
  return parent === undefined ? String(order) : `${parent} ${order}`;
}

/** An order after the last of `items`. */
export function orderAtEnd(items: readonly ListItem[]): number {
  return items.reduce((last, item) => Math.max(last, item.order), 0) + 1;
}

/** An order that puts an item between its new neighbours; either may be missing. */
export function orderBetween(before: ListItem | undefined, after: ListItem | undefined): number {
  if (!before && !after) return 1;
  if (!before) return (after as ListItem).order - 1;
  if (!after) return before.order + 1;
  return shortBetween(before.order, after.order);
}

/** Between two numbers, near their middle, with few digits: each is kept in the learner's state. Where she adds one item right after the other there is room for some fifty. */
function shortBetween(low: number, high: number): number {
  const middle = (low + high) / 2;
  for (let digits = 0; digits < 16; digits += 1) {
    const short = Number(middle.toFixed(digits));
    if (low < short && short < high) return short;
  }
  return middle;
}

/**
 * Orders that put so many items between their new neighbours, as far apart as they can be with few digits: each is kept in the learner's state.
 * One halved after the other would run out of digits, and out of order, at some fifty.
 */
export function ordersBetween(before: ListItem | undefined, after: ListItem | undefined, count: number): number[] {
  const first = before?.order ?? (after?.order ?? count + 1) - count - 1;
  const step = before && after ? (after.order - before.order) / 2 ** Math.ceil(Math.log2(count + 1)) : 1;
  return Array.from({ length: count }, (_, index) => first + step * (index + 1));
}

/** The change that removes an item, and for a tree all that hangs below it. Putting the old texts back undoes it. */
export function removal(answers: Answers, list: FieldId, item: string): AnswerChanges {
  const items = itemsOf(answers, list);
  const gone = new Set([item]);
  for (const id of gone) for (const child of childrenOf(items, id)) gone.add(child.id);
  return Object.fromEntries([...gone].map((id) => [`${list}.${id}`, '']));
}

/**
 * The answers without the fields of removed items, for saving: of a removed item its empty position is enough to keep it removed
 * when two copies are merged. What was written later than the removal stays, since whoever wrote it did not know of it.
 * @param lists the ids of the course's list and tree fields
 */
export function livingAnswers(answers: Answers, lists: readonly FieldId[]): Answers {
  return new Map(
    [...answers].filter(([id, { at }]) => {
      const removedAt = removalOf(id, answers, lists)?.at;
      return removedAt === undefined || isSecondsLater(at, removedAt);
    }),
  );
}

/** Whether whoever removed an item had not read the words of one of its fields. */
export type IsUnread = (field: FieldId, words: Answer, position: FieldId) => boolean;

/**
 * The change that puts back, at the end of their list, removed items in which something was written later than they were removed, or had not
 * been read: one copy of the work removed a row while she wrote on in it in another. And items of which nothing says where they stand, as where
 * a state was cut, or she has chosen a text whose row no copy has any more: nobody would see the words.
 * @returns their positions, as new as those words, and newer than the removal
 */
export function revivedItems(answers: Answers, lists: readonly FieldId[], isUnread: IsUnread = () => false): Answers {
  const revived = new Map<FieldId, Answer>();
  for (const [id, words] of answers) {
    const place = words.text === '' ? undefined : placeOf(id, lists);
    if (!place) continue;
    const { list, position } = place;
    const at = standsAgainAt(words, answers.get(position), () => isUnread(id, words, position));
    if (at === undefined) continue;
    const order = orderBetween(itemsOf(new Map([...answers, ...revived]), list).at(-1), undefined);
    if ((revived.get(position)?.at ?? 0) < at) revived.set(position, { text: revived.get(position)?.text ?? String(order), at });
  }
  return revived;
}

/** @param position of the words' item. @returns undefined where it stands, or stays removed */
function standsAgainAt(words: Answer, position: Answer | undefined, isUnread: () => boolean): number | undefined {
  if (!position) return words.at;
  if (position.text !== '') return undefined;
  if (isSecondsLater(words.at, position.at)) return words.at;
  return isUnread() ? position.at + 1000 : undefined;
}

/** Of an item's own field the removal of that item; undefined where the item is there, or it is no such field. */
function removalOf(id: FieldId, answers: Answers, lists: readonly FieldId[]): Answer | undefined {
  const place = placeOf(id, lists);
  const stands = place && answers.get(place.position);
  return stands?.text === '' ? stands : undefined;
}

/** Of an item's own field the list and the item's position; undefined where it is no such field. */
function placeOf(id: FieldId, lists: readonly FieldId[]): { readonly list: FieldId; readonly position: FieldId } | undefined {
  const list = lists.find((candidate) => id.startsWith(`${candidate}.`));
  if (list === undefined) return undefined;
  const [item = '', ...field] = id.slice(list.length + 1).split('.');
  return field.length > 0 ? { list, position: `${list}.${item}` } : undefined;
}

/** In whole seconds, which is what every LMS keeps. */
function isSecondsLater(at: number, before: number): boolean {
  return Math.floor(at / 1000) > Math.floor(before / 1000);
}

/** The change that undoes `changes`: the texts that those fields have now. */
export function inverse(answers: Answers, changes: AnswerChanges): AnswerChanges {
  return Object.fromEntries(Object.keys(changes).map((id) => [id, textOf(answers, id)]));
}

function parsePosition(text: string): { order: number; parent?: string } | undefined {
  const [first = '', second] = text.split(' ');
  const order = Number(second ?? first);
  if (!Number.isFinite(order)) return undefined;
  return second === undefined ? { order } : { order, parent: first };
}
