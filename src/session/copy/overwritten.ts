import type { Answer, FieldId } from '../../course/answers.ts';
import { livingAnswers } from '../../course/list-items.ts';
import { inSeconds, mergeAnswers } from '../../course/merge-answers.ts';
import { hadLast } from './asked-texts.ts';
import type { SavedState } from '../../tracking/tracker.ts';
import type { StoredCopy } from './browser-copy.ts';

/**
 * A copy of which the LMS lacks what it is known to have had: a page of another computer, open since before, has saved its own state over it. Whoever wrote
 * there has read what was written before that, and nothing after it; the LMS is known to have everything until then. Of the last texts before that it is
 * not sure that they had been read: only until the last one that stands there as it was.
 * @param lists ids of lists and trees: of a removed row the LMS has the empty place alone
 * @param isOverwritten that is known to have happened, though the LMS may lack nothing: one field was changed at both
 * @returns the same copy where it lacks nothing
 */
export function agreedWithLms(
  stored: StoredCopy,
  { answers: fromLms, revision }: SavedState,
  lists: readonly FieldId[],
  isOverwritten = false,
): StoredCopy {
  // Copies of earlier releases do not say what it had.
  if (stored.hadRevision === undefined) return stored;
  const had = hadLast(stored.answers, stored);
  const living = livingAnswers(mergeAnswers(had, fromLms).answers, lists);
  const words = [...had].filter(([field]) => !field.startsWith('@'));
  const lacking = words.filter(([field, text]) => {
    const there = fromLms.get(field);
    return living.has(field) && (!there || inSeconds(there) < inSeconds(text));
  });
  if (lacking.length === 0 && revision >= stored.hadRevision && !isOverwritten) return stored;
  const before = Math.min(Infinity, ...lacking.map(([, { at }]) => at - 1));
  const read = words.filter(([field, text]) => text.at <= before && isSame(fromLms.get(field), text));
  const own = Math.max(1, ...read.map(([, { at }]) => at));
  const confirmedAt = Math.min(stored.confirmedAt || Infinity, before);
  // Where the LMS had all of this, its clock may have been behind the one of here. What was unsent is later in any case.
  return { ...stored, confirmedAt, readUntil: { own, other: stored.had ? confirmedAt : own } };
}

function isSame(one: Answer | undefined, other: Answer): boolean {
  return one?.text === other.text && inSeconds(one) === inSeconds(other);
}
