/** People × classes as of a day: what every output shows. */
import { licenceOn, licenceRulesOf } from '../../course/licence-rule.ts';
import type { Day } from '../completion-record.ts';
import type { Person } from './join-people.ts';
import type { LicenceCourse } from '../licence-course.ts';
import { lastDayOf, type ValidPeriod } from '../../course/licence-validity.ts';
import { isOfClass, type Mark } from '../sources/source-ledger.ts';
import { validityOf, type LicenceStatus } from './licence-status.ts';
import { completionProofs } from './completion-proof.ts';
import { bestOf, earnedFrom, marksIn, type Earned, type EarnedQuery } from './earned.ts';
import { renewalOf } from './renewal.ts';

export interface PersonRow {
  readonly person: Person;
  readonly status: LicenceStatus;
  readonly begun?: Day;
  readonly classes: ReadonlyMap<string, Earned>;
  readonly licence?: Earned;
  /** Of the latest time that it was earned again. */
  readonly renewed?: Earned;
  /** The last day on which it is valid. */
  readonly expires?: Day;
}

export interface CompletionTable {
  readonly course: LicenceCourse;
  /** The day whose state is shown. */
  readonly asOf: Day;
  readonly validFor?: ValidPeriod;
  readonly rows: readonly PersonRow[];
  /** The day on which the table was made: `asOf` may be a later one. */
  readonly today: Day;
  /** Completions of which nobody knows whether they were there by then, left out of a state as of a day: without a day, or "at the latest" on a later one. */
  readonly undated: number;
  /** People without the licence who have it by an earlier rule, if classes of an unknown day, or one “at the latest”, are old enough. */
  readonly mayHold: number;
  /** People who have the licence, but of whom no source says any class: only those are shown that the licence takes. */
  readonly withoutClasses: number;
}

export interface TableQuery {
  readonly course: LicenceCourse;
  readonly today: Day;
  /** Shows the state at the end of that day. */
  readonly asOf?: Day;
  readonly validFor?: ValidPeriod;
}

export function makeTable(people: readonly Person[], query: TableQuery): CompletionTable {
  const { course, today, asOf, validFor } = query;
  const counts = ({ day }: Mark): boolean => asOf === undefined || (day !== undefined && day <= asOf);
  const undated = asOf === undefined ? 0 : people.reduce((sum, { marks }) => sum + undatedIn(marks, counts), 0);
  const shown = asOf ?? today;
  const earnedQuery = { course, asOf: shown, counts, proofOf: completionProofs(course, shown) };
  const rows = people.map((person) => rowOf(person, earnedQuery, validFor));
  const order = new Intl.Collator('fi');
  rows.sort((a, b) => compareNames(order, a.person.name ?? '', b.person.name ?? '') || (a.person.key < b.person.key ? -1 : 1));
  const mayHold = rows.filter((row) => mayHoldLicence(row, course, shown)).length;
  const withoutClasses = rows.filter((row) => mayHaveMore(row, course)).length;
  return { course, asOf: shown, today, rows, undated, mayHold, withoutClasses, ...(validFor ? { validFor } : {}) };
}

/** Before every rule. */
const EARLIEST: Day = '0000-00-00';

function undatedIn(sources: Person['marks'], counts: (mark: Mark) => boolean): number {
  const mayBe = (mark: Mark): boolean => mark.day === undefined || !mark.exact;
  return sources
    .flatMap((marks) => [...marks])
    .filter(
      ([proof, list]) =>
        proof !== 'known' && proof !== 'begun' && !proof.startsWith('withdrawn ') && list.some(mayBe) && !list.some((mark) => counts(mark)),
    ).length;
}

/** Collating is dear: what is the same letter by letter needs none. */
function compareNames(order: Intl.Collator, one: string, other: string): number {
  return one === other ? 0 : order.compare(one, other);
}

function rowOf(person: Person, query: EarnedQuery, validFor: ValidPeriod | undefined): PersonRow {
  const { classes, licence } = earnedFrom(person.marks, query);
  const validity = validFor && licence?.day !== undefined ? validityFrom(person, licence.day, query, validFor) : {};
  const begun = marksIn(person.marks, 'begun', query.counts);
  const begunOn = bestOf(begun)?.day;
  return {
    person,
    classes,
    status: licence ? validityOf(validity.expires, query.asOf) : classes.size > 0 || begun.length > 0 ? 'begun' : 'not-begun',
    ...(begunOn === undefined ? {} : { begun: begunOn }),
    ...(licence ? { licence } : {}),
    ...validity,
  };
}

/** Whether only the days of her classes are missing for a licence by an earlier rule. */
function mayHoldLicence({ classes, licence }: PersonRow, course: LicenceCourse, asOf: Day): boolean {
  const rules = licenceRulesOf(course);
  if (licence || classes.size === 0 || rules.length === 1) return false;
  const soonest = new Map([...classes].map(([id, { day, exact }]) => [id, exact ? day : EARLIEST]));
  return licenceOn(rules, soonest, asOf, (day) => day) !== undefined;
}

/** Whether classes may be missing, since nothing but the completion of the course is known. */
function mayHaveMore({ person, classes, licence }: PersonRow, course: LicenceCourse): boolean {
  return licence !== undefined && classes.size < course.classes.length && !person.marks.some((marks) => [...marks.keys()].some(isOfClass));
}

/** Until when a licence of that day is valid, or the last time that it was earned again. */
function validityFrom(person: Person, day: Day, query: EarnedQuery, validFor: ValidPeriod): Pick<PersonRow, 'renewed' | 'expires'> {
  const renewed = renewalOf(person.marks, query, day);
  return { ...(renewed ? { renewed } : {}), expires: lastDayOf(renewed?.day ?? day, validFor) };
}
