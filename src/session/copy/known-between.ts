import type { Answers } from '../../course/answers.ts';
import type { KnownUntil } from '../../course/merge-answers.ts';
import type { SavedState } from '../../tracking/tracker.ts';
import { knownOf } from './asked-texts.ts';
import type { StoredCopy } from './browser-copy.ts';
import type { LateReceipts } from './late-receipts.ts';
import { knownByOrigin } from './text-origins.ts';

/** What an LMS has handed over, perhaps with what was written in this page since. */
interface FromLms {
  readonly answers: Answers;
  /** In which it was handed over. */
  readonly revision: SavedState['revision'] | undefined;
}

/** Until when the copy in this browser (own) and what the LMS has (other) are known to each other: by the origin of each text where that is known, else by times. */
export function knownBetween(stored: StoredCopy, { answers, revision }: FromLms, receipts: LateReceipts | undefined): KnownUntil {
  const agreed = stored.confirmedAt || Infinity;
  const byText = knownOf(answers, stored, revision);
  const byOrigin = knownByOrigin(stored, answers, receipts);
  if (!byOrigin) return { own: agreed, other: agreed, otherOf: byText };
  const known = [...byText].filter(([, until]) => until > -Infinity);
  return { own: agreed, other: agreed, ownOf: byOrigin.ownOf, otherOf: new Map([...byOrigin.otherOf, ...known]) };
}
