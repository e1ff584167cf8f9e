import { livingAnswers } from '../../course/list-items.ts';
import { inSeconds, mergeAnswers } from '../../course/merge-answers.ts';
import type { FieldId } from '../../course/answers.ts';
import { hadLast } from './asked-texts.ts';
import type { SavedState } from '../../tracking/tracker.ts';
import type { StoredCopy } from './browser-copy.ts';

/**
 * A copy of which the LMS lacks what it is known to have had: a page of another computer, open since before, has saved its own state over it. It is known to
 * have everything only until then.
 * @param lists ids of lists and trees: of a removed row the LMS has the empty place alone
 * @returns the same copy where it lacks nothing
 */
export function agreedWithLms(stored: StoredCopy, { answers: fromLms }: SavedState, lists: readonly FieldId[]): StoredCopy {
  // Copies of earlier releases do not say what it had.
  if (stored.hadRevision === undefined) return stored;
  const had = hadLast(stored.answers, stored);
  const living = livingAnswers(mergeAnswers(had, fromLms).answers, lists);
  const lacking = [...had].filter(([field, text]) => {
    const there = fromLms.get(field);
    return !field.startsWith('@') && living.has(field) && (!there || inSeconds(there) < inSeconds(text));
  });
  if (lacking.length === 0) return stored;
  return { ...stored, confirmedAt: Math.min(stored.confirmedAt || Infinity, ...lacking.map(([, { at }]) => at - 1)) };
}
