/** Moments as days in a municipality's time zone, and the days a period later. */
import type { ValidPeriod } from '../course/valid-period.ts';
import type { Day } from './completion-record.ts';

/** Turns moments into days of one zone. Keeps what it has worked out by quarters of an hour: zones differ by no less. */
export class ZoneCalendar {
  private readonly format: Intl.DateTimeFormat;
  private readonly known = new Map<number, Day>();

  /** @param zone IANA name, such as `Europe/Helsinki`. @throws RangeError where there is none */
  constructor(readonly zone: string) {
    this.format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  }

  /** @param moment milliseconds since 1970 */
  dayOf(moment: number): Day {
    const quarter = Math.floor(moment / 900_000);
    let day = this.known.get(quarter);
    if (day === undefined) {
      day = this.format.format(quarter * 900_000);
      this.known.set(quarter, day);
    }
    return day;
  }
}

/** Years in which anything can have been earned: a clock without a battery begins at 1970 or 1980. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2200;

/** Only one string a day is kept, however many records have it. */
const interned = new Map<string, Day>();

/** @returns undefined where year, month and day are no date of the calendar */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < FIRST_YEAR || year > LAST_YEAR || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const text = date.toISOString().slice(0, 10);
  const same = interned.get(text);
  if (same !== undefined) return same;
  interned.set(text, text);
  return text;
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
