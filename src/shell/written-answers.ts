import { isAnswered, pickedOf, textOf, type Answers, type FieldId } from '../course/answers.ts';
import { exercisesOf, type Course, type Exercise } from '../course/course.ts';
import { guidePages } from '../course/completion-rules.ts';
import { fieldsOf, inItem, isAsked, type Field, type ListField, type SimpleField, type TreeField } from '../course/fields.ts';
import { childrenOf, itemFieldId, itemsOf, type ListItem } from '../course/list-field.ts';
import type { Text } from '../text/text.ts';

/** A question with what the learner wrote, as plain text for reading. */
export interface Written {
  readonly field: FieldId;
  readonly label: string;
  /** With line breaks as they were written; `''` where there is nothing. */
  readonly answer: string;
  readonly private: boolean;
}

/** What an exercise holds, for reading: questions, lists of entries, trees. */
export type WrittenPart =
  | ({ readonly type: 'answer' } & Written)
  | { readonly type: 'entries'; readonly label: string; readonly entries: readonly (readonly Written[])[] }
  | { readonly type: 'tree'; readonly branches: readonly { readonly label: string; readonly nodes: readonly WrittenNode[] }[] };

export interface WrittenNode {
  readonly text: string;
  readonly nodes: readonly WrittenNode[];
}

/** Everything written in an exercise. A note or an option that may stay empty is left out while it does. */
export function writtenIn(exercise: Exercise, course: Course, answers: Answers, text: Text): WrittenPart[] {
  return fieldsOf(exercise, course).flatMap((field): WrittenPart[] => {
    switch (field.type) {
      case 'list': {
        const items = itemsOf(answers, field.id);
        return items.length > 0 || field.required
          ? [{ type: 'entries', label: field.label, entries: entriesOf(field, items, answers, text) }]
          : [];
      }
      case 'tree':
        return [{ type: 'tree', branches: branchesOf(field, answers) }];
      default: {
        if (!isAsked(field, answers)) return [];
        const written = writtenTo(field, answers, text);
        return written.answer !== '' || field.required ? [{ type: 'answer', ...written }] : [];
      }
    }
  });
}

/** True where the learner has written or picked anything in the exercise. */
export function isStarted(exercise: Exercise, course: Course, answers: Answers): boolean {
  return fieldsOf(exercise, course).some((field) =>
    field.type === 'list' || field.type === 'tree' ? itemsOf(answers, field.id).length > 0 : isAnswered(answers, field.id),
  );
}

/** A question by its field id, in an entry of a list too; undefined where this course does not have it. */
export function questionOf(course: Course, id: FieldId): { readonly label: string; readonly field: SimpleField | undefined } | undefined {
  for (const exercise of exercisesOf(course)) {
    if (!id.startsWith(`${exercise.id}.`)) continue;
    for (const field of fieldsOf(exercise, course)) {
      const found = inField(field, id);
      if (found) return { ...found, label: `${exercise.title}: ${found.label}` };
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
  const measured = new Set(exercisesOf(course).map(({ id }) => guidePages(id)));
  return [...answers]
    .filter(([id, { text }]) => text.trim() !== '' && !id.startsWith('@') && !measured.has(id) && !questionOf(course, id))
    .map(([field, { text }]) => ({ field, answer: text }));
}

function inField(field: Field, id: FieldId): { label: string; field: SimpleField | undefined } | undefined {
  if (field.id === id) return { label: field.label, field: field.type === 'list' || field.type === 'tree' ? undefined : field };
  if (!id.startsWith(`${field.id}.`)) return undefined;
  if (field.type !== 'list' && field.type !== 'tree') return undefined;
  const [item = '', local] = id.slice(field.id.length + 1).split('.');
  const own = (field.type === 'list' ? field.fields : [field.node]).find((candidate) => candidate.id === local);
  return own ? { label: own.label, field: inItem(field.id, item, own) } : { label: field.label, field: undefined };
}

function writtenTo(field: SimpleField, answers: Answers, text: Text): Written {
  return { field: field.id, label: field.label, answer: answerOf(field, answers, text), private: field.private };
}

function answerOf(field: SimpleField, answers: Answers, text: Text): string {
  const stored = textOf(answers, field.id);
  switch (field.type) {
    case 'choice':
      return pickedOf(answers, field.id)
        .map((id) => field.options.find((option) => option.id === id)?.label ?? id)
        .join(', ');
    case 'scale':
      return field.steps.find(({ id }) => id === stored)?.label ?? stored;
    case 'date':
      return stored === '' ? '' : text.workbook.day(stored);
    default:
      return stored;
  }
}

function entriesOf(list: ListField, items: readonly ListItem[], answers: Answers, text: Text): Written[][] {
  return items.map(({ id }) =>
    list.fields
      .map((field) => ({ field, written: writtenTo(inItem(list.id, id, field), answers, text) }))
      .filter(({ field, written }) => field.required || written.answer !== '')
      .map(({ written }) => written),
  );
}

function branchesOf(tree: TreeField, answers: Answers): { label: string; nodes: WrittenNode[] }[] {
  const items = itemsOf(answers, tree.id);
  const below = (parent: string): WrittenNode[] =>
    childrenOf(items, parent).map(({ id }) => ({ text: textOf(answers, itemFieldId(tree.id, id, tree.node.id)), nodes: below(id) }));
  return tree.branches.map(({ id, label }) => ({ label, nodes: below(id) }));
}
