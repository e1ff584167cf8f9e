/** One run: reads the sources, joins people, writes the outputs and then the state. */
import type { ValidPeriod } from '../../course/licence-validity.ts';
import { makeTable, type CompletionTable } from '../people/completion-table.ts';
import { joinPeople } from '../people/join-people.ts';
import { columnMap } from './column-map-file.ts';
import { readLicenceCourse } from './course-file.ts';
import type { LicenceCourse } from '../licence-course.ts';
import { ZoneCalendar } from '../local-day.ts';
import { writeOutputs, type Output } from './output-files.ts';
import { placeOf } from './output-place.ts';
import type { Messages } from './progress-line.ts';
import { RecordsError } from '../records-error.ts';
import { EXIT_CODES } from './exit-codes.ts';
import type { ReadSummary, RecordSource } from '../sources/record-source.ts';
import type { RunOptions } from './run-options.ts';
import { outputsOf } from './run-outputs.ts';
import { readBytes } from './report-paths.ts';
import { sourcesOf } from './run-sources.ts';
import { basisOf, readState, stateLines, type RunState, type SourceState } from './run-state.ts';
import type { Secrets } from './secrets.ts';
import { SourceLedger } from '../sources/source-ledger.ts';
import { mayBeReset, vanished, type Vanished } from '../sources/vanished.ts';
import { readStaffList, type StaffList } from '../people/staff-list.ts';
import { figuresByUnit, figuresOf } from '../people/unit-summary.ts';
import { tellDoubts, tellStrangers } from './table-warnings.ts';

/** @returns the exit code: done or incomplete. @throws RecordsError for every other */
export async function runRecords(options: RunOptions, secrets: Secrets, messages: Messages, out: NodeJS.WritableStream): Promise<number> {
  for (const warning of secrets.warnings) messages.warn(warning);
  // Before anything is read: a night's work must not end at a folder that is not there.
  for (const path of [...Object.values(options.outputs), options.state ?? '-']) if (path !== '-') await placeOf(path);
  const course = await readLicenceCourse(options.courseFile);
  const validFor = validityOf(options, course);
  const calendar = new ZoneCalendar(options.zone);
  const columns = await columnMap(options, course, out);
  const sources = sourcesOf(options, course, calendar, columns, secrets, messages);
  const staff = await staffOf(options, messages);
  const basis = basisOf(course, options.zone);
  const known = await knownBefore(options, basis, messages);
  const { ledgers, after, notUnderstood, withoutClasses } = await readSources(sources, known, options, messages);

  const { people, ...joined } = await joinPeople(ledgers, staff.people, options.identify);
  const today = calendar.dayOf(Date.now());
  const { asOf } = options;
  const table = makeTable(people, { course, today, ...(asOf === undefined ? {} : { asOf }), ...(validFor ? { validFor } : {}) });
  tellDoubts(table, { ...joined, withoutClasses }, messages);
  if (staff.people.length > 0) tellStrangers(people, messages);
  const files = await outputsOf(options, table, secrets);
  await writeOutputs([...files, ...stateOutput(options, basis, after)], out);
  if (options.splitByUnit) messages.note(({ run }) => run.unitFiles(files.length, figuresByUnit(table).length));
  tellFigures(table, messages);
  return notUnderstood > 0 || staff.breaksOff ? EXIT_CODES.incomplete : EXIT_CODES.done;
}

/** What is said for this run goes before the course's own. @throws RecordsError usage, where a calendar is wanted of licences that never expire */
function validityOf({ validFor, outputs }: RunOptions, course: LicenceCourse): ValidPeriod | undefined {
  const period = validFor ?? course.validFor;
  if (outputs.ics === undefined || period) return period;
  throw new RecordsError('usage', (text) => text.options.icsNeedsPeriod);
}

async function staffOf({ people }: RunOptions, messages: Messages): Promise<StaffList> {
  if (people === undefined) return { people: [], breaksOff: false, hasOtherSheets: false, byNameOnly: [] };
  const list = await readStaffList({ name: people, bytes: await readBytes(people) });
  if (list.breaksOff) messages.warn(({ report }) => report.breaksOff(people));
  if (list.hasOtherSheets) messages.warn(({ report }) => report.firstSheetOnly([people]));
  if (list.byNameOnly.length > 0) messages.warn(({ report }) => report.staffByNameOnly(people, list.byNameOnly.length));
  return list;
}

/** What earlier runs have read, where there is a state that this run can go on from. */
async function knownBefore({ state }: RunOptions, basis: string, messages: Messages): Promise<RunState> {
  const before = state === undefined ? 'none' : await readState(state, basis);
  if (before === 'other') messages.note((text) => text.state.isOfOther);
  return typeof before === 'string' ? new Map() : before;
}

interface SourcesRead {
  readonly ledgers: readonly SourceLedger[];
  /** What the next run goes on from. */
  readonly after: RunState;
  /** How many records could not be understood. */
  readonly notUnderstood: number;
  /** Files that do not say of everybody with the licence which classes she has. */
  readonly withoutClasses: readonly string[];
}

