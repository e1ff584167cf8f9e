/** What a source knew at the run before and tells no more: a course that was reset, deleted attempts, people who are not enrolled any more. */
import type { Learner } from '../completion-record.ts';
import { addressOf, numberKey } from '../people/person-keys.ts';
import { isEarnedProof, type LedgerEntry, type SourceLedger } from './source-ledger.ts';

/** Of those of whom the source was asked again. */
export interface Vanished {
  /** Of how many learners something earned was known. */
  readonly had: number;
  /** Of how many of them nothing is known any more. */
  readonly gone: number;
}

export function vanished(before: SourceLedger, after: SourceLedger): Vanished {
  // One ledger goes on in the next run where a source only adds to it, and says itself what it takes back.
  if (before === after) return { had: 0, gone: 0 };
  const known = new Set([...after.entries.values()].filter(hasEarned).flatMap(waysToKnow));
  const had = [...before.entries.values()].filter((entry) => hasEarned(entry) && !after.unchanged.has(entry.learner.key));
  return { had: had.length, gone: had.filter((entry) => !waysToKnow(entry).some((way) => known.has(way))).length };
}

/**
 * Whether all that was asked for again is gone, while most learners were not asked for: of a course that was reset, a few would lose what they have
 * earned in each run, until nobody had anything.
 */
export function mayBeReset(before: SourceLedger, after: SourceLedger): boolean {
  const { had, gone } = vanished(before, after);
  return after.unchanged.size > 0 && gone > 0 && gone === had;
}

function hasEarned({ marks }: LedgerEntry): boolean {
  return [...marks.keys()].some(isEarnedProof);
}

/** A report's key holds the name, which may change. */
function waysToKnow({ learner }: LedgerEntry): string[] {
  const { key, employeeNumber, account }: Learner = learner;
  return [`key ${key}`, `number ${numberKey(employeeNumber)}`, `address ${addressOf(learner)}`, `account ${account?.name}`].filter(
    (way) => !way.endsWith(' undefined'),
  );
}
