/** The values of the command line's options, read strictly: each says what it wants instead. */
import { InvalidArgumentError } from 'commander';
import type { Language } from '../../course/course.ts';
import { readValidPeriod, type ValidPeriod } from '../../course/licence-validity.ts';
import { IDENTIFIERS, type Identifier } from '../people/person-keys.ts';
import { dayFrom, ZoneCalendar } from '../local-day.ts';
import { RecordsError } from '../records-error.ts';
import type { OptionsText } from '../text/messages/fi/options.ts';
import { LANGUAGES } from '../text/outputs/outputs-text.ts';

type Give = OptionsText['give'];

export function gathered(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** A reader of each kind of value, which says in these words what it wants instead. */
export function optionValues(give: Give) {
  return {
    address: (value: string) => address(value, give),
    whole: (least: number, most: number) => (value: string) => {
      const number = Number(value);
      return Number.isInteger(number) && number >= least && number <= most ? number : wrong(give.whole(least, most));
    },
    moment: (value: string): string => {
      const parsed = Date.parse(value);
      return Number.isNaN(parsed) ? wrong(give.moment) : new Date(parsed).toISOString();
    },
    day: (value: string): string => {
      const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
      return (match && dayFrom(Number(match[1]), Number(match[2]), Number(match[3]))) || wrong(give.day);
    },
    validPeriod: (value: string): ValidPeriod => readValidPeriod(value) ?? wrong(give.period),
    identifiers: (value: string): Identifier[] => {
      const names = value.split(',').map((name) => name.trim());
      const areKnown = names.every((name): name is Identifier => (IDENTIFIERS as readonly string[]).includes(name));
      return areKnown ? (names as Identifier[]) : wrong(give.some(IDENTIFIERS));
    },
    zone: (value: string) => zone(value, give),
    delimiter: (value: string): ';' | ',' => {
      const signs: Readonly<Record<string, ';' | ','>> = { semicolon: ';', ';': ';', comma: ',', ',': ',' };
      return signs[value] ?? wrong(give.one(['semicolon', 'comma']));
    },
    splitBy: (value: string): 'unit' => (value === 'unit' ? value : wrong(give.one(['unit']))),
    language: (value: string): Language => languageOf(value) ?? wrong(give.one(LANGUAGES)),
  };
}

export function languageOf(value: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === value);
}

function address(value: string, give: Give): URL {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) wrong(give.address);
  const url = new URL(value);
  const course = /^(.*)\/course\/view\.php$/.exec(url.pathname);
  const number = url.searchParams.get('id');
  if (course && number !== null) wrong(give.moodle(`${url.origin}${course[1] ?? ''}`, number));
  // Whatever is on the command line can be seen by everybody on the computer.
  if (url.username !== '' || url.password !== '' || url.search !== '')
    throw new RecordsError('usage', ({ options }) => options.credentials);
  url.hash = '';
  return url;
}

function zone(value: string, give: Give): string {
  try {
    return new ZoneCalendar(value).zone;
  } catch {
    return wrong(give.zone);
  }
}

function wrong(advice: string): never {
  throw new InvalidArgumentError(advice);
}
