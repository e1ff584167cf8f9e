import { note, textOf, type Answers } from '../course/answers.ts';
import type { Progress } from '../course/completion-rules.ts';
import { exercisesOf, type Course, type LicenceClass } from '../course/course.ts';

/** Where a learner stands with one class. */
export interface ClassStanding extends LicenceClass {
  readonly earned: boolean;
  /** Milliseconds since 1970; undefined while it is not earned. */
  readonly earnedAt: number | undefined;
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
      doneExercises: own.filter(({ id }) => progress.doneExercises.has(id)).length,
      allExercises: own.length,
    };
  });
  const dates = classes.filter(({ compulsory }) => compulsory).map((standing) => standing.earnedAt);
  const issuedAt = progress.licence ? Math.max(...dates.map((date) => date ?? 0)) : undefined;
  return { holder: holder?.trim() || undefined, publisher: course.publisher, classes, issuedAt: issuedAt === 0 ? undefined : issuedAt };
}

/** A class that is earned at this very moment may have no note yet: then it is today. */
function earnedAt(answers: Answers, classId: string): number {
  const id = note.earned(classId);
  const noted = Date.parse(textOf(answers, id));
  return Number.isNaN(noted) ? (answers.get(id)?.at ?? Date.now()) : noted;
}
