/** Rows of cells out of a report file, whatever program wrote it: CSV, TSV or XLSX, in any of the encodings of `report-encoding.ts`. */
import { delimitedRows, OpenQuote } from './delimited-rows.ts';
import { MOST_FILE_BYTES, TooMuch } from './report-limits.ts';
import { decode, hexOf } from './report-encoding.ts';
import { ReportError } from './report-problem.ts';
import { readFirstSheet, type FirstSheet } from './sheet-reader.ts';
import { isArchiveOfNoSheet, isOpenDocument } from './zip-archive.ts';

/** A file as it was given. */
export interface ReportBytes {
  /** Path or name: for messages, and for its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReportFile {
  /** Path or name. */
  readonly path: string;
  readonly heads: readonly string[];
  /** Below the heads. A row may be shorter than they are. */
  readonly rows: AsyncIterable<readonly string[]>;
  readonly ending: ReportEnding;
}

/** What is known of a file besides its rows, when the last one has been read. */
interface ReportEnding {
  /** How many more sheets with something in them a spreadsheet has: only its first one is read. */
  readonly otherSheets: number;
  /** The last row has fewer cells than the one above it, and no line break: it is not among the rows, and others may be missing. */
  breaksOff: boolean;
}

/** Names of files that a folder of reports is looked through for. */
export const REPORT_ENDINGS = ['.csv', '.tsv', '.txt', '.xlsx'];

/** First bytes of PNG, JPEG, GIF, and of programs for Windows and Linux. */
const PICTURE = /^(89504e47|ffd8ff|47494638|4d5a|7f454c46)/;
const OLD_EXCEL = 'd0cf11e0';

/** @throws ReportError, where it is no table */
export async function openReport({ name, bytes }: ReportBytes): Promise<ReportFile> {
  if (bytes.length > MOST_FILE_BYTES) throw tooMuch(name, tooLarge());
  const start = hexOf(bytes.subarray(0, 4));
  // "PK" in ASCII.
  if (start.startsWith('504b')) return openSheet(name, bytes);
  if (/\.xls$/i.test(name) || start === OLD_EXCEL) throw new ReportError({ kind: 'old-excel' }, name);
  // "%PDF" in ASCII.
  if (start === '25504446') throw new ReportError({ kind: 'pdf' }, name);
  if (PICTURE.test(start)) throw new ReportError({ kind: 'picture' }, name);
  const text = withLineFeeds(decode(bytes));
  if (/^\s*<(!doctype|!--|html|head|meta|script|body|table|\?xml)/i.test(text)) throw new ReportError({ kind: 'web-page' }, name);
  if (isJson(text)) throw new ReportError({ kind: 'json' }, name);
  const ending = { breaksOff: false, otherSheets: 0 };
  return fromRows(name, csvRows(name, text, ending), ending);
}

