import type { Answers, FieldId } from '../../course/answers.ts';
import { exercisesOf, type Course, type Exercise } from '../../course/course.ts';
import { definitionOf, fieldOf, fieldsOf, tomorrowOf } from '../../course/fields.ts';
import type { Written, WrittenPart } from '../../fields/field-type.ts';
import { isAsked, isBegun, isComposite, wordsOf, writtenIn as writtenInItems, type SimpleField } from '../../fields/field.ts';
import type { Text } from '../../text/text.ts';

/** Everything written in an exercise. A note or an option that may stay empty is left out while it does. */
export function writtenIn(exercise: Exercise, course: Course, answers: Answers, text: Text): WrittenPart[] {
  const write = (field: SimpleField): Written => writtenTo(field, answers, text);
  const ofKind = definitionOf(exercise).written?.(exercise, answers, write);
  if (ofKind) return [...ofKind];
  return fieldsOf(exercise, course).flatMap((field): WrittenPart[] => {
    if (isComposite(field)) return [writtenInItems(field, answers, write) ?? []].flat();
    if (!isAsked(field, answers)) return [];
    const written = write(field);
    return written.answer !== '' || field.required ? [{ type: 'answer', ...written }] : [];
  });
}

/** True where the learner has written or picked anything in the exercise. */
export function isStarted(exercise: Exercise, course: Course, answers: Answers): boolean {
  return fieldsOf(exercise, course).some((field) => isBegun(field, answers));
}

/** A question by its field id, in an entry of a list too; undefined where this course does not have it. */
export function questionOf(course: Course, id: FieldId): { readonly label: string; readonly field: SimpleField | undefined } | undefined {
  for (const chapter of course.chapters) {
    const tomorrow = tomorrowOf(chapter);
    if (tomorrow?.id === id) return { field: tomorrow, label: `${chapter.shortTitle}: ${tomorrow.label}` };
  }
  for (const exercise of exercisesOf(course)) {
    if (!id.startsWith(`${exercise.id}.`)) continue;
    for (const field of fieldsOf(exercise, course)) {
      if (field.id !== id && !(isComposite(field) && id.startsWith(`${field.id}.`))) continue;
      const found = fieldOf(exercise, course, id);
      return { field: found, label: `${exercise.title}: ${found?.label ?? field.label}` };
    }
  }
  return undefined;
}

/** What stands in a field, in words, whatever copy it comes from. */
export function inWords(field: SimpleField | undefined, stored: string, text: Text): string {
  if (!field) return stored;
  return writtenTo(field, new Map([[field.id, { text: stored, at: 0 }]]), text).answer;
}

/** What was written to questions that this version of the course does not ask any more. */
export function olderAnswers(course: Course, answers: Answers): { readonly field: FieldId; readonly answer: string }[] {
  const notes = new Set(exercisesOf(course).flatMap((exercise) => definitionOf(exercise).notes?.(exercise) ?? []));
  return [...answers]
    .filter(([id, { text }]) => text.trim() !== '' && !id.startsWith('@') && !notes.has(id) && !questionOf(course, id))
    .map(([field, { text }]) => ({ field, answer: text }));
}

function writtenTo(field: SimpleField, answers: Answers, text: Text): Written {
  return { field: field.id, label: field.label, answer: wordsOf(field, answers, text.workbook.day), private: field.private };
}
