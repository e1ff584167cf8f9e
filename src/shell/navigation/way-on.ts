import type { FieldId } from '../../course/answers.ts';
import type { Progress } from '../../course/completion-rules.ts';
import { chapterOf, exercisesOf, type Chapter, type Course, type Exercise } from '../../course/course.ts';
import { definitionOf } from '../../course/fields.ts';
import { classesIn, remainingOf } from '../../course/licence-rule.ts';
import { LICENCE_PAGE, linkOf, routeOf, type Route } from './route.ts';

/** An exercise that the learner could do now. */
export interface NextExercise {
  readonly chapter: Chapter;
  readonly exercise: Exercise;
}

/** Where the learner was, and where she can go on. */
export interface WayOn {
  /** The exercise that she was at last; undefined where it was another place, or none. */
  readonly last: Exercise | undefined;
  /** Nothing of it is missing any more. */
  readonly isLastDone: boolean;
  /** Where she goes on; undefined where she begins. */
  readonly next: Route | undefined;
  /** The exercise at that place. */
  readonly nextExercise: Exercise | undefined;
  /** The step of it at which she was, where it has a name. */
  readonly step: string | undefined;
  /** A deep link, without `#`, to where she goes on or begins. */
  readonly link: string;
  /** Nothing is missing in any exercise. */
  readonly isAllDone: boolean;
}

/** @param place where she was last, as a deep link; `''` at the first launch */
export function wayOn(course: Course, progress: Progress, place: string): WayOn {
  const was = routeOf(course, place);
  const exercises = exercisesOf(course);
  const last = exercises.find(({ id }) => id === was?.exercise);
  const isLastDone = last !== undefined && progress.doneExercises.has(last.id);
  const isAllDone = exercises.length > 0 && exercises.every(({ id }) => progress.doneExercises.has(id));
  if (isAllDone)
    return {
      last,
      isLastDone,
      next: { page: LICENCE_PAGE },
      nextExercise: undefined,
      step: undefined,
      link: LICENCE_PAGE,
      isAllDone,
    };
  const following = isLastDone ? nextAfter(last, course, progress) : undefined;
  const nextExercise = following ?? last;
  const next = following ? placeOf(following, course) : was;
  const step = following || !last || was?.field === undefined ? undefined : stepNameOf(last, was.field);
  return { last, isLastDone, next, nextExercise, step, link: next ? linkOf(next) : (course.chapters[0]?.id ?? ''), isAllDone };
}

function stepNameOf(exercise: Exercise, field: FieldId): string | undefined {
  return definitionOf(exercise).stepName?.(exercise, field.slice(exercise.id.length + 1));
}

/** Where who looks at her licence goes on; undefined where nothing is missing. */
export function nextExercise(course: Course, progress: Progress): NextExercise | undefined {
  const exercise = nextAfter(undefined, course, progress);
  const chapter = exercise && chapterOf(course, exercise.id);
  return chapter && { chapter, exercise };
}

/**
 * The next that is not done: of those that the licence still asks for until it is hers, then in reading order, from the beginning again after the end.
 * @param last undefined: from the beginning
 */
function nextAfter(last: Exercise | undefined, course: Course, progress: Progress): Exercise | undefined {
  const exercises = exercisesOf(course);
  const missing = remainingOf(progress.licenceRule, (id) => progress.earnedClasses.has(id));
  const wanted = missing === undefined ? [] : classesIn(missing);
  const at = exercises.findIndex(({ id }) => id === last?.id);
  const left = [...exercises.slice(at + 1), ...exercises.slice(0, Math.max(at, 0))].filter(({ id }) => !progress.doneExercises.has(id));
  return (progress.licence ? undefined : left.find(({ classes }) => classes.some((id) => wanted.includes(id)))) ?? left[0];
}

function placeOf(exercise: Exercise, course: Course): Route | undefined {
  const page = chapterOf(course, exercise.id)?.id;
  return page === undefined ? undefined : { page, exercise: exercise.id };
}
