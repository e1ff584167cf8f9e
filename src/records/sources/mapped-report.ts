/** Any other LMS's report, read as a column map says. */
import { besideDone, saysDone, saysNotDone } from './cell-words.ts';
import type { IdentityColumn } from './column-heads.ts';
import type { ColumnMap } from './column-map.ts';
import type { Achievement, Day } from '../completion-record.ts';
import { titlesOf, type LicenceCourse } from '../licence-course.ts';
import { isToCome, readDay, readOnlyDay } from '../read-day.ts';
import { headsFrom, type ReportFile } from './report-file.ts';
import { ReportError } from './report-problem.ts';
import type { Finding, ReportContext, ReportReader } from './report-reader.ts';

const identityKeys = ['name', 'firstName', 'lastName', 'email', 'employeeNumber', 'account', 'unit', 'manager'] as const;

/** The report from its heads on: above them there may be a title. */
export async function mappedFile(file: ReportFile, map: ColumnMap): Promise<ReportFile> {
  const wanted = [
    ...identityKeys.map((key) => map[key]),
    ...[map.begun, map.completed, map.item?.column, map.item?.day, map.item?.status],
    ...Object.values(map.classes ?? {}),
  ].flatMap((head) => (head === undefined ? [] : [plain(head)]));
  return headsFrom(file, (rows) =>
    rows.findIndex((row) => {
      const heads = new Set(row.map(plain));
      return wanted.every((head) => heads.has(head));
    }),
  );
}

/** @throws ReportError, where the report lacks a column of the map */
export function mappedReader(file: ReportFile, context: ReportContext, map: ColumnMap): ReportReader {
  const index = (head: string | undefined): number => {
    if (head === undefined) return -1;
    const found = file.heads.findIndex((other) => plain(other) === plain(head));
    if (found < 0) throw new ReportError({ kind: 'lacks-column', head, heads: file.heads.filter((other) => other !== '') }, file.path);
    return found;
  };
  const identity = new Map<IdentityColumn, number>();
  for (const column of identityKeys) if (map[column] !== undefined) identity.set(column, index(map[column]));
  const proof = proofReader(map, context);
  const wide: [number, Achievement][] = [
    [index(map.begun), { kind: 'begun' }],
    [index(map.completed), { kind: 'completed' }],
    ...Object.entries(map.classes ?? {}).map(([id, head]): [number, Achievement] => [index(head), { kind: 'class', id }]),
  ];
  const titles = titlesOf(context.course).map(plain);
  const item = map.item && {
    column: index(map.item.column),
    day: index(map.item.day),
    status: index(map.item.status),
    names: itemNames(map.item, context.course),
  };
  const proofByDay = (what: Achievement, day: DayCell | undefined): Finding[] =>
    day ? proof(day.cell, day.head, what) : [{ what, exact: true }];
  return {
    kind: 'mapped',
    // A list of courses may name those that were only begun.
    ...(item && item.day < 0 && item.status < 0 ? { note: 'unsure-items' as const } : {}),
    identity,
    findings: (row) => {
      const cell = (column: number): string => row[column] ?? '';
      const found = wide.flatMap(([column, what]) => (column < 0 ? [] : proof(cell(column), file.heads[column] ?? '', what)));
      const what = item && item.names.get(plain(cell(item.column)));
      // A course of a new name, or one of its parts: other courses are none of ours.
      if (item && !what && titles.some((title) => plain(cell(item.column)).includes(title)))
        context.doubts.note(file.heads[item.column] ?? '', cell(item.column));
      if (!item || !what) return found;
      const day = item.day < 0 ? undefined : { cell: cell(item.day), head: file.heads[item.day] ?? '' };
      const items = item.status >= 0 ? proof(cell(item.status), file.heads[item.status] ?? '', what, day) : proofByDay(what, day);
      return [...found, ...items.map(ownAttempt)];
    },
  };
}

/** A row is one time that the course was completed: whoever has two of different days has completed it again. */
function ownAttempt(finding: Finding): Finding {
  return finding.what.kind === 'completed' && finding.day !== undefined ? { ...finding, attempt: finding.day } : finding;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function itemNames(item: NonNullable<ColumnMap['item']>, course: LicenceCourse): Map<string, Achievement> {
  return new Map([
    ...(item.completed ?? titlesOf(course)).map((name): [string, Achievement] => [plain(name), { kind: 'completed' }]),
    ...Object.entries(item.classes ?? {}).flatMap(([id, names]) =>
      names.map((name): [string, Achievement] => [plain(name), { kind: 'class', id }]),
    ),
  ]);
}

/** Words for having begun, in a column of beginnings. */
const begun = /^(aloit|kesken|käynnis|start|begun|in progress|påbörja|pågå)/i;

/** Where the day of a row stands. */
interface DayCell {
  readonly cell: string;
  readonly head: string;
}

/** What a cell proves; undefined where it says neither yes nor no. */
type Said = 'no' | { readonly day?: Day } | undefined;

/** A cell with a day, or with a word for "done", proves an achievement; one that says neither yes nor no is noted. */
function proofReader({ done, notDone, dayOrder }: ColumnMap, { calendar, doubts }: ReportContext) {
  const [yes, no] = [done.map(plain), notDone.map(plain)];
  const isAhead = (day: Day | undefined): boolean => day !== undefined && isToCome(day, calendar);

  const withDay = (text: string): Said => {
    const day = readOnlyDay(text, calendar, dayOrder);
    return day === undefined ? undefined : { day };
  };
  const saidIn = (cell: string, what: Achievement): Said => {
    const text = plain(cell);
    const own = yes.find((word) => beginsWith(text, word));
    if (own !== undefined) return text === own ? {} : withDay(text.slice(own.length));
    if (no.some((word) => beginsWith(text, word))) return 'no';
    if (what.kind === 'begun' && begun.test(text)) return withDay(text.replace(/^\p{L}+/u, '')) ?? {};
    if (saysNotDone(cell)) return 'no';
    return saysDone(cell) ? {} : withDay(besideDone(cell));
  };

  return (cell: string, head: string, what: Achievement, dayCell?: DayCell): Finding[] => {
    const said = saidIn(cell, what);
    if (said === 'no') return [];
    // What is still to come is the day by which it has to be done, or until which it is valid.
    if (said === undefined || isAhead(said.day)) {
      doubts.note(head, cell, said !== undefined);
      return [];
    }
    const other = dayCell && readDay(dayCell.cell, calendar, dayOrder);
    if (dayCell && (other === undefined ? !saysNotDone(dayCell.cell) : isAhead(other)))
      doubts.note(dayCell.head, dayCell.cell, isAhead(other));
    if (isAhead(other)) return [];
    const day = other ?? said.day;
    return [{ what, exact: true, ...(day === undefined ? {} : { day }) }];
  };
}

function beginsWith(text: string, word: string): boolean {
  return text === word || text.startsWith(`${word} `);
}
