/** People × classes as of a day: what every output shows. */
import { impliedByCompletion } from '../../course/completion-rules.ts';
import { licenceRulesOf } from '../../course/licence-rule.ts';
import type { Day } from '../completion-record.ts';
import type { Person } from './join-people.ts';
import type { LicenceCourse } from '../licence-course.ts';
import { lastDayOf, type Period } from '../local-day.ts';
import type { Mark } from '../sources/source-ledger.ts';
import { validityOf, type LicenceStatus } from './licence-status.ts';
import { bestOf, earnedFrom, marksIn, type Earned } from './earned.ts';

export interface PersonRow {
  readonly person: Person;
  readonly status: LicenceStatus;
  readonly begun?: Day;
  readonly classes: ReadonlyMap<string, Earned>;
  readonly licence?: Earned;
  /** The day of the latest later attempt in which it was earned again. */
  readonly renewed?: Day;
  /** The last day on which it is valid. */
  readonly expires?: Day;
}

export interface CompletionTable {
  readonly course: LicenceCourse;
  /** The day whose state is shown. */
  readonly asOf: Day;
  readonly validFor?: Period;
  readonly rows: readonly PersonRow[];
  /** The day on which the table was made: `asOf` may be a later one. */
  readonly today: Day;
  /** Completions without a day, which are left out of a state as of a day. */
  readonly undated: number;
}

export interface TableQuery {
  readonly course: LicenceCourse;
  readonly today: Day;
  /** Shows the state at the end of that day. */
  readonly asOf?: Day;
  readonly validFor?: Period;
}

export function makeTable(people: readonly Person[], query: TableQuery): CompletionTable {
  const { course, today, asOf, validFor } = query;
  const counts = ({ day }: Mark): boolean => asOf === undefined || (day !== undefined && day <= asOf);
  const undated = asOf === undefined ? 0 : people.reduce((sum, { marks }) => sum + undatedIn(marks), 0);
  const begun = licenceRulesOf(course).filter(({ from }) => from === undefined || from <= (asOf ?? today));
  const implied = impliedByCompletion(
    course,
    begun.map(({ rule }) => rule),
  );
  const rows = people.map((person) => rowOf(person, counts, implied, query));
  const order = new Intl.Collator('fi');
  rows.sort((a, b) => compareNames(order, a.person.name ?? '', b.person.name ?? '') || (a.person.key < b.person.key ? -1 : 1));
  return { course, asOf: asOf ?? today, today, rows, undated, ...(validFor ? { validFor } : {}) };
}

function undatedIn(sources: Person['marks']): number {
  return sources
    .flatMap((marks) => [...marks])
    .filter(
      ([proof, list]) =>
        proof !== 'known' && proof !== 'begun' && !proof.startsWith('withdrawn ') && list.every(({ day }) => day === undefined),
    ).length;
}

/** Collating is dear: what is the same letter by letter needs none. */
function compareNames(order: Intl.Collator, one: string, other: string): number {
  return one === other ? 0 : order.compare(one, other);
}

function rowOf(
  person: Person,
  counts: (mark: Mark) => boolean,
  implied: readonly string[],
  { course, today, asOf, validFor }: TableQuery,
): PersonRow {
  const shown = asOf ?? today;
  const { classes, licence, renewed } = earnedFrom(person.marks, { course, asOf: shown, counts, implied });
  const renewal = validFor ? renewed : undefined;
  const since = renewal ?? licence?.day;
  const expires = validFor && since !== undefined ? lastDayOf(since, validFor) : undefined;
  const begun = marksIn(person.marks, 'begun', counts);
  const begunOn = bestOf(begun)?.day;
  return {
    person,
    classes,
    status: licence ? validityOf(expires, shown) : classes.size > 0 || begun.length > 0 ? 'begun' : 'not-begun',
    ...(begunOn === undefined ? {} : { begun: begunOn }),
    ...(licence ? { licence } : {}),
    ...(renewal === undefined ? {} : { renewed: renewal }),
    ...(expires === undefined ? {} : { expires }),
  };
}
