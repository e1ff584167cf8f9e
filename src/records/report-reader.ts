/** Records out of the rows of one report: Moodle's own kinds by their heads, any other by a column map. */
import { earnedInteractionId, objectiveId } from '../course/reported-ids.ts';
import { identityColumns, saysDone, type IdentityColumn } from './column-heads.ts';
import type { ColumnMap } from './column-map.ts';
import type { Achievement, CompletionRecord, Learner } from './completion-record.ts';
import type { LicenceCourse } from './licence-course.ts';
import { readDay, type DayOrder, type ZoneCalendar } from './local-day.ts';
import { RecordsError } from './records-error.ts';
import type { ReportFile } from './report-file.ts';

export interface ReportContext {
  readonly course: LicenceCourse;
  readonly calendar: ZoneCalendar;
  /** What the activity is called in the LMS, where not like the course. */
  readonly activityNames: readonly string[];
}

/** What of a row's achievements can be said. */
export interface Finding {
  readonly what: Achievement;
  readonly day?: string;
  readonly exact: boolean;
  readonly attempt?: string;
}

/** Reads one row; an empty list where it says nothing but who. */
type RowReader = (row: readonly string[]) => Finding[];

export interface ReportReader {
  readonly kind: string;
  /** False where a person without a completion may have begun all the same. */
  readonly saysWhoBegan?: boolean;
  readonly identity: ReadonlyMap<IdentityColumn, number>;
  readonly findings: RowReader;
}

/** Chooses how a report is read. @throws RecordsError unreadable, where its heads are of no known report */
export function readerFor(file: ReportFile, context: ReportContext, map: ColumnMap | undefined): ReportReader {
  if (map) return mappedReader(file, context, map);
  const identity = identityColumns(file.heads);
  // Moodle's completion report has no head above the names.
  if (!identity.has('name') && !identity.has('lastName') && file.heads[0] === '') identity.set('name', 0);
  const reader = activityCompletion(file, context) ?? scormReport(file, context);
  if (reader && (identity.has('name') || identity.has('email') || identity.has('lastName'))) return { ...reader, identity };
  throw new RecordsError(
    'unreadable',
    `The file ${file.path} is no report that is known. Its heads are: ${file.heads
      .filter((head) => head !== '')
      .slice(0, 12)
      .join(' | ')}.`,
    'Say which column is what: --columns map.yaml (a starting point is written if that file does not exist).',
  );
}

export function learnerOf(row: readonly string[], identity: ReadonlyMap<IdentityColumn, number>): Learner | undefined {
  const cell = (column: IdentityColumn): string | undefined => {
    const index = identity.get(column);
    const text = index === undefined ? undefined : row[index]?.trim();
    return text === undefined || text === '' || text === '-' ? undefined : text;
  };
  const name = cell('name') ?? ([cell('firstName'), cell('lastName')].filter((part) => part !== undefined).join(' ') || undefined);
  const email = cell('email')?.toLowerCase();
  const employeeNumber = cell('employeeNumber');
  const account = cell('account');
  const unit = cell('unit');
  const manager = cell('manager');
  const key = employeeNumber ?? email ?? account ?? name;
  if (key === undefined) return undefined;
  return {
    key,
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(employeeNumber === undefined ? {} : { employeeNumber }),
    ...(account === undefined ? {} : { account: { name: account } }),
    ...(unit === undefined ? {} : { unit }),
    ...(manager === undefined ? {} : { manager }),
  };
}

export function recordsOf(learner: Learner, findings: readonly Finding[]): CompletionRecord[] {
  return [{ learner, what: { kind: 'known' }, exact: true }, ...findings.map((finding) => ({ learner, ...finding }))];
}

/** Moodle's activity completion report: a column for each activity, and one without a head for its day. */
function activityCompletion(
  file: ReportFile,
  { course, calendar, activityNames }: ReportContext,
): Omit<ReportReader, 'identity'> | undefined {
  const pairs = file.heads.flatMap((head, index) => (head !== '' && file.heads[index + 1] === '' ? [{ head, index }] : []));
  if (pairs.length === 0) return undefined;
  const names = [course.title, ...activityNames].map((name) => name.toLowerCase());
  const ours = pairs.filter(({ head }) => names.includes(head.toLowerCase()));
  if (ours.length === 0)
    throw new RecordsError(
      'unreadable',
      `The file ${file.path} has no activity “${course.title}”. Its activities are ${pairs.map(({ head }) => `“${head}”`).join(', ')}.`,
      'Say what it is called there: --activity-name "…".',
    );
  return {
    kind: 'Moodle’s activity completion report',
    saysWhoBegan: false,
    findings: (row) =>
      ours.flatMap(({ index }): Finding[] => {
        if (!saysDone(row[index] ?? '')) return [];
        const day = readDay(row[index + 1] ?? '', calendar);
        return [{ what: { kind: 'completed' }, exact: true, ...(day === undefined ? {} : { day }) }];
      }),
  };
}

const columns = {
  attempt: /^(attempt|suorituskerta|yritys|yrityskerta|försök)$/i,
  started: /^(started on|aloitettu|aloitusaika|aloitti|startad|påbörjad)/i,
  accessed: /^(last accessed on|viimeksi käytetty|viimeksi avattu|viimeisin käynti|viimeksi käyty|senast använd|senast öppnad)/i,
  score: /^(score|pisteet|tulos|arvosana|poäng|resultat)$/i,
  question: /^(question|kysymys|fråga)\s*\d+$/i,
};

