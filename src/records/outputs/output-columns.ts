/** The columns of the table of people, the same in CSV and XLSX. The table on HR's page has its own: `../page/people-row.ts`. */
import type { Day } from '../completion-record.ts';
import type { CompletionTable, PersonRow } from '../people/completion-table.ts';
import type { Earned } from '../people/earned.ts';
import type { OutputsText } from '../text/outputs/outputs-text.ts';

/** A day is written as one where the format has days. */
type Cell = { readonly text: string } | { readonly day: Day } | undefined;

export interface OutputColumn {
  readonly head: string;
  readonly kind: 'text' | 'status' | 'day';
  cell(row: PersonRow): Cell;
}

/** Columns that nobody has anything in are left out, but for name, unit, status and what was earned. */
export function peopleColumns(table: CompletionTable, text: OutputsText, pseudonymous: boolean): OutputColumn[] {
  const { rows, course, validFor } = table;
  const { columns } = text;
  const some = (has: (row: PersonRow) => unknown): boolean => rows.some((row) => has(row) !== undefined);
  const textual = (head: string, value: (row: PersonRow) => string | undefined): OutputColumn => ({
    head,
    kind: 'text',
    cell: (row) => written(value(row)),
  });
  const dated = (head: string, value: (row: PersonRow) => Earned | Day | undefined): OutputColumn => ({
    head,
    kind: 'day',
    cell: (row) => earnedCell(value(row), text),
  });
  const who = pseudonymous
    ? [textual(columns.pseudonym, ({ person }) => person.key)]
    : [
        textual(columns.name, ({ person }) => person.name),
        ...(some(({ person }) => person.employeeNumber) ? [textual(columns.employeeNumber, ({ person }) => person.employeeNumber)] : []),
        ...(some(({ person }) => person.email) ? [textual(columns.email, ({ person }) => person.email)] : []),
        ...(rows.some(needsAccount) ? [textual(columns.account, ({ person }) => person.account?.name)] : []),
      ];
  return [
    ...who,
    textual(columns.unit, ({ person }) => person.unit),
    ...(some(({ person }) => person.manager) ? [textual(columns.manager, ({ person }) => person.manager)] : []),
    { head: columns.status, kind: 'status', cell: ({ status }) => ({ text: text.status[status] ?? status }) },
    dated(columns.begun, ({ begun }) => begun),
    ...course.classes.map(({ id }) => dated(id, ({ classes }) => classes.get(id))),
    dated(columns.licence, ({ licence }) => licence),
    ...(validFor && some(({ renewed }) => renewed) ? [dated(columns.renewed, ({ renewed }) => renewed)] : []),
    ...(validFor ? [dated(columns.expires, ({ expires }) => expires)] : []),
    ...(rows.some((row) => fromFile(row, text) !== '') ? [textual(columns.fromFile, (row) => fromFile(row, text))] : []),
    ...(rows.some((row) => inexact(row, text) !== '') ? [textual(columns.latest, (row) => inexact(row, text))] : []),
  ];
}

/** What of a row only the learner's own file says. */
export function fromFile({ classes, licence }: PersonRow, { columns }: OutputsText): string {
  const ids = [...classes].filter(([, earned]) => earned.fromFile).map(([id]) => id);
  return [...ids, ...(licence?.fromFile ? [columns.licence] : [])].join(', ');
}

/** A user name is shown only where nothing better says who it is. */
function needsAccount({ person }: PersonRow): boolean {
  return person.account !== undefined && person.email === undefined && person.employeeNumber === undefined;
}

/** What of a row was earned "at the latest" on the day shown. */
export function inexact({ classes, licence, renewed }: PersonRow, { columns }: OutputsText): string {
  const days = [...classes, [columns.licence, licence] as const, [columns.renewed, renewed] as const];
  return days.flatMap(([head, earned]) => (earned?.exact === false && earned.day !== undefined ? [head] : [])).join(', ');
}

function written(value: string | undefined): Cell {
  return value === undefined || value === '' ? undefined : { text: value };
}

function earnedCell(value: Earned | Day | undefined, { earnedNoDay }: OutputsText): Cell {
  if (value === undefined) return undefined;
  const day = typeof value === 'string' ? value : value.day;
  return day === undefined ? { text: earnedNoDay } : { day };
}
