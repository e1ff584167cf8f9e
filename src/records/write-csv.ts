/** The table of people as CSV, as Excel opens it by a double click, or as an HR system takes it in. */
import { stringify } from 'csv-stringify/sync';
import type { CompletionTable } from './completion-table.ts';
import { peopleColumns } from './output-columns.ts';
import type { RecordsText } from './text/records-text.ts';

export interface CsvOptions {
  readonly text: RecordsText;
  readonly delimiter: ';' | ',';
  /** Excel takes a file without it for Latin-1. */
  readonly bom: boolean;
  readonly pseudonymous: boolean;
}

/** Cells that a spreadsheet would run as a formula get an apostrophe before them. Days are `2026-11-24`. */
export function* csvChunks(table: CompletionTable, { text, delimiter, bom, pseudonymous }: CsvOptions): Generator<string> {
  const columns = peopleColumns(table, text, pseudonymous);
  const write = (lines: string[][]): string => stringify(lines, { delimiter, escape_formulas: true, record_delimiter: 'windows' });
  yield (bom ? '\uFEFF' : '') + write([columns.map(({ head }) => head)]);
  for (let start = 0; start < table.rows.length; start += 1000)
    yield write(
      table.rows.slice(start, start + 1000).map((row) =>
        columns.map((column) => {
          const cell = column.cell(row);
          return cell === undefined ? '' : 'day' in cell ? cell.day : cell.text;
        }),
      ),
    );
}
