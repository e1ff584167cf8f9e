/**
 * The licence's policy: when an exercise is done, a class earned, the licence complete. Pure, and the only place that says so.
 *
 * - What makes a class (`earnedBy`) and the licence (`licence`) are rules of the content, each with the day from which on it holds
 *   (`class-rule.ts`, `licence-rule.ts`).
 * - An exercise is done when nothing is needed any more, as its kind says (`needs` in its definition); and when all of its classes are earned,
 *   by whatever rule. White space is no answer.
 * - A class is earned when its exercises are done, as far as their needs concern that class. What was written while an earlier rule held is
 *   judged by that rule. Once earned, it stays earned.
 * - The licence is held by the rule of its day, and once the LMS was told "completed" it stays, whatever the rules are.
 * - `completeWhen` in course.yaml says when the LMS is told "completed".
 * - An LMS that wipes the answers then is told only after the learner was offered them as a file and has chosen.
 */
import { fieldNeeds, withMinimum } from '../fields/field.ts';
import { isAnswered, note, textOf, type Answers, type FieldId } from './answers.ts';
import { classPeriodsOf, classRuleOf, exercisesFor, type ClassRule } from './class-rule.ts';
import { exercisesOf, type CompleteWhen, type Course, type Exercise } from './course.ts';
import { midnightOf } from './rule-periods.ts';
import { definitionOf, fieldsOf } from './fields.ts';
import { isMet, licenceOn, licenceRuleOf, licenceRulesOf, roleOf, type HeldLicence, type LicenceRule } from './licence-rule.ts';

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

/** A class that is earned. */
export interface EarnedClass {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A file that the learner has taken in says so, and nothing else. */
  readonly fromFile?: true;
}

export interface Progress {
  readonly needs: ReadonlyMap<string, readonly Need[]>;
  readonly doneExercises: ReadonlySet<string>;
  readonly earnedClasses: ReadonlySet<string>;
  /** Of each earned class since when, and who says so. */
  readonly earned: ReadonlyMap<string, EarnedClass>;
  /** The licence is earned, by the rule of its day. */
  readonly licence: boolean;
  /** The rule by which it is earned; while it is not, the rule in force. */
  readonly licenceRule: LicenceRule;
  /** When it was earned, in milliseconds since 1970; undefined while it is not. */
  readonly licenceAt: number | undefined;
  /** By `completeWhen`: the LMS may be told. */
  readonly complete: boolean;
  /** Nothing else is missing: the LMS will wipe the answers, and the learner has not yet chosen whether to take them as a file. */
  readonly awaitsCopy: boolean;
  /** Done exercises of all, 0 to 1. */
  readonly share: number;
}

/** The parts of a course that say what an exercise still needs. */
type Ruled = Pick<Course, 'programmes' | 'classes'>;

/**
 * How far the learner is.
 * @param wipes completion wipes the answers, as the content says or the LMS showed
 * @param now milliseconds since 1970: which rules hold
 */
export function progressOf(course: Course, answers: Answers, wipes = course.wipesOnCompletion === true, now = Date.now()): Progress {
  const exercises = exercisesOf(course);
  const needs = new Map(exercises.map((exercise) => [exercise.id, needsOf(exercise, course, answers, now)] as const));
  const doneExercises = new Set(exercises.filter(({ id }) => needs.get(id)?.length === 0).map(({ id }) => id));
  const earned = new Map(
    course.classes.flatMap(({ id }) => {
      const standing = heldClass(id, course, answers, now) ?? earnedNow(id, course, answers, now);
      return standing ? [[id, standing] as const] : [];
    }),
  );
  const moments = new Map([...earned].map(([id, { at }]) => [id, at] as const));
  const held = heldLicence(course, moments, answers, now);
  const reached =
    held !== undefined &&
    (course.completeWhen !== 'all' || course.classes.every(({ id }) => earned.has(id))) &&
    (course.completeWhen !== 'learner' || isAnswered(answers, note.ready));
  const complete = isAnswered(answers, note.completed) || (reached && (!wipes || isAnswered(answers, note.copy)));
  return {
    needs,
    doneExercises,
    earnedClasses: new Set(earned.keys()),
    earned,
    licence: held !== undefined,
    licenceRule: held?.rule ?? licenceRuleOf(course, now),
    licenceAt: held?.since,
    complete,
    awaitsCopy: reached && !complete,
    share: exercises.length === 0 ? 0 : doneExercises.size / exercises.length,
  };
}

/**
 * The classes that are earned for certain once an LMS was told "completed".
 * @param rules of the licence, all that it may have been told by: a licence of an earlier rule is reported as complete later too
 */
export function impliedByCompletion(
  { classes, completeWhen }: { readonly classes: readonly { readonly id: string }[]; readonly completeWhen: CompleteWhen },
  rules: readonly LicenceRule[],
): string[] {
  const isCompulsory = (id: string): boolean => rules.every((rule) => roleOf(rule, id) === 'compulsory');
  return classes.map(({ id }) => id).filter((id) => completeWhen === 'all' || isCompulsory(id));
}

/** What an LMS was told once is hers: its rule may be gone, or the next one may have come with a day before the update. */
function heldLicence(course: Course, earned: ReadonlyMap<string, number>, answers: Answers, now: number): HeldLicence<number> | undefined {
  const rules = licenceRulesOf(course);
  const held = licenceOn(rules, earned, now, midnightOf);
  const since = momentOf(answers, note.completed);
  if (held || since === undefined) return held;
  const met = rules.find(({ rule }) => isMet(rule, (id) => earned.has(id)));
  return { rule: met?.rule ?? licenceRuleOf(course, now), since };
}

