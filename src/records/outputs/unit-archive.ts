/** One archive of what each unit's manager gets: her people as a spreadsheet, and the calendar of what expires. */
import type { CompletionTable } from '../people/completion-table.ts';
import type { OutputsText } from '../text/outputs/outputs-text.ts';
import { unitTables } from './unit-files.ts';
import { icsOf } from './write-ics.ts';
import { xlsxOf } from './write-xlsx.ts';
import { zipChunks, type ZipEntry } from './zip-file.ts';

export interface UnitArchiveOptions {
  readonly text: OutputsText;
  readonly pseudonymous: boolean;
  /** What the names of the files begin with. */
  readonly name: string;
}

export async function unitArchive(table: CompletionTable, { text, pseudonymous, name }: UnitArchiveOptions): Promise<Uint8Array[]> {
  const entries: ZipEntry[] = [];
  for (const { unit, fileName, table: own } of unitTables(table, text)) {
    entries.push([`${name}-${fileName}.xlsx`, xlsxOf(own, text, pseudonymous)]);
    if (table.validFor) entries.push([`${name}-${fileName}.ics`, await collected(icsOf(own, { text, pseudonymous, unit }))]);
  }
  return [...zipChunks(entries)];
}

export async function collected(pieces: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}
