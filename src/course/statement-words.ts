/** What statements say of a course in one language: a small part of its content, so that a package can carry it for every language. */
import { optionsOf } from '../fields/field.ts';
import { exercisesOf, type Course, type Language } from './course.ts';
import { fieldsOf } from './fields.ts';

export interface StatementWords {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** Titles by the id of the class. */
  readonly classes: Readonly<Record<string, string>>;
  /** Questions by the id of the field. */
  readonly questions: Readonly<Record<string, string>>;
  /** Labels by the ids of field and option, with a space between. */
  readonly options: Readonly<Record<string, string>>;
}

export function statementWordsOf(course: Course): StatementWords {
  const reported = exercisesOf(course)
    .flatMap((exercise) => fieldsOf(exercise, course))
    .filter((field) => !field.private);
  return {
    language: course.language,
    title: course.title,
    description: course.description,
    classes: Object.fromEntries(course.classes.map(({ id, title }) => [id, title])),
    questions: Object.fromEntries(reported.map(({ id, label }) => [id, label])),
    options: Object.fromEntries(reported.flatMap((field) => optionsOf(field).map(({ id, label }) => [`${field.id} ${id}`, label]))),
  };
}