/** Moodle's SCORM reports: basic, interactions, objectives. Of the interactions only the days of classes are read, never a response. */
function scormReport(file: ReportFile, { course, calendar }: ReportContext): Omit<ReportReader, 'identity'> | undefined {
  const find = (pattern: RegExp): number => file.heads.findIndex((head) => pattern.test(head));
  const [attempt, started, accessed, score] = [columns.attempt, columns.started, columns.accessed, columns.score].map(find) as [
    number,
    number,
    number,
    number,
  ];
  if (attempt < 0 || started < 0) return undefined;
  const questions = file.heads.flatMap((head, index) => (columns.question.test(head) ? [index] : []));
  const objectives = course.classes.flatMap(({ id }) => {
    const index = file.heads.findIndex((head) => head.toLowerCase().startsWith(`${objectiveId(id)} `));
    return index < 0 ? [] : [{ id, index }];
  });
  const byInteraction = new Map(course.classes.map(({ id }) => [earnedInteractionId(id), id]));
  // The part's own column follows the score; in the reports with more columns it says "Incomplete", "Completed" or the score.
  const part = score >= 0 && file.heads.length > score + 1 ? score + 1 : -1;
  return {
    kind: 'Moodle’s SCORM report',
    findings: (row) => {
      const cell = (index: number): string => (index < 0 ? '' : (row[index] ?? ''));
      const number = cell(attempt).trim();
      if (number === '' || number === '-') return [];
      const base = { attempt: number };
      const begun = readDay(cell(started), calendar);
      const last = readDay(cell(accessed), calendar);
      const latest = last === undefined ? {} : { day: last };
      const found: Finding[] = [{ ...base, what: { kind: 'begun' }, exact: true, ...(begun === undefined ? {} : { day: begun }) }];
      const days = new Map<string, string | undefined>();
      for (const index of questions) {
        const id = byInteraction.get(cell(index));
        if (id !== undefined) days.set(id, readDay(cell(index + 1), calendar));
      }
      for (const { id, index } of objectives) if (saysDone(cell(index)) && !days.has(id)) days.set(id, undefined);
      for (const [id, day] of days)
        found.push({ ...base, what: { kind: 'class', id }, exact: day !== undefined, ...(day === undefined ? latest : { day }) });
      if (isFull(cell(score)) || isFull(cell(part)) || saysDone(cell(part)))
        found.push({ ...base, what: { kind: 'completed' }, exact: false, ...latest });
      return found;
    },
  };
}

/** The course reports 100 points with its completion, and nothing before. */
function isFull(cell: string): boolean {
  return /^100([.,]0+)?\s*%?$/.test(cell.trim());
}

function mappedReader(file: ReportFile, { course, calendar }: ReportContext, map: ColumnMap): ReportReader {
  const index = (head: string | undefined): number => {
    if (head === undefined) return -1;
    const found = file.heads.findIndex((other) => other.toLowerCase() === head.trim().toLowerCase());
    if (found < 0)
      throw new RecordsError(
        'usage',
        `The file ${file.path} has no column “${head}”. It has ${file.heads.join(' | ')}.`,
        'Mend the file given with --columns.',
      );
    return found;
  };
  const identity = new Map<IdentityColumn, number>();
  for (const column of ['name', 'firstName', 'lastName', 'email', 'employeeNumber', 'account', 'unit', 'manager'] as const)
    if (map[column] !== undefined) identity.set(column, index(map[column]));
  const proof = proofReader(map, calendar, map.dayOrder);
  const wide: [number, Achievement][] = [
    [index(map.begun), { kind: 'begun' }],
    [index(map.completed), { kind: 'completed' }],
    ...Object.entries(map.classes ?? {}).map(([id, head]): [number, Achievement] => [index(head), { kind: 'class', id }]),
  ];
  const item = map.item && {
    column: index(map.item.column),
    day: index(map.item.day),
    status: index(map.item.status),
    names: itemNames(map.item, course),
  };
  return {
    kind: 'a report read by its column map',
    identity,
    findings: (row) => {
      const found = wide.flatMap(([column, what]) => (column < 0 ? [] : proof(row[column] ?? '', undefined, what)));
      const what = item && item.names.get((row[item.column] ?? '').trim().toLowerCase());
      if (!item || !what) return found;
      const day = item.day < 0 ? undefined : (row[item.day] ?? '');
      const status = item.status < 0 ? (day ?? 'x') : (row[item.status] ?? '');
      return [...found, ...proof(status, day, what)];
    },
  };
}

function itemNames(item: NonNullable<ColumnMap['item']>, course: LicenceCourse): Map<string, Achievement> {
  return new Map([
    ...(item.completed ?? [course.title]).map((name): [string, Achievement] => [name.toLowerCase(), { kind: 'completed' }]),
    ...Object.entries(item.classes ?? {}).flatMap(([id, names]) =>
      names.map((name): [string, Achievement] => [name.toLowerCase(), { kind: 'class', id }]),
    ),
  ]);
}

/** A cell with a day, or with a word for "done", proves an achievement. */
function proofReader(map: ColumnMap, calendar: ZoneCalendar, order: DayOrder) {
  const words = new Set(map.done.map((word) => word.toLowerCase()));
  return (cell: string, dayCell: string | undefined, what: Achievement): Finding[] => {
    const own = readDay(cell, calendar, order);
    if (own === undefined && !saysDone(cell) && !words.has(cell.trim().toLowerCase())) return [];
    const day = dayCell === undefined ? own : (readDay(dayCell, calendar, order) ?? own);
    return [{ what, exact: true, ...(day === undefined ? {} : { day }) }];
  };
}
