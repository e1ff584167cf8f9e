/**
 * More room than suspend_data has, in the identifiers of further objectives: the one long field of SCORM 1.2 that is read back and comes in
 * any number. This file knows what pages and headers look like; `scorm-state.ts` when they are written.
 *
 *     page    'P'  number (2)  generation (3)  up to 245 characters  CRC (4)
 *     header  'P'  generation (3)  which pages, as bits (19)  CRC-32 of the text (5)  CRC-32 of the header (5)
 *
 * all numbers in base85. A header stands at the beginning of suspend_data; one written at closing stands in an objective, with a 'C'.
 */
import { fromBase85, numberFromBase85, numberToBase85, toBase85 } from '../state/base85.ts';
import { crcOfText } from '../state/crc32.ts';

/** More pages in one commit at closing were lost whole. */
export const MOST_PAGES = 120;
/** Characters of text in a page of 255. */
export const PAGE_TEXT = 245;
/** What stands where a page may come: the same everywhere, since a report has a column for each. */
export const FREE_PAGE = 'free';
export const HEADER_LENGTH = 33;

const GENERATIONS = 85 ** 3;
const PAGE_CHECKS = 85 ** 4;
const BITMAP_BYTES = Math.ceil(MOST_PAGES / 8);

export interface PageHeader {
  readonly generation: number;
  /** Places of the pages, ascending. */
  readonly places: readonly number[];
  /** CRC-32 of the text that they hold together. */
  readonly check: number;
}

/** A generation never seen in the pages that are there, as long as revisions grow. */
export function generationOf(revision: number): number {
  return revision % GENERATIONS;
}

/** The pages of a text. */
export function makePages(text: string, generation: number): string[] {
  const pages: string[] = [];
  for (let start = 0; start < text.length; start += PAGE_TEXT) {
    const page = `P${numberToBase85(pages.length, 2)}${numberToBase85(generation, 3)}${text.slice(start, start + PAGE_TEXT)}`;
    pages.push(page + numberToBase85(crcOfText(page) % PAGE_CHECKS, 4));
  }
  return pages;
}

export function makeHeader(first: 'P' | 'C', { generation, places, check }: PageHeader): string {
  const bits = new Uint8Array(BITMAP_BYTES);
  for (const place of places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  const header = `${first}${numberToBase85(generation, 3)}${toBase85(bits)}${numberToBase85(check, 5)}`;
  return header + numberToBase85(crcOfText(header), 5);
}

/** The header at the beginning of a text; undefined where there is none, or a damaged one. */
export function readHeader(first: 'P' | 'C', text: string): PageHeader | undefined {
  const header = text.slice(0, HEADER_LENGTH - 5);
  if (!text.startsWith(first) || text.length < HEADER_LENGTH) return undefined;
  if (numberFromBase85(text.slice(HEADER_LENGTH - 5, HEADER_LENGTH)) !== crcOfText(header)) return undefined;
  const bits = fromBase85(header.slice(4, -5));
  const places = Array.from({ length: MOST_PAGES }, (_, place) => place).filter((place) => ((bits[place >> 3] ?? 0) >> (place & 7)) & 1);
  return { generation: numberFromBase85(header.slice(1, 4)), places, check: numberFromBase85(header.slice(-5)) };
}

/** The text of a header's pages, up to the first that is missing, damaged or of another generation. */
export function readPages({ generation, places, check }: PageHeader, pageAt: (place: number) => string): { text: string; whole: boolean } {
  let text = '';
  for (const [number, place] of places.entries()) {
    const page = readPage(pageAt(place));
    if (page?.number !== number || page.generation !== generation) break;
    text += page.text;
  }
  return { text, whole: crcOfText(text) === check };
}

/** Where no header tells: the text of each generation of pages up to the first that is missing or damaged, oldest first. */
export function readGenerations(identifiers: readonly string[]): string[] {
  const generations = new Map<number, Map<number, string>>();
  for (const page of identifiers.map(readPage)) {
    if (!page) continue;
    const texts = generations.get(page.generation) ?? new Map<number, string>();
    generations.set(page.generation, texts.set(page.number, page.text));
  }
  return [...generations]
    .sort(([a], [b]) => a - b)
    .map(([, texts]) => {
      let text = '';
      for (let number = 0; texts.has(number); number++) text += texts.get(number) ?? '';
      return text;
    });
}

function readPage(page: string): { number: number; generation: number; text: string } | undefined {
  const body = page.slice(0, -4);
  if (!body.startsWith('P') || numberFromBase85(page.slice(-4)) !== crcOfText(body) % PAGE_CHECKS) return undefined;
  return { number: numberFromBase85(body.slice(1, 3)), generation: numberFromBase85(body.slice(3, 6)), text: body.slice(6) };
}