/** Excel's "CSV (Macintosh)" ends its lines with a carriage return alone. */
function withLineFeeds(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

/** A row of heads may begin with a bracket too. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What is said of a file that is too large to be read at all. */
export function tooLarge(): TooMuch {
  return new TooMuch({ kind: 'file', most: MOST_FILE_BYTES });
}

export function tooMuch(path: string, error: TooMuch): ReportError {
  return new ReportError({ kind: 'too-much', excess: error.excess }, path, { cause: error });
}

async function openSheet(path: string, bytes: Uint8Array): Promise<ReportFile> {
  let sheet: FirstSheet;
  try {
    if (isOpenDocument(bytes)) throw new ReportError({ kind: 'open-document' }, path);
    if (isArchiveOfNoSheet(bytes)) throw new ReportError({ kind: 'archive' }, path);
    sheet = await readFirstSheet(bytes);
  } catch (error) {
    if (error instanceof ReportError) throw error;
    if (error instanceof TooMuch) throw tooMuch(path, error);
    throw new ReportError({ kind: 'not-xlsx' }, path, { cause: error });
  }
  return fromRows(path, sheet.rows, { breaksOff: false, otherSheets: sheet.others });
}

async function* csvRows(path: string, text: string, ending: ReportEnding): AsyncIterable<string[]> {
  const separator = /^sep=(.)\r?\n/i.exec(text);
  const body = separator ? text.slice(separator[0].length) : text;
  const escaped = /&(#|[a-z])/i.test(body);
  try {
    let [last, above]: (string[] | undefined)[] = [];
    for (const row of delimitedRows(body, separator?.[1] ?? delimiterOf(body))) {
      if (last) yield last;
      [last, above] = [escaped ? row.map(unescape) : row, last];
    }
    if (!last) return;
    ending.breaksOff = last.length < (above?.length ?? 0) && !/[\r\n]/.test(body.slice(-1)) && last.some((cell) => cell.trim() !== '');
    if (!ending.breaksOff) yield last;
  } catch (error) {
    throw brokenOff(path, error);
  }
}

/** Why a text was not read to its end, with the name of its file. */
function brokenOff(path: string, error: unknown): unknown {
  if (error instanceof TooMuch) return tooMuch(path, error);
  return error instanceof OpenQuote ? new ReportError({ kind: 'broken-off', line: error.line }, path, { cause: error }) : error;
}

async function fromRows(path: string, source: AsyncIterable<readonly string[]>, ending: ReportEnding): Promise<ReportFile> {
  const rows = source[Symbol.asyncIterator]();
  for (let first = await rows.next(); !first.done; first = await rows.next())
    if (first.value.some((cell) => cell.trim() !== ''))
      return { path, heads: first.value.map(tidy), rows: { [Symbol.asyncIterator]: () => rows }, ending };
  throw new ReportError({ kind: 'empty' }, path);
}

/** How far down heads are looked for. */
const HEADS_WITHIN = 20;

/**
 * The same report with other heads than its first row: reports may have a title above them.
 * @param choose the index of the heads among the first rows; below 0 leaves it as it is
 */
export async function headsFrom(
  { path, heads, rows, ending }: ReportFile,
  choose: (rows: readonly (readonly string[])[]) => number,
): Promise<ReportFile> {
  const iterator = rows[Symbol.asyncIterator]();
  const first: (readonly string[])[] = [heads];
  while (first.length < HEADS_WITHIN) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
  }
  const at = Math.max(0, choose(first));
  const below = async function* (): AsyncIterable<readonly string[]> {
    yield* first.slice(at + 1);
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return { path, heads: (first[at] ?? heads).map(tidy), rows: below(), ending };
}

/** Whether a row says the heads once more, as in files that were put together. */
export function repeatsHeads(row: readonly string[], { heads }: Pick<ReportFile, 'heads'>): boolean {
  return row.length === heads.length && row.every((cell, index) => tidy(cell) === heads[index]);
}

/** Heads of two lines are one text. */
function tidy(head: string): string {
  return head.replace(/\s+/g, ' ').trim();
}

/** What may stand between cells. */
const SEPARATORS = ['\t', ';', ','] as const;
/** Characters of a file in which its separator is looked for. */
const BEGINNING = 20_000;

/** The separator that the heads have most of, outside quotes. Above them there may be a title, which has another number of cells than the next line. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, BEGINNING)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const cells = (line: string | undefined, sign: string): number => line?.split(sign).length ?? 0;
  const isSplit = (line: string, sign: string): boolean => cells(line, sign) > 1;
  const agree = lines.find((line, at) =>
    SEPARATORS.some((sign) => isSplit(line, sign) && cells(lines[at + 1], sign) === cells(line, sign)),
  );
  const heads = agree ?? lines.find((line) => SEPARATORS.some((sign) => isSplit(line, sign)));
  return SEPARATORS.reduce((best, sign) => (cells(heads, sign) > cells(heads, best) ? sign : best));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Moodle writes the values of its text reports as for a web page. */
function unescape(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
