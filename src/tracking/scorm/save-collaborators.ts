import type { CommitLedger } from './commit-ledger.ts';
import type { ObservedSending } from './observed-sending.ts';
import type { ScormCommits } from './scorm-commits.ts';
import type { FoundLms } from './scorm-launch.ts';
import type { ScormValues } from './scorm-values.ts';

/** What the saves of one session work with. What is set, and in which order, is in `scorm-saves-in-sight.ts`; what of a state that does not fit, in `partial-state.ts`. */
export interface SaveCollaborators {
  readonly lms: FoundLms;
  readonly sending: ObservedSending;
  readonly ledger: CommitLedger;
  readonly values: ScormValues;
  readonly commits: ScormCommits;
  readonly standInNeedsCommit: boolean;
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number;
}
