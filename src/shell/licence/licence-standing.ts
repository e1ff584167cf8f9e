import { hasAnswers, type Answers } from '../../course/answers.ts';
import { needsOf, type Need, type Progress } from '../../course/completion-rules.ts';
import { exercisesOf, type Course, type Exercise, type LicenceClass } from '../../course/course.ts';
import { choiceOf, countOf, remainingOf, roleOf, type ClassRole, type LicenceRule } from '../../course/licence-rule.ts';
import { shortNameOf } from '../../course/course-identifiers.ts';

/** Where a learner stands with one class. */
export interface ClassStanding extends Pick<LicenceClass, 'id' | 'title'> {
  readonly role: ClassRole;
  readonly earned: boolean;
  /** Milliseconds since 1970; undefined while it is not earned. */
  readonly earnedAt: number | undefined;
  /** Something is written in one of its exercises. */
  readonly begun: boolean;
  /** How much of what it needs is there, 0 to 1. */
  readonly share: number;
  readonly doneExercises: number;
  readonly allExercises: number;
}

export interface LicenceCount {
  /** Classes that count towards the licence, and how many it takes. */
  readonly licence: readonly [earned: number, all: number];
  /** Those that it does not take; while she has no licence, none that it may still take. */
  readonly others: readonly [earned: number, all: number];
  /** Between what she can still choose; undefined where there is no choice. */
  readonly choice?: LicenceRule | undefined;
}

/** Everything that a licence card shows. */
export interface LicenceStanding {
  /** First name first; undefined where none is known. */
  readonly holder: string | undefined;
  /** Of the course. */
  readonly title: string;
  /** What the licence is in, beneath its name. */
  readonly subject: string;
  /** What a file of the card is called, without its ending. */
  readonly fileName: string;
  readonly publisher: string;
  readonly classes: readonly ClassStanding[];
  /** What the licence still asks for; undefined once it is hers. */
  readonly missing: LicenceRule | undefined;
  readonly count: LicenceCount;
  /** When the licence was earned; undefined while it is not. */
  readonly issuedAt: number | undefined;
}

export function standingOf(course: Course, answers: Answers, progress: Progress, holder: string | undefined): LicenceStanding {
  const { licenceRule: rule } = progress;
  const has = (id: string): boolean => progress.earnedClasses.has(id);
  const classes = course.classes.map((licenceClass): ClassStanding => {
    const own = exercisesOf(course).filter((exercise) => exercise.classes.includes(licenceClass.id));
    const earned = has(licenceClass.id);
    return {
      id: licenceClass.id,
      title: licenceClass.title,
      role: roleOf(rule, licenceClass.id),
      earned,
      earnedAt: progress.earned.get(licenceClass.id)?.at,
      begun: own.some(({ id }) => hasAnswers(answers, id)),
      share: earned ? 1 : shareOf(licenceClass.id, own, course, progress),
      doneExercises: own.filter(({ id }) => progress.doneExercises.has(id)).length,
      allExercises: own.length,
    };
  });
  const { have, need } = countOf(rule, has);
  const others = classes.filter(({ role }) => role === 'optional');
  return {
    holder: firstNameFirst(holder?.trim() ?? '') || undefined,
    title: course.title,
    subject: course.subject ?? course.title,
    fileName: shortNameOf(course),
    publisher: course.publisher,
    classes,
    missing: progress.licence ? undefined : remainingOf(rule, has),
    count: progress.licence
      ? { licence: [have, need], others: [progress.earnedClasses.size - have, classes.length - need] }
      : { licence: [have, need], others: [others.filter(({ earned }) => earned).length, others.length], choice: choiceOf(rule, has) },
    issuedAt: progress.licenceAt,
  };
}

/** What an exercise needs before anything is written in it. */
const needsOfEmpty = new WeakMap<Exercise, readonly Need[]>();

/** An exercise counts as much as what it needs at the beginning. */
function shareOf(classId: string, exercises: readonly Exercise[], course: Course, { needs }: Progress): number {
  const concerns = (all: readonly Need[]): number => all.filter(({ classes }) => classes?.includes(classId) ?? true).length;
  let whole = 0;
  let left = 0;
  for (const exercise of exercises) {
    const empty = needsOfEmpty.get(exercise) ?? needsOf(exercise, course, new Map());
    needsOfEmpty.set(exercise, empty);
    const most = Math.max(1, concerns(empty));
    whole += most;
    // What a begun row still needs may be more than the row itself.
    left += Math.min(most, concerns(needs.get(exercise.id) ?? []));
  }
  return whole === 0 ? 0 : 1 - left / whole;
}

/** LMSs hand over “Kirjastonen, Aino” (SCORM 1.2 RTE, `cmi.core.student_name`), as a list is sorted; on a card she is Aino Kirjastonen. */
function firstNameFirst(name: string): string {
  const [, last, first] = /^([^,]*[^,\s])\s*,\s*([^,]+)$/.exec(name) ?? [];
  return last && first ? `${first} ${last}` : name;
}
