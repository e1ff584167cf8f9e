/** The ids by which learners' answers are found, and the parts of a course by themselves. */
import { chapterOf, exercisesOf, type Course } from '../src/course/course.ts';
import { shortNameOf } from '../src/course/course-identifiers.ts';
import { partIdsOf, partOfChapter } from '../src/course/course-parts.ts';
import { allFieldsOf } from '../src/course/fields.ts';
import { innerOf, isComposite, optionsOf, type Field } from '../src/fields/field.ts';

/**
 * part: `b`, the chapter that a part begins with; class: `A1`; field: `b.channels.help`, with `*` for an item of a list; option: an option of that
 * field; course: the course's own id; name: its short name; exercise: `b.channels`, in its part.
 */
export interface Identifier {
  readonly kind: 'part' | 'class' | 'field' | 'option' | 'course' | 'name' | 'exercise';
  /** Of an option, its field's id and its own with a space between. */
  readonly id: string;
  /** A field's type; of an exercise, the part that it is in. */
  readonly type?: string;
  /** The answers go into no report. */
  readonly isPrivate?: true;
}

/** All ids of a course under which something is stored or reported, in the content's order. */
export function identifiersOf(course: Course): Identifier[] {
  return [...course.classes.map(({ id }): Identifier => ({ kind: 'class', id })), ...allFieldsOf(course).flatMap(identifiersOfField)];
}

/** All that no release may lose: with what makes the identifiers of the course, and of a part that is taken by itself. */
export function lockedIdentifiersOf(course: Course): Identifier[] {
  return [
    { kind: 'course', id: course.id },
    { kind: 'name', id: shortNameOf(course) },
    ...partIdsOf(course).map((id): Identifier => ({ kind: 'part', id })),
    ...exercisesOf(course).map(({ id }): Identifier => ({
      kind: 'exercise',
      id,
      type: partOfChapter(course, chapterOf(course, id)?.id ?? ''),
    })),
    ...identifiersOf(course),
  ];
}

/** Items of a list stand under its id, and the position of one may name options (the branches of a tree). */
function identifiersOfField(field: Field): Identifier[] {
  const items = isComposite(field) ? `${field.id}.*` : field.id;
  return [
    { kind: 'field', id: field.id, type: field.type, ...(field.private && !isComposite(field) ? { isPrivate: true } : {}) },
    ...innerOf(field).flatMap((inner) => identifiersOfField({ ...inner, id: `${items}.${inner.id}` })),
    ...optionsOf(field).map(({ id }): Identifier => ({ kind: 'option', id: `${items} ${id}` })),
  ];
}
