/**
 * Which source a text on the page comes from. Each text of the content carries an invisible number before it and an invisible sign after it, so
 * that it is known again wherever the course shows it: in an attribute, in a picture, in the shadow of an element. Only the page of the edit
 * mode is made of such texts.
 */
import type { SourcePlace } from './source-place.ts';

/** Characters without a width that no text has: word joiner, and invisible signs of mathematics as digits. */
const FRAME = '\u2060';
const DIGITS = ['\u2061', '\u2062', '\u2063', '\u2064'] as const;
/** A number before a text, and a sign without a number after it. */
const MARKS = new RegExp(`${FRAME}([${DIGITS.join('')}]*)${FRAME}`, 'g');

export interface FoundMark {
  /** Of the text that begins; undefined where one ends. */
  readonly number: number | undefined;
  readonly index: number;
}

/** @param number from 0 */
export function beginMark(number: number): string {
  const digits = [...number.toString(DIGITS.length)].map((digit) => DIGITS[Number(digit)] ?? '');
  return FRAME + digits.join('') + FRAME;
}

export const END_MARK = FRAME + FRAME;

/** The marks in a string, in their order. */
export function marksIn(text: string): FoundMark[] {
  return Array.from(text.matchAll(MARKS), ({ index, 1: digits = '' }) => ({ index, number: digits === '' ? undefined : numberOf(digits) }));
}

export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

function numberOf(digits: string): number {
  return [...digits].reduce((sum, digit) => sum * DIGITS.length + (DIGITS as readonly string[]).indexOf(digit), 0);
}

/** The places of the texts that one reading of the content has marked, by number. */
export class SourceTable {
  readonly #places: SourcePlace[] = [];

  get places(): readonly SourcePlace[] {
    return this.#places;
  }

  mark(text: string, place: SourcePlace): string {
    return this.begin(place) + text + END_MARK;
  }

  /** @returns the text with other numbers: `own` in their order where there are as many, else those of the same places as shown in a language */
  standIn(text: string, own: readonly number[], language: string): string {
    const begins = marksIn(text).flatMap(({ number }) => (number === undefined ? [] : [number]));
    let index = 0;
    return text.replace(MARKS, (mark, digits: string) => {
      if (digits === '') return mark;
      const number = numberOf(digits);
      const place = this.#places[number];
      const instead = own.length === begins.length ? own[index++] : undefined;
      if (instead !== undefined) return beginMark(instead);
      return place ? this.begin({ ...place, shownIn: language }) : mark;
    });
  }

  begin(place: SourcePlace): string {
    return beginMark(this.#places.push(place) - 1);
  }
}
