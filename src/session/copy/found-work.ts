/** What can be said of work that was found in this browser. */
import type { Answers } from '../../course/answers.ts';
import type { CopyMark, FoundWork } from './browser-copy.ts';

/** A page sends so many saves at most after it has written its copy last. */
export const SENT_MEANWHILE = 10;

export const NOTHING_FOUND: FoundWork = { stored: undefined, mark: undefined, others: [], unreadable: [] };

/** The last revision of which this browser is known to have given it to the LMS, or to have kept it. */
export function lastTried({ stored, mark }: Pick<FoundWork, 'stored' | 'mark'>): number {
  return Math.max(0, stored?.revision ?? 0, mark?.revision ?? 0, mark?.tried ?? 0);
}

/** The last revision that may have been sent from here: none later has its number again. */
export function lastSent({ stored, mark }: Pick<FoundWork, 'stored' | 'mark'>): number {
  return lastTried({ stored, mark }) + (stored ? SENT_MEANWHILE : 0);
}

/** A launch out of a cache may be older than this, whoever wrote it. */
export function lastMark({ stored, mark }: FoundWork): CopyMark {
  return { revision: Math.max(stored?.revision ?? 0, mark?.revision ?? 0) };
}

export function hasWords({ stored, others, unreadable }: FoundWork): boolean {
  return others.length > 0 || unreadable.length > 0 || areWords(stored?.answers ?? new Map());
}

/** More than notes of the course's own. */
export function areWords(answers: Answers): boolean {
  return [...answers].some(([id, { text }]) => !id.startsWith('@') && text !== '');
}

/** A mark of work in which she had written something. */
export function isOfWords(mark: CopyMark | undefined): boolean {
  return mark !== undefined && mark.isWordless !== true;
}
