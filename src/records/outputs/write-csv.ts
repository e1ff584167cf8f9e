/** The table of people as CSV, as Excel opens it by a double click, or as an HR system takes it in. */
import { stringify } from 'csv-stringify/sync';
import type { CompletionTable } from '../people/completion-table.ts';
import { peopleColumns } from './output-columns.ts';
import type { OutputsText } from '../text/outputs/outputs-text.ts';

/** Where nothing else is wished for: Excel with Finnish or Swedish settings parts columns there. */
export const CSV_DELIMITER = ';';

export interface CsvOptions {
  readonly text: OutputsText;
  readonly delimiter: ';' | ',';
  /** Excel takes a file without it for Latin-1. */
  readonly bom: boolean;
  readonly pseudonymous: boolean;
}

/**
 * What a spreadsheet would run as a formula: at the beginning of a cell, and after each sign that some country's spreadsheet takes for the end of
 * a cell, though this file has another one. Full-width and small forms count as well.
 */
const FORMULA = /(^|[,;\t\r\n])([\s"]*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫])/g;
/** csv-stringify looks for its own record delimiter alone. */
const LINE_BREAK = /[\r\n\u2028\u2029]/;

/** Formulas get an apostrophe before them. Days are `2026-11-24`. */
export function* csvChunks(table: CompletionTable, { text, delimiter, bom, pseudonymous }: CsvOptions): Generator<string> {
  const columns = peopleColumns(table, text, pseudonymous);
  const write = (lines: string[][]): string => stringify(lines, { delimiter, quoted_match: LINE_BREAK, record_delimiter: 'windows' });
  yield (bom ? '\uFEFF' : '') + write([columns.map(({ head }) => head)]);
  for (let start = 0; start < table.rows.length; start += 1000)
    yield write(
      table.rows.slice(start, start + 1000).map((row) =>
        columns.map((column) => {
          const cell = column.cell(row);
          return cell === undefined ? '' : 'day' in cell ? cell.day : defused(cell.text);
        }),
      ),
    );
}

function defused(text: string): string {
  return text.replace(FORMULA, "$1$2'");
}
