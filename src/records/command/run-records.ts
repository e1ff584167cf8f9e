/** One run: reads the sources, joins people, writes the outputs and then the state. */
import { counted } from '../counted.ts';
import { makeTable, type CompletionTable } from '../people/completion-table.ts';
import { joinPeople, type Joined, type Person } from '../people/join-people.ts';
import { columnMap } from './column-map-file.ts';
import { readLicenceCourse } from './course-file.ts';
import { ZoneCalendar } from '../local-day.ts';
import { writeOutputs, type Output } from './output-files.ts';
import { placeOf } from './output-place.ts';
import type { Messages } from './progress-line.ts';
import { EXIT_CODES, RecordsError } from '../records-error.ts';
import type { RecordSource } from '../sources/record-source.ts';
import type { RunOptions } from './run-options.ts';
import { outputsOf } from './run-outputs.ts';
import { readBytes } from './report-paths.ts';
import { sourcesOf } from './run-sources.ts';
import { basisOf, readState, stateLines, type RunState, type SourceState } from './run-state.ts';
import type { Secrets } from './secrets.ts';
import { SourceLedger } from '../sources/source-ledger.ts';
import { readStaffList } from '../people/staff-list.ts';
import { figuresByUnit, figuresOf } from '../people/unit-summary.ts';

/** @returns the exit code: done or incomplete. @throws RecordsError for every other */
export async function runRecords(options: RunOptions, secrets: Secrets, messages: Messages, out: NodeJS.WritableStream): Promise<number> {
  for (const warning of secrets.warnings) messages.warn(warning);
  // Before anything is read: a night's work must not end at a folder that is not there.
  for (const path of [...Object.values(options.outputs), options.state ?? '-']) if (path !== '-') await placeOf(path);
  const course = await readLicenceCourse(options.courseFile);
  const calendar = new ZoneCalendar(options.zone);
  const columns = await columnMap(options, course, out);
  const sources = sourcesOf(options, course, calendar, columns, secrets, messages);
  const staff = options.people === undefined ? [] : await readStaffList({ name: options.people, bytes: await readBytes(options.people) });
  const basis = basisOf(course, options.zone);
  const known = await knownBefore(options, basis, messages);
  const { ledgers, after, notUnderstood } = await readSources(sources, known, options, messages);

  const { people, ...joined } = await joinPeople(ledgers, staff, options.identify);
  const today = calendar.dayOf(Date.now());
  const { asOf, validFor } = options;
  const table = makeTable(people, { course, today, ...(asOf === undefined ? {} : { asOf }), ...(validFor ? { validFor } : {}) });
  tellDoubts(table, joined, messages);
  if (staff.length > 0) tellStrangers(people, messages);
  const files = await outputsOf(options, table, secrets);
  await writeOutputs([...files, ...stateOutput(options, basis, after)], out);
  if (options.splitByUnit)
    messages.note(`${counted(files.length, 'file', 'files')} for ${counted(figuresByUnit(table).length, 'unit', 'units')}.`);
  tellFigures(table, messages);
  return notUnderstood > 0 ? EXIT_CODES.incomplete : EXIT_CODES.done;
}

/** What earlier runs have read, where there is a state that this run can go on from. */
async function knownBefore({ state }: RunOptions, basis: string, messages: Messages): Promise<RunState> {
  const before = state === undefined ? 'none' : await readState(state, basis);
  if (before === 'other') messages.note('The state is for another course or time zone, or of another version: everything is read again.');
  return typeof before === 'string' ? new Map() : before;
}

interface SourcesRead {
  readonly ledgers: readonly SourceLedger[];
  /** What the next run goes on from. */
  readonly after: RunState;
  /** How many records could not be understood. */
  readonly notUnderstood: number;
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
  for (const source of sources) {
    const ledger = await readSource(source, known.get(source.id), options);
    ledgers.push(ledger);
    const cursor = source.cursor();
    if (cursor) after.set(source.id, { cursor, ledger });
    notUnderstood += tellSummary(source, messages);
  }
  return { ledgers, after, notUnderstood };
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

/** The ledger of the run before, where only news is read; else a new one. */
function ledgerFor({ kind }: RecordSource, readsAll: boolean, before: SourceState | undefined, keepStatements: boolean): SourceLedger {
  if (kind === 'adding' && !readsAll && before) return before.ledger;
  return new SourceLedger({ keepStatements, ...(before ? { previous: before.ledger } : {}) });
}

/** Says what was and what was not read. @returns how many records could not be understood */
function tellSummary(source: RecordSource, messages: Messages): number {
  const { read, leftOut, warnings, notUnderstood } = source.summary();
  messages.note(read);
  for (const text of warnings) messages.warn(text);
  for (const text of leftOut) messages.note(text);
  for (const text of notUnderstood.slice(0, 5)) messages.warn(`Not understood, left out: ${text}.`);
  if (notUnderstood.length > 5) messages.warn(`Not understood, left out: ${notUnderstood.length - 5} more.`);
  return notUnderstood.length;
}

/** What in the table may not be as a reader takes it. */
function tellDoubts(
  { undated, asOf, today }: CompletionTable,
  { conflicts, unlikeNames }: Omit<Joined, 'people'>,
  messages: Messages,
): void {
  if (conflicts > 0)
    messages.warn(
      `${counted(conflicts, 'time', 'times')} a number, an address or a user name is of several people: it makes nobody one, and what is known by it alone stands in rows of its own.`,
    );
  if (unlikeNames > 0)
    messages.warn(
      `${counted(unlikeNames, 'person has', 'people have')} records under names without a word in common: look whether a number, an address or a user name has gone from one to another.`,
    );
  if (undated > 0)
    messages.warn(
      `${counted(undated, 'completion', 'completions')} without a day, or known only “at the latest” on a later one, ${undated === 1 ? 'is' : 'are'} left out of the state as of ${asOf}.`,
    );
  if (asOf > today) messages.warn(`${asOf} is still to come: shown is what is known today, and who will still have a valid licence then.`);
}

function tellStrangers(people: readonly Person[], messages: Messages): void {
  const strangers = people.filter(({ onStaffList }) => !onStaffList).length;
  if (strangers > 0) messages.note(`${counted(strangers, 'learner is', 'learners are')} not on the list of people.`);
}

function tellFigures(table: CompletionTable, messages: Messages): void {
  const { people, valid, byStatus } = figuresOf(table, undefined, table.rows);
  const expired = byStatus.expired === 0 ? '' : `, ${byStatus.expired} expired`;
  messages.note(`${counted(people, 'person', 'people')}, ${valid} with the licence${expired}, as of ${table.asOf}.`);
}

/** The state goes last: a run that is cut short leaves one that the next run can go on from. */
function stateOutput({ state }: RunOptions, basis: string, after: RunState): Output[] {
  return state === undefined ? [] : [{ path: state, chunks: () => stateLines(basis, after), ownerOnly: true }];
}
