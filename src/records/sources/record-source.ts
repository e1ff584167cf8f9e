/** The port between records and whatever a municipality runs. */
import type { CompletionRecord, Learner } from '../completion-record.ts';
import type { Said } from '../text/messages/messages-text.ts';

export interface RecordSource {
  /** For messages and as the name in the state file: kind and address, never a secret. */
  readonly id: string;
  /**
   * adding: gives what is new since the cursor, older records stay true until they are withdrawn (an LRS);
   * listing: names every learner each time, and whoever is not named any more is gone (an LMS, files).
   */
  readonly kind: 'adding' | 'listing';
  /** False where the last run has read more than this one is asked for (`--until`): then everything is read again. Always true by default. */
  goesOnFrom?(cursor: Cursor): boolean;
  /**
   * Streams records. Takes nothing for granted about order. A second reading begins anew.
   * @param knew whether the last run knew a learner, by her key: of nobody else a source may say that she is unchanged
   * @throws RecordsError where a source cannot be read whole
   */
  completions(cursor: Cursor | undefined, knew: (key: string) => boolean): AsyncIterable<CompletionRecord | Unchanged>;
  /** Identifiers of statements that no longer count. Read before `completions`. */
  withdrawals?(cursor: Cursor | undefined): AsyncIterable<string>;
  /** After both: from where the next run may go on; undefined where it has to read everything again. */
  cursor(): Cursor | undefined;
  /** What was read and what was left out, in a sentence each. */
  summary(): ReadSummary;
}

/** A learner of a listing source whose records are as they were at the last run. */
export interface Unchanged {
  readonly unchanged: Learner;
}

/** Where a source was at the end of a run; plain JSON. */
export type Cursor = Readonly<Record<string, string | number>>;

export interface ReadSummary {
  readonly read: Said;
  /** Not ours, or taken for ours by a name: harmless where it is as it seems. */
  readonly leftOut: readonly Said[];
  /** What of the source's kind makes the outputs less than true. */
  readonly warnings: readonly Said[];
  /** Ours by the look of it, but not to be understood: the run ends with its own exit code. */
  readonly notUnderstood: readonly Said[];
  /** Files that say of somebody that she has the licence, and not which classes. Another file or source may say it. */
  readonly withoutClasses?: readonly string[];
}
