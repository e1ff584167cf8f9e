/** The values of the command line's options, read strictly: each says what it wants instead. */
import { InvalidArgumentError } from 'commander';
import type { Language } from '../../course/course.ts';
import { readValidPeriod, type ValidPeriod } from '../../course/licence-validity.ts';
import { IDENTIFIERS, type Identifier } from '../people/person-keys.ts';
import { dayFrom, ZoneCalendar } from '../local-day.ts';
import { RecordsError } from '../records-error.ts';
import { LANGUAGES } from '../text/outputs/outputs-text.ts';

export function gathered(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

export function address(value: string): URL {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new InvalidArgumentError('Give an address such as https://lrs.example.org/xapi.');
  const url = new URL(value);
  const course = /^(.*)\/course\/view\.php$/.exec(url.pathname);
  const number = url.searchParams.get('id');
  if (course && number !== null)
    throw new InvalidArgumentError(`That is the address of a course. Give --moodle ${url.origin}${course[1] ?? ''} --course ${number}.`);
  // Whatever is on the command line can be seen by everybody on the computer.
  if (url.username !== '' || url.password !== '' || url.search !== '')
    throw new RecordsError(
      'usage',
      'An address must not hold credentials or a query.',
      'Put keys, secrets and tokens into the environment or a --secrets file.',
    );
  url.hash = '';
  return url;
}

export function whole(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };
}

export function moment(value: string): string {
  const parsed = Date.parse(value);
  if (Number.isNaN(parsed)) throw new InvalidArgumentError('Give a moment such as 2026-11-24T12:00:00Z.');
  return new Date(parsed).toISOString();
}

export function day(value: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  const read = match && dayFrom(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!read) throw new InvalidArgumentError('Give a day such as 2026-12-31.');
  return read;
}

export function validPeriod(value: string): ValidPeriod {
  const read = readValidPeriod(value);
  if (!read) throw new InvalidArgumentError('Give years, months or days, at most 100 years: 3y, 18m, 90d.');
  return read;
}

export function identifiers(value: string): Identifier[] {
  const names = value.split(',').map((name) => name.trim());
  if (!names.every((name): name is Identifier => (IDENTIFIERS as readonly string[]).includes(name)))
    throw new InvalidArgumentError(`Give one or more of ${IDENTIFIERS.join(', ')}, with commas between.`);
  return names;
}

export function zone(value: string): string {
  try {
    return new ZoneCalendar(value).zone;
  } catch {
    throw new InvalidArgumentError('Give a time zone such as Europe/Helsinki.');
  }
}

export function delimiter(value: string): ';' | ',' {
  const signs: Readonly<Record<string, ';' | ','>> = { semicolon: ';', ';': ';', comma: ',', ',': ',' };
  const sign = signs[value];
  if (!sign) throw new InvalidArgumentError('Give semicolon or comma.');
  return sign;
}

export function language(value: string): Language {
  if (!(LANGUAGES as string[]).includes(value)) throw new InvalidArgumentError(`Give one of ${LANGUAGES.join(', ')}.`);
  return value as Language;
}
