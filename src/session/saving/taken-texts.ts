/** What an LMS has handed over, or has said last to have taken: with no word that it stores it. */
import type { Answers } from '../../course/answers.ts';
import type { SaveOutcome } from '../../tracking/tracker.ts';

export interface TakenTexts {
  readonly answers: Answers;
  /** The same before what it has said last, which it may take back. */
  readonly before: Answers;
}

/** What it was asked to store. */
export interface AskedSave {
  readonly answers: Answers;
  /** By a page that may be gone before it arrives: nobody hears what becomes of it. */
  readonly isHurried: boolean;
}

export function takenOnly(answers: Answers): TakenTexts {
  return { answers, before: answers };
}

export function takenAfter(taken: TakenTexts, { answers, isHurried }: AskedSave, outcome: SaveOutcome): TakenTexts {
  const isTaken = outcome.result === 'saved' || (outcome.result === 'sent' && !isHurried);
  // What goes out again is not news, and of what was before it nothing more is known.
  return isTaken && answers !== taken.answers ? { answers, before: taken.answers } : taken;
}
