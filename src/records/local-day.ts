/** Moments as days in a municipality's time zone, and days as people and LMSs write them. */
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

/** How `3/4/2026` is meant where a file writes so: `dmy` by default. */
export type DayOrder = 'dmy' | 'mdy';

const months = new Map<string, number>(
  [
    ['january', 'jan', 'tammikuu', 'tammikuuta', 'januari'],
    ['february', 'feb', 'helmikuu', 'helmikuuta', 'februari'],
    ['march', 'mar', 'maaliskuu', 'maaliskuuta', 'mars'],
    ['april', 'apr', 'huhtikuu', 'huhtikuuta'],
    ['may', 'toukokuu', 'toukokuuta', 'maj'],
    ['june', 'jun', 'kesäkuu', 'kesäkuuta', 'juni'],
    ['july', 'jul', 'heinäkuu', 'heinäkuuta', 'juli'],
    ['august', 'aug', 'elokuu', 'elokuuta', 'augusti'],
    ['september', 'sep', 'sept', 'syyskuu', 'syyskuuta'],
    ['october', 'oct', 'lokakuu', 'lokakuuta', 'oktober', 'okt'],
    ['november', 'nov', 'marraskuu', 'marraskuuta'],
    ['december', 'dec', 'joulukuu', 'joulukuuta'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

const readDays = new Map<string, Day | null>();

/**
 * A day as reports write it: `2026-11-24 23:52:19`, `24.11.2026 klo 23.52`, `24/11/2026`, `Tuesday, 24 November 2026, 11:52 PM`,
 * `tiistai 24. marraskuuta 2026, 23:52`. A time with a zone (`…T22:00:00Z`, `… 22:00:00+00`) is read in the calendar's zone.
 */
export function readDay(text: string, calendar: ZoneCalendar, order: DayOrder = 'dmy'): Day | undefined {
  const key = `${calendar.zone} ${order} ${text}`;
  let day = readDays.get(key);
  if (day === undefined) {
    day = parseDay(text.trim(), calendar, order) ?? null;
    if (readDays.size > 50_000) readDays.clear();
    readDays.set(key, day);
  }
  return day ?? undefined;
}

/** What may stand beside a day besides a month: its weekday, and the words of a time. */
const besideDay = new Set(
  [
    'maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai ma ti ke to pe la su',
    'måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors tor fre lör sön må on fr lö sö',
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
    'klo kello kl den on at the st nd rd th am pm a p m t z utc gmt',
  ].flatMap((names) => names.split(' ')),
);

/** The same where any other word would make it another day than that of a completion: "Deadline 3.5.2027". */
export function readOnlyDay(text: string, calendar: ZoneCalendar, order: DayOrder = 'dmy'): Day | undefined {
  const words = [...text.toLowerCase().matchAll(/\p{L}+/gu)].map(([word]) => word);
  return words.every((word) => besideDay.has(word) || months.has(word)) ? readDay(text, calendar, order) : undefined;
}

/** A moment with its zone, as xAPI, databases and LMSs write it. */
const WITH_ZONE = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?) ?(?:(Z|UTC|GMT)|([+-]\d\d)(?::?(\d\d))?)$/i;

function parseDay(text: string, calendar: ZoneCalendar, order: DayOrder): Day | undefined {
  if (WITH_ZONE.test(text)) return dayInZone(text, calendar);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text);
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)(?!\d)/u.exec(text);
  if (figures) {
    const [first, second] = [Number(figures[1]), Number(figures[2])];
    const year = Number(figures[3]) + (figures[3]?.length === 2 ? 2000 : 0);
    return order === 'mdy' && text.includes('/') ? dayFrom(year, first, second) : dayFrom(year, second, first);
  }
  const word = [...text.matchAll(/\p{L}+/gu)].map(([name]) => months.get(name.toLowerCase())).find((month) => month !== undefined);
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(text);
  const number = /(?<![\d:.])(\d{1,2})(?![\d:])(?!\.\d)/.exec(text.replace(/\d{4}.*$/, '')) ?? /(?<![\d:.])(\d{1,2})(?![\d:])/.exec(text);
  return word !== undefined && year && number ? dayFrom(Number(year[1]), word, Number(number[1])) : undefined;
}

function dayInZone(text: string, calendar: ZoneCalendar): Day | undefined {
  const [, date, time = '', , hours, minutes = '00'] = WITH_ZONE.exec(text) ?? [];
  const moment = Date.parse(`${date}T${time.replace(',', '.')}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  return Number.isNaN(moment) ? undefined : calendar.dayOf(moment);
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
