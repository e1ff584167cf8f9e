/** Numbers, sizes and lists of names as a language writes them. */
import { counted, listed } from '../../counted.ts';
import type { HrPageText } from '../hr-page/hr-page-text.ts';

/** @param megabyte its sign */
export function writing(locale: string, megabyte: string, { files: { more } }: HrPageText) {
  const number = (count: number): string => count.toLocaleString(locale);
  return {
    number,
    counted: (count: number, one: string, several: string) => counted(count, one, several, number),
    megabytes: (bytes: number) => `${number(Math.ceil(bytes / 2 ** 20))} ${megabyte}`,
    names: (given: readonly string[], separator = ', ') => listed(given, separator, more),
  };
}
