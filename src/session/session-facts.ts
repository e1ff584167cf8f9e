import type { Room } from '../tracking/tracker.ts';
import type { Opening } from './opening.ts';
import type { PastSave } from './saving/save-report.ts';
import type { Saving } from './saving/saving.ts';

/** What whoever answers the phone wants to know of a session. Never an answer, a name, an id of the learner or a secret. */
export interface SessionFacts {
  /** As `Tracker.describe` says it. */
  readonly tracker: Readonly<Record<string, string>>;
  readonly saves: readonly PastSave[];
  readonly revision: number;
  readonly room: Room | undefined;
  /** The texts are safe in this browser as of the last writing. */
  readonly keepsCopy: boolean;
  /** When the course was opened, milliseconds since 1970. */
  readonly openedAt: number;
  /** As `Restored` says it. */
  readonly isKnownHere: boolean;
}

export function sessionFacts({ tracker, restored }: Opening, { report, here, openedAt }: Saving, revision: number): SessionFacts {
  return {
    tracker: tracker.describe?.() ?? {},
    saves: report.past,
    revision,
    room: report.room,
    keepsCopy: here.isSafe,
    openedAt,
    isKnownHere: restored?.isKnownHere ?? true,
  };
}
