import { note, type Answer, type Answers, type FieldId } from '../course/answers.ts';
import type { Conflict } from './session-view.ts';

/** A copy kept in this browser, as far as merging needs it. */
export interface MergeableCopy {
  readonly answers: Answers;
  /** Until when the LMS is known to have everything, milliseconds since 1970; 0 where it never said so. */
  readonly confirmedAt: number;
}

export interface Merged {
  readonly answers: Answers;
  /** Fields that were edited in both places since they last agreed: the newer text is in `answers`, the other is kept here. */
  readonly conflicts: readonly Conflict[];
  /** The LMS lacks something that this browser has. */
  readonly localIsAhead: boolean;
}

/**
 * Merges what the LMS handed over with the copy of this browser, field by field, newest wins. Times are compared in whole
 * seconds, which is what survives a trip through an LMS; where they are the same, the copy of this browser wins.
 */
export function mergeCopies(fromLms: Answers, local: MergeableCopy): Merged {
  const answers = new Map(fromLms);
  const conflicts: Conflict[] = [];
  let localIsAhead = false;
  for (const [field, mine] of local.answers) {
    const theirs = fromLms.get(field);
    if (theirs?.text === mine.text) continue;
    if (theirs === undefined || seconds(mine) >= seconds(theirs)) {
      answers.set(field, mine);
      localIsAhead = true;
    }
    if (theirs && editedInBoth(field, mine, theirs, local.confirmedAt)) {
      const [current, other] = answers.get(field) === mine ? [mine, theirs] : [theirs, mine];
      // A text that only goes on in the newer one is not lost.
      if (!current.text.startsWith(other.text)) conflicts.push({ field, current, other });
    }
  }
  return { answers, conflicts, localIsAhead };
}

/**
 * Merges what was written in another browser while this one was open, as the tracker does: the later text of a field stays.
 * @param confirmedAt what was changed here after that is news to the other browser too
 * @returns what is to be taken over here, and the texts that gave way, though they were new
 */
export function mergeElsewhere(
  own: Answers,
  elsewhere: Answers,
  confirmedAt: number,
): { readonly taken: Answers; readonly conflicts: readonly Conflict[] } {
  const taken = new Map<FieldId, Answer>();
  const conflicts: Conflict[] = [];
  for (const [field, theirs] of elsewhere) {
    const mine = own.get(field);
    const [current, other] = mine && mine.at >= theirs.at ? [mine, theirs] : [theirs, mine];
    if (current === theirs && field !== note.place) taken.set(field, theirs);
    const isNewHere = mine !== undefined && mine.at > confirmedAt && !field.startsWith('@');
    if (other && isNewHere && other.text.trim() !== '' && !current.text.startsWith(other.text)) conflicts.push({ field, current, other });
  }
  return { taken, conflicts };
}

function editedInBoth(field: FieldId, mine: Answer, theirs: Answer, confirmedAt: number): boolean {
  if (field.startsWith('@') || mine.text.trim() === '' || theirs.text.trim() === '') return false;
  const agreed = Math.floor(confirmedAt / 1000);
  return confirmedAt > 0 && seconds(mine) > agreed && seconds(theirs) > agreed;
}

function seconds({ at }: Answer): number {
  return Math.floor(at / 1000);
}
