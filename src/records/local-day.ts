/** Moments as days in a municipality's time zone. */
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
