/** The records as a spreadsheet: people × classes, the summary by unit, and the months. */
import type { CompletionTable } from '../people/completion-table.ts';
import { STATUSES, type LicenceStatus } from '../people/licence-status.ts';
import { peopleColumns, type OutputColumn } from './output-columns.ts';
import { monthIn, type OutputsText } from '../text/outputs/outputs-text.ts';
import { figuresByMonth, figuresByUnit, figuresOf, type UnitFigures } from '../people/unit-summary.ts';
import { xlsxChunks, type XlsxCell, type XlsxSheet, type XlsxStyle } from './xlsx-file.ts';

const statusStyles: Partial<Record<LicenceStatus, XlsxStyle>> = { earned: 'good', expiring: 'attention', expired: 'bad' };

/** In characters: a day such as 31.12.2026, the button of the filter beside a head, and the most that a column takes. */
const DAY_WIDTH = 11;
const FILTER_WIDTH = 3;
const WIDEST = 40;

export function xlsxOf(table: CompletionTable, text: OutputsText, pseudonymous: boolean): Generator<Uint8Array> {
  return xlsxChunks([peopleSheet(table, text, pseudonymous), unitSheet(table, text), monthSheet(table, text)]);
}

function peopleSheet(table: CompletionTable, text: OutputsText, pseudonymous: boolean): XlsxSheet {
  const columns = peopleColumns(table, text, pseudonymous);
  return {
    name: text.sheets.people,
    heads: columns.map(({ head }) => head),
    widths: columns.map((column) => widthOf(column, table)),
    frozenColumns: 1,
    rows: (function* () {
      for (const row of table.rows)
        yield columns.map((column): XlsxCell => {
          const cell = column.cell(row);
          if (cell === undefined || 'day' in cell) return cell;
          const style = column.kind === 'status' ? statusStyles[row.status] : undefined;
          return style ? { text: cell.text, style } : cell.text;
        });
    })(),
  };
}

/** As wide as what stands in it: on paper every needless character makes all of them smaller. */
function widthOf({ head, kind, cell }: OutputColumn, { rows }: CompletionTable): number {
  if (kind === 'day') return Math.max(DAY_WIDTH, head.length + FILTER_WIDTH);
  let longest = head.length + FILTER_WIDTH;
  for (const row of rows) {
    const written = cell(row);
    if (written && 'text' in written) longest = Math.max(longest, written.text.length + 1);
  }
  return Math.min(longest, WIDEST);
}

function unitSheet(table: CompletionTable, text: OutputsText): XlsxSheet {
  const statuses = STATUSES.filter((status) => table.validFor || !status.startsWith('expir'));
  const heads = [
    text.columns.unit,
    text.columns.people,
    ...statuses.map((status) => text.status[status] ?? status),
    ...table.course.classes.map(({ id }) => id),
  ];
  const figures = ({ people, byStatus, byClass }: UnitFigures): number[] => [
    people,
    ...statuses.map((status) => byStatus[status]),
    ...byClass.values(),
  ];
  const total = figuresOf(table, undefined, table.rows);
  return {
    name: text.sheets.units,
    heads,
    widths: heads.map((_head, index) => (index === 0 ? 32 : 15)),
    frozenColumns: 1,
    rows: [
      ...figuresByUnit(table).map((unit): XlsxCell[] => [unit.unit ?? text.unknownUnit, ...figures(unit)]),
      [{ text: text.allUnits, style: 'total' }, ...figures(total)],
    ],
  };
}

function monthSheet(table: CompletionTable, text: OutputsText): XlsxSheet {
  const heads = [text.columns.month, text.columns.licence, ...table.course.classes.map(({ id }) => id)];
  return {
    name: text.sheets.months,
    heads,
    widths: heads.map(() => 12),
    frozenColumns: 1,
    rows: figuresByMonth(table).map(({ month, licences, byClass }): XlsxCell[] => [monthIn(month, text), licences, ...byClass.values()]),
  };
}
