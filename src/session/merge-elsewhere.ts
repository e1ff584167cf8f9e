import type { Answers } from '../course/answers.ts';
import { mergeAnswers, type Merged } from '../course/merge-answers.ts';
import { moveAnswers, type MovedIds } from '../course/moved-ids.ts';
import type { SaveOutcome } from '../tracking/tracker.ts';
import type { OtherText } from './browser-copy.ts';
import { movedReadUntil, movedTexts, notShownElsewhere } from './moved-work.ts';

/** What the tracker found that another browser has written. */
export type FoundElsewhere = Pick<Extract<SaveOutcome, { readonly result: 'saved' | 'sent' }>, 'agreedAt' | 'readUntil' | 'unread'> & {
  readonly elsewhere: Answers;
};

/**
 * What another browser has written, merged into the answers here; perhaps it was a page of another release.
 * @param confirmedAt until when the LMS is known to have had everything of this page's, where the tracker knows no better
 * @returns with the texts that gave way there unseen
 */
export function mergeElsewhere(
  own: Answers,
  { elsewhere, agreedAt, readUntil = new Map(), unread = [] }: FoundElsewhere,
  confirmedAt: number,
  moved: MovedIds,
): Merged & { readonly notShown: readonly OtherText[] } {
  const agreed = agreedAt ?? confirmedAt;
  const ownOf = movedReadUntil(elsewhere, readUntil, agreed, moved);
  const merged = mergeAnswers(own, moveAnswers(elsewhere, moved), { own: agreed, other: 0, ownOf });
  return { ...merged, notShown: [...notShownElsewhere(elsewhere, own, moved), ...movedTexts(unread, moved)] };
}
