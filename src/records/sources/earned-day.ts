/**
 * The day of an “earned” interaction (`class.a1.earned`). An LMS keeps the interaction from the first visit on, with an empty response until
 * the class is earned, so only a real day proves anything.
 */
import { FROM_FILE } from '../../course/course-identifiers.ts';
import type { Achievement, Day } from '../completion-record.ts';
import type { Doubts } from './doubts.ts';
import type { ZoneCalendar } from '../local-day.ts';
import { isToCome, readDay } from '../read-day.ts';
import { addPeriod } from '../../course/licence-validity.ts';

/** How LMSs write a response that is not there. */
const UNANSWERED = /^[-–—\s]*$/u;

/** Clocks and time zones differ by less. */
const ONE_DAY = { count: 1, unit: 'd' } as const;

/** The days of an attempt's first and last visit, where they are known. */
export interface Visits {
  readonly first?: Day | undefined;
  readonly last?: Day | undefined;
}

export interface EarnedDay {
  /** Undefined where not even the last visit has one. */
  readonly day?: Day;
  /** False: at the latest on that day. */
  readonly exact: boolean;
  /** Only the learner's own file says so. */
  readonly fromFile?: true;
}

/** Earned, on nobody knows which day of the attempt. */
export function atTheLatest({ last }: Visits): EarnedDay {
  return last === undefined ? { exact: false } : { day: last, exact: false };
}

/** What an “earned” interaction proves. */
export function proofOf(id: string, { fromFile }: Pick<EarnedDay, 'fromFile'>): Achievement {
  return { kind: fromFile ? 'filed' : 'class', id };
}

/**
 * @param column where the response stands, for the doubts
 * @param visits of the attempt, by the LMS's own clock: an earlier or a later response comes from a device whose clock is wrong, unless it is that
 * of a file, which an earlier attempt may have saved
 * @returns undefined where the class is not earned, or where the response is no day; the latter is noted
 */
export function earnedDay(
  response: string,
  column: string,
  { first, last }: Visits,
  { calendar, doubts }: { readonly calendar: ZoneCalendar; readonly doubts: Doubts },
): EarnedDay | undefined {
  if (UNANSWERED.test(response)) return undefined;
  const isFiled = response.trimEnd().endsWith(FROM_FILE);
  const mark = isFiled ? ({ fromFile: true } as const) : {};
  const day = readDay(isFiled ? response.slice(0, response.lastIndexOf(FROM_FILE)) : response, calendar);
  if (day === undefined) {
    doubts.note(column, response);
    return undefined;
  }
  const isAhead = last === undefined ? isToCome(day, calendar) : day > addPeriod(last, ONE_DAY);
  const isBehind = first !== undefined && !isFiled && addPeriod(day, ONE_DAY) < first;
  if (!isAhead && !isBehind) return { day, exact: true, ...mark };
  return { ...atTheLatest({ last }), ...mark };
}
