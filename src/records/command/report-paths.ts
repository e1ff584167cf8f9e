/** The reports that --file names: one, or those of a folder. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { RecordsError } from '../records-error.ts';
import { REPORT_ENDINGS, tooLarge, tooMuch } from '../sources/report-file.ts';
import { MOST_FILE_BYTES } from '../sources/report-limits.ts';
import { sameSpelling } from './output-place.ts';

/**
 * No more than can be read, also from a pipe or a device that says nothing of its length.
 * @throws RecordsError usage, where it cannot be read; unreadable, where it is too large
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > MOST_FILE_BYTES) break;
      pieces.push(piece);
    }
  } catch (error) {
    throw new RecordsError('usage', ({ files }) => files.unreadable(path), { cause: error });
  }
  if (length > MOST_FILE_BYTES) throw tooMuch(path, tooLarge());
  return Buffer.concat(pieces);
}

export interface ReportPaths {
  readonly paths: readonly string[];
  /** Names of what else is in the folder; a folder's ends with a slash. */
  readonly skipped: readonly string[];
}

/**
 * @param except files of a folder that are no reports
 * @param isLeftOut whether another one is none either: those are told of
 * @throws RecordsError usage, where there is no such file or nothing in the folder
 */
export async function reportPaths(path: string, except: readonly string[], isLeftOut: (path: string) => boolean): Promise<ReportPaths> {
  let found: ReportPaths;
  try {
    if (!(await stat(path)).isDirectory()) return { paths: [path], skipped: [] };
    found = await inFolder(path, except, isLeftOut);
  } catch (error) {
    throw new RecordsError('usage', ({ files }) => files.missing(path), { cause: error });
  }
  if (found.paths.length > 0) return found;
  throw new RecordsError('usage', ({ files }) => files.noReports(path, REPORT_ENDINGS));
}

async function inFolder(folder: string, except: readonly string[], isLeftOut: (path: string) => boolean): Promise<ReportPaths> {
  const others = new Set(except.map(sameSpelling));
  const paths: string[] = [];
  const skipped: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    // Hidden ones, and what a spreadsheet program keeps beside a file that is open in it.
    if (entry.name.startsWith('.') || entry.name.startsWith('~$') || others.has(sameSpelling(path))) continue;
    if (entry.isDirectory()) skipped.push(`${entry.name}/`);
    else if (REPORT_ENDINGS.includes(extname(entry.name).toLowerCase()) && !isLeftOut(path)) paths.push(path);
    else skipped.push(entry.name);
  }
  return { paths, skipped };
}
