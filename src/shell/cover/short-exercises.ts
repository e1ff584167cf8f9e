import type { Progress } from '../../course/completion-rules.ts';
import { chapterOf, exercisesOf, type Course } from '../../course/course.ts';
import type { NextExercise, WayOn } from '../navigation/way-on.ts';

/** As much as fits between two customers, in minutes. */
const QUARTER = 15;
const MOST = 2;

/** Exercises that fit into a quarter of an hour, beside the one that she goes on with. */
export function shortExercises(course: Course, { doneExercises }: Progress, { nextExercise }: WayOn): readonly NextExercise[] {
  return exercisesOf(course)
    .filter(({ id, minutes }) => minutes !== undefined && minutes <= QUARTER && id !== nextExercise?.id && !doneExercises.has(id))
    .flatMap((exercise): NextExercise[] => {
      const chapter = chapterOf(course, exercise.id);
      return chapter ? [{ chapter, exercise }] : [];
    })
    .slice(0, MOST);
}
