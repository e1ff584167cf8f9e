import { hasAnswers, note, textOf, type Answers } from '../course/answers.ts';
import { needsOf, type Need, type Progress } from '../course/completion-rules.ts';
import { exercisesOf, type Course, type Exercise, type LicenceClass } from '../course/course.ts';

/** Where a learner stands with one class. */
export interface ClassStanding extends LicenceClass {
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

/** Everything that a licence card shows. */
export interface LicenceStanding {
  /** As the LMS gave it; undefined where it did not. */
  readonly holder: string | undefined;
  readonly publisher: string;
  readonly classes: readonly ClassStanding[];
  /** When the last compulsory class was earned; undefined while one is missing. */
  readonly issuedAt: number | undefined;
}

export function standingOf(course: Course, answers: Answers, progress: Progress, holder: string | undefined): LicenceStanding {
  const classes = course.classes.map((licenceClass): ClassStanding => {
    const own = exercisesOf(course).filter((exercise) => exercise.classes.includes(licenceClass.id));
    const earned = progress.earnedClasses.has(licenceClass.id);
    return {
      ...licenceClass,
      earned,
      earnedAt: earned ? earnedAt(answers, licenceClass.id) : undefined,
      begun: own.some(({ id }) => hasAnswers(answers, id)),
      share: earned ? 1 : shareOf(licenceClass.id, own, course, progress),
      doneExercises: own.filter(({ id }) => progress.doneExercises.has(id)).length,
      allExercises: own.length,
    };
  });
  const dates = classes.filter(({ compulsory }) => compulsory).map((standing) => standing.earnedAt);
  const issuedAt = progress.licence ? Math.max(...dates.map((date) => date ?? 0)) : undefined;
  return { holder: holder?.trim() || undefined, publisher: course.publisher, classes, issuedAt: issuedAt === 0 ? undefined : issuedAt };
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

/** A class that is earned at this very moment may have no note yet: then it is today. */
function earnedAt(answers: Answers, classId: string): number {
  const id = note.earned(classId);
  const noted = Date.parse(textOf(answers, id));
  return Number.isNaN(noted) ? (answers.get(id)?.at ?? Date.now()) : noted;
}
