/** The rows and words that the page's script gets. */
import type { CompletionTable, PersonRow } from '../people/completion-table.ts';
import type { Earned } from '../people/earned.ts';
import type { Person } from '../people/join-people.ts';
import type { OutputsText } from '../text/outputs/outputs-text.ts';
import type { PageData, PageDay, PageRow } from './page-data.ts';

/** Whether there is anything to say about units. */
export function knowsUnits({ rows }: CompletionTable): boolean {
  return rows.some(({ person }) => person.unit !== undefined);
}

/** @param to how many of its rows; all by default */
export function makePageData(table: CompletionTable, text: OutputsText, to?: number): PageData {
  const { columns, page } = text;
  return {
    language: text.language,
    classes: table.course.classes.map(({ id }) => id),
    rows: pageRows(table, 0, to),
    showExpiry: table.validFor !== undefined,
    showUnit: knowsUnits(table),
    statuses: text.status,
    heads: {
      status: columns.status,
      begun: columns.begun,
      licence: columns.licence,
      renewed: columns.renewed,
      expires: columns.expires,
      unit: columns.unit,
      manager: columns.manager,
    },
    words: {
      shown: page.shown('{0}', '{1}', '{2}'),
      none: page.none,
      empty: page.empty,
      notEarned: page.notEarned,
      yes: page.yes,
      atTheLatest: page.atTheLatest,
      fromFile: page.fromFile,
      unknownUnit: text.unknownUnit,
    },
  };
}

export function pageRows({ rows, course }: CompletionTable, from: number, to?: number): PageRow[] {
  const ids = course.classes.map(({ id }) => id);
  return rows.slice(from, to).map((row) => pageRow(row, ids));
}

function pageRow({ person, status, begun, classes, licence, renewed, expires }: PersonRow, ids: readonly string[]): PageRow {
  return {
    ...identity(person),
    u: person.unit ?? '',
    m: person.manager ?? '',
    s: status,
    b: begun ?? null,
    c: ids.map((id) => pageDay(classes.get(id))),
    l: pageDay(licence),
    r: pageDay(renewed),
    x: expires ?? null,
  };
}

/** What she is known by: her name with number or account and address, else the one of these that there is. */
function identity({ name, employeeNumber, email, account, key }: Person): Pick<PageRow, 'n' | 'i' | 'e'> {
  if (name === undefined) return { n: email ?? account?.name ?? key, i: '', e: '' };
  return { n: name, i: employeeNumber ?? (email === undefined ? (account?.name ?? '') : ''), e: email ?? '' };
}

function pageDay(earned: Earned | undefined): PageDay {
  if (!earned) return null;
  const mark = earned.fromFile ? '^' : '';
  return earned.day === undefined ? mark : `${mark}${earned.exact ? '' : '~'}${earned.day}`;
}
