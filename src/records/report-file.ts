/** Rows of cells out of a report file, whatever program wrote it: CSV, TSV or XLSX; UTF-8, UTF-16 or Latin-1. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { delimitedRows } from './delimited-rows.ts';
import { RecordsError } from './records-error.ts';
import { MOST_FILE_BYTES, TooMuch } from './report-limits.ts';
import { readFirstSheet } from './sheet-reader.ts';
import { megabytes } from './zip-archive.ts';

export interface ReportFile {
  readonly path: string;
  readonly heads: readonly string[];
  /** Below the heads. A row may be shorter than they are. */
  readonly rows: AsyncIterable<readonly string[]>;
}

/** Names of files that a folder of reports is looked through for. */
export const REPORT_ENDINGS = ['.csv', '.tsv', '.txt', '.xlsx'];

/** @throws RecordsError usage where it cannot be read, unreadable where it is no table */
export async function openReport(path: string): Promise<ReportFile> {
  const bytes = await bytesOf(path);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return openSheet(path, bytes);
  if (extname(path).toLowerCase() === '.xls' || bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new RecordsError('unreadable', `The file ${path} is of old Excel’s kind.`, 'Save it as XLSX or CSV.');
  const text = decode(bytes);
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text))
    throw new RecordsError('unreadable', `The file ${path} is a web page, not a table.`, 'Download the report itself as CSV or text.');
  return fromRows(path, csvRows(path, text));
}

/** No more than can be read, also from a pipe or a device that says nothing of its length. */
async function bytesOf(path: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > MOST_FILE_BYTES) break;
      pieces.push(piece);
    }
  } catch (error) {
    throw new RecordsError('usage', `The file ${path} cannot be read.`, 'Check the path and its rights.', { cause: error });
  }
  if (length > MOST_FILE_BYTES) throw tooMuch(path, new TooMuch(`is larger than the ${megabytes(MOST_FILE_BYTES)} that are read`));
  return Buffer.concat(pieces);
}

function tooMuch(path: string, error: TooMuch): RecordsError {
  return new RecordsError(
    'unreadable',
    `The file ${path} ${error.message}.`,
    'Download it again with the columns of people and completions only, or save it as CSV in parts.',
    { cause: error },
  );
}

async function openSheet(path: string, bytes: Buffer): Promise<ReportFile> {
  let rows: AsyncIterable<string[]>;
  try {
    rows = await readFirstSheet(bytes);
  } catch (error) {
    if (error instanceof TooMuch) throw tooMuch(path, error);
    throw new RecordsError(
      'unreadable',
      `The file ${path} cannot be read as XLSX.`,
      'Open it in a spreadsheet program and save it again.',
      {
        cause: error,
      },
    );
  }
  return fromRows(path, rows);
}

async function* csvRows(path: string, text: string): AsyncIterable<string[]> {
  const separator = /^sep=(.)\r?\n/i.exec(text);
  const body = separator ? text.slice(separator[0].length) : text;
  const escaped = /&(#|[a-z])/i.test(body);
  try {
    for (const row of delimitedRows(body, separator?.[1] ?? delimiterOf(body))) yield escaped ? row.map(unescape) : row;
  } catch (error) {
    if (error instanceof TooMuch) throw tooMuch(path, error);
    throw new RecordsError('unreadable', `The file ${path} breaks off or is no table: ${(error as Error).message}.`, 'Download it again.', {
      cause: error,
    });
  }
}

async function fromRows(path: string, source: AsyncIterable<readonly string[]>): Promise<ReportFile> {
  const rows = source[Symbol.asyncIterator]();
  for (let first = await rows.next(); !first.done; first = await rows.next())
    if (first.value.some((cell) => cell.trim() !== ''))
      return { path, heads: first.value.map(tidy), rows: { [Symbol.asyncIterator]: () => rows } };
  throw new RecordsError('unreadable', `The file ${path} is empty.`, 'Download it again.');
}

/** How far down heads are looked for. */
const HEADS_WITHIN = 20;

/**
 * The same report with other heads than its first row: reports may have a title above them.
 * @param choose the index of the heads among the first rows; below 0 leaves it as it is
 */
export async function headsFrom(
  { path, heads, rows }: ReportFile,
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
  return { path, heads: (first[at] ?? heads).map(tidy), rows: below() };
}

/** Heads of two lines are one text. */
function tidy(head: string): string {
  return head.replace(/\s+/g, ' ').trim();
}

/** By the byte order mark, else by what the bytes can be: Windows-1252 is Latin-1 with a few more signs. */
function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 3).toString('hex');
  if (mark.startsWith('fffe')) return decoded(bytes, 'utf-16le');
  if (mark.startsWith('feff')) return decoded(bytes, 'utf-16be');
  const [zerosAtEven, zerosAtOdd] = [0, 1].map(
    (parity) => bytes.subarray(0, 400).filter((byte, index) => byte === 0 && index % 2 === parity).length,
  );
  if ((zerosAtOdd ?? 0) > 50 || (zerosAtOdd ?? 0) * 8 > Math.min(400, bytes.length)) return decoded(bytes, 'utf-16le');
  if ((zerosAtEven ?? 0) * 8 > Math.min(400, bytes.length)) return decoded(bytes, 'utf-16be');
  return decoded(bytes, isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Without the byte order mark. */
function decoded(bytes: Buffer, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** The separator that the heads have most of, outside quotes. */
function delimiterOf(text: string): string {
  const heads =
    text
      .slice(0, 20_000)
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? '';
  const count = (sign: string): number => heads.split(sign).length;
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
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
