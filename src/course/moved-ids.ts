/**
 * Ids that were others in an earlier release of the course, out of `content/identifiers.lock`. A learner's work may come back under the old
 * ones from anywhere (an LMS, this browser, a file), and counts as it did.
 */
import type { Answer, Answers, FieldId } from './answers.ts';

export interface MovedIds {
  /** New field ids by their old ones; `*` stands for an item of a list. */
  readonly fields: Readonly<Record<FieldId, FieldId>>;
  /** By the (new) id of their field: new option ids by their old ones. */
  readonly options: Readonly<Record<FieldId, Readonly<Record<string, string>>>>;
  /** The first id that a part's chapter had, by the one of now: its package keeps that name. */
  readonly parts?: Readonly<Record<string, string>>;
}

export const NOTHING_MOVED: MovedIds = { fields: {}, options: {} };

/** The id that the field has now. */
export function currentId(id: FieldId, { fields }: MovedIds): FieldId {
  for (const { pattern, item } of patternsOf(id)) {
    const moved = own(fields, pattern);
    if (moved !== undefined) return moved.replace('*', item);
  }
  return id;
}

/** The id under which a part's package is known, of the chapter that it begins with. */
export function firstIdOf(chapter: string, { parts = {} }: MovedIds): string {
  return own(parts, chapter) ?? chapter;
}

/** The answers under the ids of now. Where both are there, the later one stays. */
export function moveAnswers(answers: Answers, moved: MovedIds): Answers {
  if (Object.keys(moved.fields).length === 0 && Object.keys(moved.options).length === 0) return answers;
  const current = new Map<FieldId, Answer>();
  for (const [id, answer] of answers) {
    const now = currentId(id, moved);
    const text = currentText(now, answer.text, moved);
    const other = current.get(now);
    if (other && other.at > answer.at) continue;
    current.set(now, text === answer.text ? answer : { ...answer, text });
  }
  return current;
}

/**
 * Texts under the ids of now that give way to a later one under an old id, which a page of an earlier release wrote: it showed nothing of
 * them. A later one under the id of now was written by a page that did show the other.
 * @param beside where they stand, if not in the same answers
 */
export function notShownThere(answers: Answers, moved: MovedIds, beside = answers): [FieldId, Answer][] {
  return [...answers].flatMap(([id, { at }]): [FieldId, Answer][] => {
    const now = currentId(id, moved);
    const other = now === id ? undefined : beside.get(now);
    return other && other.at <= at ? [[now, { ...other, text: currentText(now, other.text, moved) }]] : [];
  });
}

/** Picked options, steps of a scale and the branch of a node are ids with spaces between. */
function currentText(id: FieldId, text: string, { options }: MovedIds): string {
  const moved = patternsOf(id)
    .map(({ pattern }) => own(options, pattern))
    .find((found) => found !== undefined);
  if (!moved) return text;
  return text
    .split(' ')
    .map((option) => own(moved, option) ?? option)
    .join(' ');
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