/** One source after the other. */
async function readSources(
  sources: readonly RecordSource[],
  known: RunState,
  options: RunOptions,
  messages: Messages,
): Promise<SourcesRead> {
  const ledgers: SourceLedger[] = [];
  const after = new Map<string, SourceState>();
  let notUnderstood = 0;
  const withoutClasses: string[] = [];
  for (const source of sources) {
    const before = knownOf(source, known);
    let ledger = await readSource(source, before, options);
    if (before && mayBeReset(before.ledger, ledger)) ledger = await readSource(source, before, { ...options, full: true });
    if (before) {
      refuseNobody(source, before.ledger, ledger);
      tellVanished(source, vanished(before.ledger, ledger), messages);
    }
    ledgers.push(ledger);
    const cursor = source.cursor();
    if (cursor) after.set(source.id, { cursor, ledger });
    const summary = source.summary();
    tellSummary(summary, messages);
    notUnderstood += summary.notUnderstood.length;
    withoutClasses.push(...(summary.withoutClasses ?? []));
    if (ledger.entries.size === 0) messages.warn(({ run }) => run.nobody);
  }
  return { ledgers, after, notUnderstood, withoutClasses };
}

/** Reports are one source wherever they lie: a folder is called otherwise one day, or another file is read besides. */
function knownOf({ id }: RecordSource, known: RunState): SourceState | undefined {
  const isOfReports = (name: string): boolean => name.startsWith('file ');
  return known.get(id) ?? (isOfReports(id) ? [...known].find(([other]) => isOfReports(other))?.[1] : undefined);
}

async function readSource(source: RecordSource, before: SourceState | undefined, { full, state }: RunOptions): Promise<SourceLedger> {
  const cursor = full || (before && source.goesOnFrom?.(before.cursor) === false) ? undefined : before?.cursor;
  const ledger = ledgerFor(source, cursor === undefined, before, state !== undefined);
  let begun = false;
  try {
    if (source.withdrawals) {
      const withdrawn = new Set<string>();
      for await (const statement of source.withdrawals(cursor)) withdrawn.add(statement);
      ledger.withdraw(withdrawn);
    }
    for await (const record of source.completions(cursor, (key) => before?.ledger.entries.has(key) === true)) {
      begun = true;
      ledger.add(record);
    }
  } catch (error) {
    if (error instanceof RecordsError && begun) error.readUntilThen = source.summary().read;
    throw error;
  }
  return ledger;
}

/** People do not vanish all at once: an emptied server, or a key that may read less than before, must not empty last night's outputs. */
function refuseNobody({ id }: RecordSource, before: SourceLedger, { entries }: SourceLedger): void {
  if (entries.size > 0 || before.entries.size === 0) return;
  throw new RecordsError('unreadable', ({ run }) => run.nobodyAnyMore(id, before.entries.size));
}

/** As many may be deleted by hand on one day. */
const FEW = 4;

/** What was earned does not vanish all at once either: a course that is reset for its next round must not empty the outputs. */
function tellVanished({ id }: RecordSource, { had, gone }: Vanished, messages: Messages): void {
  if (gone === had && gone > FEW) throw new RecordsError('unreadable', ({ run }) => run.nothingAnyMore(id, gone));
  if (gone > 0) messages.warn(({ run }) => run.someVanished(id, gone));
}

/** The ledger of the run before, where only news is read; else a new one. */
function ledgerFor({ kind }: RecordSource, readsAll: boolean, before: SourceState | undefined, keepStatements: boolean): SourceLedger {
  if (kind === 'adding' && !readsAll && before) return before.ledger;
  return new SourceLedger({ keepStatements, ...(before ? { previous: before.ledger } : {}) });
}

/** Says what was and what was not read. */
function tellSummary({ read, leftOut, warnings, notUnderstood }: ReadSummary, messages: Messages): void {
  messages.note(read);
  for (const said of warnings) messages.warn(said);
  for (const said of leftOut) messages.note(said);
  for (const said of notUnderstood.slice(0, 5)) messages.warn(said);
  if (notUnderstood.length > 5) messages.warn(({ run }) => run.moreNotUnderstood(notUnderstood.length - 5));
}

/** The last line of a run: how many people, and how many of them with the licence. */
function tellFigures(table: CompletionTable, messages: Messages): void {
  const { people, valid, byStatus } = figuresOf(table, undefined, table.rows);
  messages.note(({ run }) => run.figures(people, valid, byStatus.expired, table.asOf));
}

/** The state goes last: a run that is cut short leaves one that the next run can go on from. */
function stateOutput({ state }: RunOptions, basis: string, after: RunState): Output[] {
  return state === undefined ? [] : [{ path: state, chunks: () => stateLines(basis, after), ownerOnly: true }];
}
