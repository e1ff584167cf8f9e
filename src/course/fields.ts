/**
 * The fields of a course: what its exercises ask, in a form that every part which does not draw it can use. Made once for each exercise, and
 * asked by rules, reports, the workbook, statements, the size of the state. The ids of fields are made in `src/exercises/<kind>/definition.ts`.
 */
import type { ExerciseBase, ExerciseDefinition } from '../exercises/exercise-kind.ts';
import * as kinds from '../exercises/kinds.ts';
import { innerOf, isComposite, type Field, type SimpleField } from '../fields/field.ts';
import { inItem } from '../fields/list/definition.ts';
import { textField, type TextField } from '../fields/text/definition.ts';
import type { FieldId } from './answers.ts';
import { exercisesOf, type Chapter, type Course, type Exercise } from './course.ts';

type Programmes = Pick<Course, 'programmes'>;

const DEFINITIONS = new Map<string, ExerciseDefinition<Exercise>>(
  Object.values(kinds).map((definition) => [
    definition.kind,
    definition as ExerciseDefinition<ExerciseBase> as ExerciseDefinition<Exercise>,
  ]),
);

interface Index {
  readonly programmes: Programmes['programmes'];
  readonly fields: readonly Field[];
  readonly byId: ReadonlyMap<FieldId, Field>;
}

const indexes = new WeakMap<Exercise, Index>();

/** What the kind of an exercise is. */
export function definitionOf({ kind }: Exercise): ExerciseDefinition<Exercise> {
  return DEFINITIONS.get(kind) as ExerciseDefinition<Exercise>;
}

/** All fields of an exercise in the order in which they are asked. */
export function fieldsOf(exercise: Exercise, course: Programmes): readonly Field[] {
  return indexOf(exercise, course).fields;
}

/** What a chapter asks at its end. It is of no exercise, so that it counts in nothing, and always private. */
export function tomorrowOf({ id, tomorrow }: Chapter): TextField | undefined {
  return tomorrow && textField(`${id}.${tomorrow.id}`, { ...tomorrow, optional: true, private: true });
}

/** All fields of a course: those of its exercises, then what its chapters ask at their ends. */
export function allFieldsOf(course: Course): readonly Field[] {
  const asked = exercisesOf(course).flatMap((exercise) => fieldsOf(exercise, course));
  return [...asked, ...course.chapters.flatMap((chapter) => tomorrowOf(chapter) ?? [])];
}

/** All fields, those in the items of lists too, by the ids that `identifiers.lock` has for them: `*` stands for an item. */
export function fieldsByLockId(course: Course): ReadonlyMap<FieldId, Field> {
  return new Map(
    allFieldsOf(course).flatMap((field) => [
      [field.id, field] as const,
      ...innerOf(field).map((inner) => [`${field.id}.*.${inner.id}`, inner] as const),
    ]),
  );
}

/** A field by its id, in an item of a list too. */
export function fieldOf(exercise: Exercise, course: Programmes, id: FieldId): SimpleField | undefined {
  const { byId } = indexOf(exercise, course);
  const field = byId.get(id);
  if (field) return isComposite(field) ? undefined : field;
  const [item = '', local] = id.split('.').slice(-2);
  const list = byId.get(id.split('.').slice(0, -2).join('.'));
  const own = list && innerOf(list).find((candidate) => candidate.id === local);
  return list && own && inItem(list.id, item, own);
}

function indexOf(exercise: Exercise, { programmes }: Programmes): Index {
  const last = indexes.get(exercise);
  if (last?.programmes === programmes) return last;
  const fields = definitionOf(exercise).fields(exercise, { programmes });
  const index = { programmes, fields, byId: new Map(fields.map((field) => [field.id, field])) };
  indexes.set(exercise, index);
  return index;
}

/** The ids of a course's lists and trees. */
export function listIdsOf(course: Course): FieldId[] {
  return allFieldsOf(course)
    .filter(isComposite)
    .map(({ id }) => id);
}
