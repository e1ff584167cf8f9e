/**
 * An LMS may have the same course twice, as a new activity each year, and none says in SCORM which one a launch is of: an address may be another at each
 * launch. The key in the state (`sealed-copy.ts`) is of one of them alone.
 */
import { note, textOf, type Answers } from '../../course/answers.ts';
import { crcOfText } from '../../tracking/state/crc32.ts';
import type { CopyRecord } from './copy-record.ts';

interface Work {
  /** As it is known where no texts are kept. */
  readonly work?: string | undefined;
  readonly stored: { readonly answers: Answers } | undefined;
}

/** Of which the LMS was seen to have a state: it has handed that over, or was proved to have taken the key. */
export function seenWork({ work, stored }: Pick<CopyRecord, 'work' | 'stored'>): string | undefined {
  const isTaken = stored && (stored.answers.get(note.key)?.at ?? Infinity) <= stored.confirmedAt;
  return work ?? (isTaken ? workOf({ stored }) : undefined);
}

/** Says which work it is, and not the key. @returns '' where that is not known */
export function workOf({ work, stored }: Work): string {
  const key = stored ? textOf(stored.answers, note.key) : '';
  return work ?? (key && crcOfText(key).toString(36));
}

/** The key in the LMS's state stays, whatever was found beside it. @param own '' where there is none */
export function withoutOtherKey(record: CopyRecord, own: string): CopyRecord {
  const { stored } = record;
  if (!stored || !own || workOf({ stored }) === own) return record;
  return { ...record, stored: { ...stored, answers: new Map([...stored.answers].filter(([field]) => field !== note.key)) } };
}
