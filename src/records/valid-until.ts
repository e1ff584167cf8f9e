/** Until which day something is valid that is valid for a period. */
import type { ValidPeriod } from '../course/valid-period.ts';
import type { Day } from './completion-record.ts';

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
