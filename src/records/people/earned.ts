/** What a person's marks prove: which classes and whether the licence, and since when. */
import { classesIn, licenceOn, licenceRulesOf } from '../../course/licence-rule.ts';
import type { Day } from '../completion-record.ts';
import type { LicenceCourse } from '../licence-course.ts';
import { withdrawnProof, type Mark } from '../sources/source-ledger.ts';
import type { CompletionProof } from './completion-proof.ts';
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
export type SourceMarks = Person['marks'][number];

export interface EarnedQuery {
  readonly course: LicenceCourse;
  /** The day whose rule of the licence holds. */
  readonly asOf: Day;
  /** Whether a mark is of that day or an earlier one. */
  readonly counts: (mark: Mark) => boolean;
  /** What a completion of a day proves. */
  readonly proofOf: (day: Day | undefined) => CompletionProof;
}

export interface EarnedByPerson {
  /** By class id. */
  readonly classes: ReadonlyMap<string, Earned>;
  readonly licence?: Earned;
}

/** @param sources what each source knows of the person */
export function earnedFrom(sources: readonly SourceMarks[], query: EarnedQuery): EarnedByPerson {
  const { course, asOf, counts, proofOf } = query;
  const completed = (takes: (proof: CompletionProof) => readonly string[] | undefined): Earned | undefined =>
    bestOf(
      sources.flatMap((marks) =>
        marksIn([marks], 'completed', counts).flatMap((mark) => {
          const taken = takes(proofOf(mark.day));
          return (taken && soundCompletion(mark, taken, { marks, counts, isWithdrawn: (id) => marks.has(withdrawnProof(id)) })) ?? [];
        }),
      ),
    );
  const classes = new Map<string, Earned>();
  for (const { id } of course.classes) {
    const own = ownOf(id, (proof) => marksIn(sources, proof, counts));
    const isOwnEnough = own?.fromFile === true || own?.exact === true;
    const told = isOwnEnough ? undefined : completed(({ implied }) => (implied.includes(id) ? [id] : undefined));
    const earned = told ? atTheLatest(own, told) : own;
    if (earned) classes.set(id, earned);
  }
  const told = completed(({ madeOf }) => madeOf);
  const licence = licenceOf(course, classes, told, asOf);
  return { classes, ...(licence ? { licence } : {}) };
}

/**
 * A completion proves nothing that takes a class which its own source has taken back, unless it was earned there again: then not before that day.
 * @param classIds what it takes
 * @param isWithdrawn whether a class was taken back
 */
export function soundCompletion(
  completed: Earned,
  classIds: readonly string[],
  {
    marks,
    counts,
    isWithdrawn,
  }: { readonly marks: SourceMarks; readonly isWithdrawn: (id: string) => boolean } & Pick<EarnedQuery, 'counts'>,
): Earned | undefined {
  let sound = completed;
  for (const id of classIds.filter(isWithdrawn)) {
    const again = bestOf(marksIn([marks], `class ${id}`, counts));
    if (!again) return undefined;
    if (sound.day !== undefined && (again.day === undefined || again.day > sound.day)) sound = again;
  }
  return sound;
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
  // By its classes she had it at the latest on that day: what the LMS was told only later proves none.
  const isSooner = since !== undefined && (reported?.day === undefined || since < reported.day);
  if (reported && !isExact && !isSooner) return { ...reported, ...mark };
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
