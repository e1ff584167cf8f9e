/** Who reads what a learner writes, as it is said to her where she writes it. */
import { innerOf, isComposite, type Field } from '../fields/field.ts';
import type { Course, Exercise } from './course.ts';
import { fieldsOf } from './fields.ts';

/** reports: whoever may read the LMS's reports; nobody: `report: completion`; this-browser: there is no LMS, and whoever uses this browser reads it. */
export type Readers = 'reports' | 'nobody' | 'this-browser';

export function readersOf({ report }: Pick<Course, 'report'>, thisBrowserOnly: boolean): Readers {
  if (thisBrowserOnly) return 'this-browser';
  return report === 'completion' ? 'nobody' : 'reports';
}

/** How many of an exercise's questions are private, those in the items of lists too. */
export function privateIn(exercise: Exercise, course: Pick<Course, 'programmes'>): 'all' | 'some' | 'none' {
  const simple = fieldsOf(exercise, course).flatMap((field): readonly Field[] => (isComposite(field) ? innerOf(field) : [field]));
  if (!simple.some((field) => field.private)) return 'none';
  return simple.every((field) => field.private) ? 'all' : 'some';
}
