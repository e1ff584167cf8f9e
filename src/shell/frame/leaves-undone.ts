import { chapterOf, exercisesOf, type Course } from '../../course/course.ts';
import type { Progress } from '../../course/completion-rules.ts';
import type { Route } from '../navigation/route.ts';

/** The way on leads past an exercise in which something is still asked: the one that is gone to, else the only one of the chapter. */
export function leavesUndone({ page, exercise }: Route, course: Course, { doneExercises }: Pick<Progress, 'doneExercises'>): boolean {
  const here = exercisesOf(course).filter(({ id }) => chapterOf(course, id)?.id === page);
  const asked = exercise ?? (here.length === 1 ? here[0]?.id : undefined);
  return asked !== undefined && !doneExercises.has(asked);
}
