/** Finds out what a given file is, and reads it: a report of Moodle's, one with a column map, or the list of people. */
import type { Learner } from '../completion-record.ts';
import { titlesOf, type LicenceCourse } from '../licence-course.ts';
import type { ZoneCalendar } from '../local-day.ts';
import { isOfCourse } from '../part-names.ts';
import { readStaffList, saysWho } from '../people/staff-list.ts';
import { identityColumns } from '../sources/column-heads.ts';
import { guessedHeads, guessedMap, type ColumnMap } from '../sources/column-map.ts';
import { Doubts } from '../sources/doubts.ts';
import { openKnownReport, type OpenedReport } from '../sources/known-report.ts';
import { openReport, type ReportBytes } from '../sources/report-file.ts';
import { ReportError } from '../sources/report-problem.ts';
import type { ReportContext } from '../sources/report-reader.ts';
import { ReportTally } from '../sources/report-tally.ts';
import { SourceLedger } from '../sources/source-ledger.ts';
import type { Decision, Guess, MapColumn, Outcome, ReportToMap } from './file-state.ts';

export interface OpenOptions {
  readonly course: LicenceCourse;
  readonly calendar: ZoneCalendar;
  readonly activityNames: readonly string[];
  /** Maps that were loaded or made before: the first that fits an unknown report is taken. */
  readonly maps: readonly ColumnMap[];
  readonly progress: (rows: number) => void;
}

export interface OpenedFile {
  readonly outcome: Outcome;
  readonly ledger?: SourceLedger;
  /** False where it does not say who has begun. */
  readonly saysWhoBegan?: boolean;
  /** It does not say of everybody with the licence which classes she has. */
  readonly lacksClasses?: boolean;
  readonly staff?: readonly Learner[];
}

/** Rows that are looked at for examples, and how many different cells a column of achievements has at most. */
const LOOKED_AT = 5000;
const EXAMPLES = 3;
const MOST_VALUES = 60;

/** @throws ReportError, where it is no table, or not what it was said to be */
export async function openFile(given: ReportBytes, decision: Decision, options: OpenOptions): Promise<OpenedFile> {
  if (decision.as === 'staff') return staffOf(given);
  const context: ReportContext = { ...options, doubts: new Doubts() };
  const known = await knownReport(given, context, decision, options.maps);
  if (known) return readReport(known, context, decision, options);
  const unknown = await guessedHeads(await openReport(given));
  const guess = guessedMap(unknown.heads, options.course);
  const says = guess.begun !== undefined || guess.completed !== undefined || guess.classes !== undefined;
  if (decision.as !== 'report' && !says && saysWho(identityColumns(unknown.heads)) && !(await namesItems(given, options.course)))
    return staffOf(given);
  return { outcome: await toMap(given, guess, options.course) };
}

async function staffOf(given: ReportBytes): Promise<OpenedFile> {
  const { people: staff, ...list } = await readStaffList(given);
  return { outcome: { kind: 'staff', people: staff.length, ...list }, staff };
}

/** @returns undefined where nothing but a new map would help */
async function knownReport(
  given: ReportBytes,
  context: ReportContext,
  { map, as }: Decision,
  maps: readonly ColumnMap[],
): Promise<OpenedReport | undefined> {
  if (map) return openKnownReport(given, context, map);
  for (const tried of [undefined, ...(as === 'report' ? [] : maps)]) {
    try {
      return await openKnownReport(given, context, tried);
    } catch (error) {
      const kind = error instanceof ReportError ? error.problem.kind : undefined;
      if (kind !== 'unknown-heads' && kind !== 'lacks-column') throw error;
    }
  }
  return undefined;
}

async function readReport(opened: OpenedReport, context: ReportContext, decision: Decision, options: OpenOptions): Promise<OpenedFile> {
  const { reader } = opened;
  if (reader.holdsAnswers && !decision.withAnswers) return { outcome: { kind: 'asks-answers' } };
  if (reader.part !== undefined && !isOfCourse(reader.part, options.course, options.activityNames) && !decision.otherPart)
    return { outcome: { kind: 'asks-course', part: reader.part } };
  const ledger = new SourceLedger({ keepStatements: false });
  const tally = new ReportTally(context.doubts);
  for await (const record of tally.recordsIn(opened, options.progress)) ledger.add(record);
  return {
    ledger,
    lacksClasses: tally.withoutClasses.length > 0,
    saysWhoBegan: reader.saysWhoBegan !== false,
    outcome: {
      kind: 'report',
      as: reader.kind,
      rows: tally.rows,
      nameless: tally.nameless,
      breaksOff: tally.brokenOff.length > 0,
      hasOtherSheets: tally.ofSeveralSheets.length > 0,
      monthFirst: context.doubts.monthFirst,
      byNameOnly: tally.byNameOnly,
      doubts: context.doubts.list,
      parts: reader.takenForParts ?? [],
      ...(reader.note === undefined ? {} : { note: reader.note }),
    },
  };
}

async function toMap(given: ReportBytes, guess: Guess, course: LicenceCourse): Promise<ReportToMap> {
  const columns = await columnsOf(given);
  const item = guess.classes === undefined ? itemGuess(columns, course) : undefined;
  const { completed, ...rest } = guess;
  return { kind: 'to-map', columns, guess: item ? { ...rest, item } : completed === undefined ? rest : { ...rest, completed } };
}

async function columnsOf(given: ReportBytes): Promise<MapColumn[]> {
  const { heads, rows } = await guessedHeads(await openReport(given));
  const values = heads.map(() => new Set<string>());
  let looked = 0;
  for await (const row of rows) {
    if (++looked > LOOKED_AT) break;
    heads.forEach((_head, index) => {
      const [cell, seen] = [(row[index] ?? '').trim(), values[index]];
      if (cell !== '' && seen && seen.size <= MOST_VALUES) seen.add(cell);
    });
  }
  return heads.flatMap((head, index) => {
    const seen = [...(values[index] ?? [])];
    if (head === '') return [];
    return [{ head, examples: seen.slice(0, EXAMPLES), values: seen.length > MOST_VALUES ? [] : seen }];
  });
}

/** A report with a row for each achievement: one of its columns names the course, or a class by its title. */
function itemGuess(columns: readonly MapColumn[], course: LicenceCourse): Guess['item'] {
  const isCourse = (value: string): boolean => titlesOf(course).some((title) => plain(value) === plain(title));
  const column = columns.find(({ values }) => values.some((value) => isCourse(value) || classIn(value, course) !== undefined));
  if (!column) return undefined;
  const found = (pattern: RegExp): string | undefined => columns.find(({ head }) => pattern.test(head) && head !== column.head)?.head;
  const [day, status] = [found(/päivä|pvm|date|datum|dag/i), found(/tila|status|läge|state/i)];
  const classes: Record<string, string[]> = {};
  for (const value of column.values) {
    const id = classIn(value, course);
    if (id !== undefined) (classes[id] ??= []).push(value);
  }
  return {
    column: column.head,
    ...(day === undefined ? {} : { day }),
    ...(status === undefined ? {} : { status }),
    completed: column.values.filter(isCourse),
    ...(Object.keys(classes).length > 0 ? { classes } : {}),
  };
}

function classIn(value: string, { classes }: LicenceCourse): string | undefined {
  return classes.find(({ id, title }) => plain(value) === plain(title) || plain(value) === plain(`${id} ${title}`))?.id;
}

async function namesItems(given: ReportBytes, course: LicenceCourse): Promise<boolean> {
  return itemGuess(await columnsOf(given), course) !== undefined;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
