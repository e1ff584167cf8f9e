/** The files that lie on HR's page, and the table that is made of them by its rules. Knows no DOM: it runs in the page's worker. */
import type { Learner } from '../completion-record.ts';
import type { LicenceCourse } from '../licence-course.ts';
import type { ValidPeriod } from '../../course/licence-validity.ts';
import { ZoneCalendar } from '../local-day.ts';
import { makeTable, type CompletionTable } from '../people/completion-table.ts';
import type { Identifier } from '../people/person-keys.ts';
import { joinPeople, nameOf } from '../people/join-people.ts';
import { pseudonymised } from '../people/pseudonyms.ts';
import type { ColumnMap } from '../sources/column-map.ts';
import { MOST_PAGE_FILE_BYTES } from '../sources/report-limits.ts';
import { ReportError } from '../sources/report-problem.ts';
import { SourceLedger } from '../sources/source-ledger.ts';
import type { Decision, FileState, Outcome } from './file-state.ts';
import { openFile, type OpenedFile } from './open-file.ts';

/** The municipalities' own. */
const ZONE = 'Europe/Helsinki';

/** A file as a browser hands it over: nothing is read before it is asked for. */
export interface GivenFile {
  readonly id: number;
  readonly name: string;
  readonly file: Blob;
}

export interface Rules {
  readonly validFor?: ValidPeriod;
  readonly asOf?: string;
  readonly identify: readonly Identifier[];
  readonly pseudonymous: boolean;
  /** What the activity is called besides the course's title. */
  readonly activityNames: readonly string[];
  readonly maps: readonly ColumnMap[];
}

/** How many there are; `names` is empty where nobody is to be named. */
export interface Named {
  readonly count: number;
  readonly names: readonly string[];
}

/** What has to be known about a table besides its rows. */
export interface TableFacts {
  /** Numbers, addresses and user names of several people, which are left apart. */
  readonly conflicts: Named;
  /** People whose records have different names, and which. */
  readonly unlikeNames: Named;
  /** Names that stand in several rows, which may be one person's. */
  readonly sameNames: Named;
  /** People whom the list of people has in several units. */
  readonly ofSeveralUnits: Named;
  /** How many people the reports have, where all of them have one name. */
  readonly alike: number;
  /** People who have the licence by an earlier rule, if their classes are old enough. */
  readonly mayHold: number;
  /** Completions without a day, left out of a state as of a day. */
  readonly undated: number;
  readonly future: boolean;
  /** Learners who are not on the list of people; undefined without a list. */
  readonly strangers?: Named;
  /** Units that somebody belongs to. */
  readonly units: number;
  /** How long a licence is valid is said: there is something that expires. */
  readonly expires: boolean;
  /** No report says who has begun. */
  readonly silent: boolean;
  /** People who have the licence, but of whom no report says any class. */
  readonly withoutClasses: number;
  /** Names of the files that leave classes out. */
  readonly lackClasses: readonly string[];
}

interface Entry {
  readonly given: GivenFile;
  readonly decision: Decision;
  readonly opened: OpenedFile;
}

export class Desk {
  readonly #course: LicenceCourse;
  readonly #calendar = new ZoneCalendar(ZONE);
  readonly #entries = new Map<number, Entry>();

  constructor(course: LicenceCourse) {
    this.#course = course;
  }

  /** Takes a file, or takes it again after a decision. A failure is an outcome like any other: what was read of others stays. */
  async take(given: GivenFile, decision: Decision, rules: Rules, progress: (rows: number) => void): Promise<FileState> {
    const opened = await this.#open(given, decision, rules, progress);
    this.#entries.set(given.id, { given, decision, opened });
    return stateOf(given, opened.outcome);
  }

  async decide(id: number, decision: Decision, rules: Rules, progress: (rows: number) => void): Promise<FileState | undefined> {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    // Whoever wants to name the columns anew does not want the map of before.
    const { map: _map, ...before } = entry.decision;
    return this.take(entry.given, { ...(decision.as ? before : entry.decision), ...decision }, rules, progress);
  }

  nameOf(id: number): string {
    return this.#entries.get(id)?.given.name ?? '';
  }

