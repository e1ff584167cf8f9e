import type { FieldId } from '../../course/answers.ts';
import { isPosition } from '../../course/list-items.ts';
import { knownOf } from './asked-texts.ts';
import type { StoredCopy } from './browser-copy.ts';

/** Of a copy what the LMS has neither handed over nor taken, with the places of the rows in which it stands. @param lists the ids of lists and trees */
export function unsentWords(stored: StoredCopy, lists: readonly FieldId[]): StoredCopy {
  const unsent = new Set(unsentFields(stored));
  const isRowOf = (place: FieldId): boolean => isPosition(place, lists) && [...unsent].some((field) => field.startsWith(`${place}.`));
  return { ...stored, answers: new Map([...stored.answers].filter(([field]) => unsent.has(field) || isRowOf(field))) };
}

/** Nothing is to be had of an empty text: a field that was cleared, a row that was removed. */
function unsentFields({ answers, unsent, confirmedAt, ...known }: StoredCopy): FieldId[] {
  const written = [...answers].filter(([field, { text }]) => !field.startsWith('@') && text !== '');
  const inCopy = new Set(unsent);
  const asked = knownOf(answers, known);
  const isUnsent = (field: FieldId, at: number): boolean => (unsent ? inCopy.has(field) : at > confirmedAt && !asked.has(field));
  return written.filter(([field, { at }]) => isUnsent(field, at)).map(([field]) => field);
}
