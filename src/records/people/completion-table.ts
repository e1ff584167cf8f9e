/** People × classes as of a day: what every output shows. */
import { impliedByCompletion } from '../../course/completion-rules.ts';
import { classesIn, licenceOn, licenceRulesOf } from '../../course/licence-rule.ts';
import type { Day } from '../completion-record.ts';
import type { Person } from './join-people.ts';
import type { LicenceCourse } from '../licence-course.ts';
import { addPeriod, lastDayOf, type Period } from '../local-day.ts';
import { withdrawnProof, type Mark } from '../sources/source-ledger.ts';

/** not-begun, begun, earned (and valid), expiring (within 90 days), expired. */
export type LicenceStatus = 'not-begun' | 'begun' | 'earned' | 'expiring' | 'expired';
export const STATUSES: readonly LicenceStatus[] = ['not-begun', 'begun', 'earned', 'expiring', 'expired'];

/** Days before the expiry from which on a licence is about to expire. */
export const EXPIRING_DAYS = 90;

export interface Earned {
  /** Undefined where no source says when. */
  readonly day?: Day;
  /** False: on that day at the latest. */
  readonly exact: boolean;
  /** A file of the learner's alone says so, which she could have written herself: of a licence, that it needs such a class. */
  readonly fromFile?: true;
}

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

type SourceMarks = Person['marks'][number];

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
  const marksOf = (proof: string): readonly Mark[] => marksIn(person.marks, proof, counts);
  // A completion proves no class that its own source has taken back, unless it was earned there again.
  const proves = (marks: SourceMarks, id: string): boolean => !marks.has(withdrawnProof(id)) || marks.has(`class ${id}`);
  const completedIn = (sources: readonly SourceMarks[]): Earned | undefined => bestOf(marksIn(sources, 'completed', counts));
  const sound = person.marks.filter((marks) => implied.every((id) => proves(marks, id)));
  const reported = completedIn(sound);
  const classes = new Map<string, Earned>();
  for (const { id } of course.classes) {
    const own = ownOf(id, marksOf);
    if (own?.fromFile) {
      classes.set(id, own);
      continue;
    }
    const sources = own?.exact || !implied.includes(id) ? [] : person.marks.filter((marks) => proves(marks, id));
    const completed = completedIn(sources);
    const earned = completed ? atTheLatest(own, completed) : own;
    if (earned) classes.set(id, earned);
  }
  const licence = licenceOf(course, classes, reported, shown);
  const renewed = licence && validFor ? renewedOn(sound, counts, licence.day) : undefined;
  const since = renewed ?? licence?.day;
  const expires = validFor && since !== undefined ? lastDayOf(since, validFor) : undefined;
  const begun = bestOf(marksOf('begun'))?.day;
  const open = classes.size > 0 || person.marks.some((marks) => marks.get('begun')?.some(counts));
  return {
    person,
    classes,
    status: licence ? validity(expires, shown) : open ? 'begun' : 'not-begun',
    ...(begun === undefined ? {} : { begun }),
    ...(licence ? { licence } : {}),
    ...(renewed === undefined ? {} : { renewed }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** Most people have one source, and most marks count: nothing is copied there. */
function marksIn(sources: readonly SourceMarks[], proof: string, counts: (mark: Mark) => boolean): readonly Mark[] {
  const [only] = sources;
  if (!only) return [];
  if (sources.length > 1) return sources.flatMap((marks) => (marks.get(proof) ?? []).filter(counts));
  const marks = only.get(proof) ?? [];
  return marks.every(counts) ? marks : marks.filter(counts);
}

/**
 * The licence by the course's rule of its day; where its classes have no exact days, by the day on which the LMS counted it as complete. That
 * proves a licence too of which no class is known for certain, as "A1 or A2".
 */
function licenceOf(
  course: LicenceCourse,
  classes: ReadonlyMap<string, Earned>,
  reported: Earned | undefined,
  asOf: Day,
): Earned | undefined {
  const days = new Map([...classes].map(([id, { day }]) => [id, day] as const));
  const held = licenceOn(licenceRulesOf(course), days, asOf, (day) => day);
  if (!held) return reported;
  const { rule, since } = held;
  const needed = classesIn(rule).flatMap((id) => classes.get(id) ?? []);
  const counted = needed.filter(({ day }) => since === undefined || day === undefined || day <= since);
  const isExact = counted.every(({ exact, day }) => exact && day !== undefined);
  const mark = counted.some(({ fromFile }) => fromFile) ? ({ fromFile: true } as const) : {};
  if (reported && !isExact) return { ...reported, ...mark };
  return since === undefined ? { exact: false, ...mark } : { day: since, exact: isExact, ...mark };
}

/** What the sources say of the class itself: the course where it does, else the learner's file. */
function ownOf(classId: string, marksOf: (proof: string) => readonly Mark[]): Earned | undefined {
  const own = bestOf(marksOf(`class ${classId}`));
  const filed = own ? undefined : bestOf(marksOf(`filed ${classId}`));
  return filed ? { ...filed, fromFile: true } : own;
}

function bestOf(marks: readonly Mark[]): Earned | undefined {
  const [only] = marks;
  if (!only) return undefined;
  if (marks.length === 1) return only.day === undefined ? { exact: false } : { day: only.day, exact: only.exact };
  const exact = firstDay(marks.filter((mark) => mark.exact));
  const latest = firstDay(marks.filter((mark) => !mark.exact));
  // Something known for certain goes before a bound, unless the bound is the earlier of the two.
  if (exact !== undefined && (latest === undefined || exact <= latest)) return { day: exact, exact: true };
  return latest === undefined ? { exact: false } : { day: latest, exact: false };
}

function firstDay(marks: readonly Mark[]): Day | undefined {
  let first: Day | undefined;
  for (const { day } of marks) if (day !== undefined && (first === undefined || day < first)) first = day;
  return first;
}

function atTheLatest(own: Earned | undefined, completed: Earned): Earned {
  const days = [own?.day, completed.day].filter((day) => day !== undefined).sort();
  return days[0] === undefined ? { exact: false } : { day: days[0], exact: false };
}

/**
 * Earned again in a later attempt (a new registration in xAPI). What is told twice within one attempt is no renewal, nor is what two
 * sources tell: each is looked at by itself.
 */
function renewedOn(sources: readonly SourceMarks[], counts: (mark: Mark) => boolean, first: Day | undefined): Day | undefined {
  let renewed: Day | undefined;
  for (const marks of sources) {
    const attempts = new Map<string, Day>();
    for (const { day, attempt } of (marks.get('completed') ?? []).filter(counts)) {
      if (day === undefined || attempt === undefined) continue;
      const known = attempts.get(attempt);
      if (known === undefined || day < known) attempts.set(attempt, day);
    }
    if (attempts.size < 2) continue;
    const last = [...attempts.values()].sort().at(-1);
    if (last !== undefined && first !== undefined && last > first && (renewed === undefined || last > renewed)) renewed = last;
  }
  return renewed;
}

function validity(expires: Day | undefined, today: Day): LicenceStatus {
  if (expires === undefined) return 'earned';
  if (expires < today) return 'expired';
  return expires <= addPeriod(today, { count: EXPIRING_DAYS, unit: 'd' }) ? 'expiring' : 'earned';
}
