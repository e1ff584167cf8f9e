/** Answers as a trainer reads them: one interaction a question, in the content's order. */
import type { Answers, FieldId } from '../course/answers.ts';
import { earnedInteractionId } from '../course/course-identifiers.ts';
import type { Course } from '../course/course.ts';
import { allFieldsOf } from '../course/fields.ts';
import { isComposite, reportOf, type Field } from '../fields/field.ts';
import type { Interaction } from '../tracking/tracker.ts';

/** Every question that may be reported, answered or not. Private ones are left out; with `report: completion` all are. */
export function interactionsOf(course: Course, answers: Answers): Interaction[] {
  if (course.report === 'completion') return [];
  return allFieldsOf(course)
    .filter((field) => !field.private)
    .map((field) => interactionOf(field, answers));
}

/** The questions that `interactionsOf` leaves out; where all are, those too that the content has no longer. */
export function withheldFrom(course: Course): Pick<ReadonlySet<FieldId>, 'has'> {
  const days = new Set(course.classes.map(({ id }) => earnedInteractionId(id)));
  if (course.report === 'completion') return { has: (id) => !days.has(id) };
  return new Set(allFieldsOf(course).flatMap((field) => (field.private ? [field.id] : [])));
}

function interactionOf(field: Field, answers: Answers): Interaction {
  return { id: field.id, description: field.label, at: lastChange(field, answers), ...reportOf(field, answers) };
}

/** When what is reported was last changed: the answer, what it is asked with, anything in its items. */
function lastChange(field: Field, answers: Answers): number {
  const at = (id: FieldId): number => answers.get(id)?.at ?? 0;
  const last = Math.max(at(field.id), field.askedWith ? at(field.askedWith.choice) : 0);
  if (!isComposite(field)) return last;
  return [...answers].reduce((latest, [id, answer]) => (id.startsWith(`${field.id}.`) ? Math.max(latest, answer.at) : latest), last);
}