  /** Those that new names or maps may help. */
  get unread(): number[] {
    return [...this.#entries].filter(([, { opened }]) => /^(failed|to-map|asks-course)$/.test(opened.outcome.kind)).map(([id]) => id);
  }

  remove(id: number): void {
    this.#entries.delete(id);
  }

  get hasReports(): boolean {
    return this.#opened().some(({ ledger }) => ledger);
  }

  get isEmpty(): boolean {
    return this.#opened().every(({ ledger, staff }) => !ledger && !staff);
  }

  async table(
    { validFor, asOf, identify, pseudonymous }: Rules,
    otherUnits: string,
  ): Promise<{ table: CompletionTable; facts: TableFacts }> {
    const today = this.#calendar.dayOf(Date.now());
    const opened = this.#opened();
    const reports = opened.filter(({ ledger }) => ledger);
    const staff = opened.flatMap((file): readonly Learner[] => file.staff ?? []);
    const { people, conflicts, unlikeNames, sameNames, ofSeveralUnits, alike } = await joinPeople(
      [combined(reports.flatMap(({ ledger }) => ledger ?? []))],
      staff,
      identify,
    );
    const named = (names: readonly string[]): Named => ({ count: names.length, names: pseudonymous ? [] : names });
    const whole = makeTable(people, {
      course: this.#course,
      today,
      ...(validFor ? { validFor } : {}),
      ...(asOf === undefined ? {} : { asOf }),
    });
    return {
      table: pseudonymous ? await pseudonymised(whole, undefined, otherUnits) : whole,
      facts: {
        conflicts: named([...new Set(conflicts)]),
        unlikeNames: named(unlikeNames),
        sameNames: named(sameNames),
        ofSeveralUnits: named(ofSeveralUnits),
        alike,
        mayHold: whole.mayHold,
        undated: whole.undated,
        units: new Set(people.flatMap(({ unit }) => unit ?? [])).size,
        expires: validFor !== undefined,
        future: whole.asOf > today,
        silent: reports.length > 0 && reports.every(({ saysWhoBegan }) => saysWhoBegan === false),
        withoutClasses: whole.withoutClasses,
        lackClasses: this.#inOrder().flatMap(({ given, opened: { lacksClasses } }) => (lacksClasses ? [given.name] : [])),
        ...(staff.length > 0 ? { strangers: named(people.filter(({ onStaffList }) => !onStaffList).map(nameOf)) } : {}),
      },
    };
  }

  /** In the order of their names, as the command reads a folder. */
  #inOrder(): Entry[] {
    return [...this.#entries.values()].sort((a, b) => (a.given.name < b.given.name ? -1 : 1));
  }

  #opened(): OpenedFile[] {
    return this.#inOrder().map(({ opened }) => opened);
  }

  async #open({ name, file }: GivenFile, decision: Decision, rules: Rules, progress: (rows: number) => void): Promise<OpenedFile> {
    try {
      if (file.size > MOST_PAGE_FILE_BYTES)
        return { outcome: { kind: 'failed', problem: { kind: 'too-large', bytes: file.size, most: MOST_PAGE_FILE_BYTES } } };
      const bytes = await file.arrayBuffer().catch(() => undefined);
      if (!bytes) return { outcome: { kind: 'failed', problem: { kind: 'gone' } } };
      const { activityNames, maps } = rules;
      const options = { course: this.#course, calendar: this.#calendar, activityNames, maps, progress };
      return await openFile({ name, bytes: new Uint8Array(bytes) }, decision, options);
    } catch (error) {
      if (error instanceof ReportError) return { outcome: { kind: 'failed', problem: error.problem } };
      throw error;
    }
  }
}

function stateOf({ id, name }: GivenFile, outcome: Outcome): FileState {
  return { id, name, outcome };
}

/** One ledger of all reports, as the command makes of a folder: whoever has only a name is one person in all of them. */
function combined(ledgers: readonly SourceLedger[]): SourceLedger {
  const [only] = ledgers;
  if (only && ledgers.length === 1) return only;
  const all = new SourceLedger({ keepStatements: false });
  for (const ledger of ledgers) all.takeIn(ledger);
  return all;
}
