/** One file of the content: its text, the places in it, and the mistakes found there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentMistake } from './content-error.ts';
import { say } from './say.ts';

/** No file, a folder, a file in the place of its folder, a name that is longer than a disk takes. */
const NOT_THERE = ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'];

/** What no manifest, report or file of an LMS can hold (XML 1.0, 2.2), and nobody sees: other programs leave such signs in a text that is copied. */
export const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** By their first two bytes: the Notepad of Windows saves so what it calls Unicode. */
const UTF_16: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' };

/** A place to point at: an offset in the text, or the text's line from 1. */
export type Place = { readonly offset: number } | { readonly line: number; readonly column?: number };

export class ContentFile {
  readonly #mistakes: ContentMistake[] = [];
  readonly #lineStarts: readonly number[];

  /**
   * @param path from the content folder, with slashes
   * @param text with `\n` line ends and no byte order mark
   */
  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    this.#lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  }

  get mistakes(): readonly ContentMistake[] {
    return this.#mistakes;
  }

  /** Notes a mistake once, even if two checks find it. */
  mistake(place: Place, what: string, instead: string): void {
    const { line, column } = 'offset' in place ? this.#lineAndColumn(place.offset) : { column: 1, ...place };
    const known = this.#mistakes.some((other) => other.line === line && other.column === column && other.what === what);
    if (!known) this.#mistakes.push({ file: this.path, line, column, what, instead });
  }

  /** Where `needle` first stands in the lines `from` to `to` (from 1, `to` not included); the first line's start if nowhere. */
  find(needle: string, from: number, to: number): Place {
    const start = this.#lineStarts[from - 1] ?? 0;
    const offset = this.text.indexOf(needle, start);
    return offset >= 0 && offset < (this.#lineStarts[to - 1] ?? this.text.length) ? { offset } : { line: from };
  }

  #lineAndColumn(offset: number): { line: number; column: number } {
    const line = this.#lineStarts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (this.#lineStarts[line] ?? 0) + 1 };
  }
}

/**
 * Reads a file of the content. A byte order mark and Windows' line ends are mistakes, yet the text comes without them, so that the
 * other mistakes are found in the same go.
 * @returns undefined where there is no such file
 */
export async function readContentFile(folder: string, path: string): Promise<ContentFile | undefined> {
  const bytes = await readIfThere(join(folder, path));
  if (!bytes) return undefined;
  const utf16 = UTF_16[bytes.toString('hex', 0, 2)];
  const raw = utf16 === undefined ? bytes.toString('utf8') : new TextDecoder(utf16).decode(bytes);
  const file = new ContentFile(path, raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  if (utf16 !== undefined)
    file.mistake({ line: 1 }, say`Tiedosto on tallennettu muodossa UTF-16.`, say`Tallenna tiedosto muodossa UTF-8 ilman BOM-merkkiä.`);
  if (raw.startsWith('\uFEFF')) {
    file.mistake({ line: 1 }, say`Tiedoston alussa on näkymätön BOM-merkki.`, say`Tallenna tiedosto muodossa UTF-8 ilman BOM-merkkiä.`);
  }
  const windowsEnd = raw.indexOf('\r');
  if (windowsEnd >= 0) {
    const line = raw.slice(0, windowsEnd).split('\n').length;
    file.mistake(
      { line },
      say`Rivit päättyvät Windowsin tapaan (CRLF).`,
      say`Valitse muokkaimesta rivinvaihdoksi LF ja tallenna uudelleen.`,
    );
  }
  if (raw.includes('\uFFFD')) {
    const place = file.find('\uFFFD', 1, Infinity);
    file.mistake(
      place,
      say`Tiedostossa on merkki, jota ei voi lukea.`,
      say`Tallenna tiedosto muodossa UTF-8 ja kirjoita merkki uudelleen.`,
    );
  } else for (const { 0: sign, index } of file.text.matchAll(new RegExp(UNSEEN, 'gu'))) noteUnseen(file, sign, index);
  if (file.text.trim() === '') {
    file.mistake({ line: 1 }, say`Tiedosto on tyhjä.`, say`Kirjoita tiedostoon sisältö tai poista se luettelosta course.yaml-tiedostossa.`);
  }
  return file;
}

/** @param offset of the sign in the file */
export function noteUnseen(file: ContentFile, sign: string, offset: number): void {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  file.mistake(
    { offset },
    say`Tässä on näkymätön merkki (U+${code}), jota kurssissa ei voi olla.`,
    say`Poista merkki. Se tulee usein mukana, kun teksti kopioidaan toisesta ohjelmasta.`,
  );
}

/** @returns undefined where there is no such file, and where there can be none of that name */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_THERE.includes(String(error.code))) return undefined;
    throw error;
  }
}
