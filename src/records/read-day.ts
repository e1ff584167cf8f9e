/** Days as people and LMSs write them, read. How the outputs write them: `written-day.ts`. */
import type { Day } from './completion-record.ts';
import { dayFrom, type ZoneCalendar } from './local-day.ts';
import { addPeriod } from '../course/licence-validity.ts';

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

/** Clocks of an LMS and of this computer, and their time zones, differ by less. */
const ONE_DAY = { count: 1, unit: 'd' } as const;

/** Whether it is later than any clock's today. */
export function isToCome(day: Day, calendar: ZoneCalendar): boolean {
  return day > addPeriod(calendar.dayOf(Date.now()), ONE_DAY);
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
  const year = /(?:^|\D)(\d{4})(?!\d)/.exec(text);
  const number =
    /(?:^|[^\d:.])(\d{1,2})(?![\d:])(?!\.\d)/.exec(text.replace(/\d{4}.*$/, '')) ?? /(?:^|[^\d:.])(\d{1,2})(?![\d:])/.exec(text);
  return word !== undefined && year && number ? dayFrom(Number(year[1]), word, Number(number[1])) : undefined;
}

function dayInZone(text: string, calendar: ZoneCalendar): Day | undefined {
  const [, date, time = '', , hours, minutes = '00'] = WITH_ZONE.exec(text) ?? [];
  const moment = Date.parse(`${date}T${time.replace(',', '.')}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  return Number.isNaN(moment) ? undefined : calendar.dayOf(moment);
}
