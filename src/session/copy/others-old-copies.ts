import { fieldsOf, formatRecord, parsed, parseRecord } from './copy-record.ts';
import type { CopyDatabase } from './copy-database.ts';
import { firstCopy, nameOf, partKeys } from './first-copy.ts';
import type { QuietStorage } from './quiet-storage.ts';

/** Copies of others go so long after they were written last. Longer than a summer holiday: what they hold may not have arrived anywhere else. */
export const KEPT_DAYS = 60;
/**
 * After half of the days a launch notes that it has found the copy old, and one that comes as long after that removes it: a clock that is wrong for a
 * while, at that launch or when the copy was written, makes it look old at once.
 */
const HALF_MS = (KEPT_DAYS / 2) * 86_400_000;

/**
 * Removes what other learners left in this browser and did not come back to. What is the learner's own stays here, of all courses and attempts:
 * that goes when its session ends (`saving.ts:#clearCopy`).
 */
export function removeOldCopies(own: string, storage: QuietStorage, database: CopyDatabase | undefined, now: number): void {
  const isOthers = (name: string): boolean => learnerOf(name) !== learnerOf(own);
  for (const name of new Set(storage.keys().filter(isCopy).map(nameOf))) if (isOthers(name)) removeIfOld(name, storage, now);
  // A database that does not answer is asked again at the next opening.
  database?.removeOld(now - HALF_MS, now, isOthers).catch(() => undefined);
}

function removeIfOld(name: string, storage: QuietStorage, now: number): void {
  const text = storage.get(name) ?? '';
  const { writtenAt } = parseRecord(text) ?? {};
  if (writtenAt !== undefined) {
    const until = now - HALF_MS;
    if (writtenAt < 0 && writtenAt >= -until) storage.remove(name);
    // One that was noted where the clock was ahead has all of its days again.
    else if (writtenAt < -now || (writtenAt >= 0 && writtenAt <= until))
      storage.set(name, JSON.stringify({ ...fieldsOf(parsed(text)), writtenAt: writtenAt < 0 ? now : -now }));
    return;
  }
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