/** What is still needed to be done with an exercise, in the order of its questions. @param now milliseconds since 1970: which rules hold */
export function needsOf(
  exercise: Exercise,
  course: Ruled & Partial<Pick<Course, 'chapters'>>,
  answers: Answers,
  now = Date.now(),
): readonly Need[] {
  const open = openClassesOf(exercise, course, answers, now);
  if (exercise.classes.length > 0 && open.length === 0) return [];
  const needs = needsBy(exercise, course, answers, minimumOf(exercise, { ...course, open, now }));
  return needs.filter((need) => need.classes === undefined || need.classes.some((id) => open.includes(id)));
}

/** The classes of an exercise that are not earned yet, but for what the rule in force makes of the answers at this moment. */
export function openClassesOf(
  { classes }: Pick<Exercise, 'classes'>,
  course: Ruled & Partial<Pick<Course, 'chapters'>>,
  answers: Answers,
  now = Date.now(),
): readonly string[] {
  return classes.filter((id) => heldClass(id, course, answers, now) === undefined);
}

/**
 * Fewest items of an exercise's list by the rules of its classes; undefined where none says so, and the exercise itself does.
 * @param open the classes that are not earned yet
 */
export function minimumOf(
  { id, classes }: Pick<Exercise, 'id' | 'classes'>,
  course: Pick<Course, 'classes'> & { readonly open?: readonly string[]; readonly now?: number },
): number | undefined {
  const { open = classes, now = Date.now() } = course;
  const minimums = open.flatMap((classId) => {
    const { exercises, minimum } = classRuleOf(classOf(course, classId), now);
    return minimum !== undefined && (exercises?.includes(id) ?? true) ? [minimum] : [];
  });
  return minimums.length === 0 ? undefined : Math.max(...minimums);
}

/** A class that is earned whatever the rule in force says: by its note, by a file, or by what was written while an earlier rule held. */
function heldClass(
  classId: string,
  course: Ruled & Partial<Pick<Course, 'chapters'>>,
  answers: Answers,
  now: number,
): EarnedClass | undefined {
  const own = momentOf(answers, note.earned(classId));
  const filed = momentOf(answers, note.filed(classId));
  if (own !== undefined) return { at: Math.min(own, filed ?? own) };
  if (filed !== undefined) return { at: filed, fromFile: true };
  for (const { rule, until } of classPeriodsOf(classOf(course, classId), now)) {
    if (until === undefined) continue;
    const then = new Map([...answers].filter(([, { at }]) => at < until));
    if (isEarned(classId, rule, course, then)) return { at: lastChangeIn(exercisesFor(classId, rule, exercisesIn(course)), then) };
  }
  return undefined;
}

/** By the rule in force. */
function earnedNow(classId: string, course: Course, answers: Answers, now: number): EarnedClass | undefined {
  return isEarned(classId, classRuleOf(classOf(course, classId), now), course, answers) ? { at: now } : undefined;
}

/**
 * The classes that answers earn by any rule there is or was, whenever they were written: for a file of an earlier release, which has no days.
 * The moment is that of the last change.
 */
export function earnedByAnyRule(course: Course, answers: Answers): ReadonlyMap<string, number> {
  const earned = course.classes.flatMap(({ id, earnedBy = [{}] }) => {
    const rule = earnedBy.find((one) => isEarned(id, one, course, answers));
    return rule ? [[id, lastChangeIn(exercisesFor(id, rule, exercisesOf(course)), answers)] as const] : [];
  });
  return new Map(earned);
}

function isEarned(classId: string, rule: ClassRule, course: Ruled & Partial<Pick<Course, 'chapters'>>, answers: Answers): boolean {
  const exercises = exercisesFor(classId, rule, exercisesIn(course));
  return (
    exercises.length > 0 &&
    exercises.every((exercise) =>
      needsBy(exercise, course, answers, rule.minimum).every(({ classes }) => classes !== undefined && !classes.includes(classId)),
    )
  );
}

/** @param minimum fewest items of its list, where another than the exercise's own */
function needsBy(exercise: Exercise, course: Pick<Course, 'programmes'>, answers: Answers, minimum: number | undefined): readonly Need[] {
  const asked = fieldsOf(exercise, course);
  const fields = minimum === undefined ? asked : asked.map((field) => withMinimum(field, minimum));
  const needs = fields.flatMap((field) => fieldNeeds(field, answers));
  return definitionOf(exercise).needs?.(exercise, { fields, needs, answers }) ?? needs;
}

function exercisesIn({ chapters = [] }: Partial<Pick<Course, 'chapters'>>): Exercise[] {
  return exercisesOf({ chapters });
}

function classOf({ classes }: Pick<Course, 'classes'>, classId: string): Course['classes'][number] | undefined {
  return classes.find(({ id }) => id === classId);
}

/** A note that holds a moment; where that is not readable, when it was written. */
function momentOf(answers: Answers, id: FieldId): number | undefined {
  if (!isAnswered(answers, id)) return undefined;
  const moment = Date.parse(textOf(answers, id));
  return Number.isNaN(moment) ? (answers.get(id)?.at ?? 0) : moment;
}

function lastChangeIn(exercises: readonly Exercise[], answers: Answers): number {
  const isIn = (field: FieldId): boolean => exercises.some(({ id }) => field.startsWith(`${id}.`));
  return Math.max(0, ...[...answers].filter(([field]) => isIn(field)).map(([, { at }]) => at));
}
