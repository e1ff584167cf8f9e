import { formatRecord, parseRecord } from './copy-record.ts';
import type { CopyDatabase } from './copy-database.ts';
import { firstCopy, nameOf, partKeys } from './first-copy.ts';
import type { QuietStorage } from './quiet-storage.ts';

/** Copies of others go so long after they were written last. Longer than a summer holiday: what they hold may not have arrived anywhere else. */
export const KEPT_DAYS = 60;
const DAY_MS = 86_400_000;

/** Removes what other learners left in this browser and did not come back to. What is the learner's own stays, of all courses and attempts. */
export function removeOldCopies(own: string, storage: QuietStorage, database: CopyDatabase | undefined, now: number): void {
  const old = now - KEPT_DAYS * DAY_MS;
  const isOthers = (name: string): boolean => learnerOf(name) !== learnerOf(own);
  for (const name of new Set(storage.keys().filter(isCopy).map(nameOf))) if (isOthers(name)) removeIfOld(name, storage, old, now);
  // A database that does not answer is asked again at the next opening.
  database?.removeOlder(old, isOthers).catch(() => undefined);
}

function removeIfOld(name: string, storage: QuietStorage, old: number, now: number): void {
  const known = parseRecord(storage.get(name) ?? '');
  if (known) return known.writtenAt < old ? storage.remove(name) : undefined;
  // Version 1.0.0 did not say when it had written: the days count from now on.
  const record = firstCopy(name, (key) => storage.get(key));
  if (record && storage.set(name, formatRecord({ ...record, writtenAt: now }))) for (const key of partKeys(name)) storage.remove(key);
}

/** `aspa:course:learner:attempt`, and in version 1.0.0 a part behind it. */
function isCopy(key: string): boolean {
  return key.startsWith('aspa:') && key.split(':').length >= 4;
}

function learnerOf(name: string): string | undefined {
  return name.split(':')[2];
}
