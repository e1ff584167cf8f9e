/**
 * Attempts of which nothing is known but the day on which the LMS counted the activity as complete: Moodle's activity completion report numbers none.
 * A later day may be that of next year's course, or of the same work where a time zone or a teacher has moved it.
 */
import type { Day } from '../completion-record.ts';
import { addPeriod } from '../../course/licence-validity.ts';

const OF_DAY = 'of ';

export function attemptOfDay(day: Day): string {
  return OF_DAY + day;
}

export function isOfDay(attempt: string): boolean {
  return attempt.startsWith(OF_DAY);
}

/** Until when after a licence such an attempt is taken for the same one. */
export function sameUntil(licence: Day): Day {
  return addPeriod(licence, { count: 3, unit: 'm' });
}
