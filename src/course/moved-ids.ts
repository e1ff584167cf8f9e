/**
 * Ids that were others in an earlier release of the course, out of `content/identifiers.lock`. A learner's work may come back under the old
 * ones from anywhere (an LMS, this browser, a file), and counts as it did.
 */
import { note, type Answer, type Answers, type FieldId } from './answers.ts';
import { isDay, stays } from './merge-answers.ts';

export interface MovedIds {
  /** New field ids by their old ones, a field's older names before its newer ones; `*` stands for an item of a list. */
  readonly fields: Readonly<Record<FieldId, FieldId>>;
  /** By the (new) id of their field: new option ids by their old ones. */
  readonly options: Readonly<Record<FieldId, Readonly<Record<string, string>>>>;
  /** The first id that a part's chapter had, by the one of now: its package keeps that name. */
  readonly parts?: Readonly<Record<string, string>>;
}

export const NOTHING_MOVED: MovedIds = { fields: {}, options: {} };

/** The item to which answers come whose questions are asked in each item of a list now; no item that a learner adds is called so (`newItemId`). */
const FIRST_ROW = 'first';

/** The id that the field has now. */
export function currentId(id: FieldId, { fields }: MovedIds): FieldId {
  for (const { pattern, item } of patternsOf(id)) {
    const moved = own(fields, pattern);
    if (moved !== undefined) return moved.replace('*', item || FIRST_ROW);
  }
  return id;
}

/** The id that a class has now. */
export function currentClass(id: string, moved: MovedIds): string {
  return currentId(note.earned(id), moved).slice(note.earned('').length);
}

/** The id under which a part's package is known, of the chapter that it begins with. */
export function firstIdOf(chapter: string, { parts = {} }: MovedIds): string {
  return own(parts, chapter) ?? chapter;
}

/** An answer with the id under which it was found. */
interface Named {
  readonly name: FieldId;
  readonly answer: Answer;
}

/** The answers under the ids of now. Where several names of a field are there, the latest text stays; of days on which something was reached the earliest. */
export function moveAnswers(answers: Answers, moved: MovedIds): Answers {
  if (Object.keys(moved.fields).length === 0 && Object.keys(moved.options).length === 0) return answers;
  return new Map([...byCurrentId(answers, moved)].map(([id, named]) => [id, stayingOf(id, named, moved).answer]));
}

/**
 * Texts that give way to a later one under an older name of their field, or to one of the same time under another name: the page of an earlier
 * release that wrote it showed nothing of them. A later one under a newer name was written by a page that did show the other.
 * @param answers from all places where they stand
 */
export function notShownThere(answers: Iterable<readonly [FieldId, Answer]>, moved: MovedIds): [FieldId, Answer][] {
  return [...byCurrentId(answers, moved)].flatMap(([id, named]) => {
    if (named.length === 1 || id.startsWith('@')) return [];
    const staying = stayingOf(id, named, moved);
    const notShown = named.filter(
      ({ name, answer: { at } }) => name !== staying.name && (at === staying.answer.at || isNewerName(name, staying.name, moved)),
    );
    return notShown.map(({ answer }): [FieldId, Answer] => [id, answer]);
  });
}

function byCurrentId(answers: Iterable<readonly [FieldId, Answer]>, moved: MovedIds): Map<FieldId, Named[]> {
  const found = new Map<FieldId, Named[]>();
  for (const [name, answer] of answers) {
    const id = currentId(name, moved);
    const text = currentText(id, answer.text, moved);
    const named = { name, answer: text === answer.text ? answer : { ...answer, text } };
    const others = found.get(id);
    if (others) others.push(named);
    else found.set(id, [named]);
  }
  return found;
}

function stayingOf(id: FieldId, named: readonly Named[], moved: MovedIds): Named {
  if (isDay(id)) return named.reduce((earliest, each) => (stays(id, earliest.answer, each.answer) ? earliest : each));
  return named.reduce((latest, each) => {
    const { at } = each.answer;
    const isLater = at === latest.answer.at ? !isNewerName(latest.name, each.name, moved) : at > latest.answer.at;
    return isLater ? each : latest;
  });
}

/** Of two names of one field: whether a later release gave it the first. */
export function isNewerName(one: FieldId, other: FieldId, { fields }: MovedIds): boolean {
  const names = Object.keys(fields);
  const ageOf = (name: FieldId): number => {
    const places = patternsOf(name).map(({ pattern }) => names.indexOf(pattern));
    return places.find((place) => place >= 0) ?? Infinity;
  };
  return ageOf(one) > ageOf(other);
}

/** Picked options, steps of a scale and the branch of a node are ids with spaces between. */
function currentText(id: FieldId, text: string, { options }: MovedIds): string {
  const moved = patternsOf(id)
    .map(({ pattern }) => own(options, pattern))
    .find((found) => found !== undefined);
  if (!moved) return text;
  // Two of them may be one now.
  return [...new Set(text.split(' ').map((option) => own(moved, option) ?? option))].join(' ');
}

/** Ids come from files and LMSs: one may be called `constructor`. */
function own<Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** The id itself, as a field of an item (`list.*.field`), as an item (`list.*`). */
function patternsOf(id: FieldId): { readonly pattern: string; readonly item: string }[] {
  const parts = id.split('.');
  const starred = (index: number): { pattern: string; item: string } => ({
    pattern: parts.map((part, at) => (at === index ? '*' : part)).join('.'),
    item: parts[index] ?? '',
  });
  return [{ pattern: id, item: '' }, ...(parts.length > 3 ? [starred(parts.length - 2), starred(parts.length - 1)] : [])];
}
