/** What a person's marks prove: which classes and whether the licence, and since when. */
import { classesIn, licenceOn, licenceRulesOf } from '../../course/licence-rule.ts';
import type { Day } from '../completion-record.ts';
import type { LicenceCourse } from '../licence-course.ts';
import { withdrawnProof, type Mark } from '../sources/source-ledger.ts';
import type { Person } from './join-people.ts';

export interface Earned {
  /** Undefined where no source says when. */
  readonly day?: Day;
  /** False: on that day at the latest. */
  readonly exact: boolean;
  /** A file of the learner's alone says so, which she could have written herself: of a licence, that it needs such a class. */
  readonly fromFile?: true;
}

/** What one source knows of a person. */
type SourceMarks = Person['marks'][number];

export interface EarnedQuery {
  readonly course: LicenceCourse;
  /** The day whose rule of the licence holds. */
  readonly asOf: Day;
  /** Whether a mark is of that day or an earlier one. */
  readonly counts: (mark: Mark) => boolean;
  /** The classes that whoever has completed the course must have earned. */
  readonly implied: readonly string[];
}

export interface EarnedByPerson {
  /** By class id. */
  readonly classes: ReadonlyMap<string, Earned>;
  readonly licence?: Earned;
  /** The day of the latest later attempt in which the licence was earned again. */
  readonly renewed?: Day;
}

/** @param sources what each source knows of the person */
export function earnedFrom(sources: readonly SourceMarks[], { course, asOf, counts, implied }: EarnedQuery): EarnedByPerson {
  const completedIn = (some: readonly SourceMarks[]): Earned | undefined => bestOf(marksIn(some, 'completed', counts));
  const classes = new Map<string, Earned>();
  for (const { id } of course.classes) {
    const own = ownOf(id, (proof) => marksIn(sources, proof, counts));
    const isOwnEnough = own?.fromFile === true || own?.exact === true || !implied.includes(id);
    const completed = isOwnEnough ? undefined : completedIn(sources.filter((marks) => proves(marks, id)));
    const earned = completed ? atTheLatest(own, completed) : own;
    if (earned) classes.set(id, earned);
  }
  const sound = sources.filter((marks) => implied.every((id) => proves(marks, id)));
  const licence = licenceOf(course, classes, completedIn(sound), asOf);
  const renewed = licence ? renewedOn(sound, counts, licence.day) : undefined;
  return { classes, ...(licence ? { licence } : {}), ...(renewed === undefined ? {} : { renewed }) };
}

/** A completion proves no class that its own source has taken back, unless it was earned there again. */
function proves(marks: SourceMarks, classId: string): boolean {
  return !marks.has(withdrawnProof(classId)) || marks.has(`class ${classId}`);
}

/** Most people have one source, and most marks count: nothing is copied there. */
export function marksIn(sources: readonly SourceMarks[], proof: string, counts: (mark: Mark) => boolean): readonly Mark[] {
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

/** The earliest day that the marks prove; undefined where there are none. */
export function bestOf(marks: readonly Mark[]): Earned | undefined {
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
