/**
 * The licence's policy: when an exercise is done, a class earned, the licence complete. Pure, and the only place that says so.
 *
 * - An exercise is done when nothing is needed any more. White space is no answer.
 * - A class is earned when all of its exercises are done, as far as their needs concern that class.
 * - The licence is earned when the compulsory classes are.
 * - `completeWhen` in course.yaml says when the LMS is told "completed".
 * - An LMS that wipes the answers then is told only after the learner was offered them as a file and has chosen.
 */
import { isAnswered, note, pickedOf, textOf, type Answers, type FieldId } from './answers.ts';
import { exercisesOf, type CompleteWhen, type Course, type Exercise, type LicenceClass } from './course.ts';
import { fieldsOf, inItem, type Field, type ListField, type SimpleField, type TreeField } from './fields.ts';
import { childrenOf, itemFieldId, itemsOf, nodesOf } from './list-field.ts';

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
export function needsOf(exercise: Exercise, course: Pick<Course, 'programmes'>, answers: Answers): Need[] {
  const fields = fieldsOf(exercise, course);
  const needs = fields.flatMap((field) => fieldNeeds(field, answers));
  switch (exercise.kind) {
    case 'training-programme': {
      const log = fields.find((field): field is ListField => field.type === 'list');
      if (!log || completeItems(log, answers).length < log.minimum) return needs;
      const touched = new Set(completeItems(log, answers).flatMap((item) => pickedOf(answers, itemFieldId(log.id, item, 'touched'))));
      return [
        ...needs,
        ...exercise.classes
          .filter((id) => !touched.has(id))
          .map((id): Need => ({ kind: 'touch', field: log.id, label: id, classes: [id] })),
      ];
    }
    case 'channel-assessment': {
      // What stays empty may stay so once the learner has thought about what would help there.
      const missing = [...needs, ...developmentNeeds(exercise.id, fields, answers)];
      if (!isAnswered(answers, `${exercise.id}.help`)) return missing;
      const cells = ['skill', 'presence', 'development'];
      const named = exercise.channels.filter(({ several }) => several).map(({ id }) => `${exercise.id}.${id}`);
      const whole = (list: FieldId): boolean =>
        itemsOf(answers, list).some(({ id }) => ['name', ...cells].every((cell) => isAnswered(answers, itemFieldId(list, id, cell))));
      if (named.some(whole)) return [];
      const ofChannel = (channel: string): Need[] => missing.filter(({ field }) => field.startsWith(`${exercise.id}.${channel}.`));
      const perChannel = exercise.channels.filter(({ several }) => !several).map(({ id }) => ofChannel(id));
      // One whole channel is needed: the one that lacks least.
      return perChannel.reduce((least, one) => (one.length < least.length ? one : least), perChannel[0] ?? []);
    }
    case 'service-path': {
      const steps = exercise.phases.flatMap((phase) => phase.steps);
      const known = new Set(exercise.marks.map(({ id }) => id));
      const marked = steps.some(({ id }) => pickedOf(answers, `${exercise.id}.${id}.marks`).some((mark) => known.has(mark)));
      const first = steps[0];
      return marked || !first
        ? needs
        : [
            ...needs,
            { kind: 'mark', field: `${exercise.id}.${first.id}.marks`, label: exercise.marks.map(({ label }) => label).join(', ') },
          ];
    }
    case 'orientation-guide':
      return textOf(answers, guidePages(exercise.id)) > '1'
        ? [...needs, { kind: 'shorten', field: `${exercise.id}.text`, label: exercise.text.label }]
        : needs;
    default:
      return needs;
  }
}

/** The field in which the induction guide keeps how many A4 pages it fills, as measured on its laid-out page. */
export function guidePages(exerciseId: string): FieldId {
  return `${exerciseId}.pages`;
}

function developmentNeeds(exerciseId: string, fields: readonly Field[], answers: Answers): Need[] {
  return fields
    .filter(({ id }) => id.startsWith(exerciseId) && id.endsWith('.development') && !isAnswered(answers, id))
    .map(({ id, label }) => ({ kind: 'answer', field: id, label }));
}

function fieldNeeds(field: Field, answers: Answers): Need[] {
  if (!field.required) return [];
  switch (field.type) {
    case 'list':
      return listNeeds(field, answers);
    case 'tree':
      return emptyBranches(field, answers).map(({ id, label }) => ({ kind: 'branch', field: `${field.id}.${id}`, label }));
    case 'choice':
    case 'scale':
      return isFilled(field, answers) ? [] : [{ kind: 'choose', field: field.id, label: field.label }];
    default:
      return isFilled(field, answers) ? [] : [{ kind: 'answer', field: field.id, label: field.label }];
  }
}

/** While items are missing: what lacks in those that were begun, then how many more to add. */
function listNeeds(list: ListField, answers: Answers): Need[] {
  const complete = new Set(completeItems(list, answers));
  const missing = list.minimum - complete.size;
  if (missing <= 0) return [];
  const items = itemsOf(answers, list.id);
  const isEmpty = items.length === 0;
  const begun = items.filter(({ id }) => !complete.has(id)).slice(0, missing);
  const more = missing - begun.length;
  return [
    ...begun.flatMap(({ id }) => list.fields.flatMap((field) => fieldNeeds(inItem(list.id, id, field), answers))),
    ...(more > 0
      ? [{ kind: 'items', field: list.id, label: list.label, count: more, ...(isEmpty && { empty: true as const }) } as const]
      : []),
  ];
}

/** Items in which every required field is answered. */
export function completeItems(list: ListField, answers: Answers): string[] {
  const complete = (item: string): boolean =>
    list.fields.every((field) => !field.required || isFilled(inItem(list.id, item, field), answers));
  return itemsOf(answers, list.id)
    .map(({ id }) => id)
    .filter(complete);
}

/** A choice counts only while its option is still in the content. */
function isFilled(field: SimpleField, answers: Answers): boolean {
  if (field.type === 'choice') return pickedOf(answers, field.id).some((id) => field.options.some((option) => option.id === id));
  if (field.type === 'scale') return field.steps.some(({ id }) => id === textOf(answers, field.id));
  return isAnswered(answers, field.id);
}

function emptyBranches(tree: TreeField, answers: Answers): TreeField['branches'] {
  const nodes = nodesOf(answers, tree.id, tree.branches).filter(({ id }) => isAnswered(answers, itemFieldId(tree.id, id, tree.node.id)));
  return tree.branches.filter(({ id }) => childrenOf(nodes, id).length === 0);
}
