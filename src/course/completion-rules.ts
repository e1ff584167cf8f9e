/**
 * The licence's policy: when an exercise is done, a class earned, the licence complete. Pure, and the only place that says so.
 *
 * - An exercise is done when nothing is needed any more, as its kind says (`needs` in its definition). White space is no answer.
 * - A class is earned when all of its exercises are done, as far as their needs concern that class.
 * - The licence is earned when the compulsory classes are.
 * - `completeWhen` in course.yaml says when the LMS is told "completed".
 * - An LMS that wipes the answers then is told only after the learner was offered them as a file and has chosen.
 */
import { fieldNeeds } from '../fields/field.ts';
import { isAnswered, note, type Answers, type FieldId } from './answers.ts';
import { exercisesOf, type CompleteWhen, type Course, type Exercise, type LicenceClass } from './course.ts';
import { definitionOf, fieldsOf } from './fields.ts';

/** One thing that is still missing before an exercise is done. */
export interface Need {
  /** answer: write; choose: pick; items: add so many more; touch: an item for that class; branch: a node there; mark: set one on the path; shorten: the guide outgrows its page. */
  readonly kind: 'answer' | 'choose' | 'items' | 'touch' | 'branch' | 'mark' | 'shorten';
  /** Where to go to mend it. */
  readonly field: FieldId;
  /** The question's label; for `touch` the class's id. */
  readonly label: string;
  /** With `items`: how many are missing. */
  readonly count?: number;
  /** With `items`: the list has none yet. */
  readonly empty?: true;
  /** The classes that wait for it, where not all of the exercise's do. */
  readonly classes?: readonly string[];
}

export interface Progress {
  readonly needs: ReadonlyMap<string, readonly Need[]>;
  readonly doneExercises: ReadonlySet<string>;
  readonly earnedClasses: ReadonlySet<string>;
  /** The compulsory classes are earned. */
  readonly licence: boolean;
  /** By `completeWhen`: the LMS may be told. */
  readonly complete: boolean;
  /** Nothing else is missing: the LMS will wipe the answers, and the learner has not yet chosen whether to take them as a file. */
  readonly awaitsCopy: boolean;
  /** Done exercises of all, 0 to 1. */
  readonly share: number;
}

/**
 * How far the learner is. A class once earned (`@earned.…` in the answers) stays earned whatever is removed later.
 * @param wipes completion wipes the answers, as the content says or the LMS showed
 */
export function progressOf(course: Course, answers: Answers, wipes = course.wipesOnCompletion === true): Progress {
  const exercises = exercisesOf(course);
  const needs = new Map(exercises.map((exercise) => [exercise.id, needsOf(exercise, course, answers)] as const));
  const doneExercises = new Set(exercises.filter(({ id }) => needs.get(id)?.length === 0).map(({ id }) => id));
  const earnedClasses = new Set(
    course.classes.filter(({ id }) => isAnswered(answers, note.earned(id)) || isEarned(id, exercises, needs)).map(({ id }) => id),
  );
  const licence = licenceEarned(course.classes, earnedClasses);
  const reached =
    impliedByCompletion(course).every((id) => earnedClasses.has(id)) &&
    (course.completeWhen !== 'learner' || isAnswered(answers, note.ready));
  const complete = isAnswered(answers, note.completed) || (reached && (!wipes || isAnswered(answers, note.copy)));
  return {
    needs,
    doneExercises,
    earnedClasses,
    licence,
    complete,
    awaitsCopy: reached && !complete,
    share: exercises.length === 0 ? 0 : doneExercises.size / exercises.length,
  };
}

/** The licence is earned when the compulsory classes are. */
export function licenceEarned(classes: readonly Pick<LicenceClass, 'id' | 'compulsory'>[], earned: ReadonlySet<string>): boolean {
  return classes.every(({ id, compulsory }) => !compulsory || earned.has(id));
}

/** The classes that are earned for certain once an LMS was told "completed". */
export function impliedByCompletion(course: {
  readonly classes: readonly Pick<LicenceClass, 'id' | 'compulsory'>[];
  readonly completeWhen: CompleteWhen;
}): string[] {
  return course.classes.filter(({ compulsory }) => compulsory || course.completeWhen === 'all').map(({ id }) => id);
}

function isEarned(classId: string, exercises: readonly Exercise[], needs: ReadonlyMap<string, readonly Need[]>): boolean {
  const own = exercises.filter(({ classes }) => classes.includes(classId));
  return (
    own.length > 0 &&
    own.every(({ id }) => (needs.get(id) ?? []).every(({ classes }) => classes !== undefined && !classes.includes(classId)))
  );
}

/** What is still needed to be done with an exercise, in the order of its questions. */
export function needsOf(exercise: Exercise, course: Pick<Course, 'programmes'>, answers: Answers): readonly Need[] {
  const fields = fieldsOf(exercise, course);
  const needs = fields.flatMap((field) => fieldNeeds(field, answers));
  return definitionOf(exercise).needs?.(exercise, { fields, needs, answers }) ?? needs;
}
