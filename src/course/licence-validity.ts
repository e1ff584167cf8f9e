/**
 * How long a licence is valid, as an author (`validFor:` in content/course.yaml) or HR writes it: `3y`, `18m`, `90d`; and until which day. A class
 * never expires. Pure.
 */
import type { Day } from './rule-periods.ts';

/** A length of time on the calendar. */
export interface ValidPeriod {
  readonly count: number;
  readonly unit: 'y' | 'm' | 'd';
}

/** A hundred years. */
const LONGEST: Readonly<Record<ValidPeriod['unit'], number>> = { y: 100, m: 1200, d: 36_525 };

/** @returns undefined where the text is no period, or one of more than a hundred years */
export function readValidPeriod(text: string): ValidPeriod | undefined {
  const match = /^(\d{1,5})\s*(y|m|d)$/.exec(text.trim());
  if (!match) return undefined;
  const [count, unit] = [Number(match[1]), match[2] as ValidPeriod['unit']];
  return count > 0 && count <= LONGEST[unit] ? { count, unit } : undefined;
}

/** The last day of what begins on a day: the one before the same day of a later month, or the last of that month where it has no such day. */
export function lastDayOf(day: Day, period: ValidPeriod): Day {
  const end = addPeriod(day, period);
  const shorter = period.unit !== 'd' && end.slice(8) !== day.slice(8);
  return shorter ? end : addPeriod(end, { count: -1, unit: 'd' });
}

/** The day a period later; the last of the month where that month is shorter. */
export function addPeriod(day: Day, { count, unit }: ValidPeriod): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  if (unit === 'd') return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
  const target = month - 1 + (unit === 'y' ? 12 * count : count);
  const last = new Date(Date.UTC(year, target + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, target, Math.min(date, last))).toISOString().slice(0, 10);
}
