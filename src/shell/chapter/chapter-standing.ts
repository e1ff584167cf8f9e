import { hasAnswers, type Answers } from '../../course/answers.ts';
import type { Progress } from '../../course/completion-rules.ts';
import type { Chapter, Exercise } from '../../course/course.ts';
import { roleOf, type ClassRole } from '../../course/licence-rule.ts';
import type { SignState } from '../licence/class-sign.ts';
import type { ClassStanding } from '../licence/licence-standing.ts';

/** Where a learner stands with a chapter. */
export interface ChapterStanding {
  readonly exercises: readonly Exercise[];
  /** The classes that are earned in it, in the licence's order. */
  readonly classes: readonly ClassStanding[];
  /** What they are to the licence. */
  readonly role: ClassRole;
  /** `earned` where all of its classes are, or where it has none and all is done. */
  readonly state: SignState;
  /** Minutes that its exercises still take; undefined where the content gives none. */
  readonly minutesLeft: number | undefined;
}

export function chapterStanding(
  chapter: Chapter,
  standing: readonly ClassStanding[],
  progress: Progress,
  answers: Answers,
): ChapterStanding {
  const exercises = chapter.parts.flatMap((part) => (part.type === 'exercise' ? [part.exercise] : []));
  const classes = standing.filter(({ id }) => exercises.some((exercise) => exercise.classes.includes(id)));
  const left = exercises.filter(({ id }) => !progress.doneExercises.has(id));
  const isEarned = classes.length > 0 ? classes.every(({ earned }) => earned) : exercises.length > 0 && left.length === 0;
  const isBegun = classes.some(({ earned }) => earned) || exercises.some(({ id }) => hasAnswers(answers, id));
  return {
    exercises,
    classes,
    role: roleOf(progress.licenceRule, ...classes.map(({ id }) => id)),
    state: isEarned ? 'earned' : isBegun ? 'begun' : 'ahead',
    minutesLeft: minutesLeft(chapter, exercises, left),
  };
}

/** @returns those of the exercises that are left, where each says its own; else the chapter's; undefined where the content gives none */
function minutesLeft({ minutes }: Chapter, exercises: readonly Exercise[], left: readonly Exercise[]): number | undefined {
  if (left.length === exercises.length && minutes !== undefined) return minutes;
  const each = left.map((exercise) => exercise.minutes);
  return each.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0) ?? minutes;
}
