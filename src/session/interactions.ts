/** Answers as a trainer reads them: one interaction a question, in the content's order. */
import { pickedOf, textOf, type Answers, type FieldId } from '../course/answers.ts';
import { exercisesOf, type Course, type Option } from '../course/course.ts';
import { fieldsOf, inItem, isAsked, type Field, type ListField, type SimpleField, type TreeField } from '../course/fields.ts';
import { childrenOf, itemFieldId, itemsOf, nodesOf, type ListItem } from '../course/list-field.ts';
import type { Interaction } from '../tracking/tracker.ts';

/** Every question that may be reported, answered or not. Private ones are left out; with `report: completion` all are. */
export function interactionsOf(course: Course, answers: Answers): Interaction[] {
  if (course.report === 'completion') return [];
  return exercisesOf(course)
    .flatMap((exercise) => fieldsOf(exercise, course))
    .filter((field) => !field.private)
    .map((field) => interactionOf(field, answers));
}

/** The questions that `interactionsOf` leaves out. */
export function withheldFrom(course: Course): Set<FieldId> {
  const fields = exercisesOf(course).flatMap((exercise) => fieldsOf(exercise, course));
  return new Set(fields.filter((field) => field.private || course.report === 'completion').map(({ id }) => id));
}

function interactionOf(field: Field, answers: Answers): Interaction {
  const base = { id: field.id, description: field.label, at: lastChange(field, answers) };
  switch (field.type) {
    case 'choice':
      return { ...base, type: 'choice', response: pickedOf(answers, field.id), options: field.options.map(named) };
    case 'scale':
      return { ...base, type: 'likert', response: filled(textOf(answers, field.id)), options: field.steps.map(named) };
    case 'list':
      return { ...base, type: 'text', response: filled(listText(field, answers)) };
    case 'tree':
      return { ...base, type: 'text', response: filled(treeText(field, answers)) };
    default:
      return { ...base, type: 'text', response: isAsked(field, answers) ? filled(textOf(answers, field.id)) : [] };
  }
}

/** A field's text in words, options by their labels. */
function wordsOf(field: SimpleField, answers: Answers): string {
  switch (field.type) {
    case 'choice':
      return pickedOf(answers, field.id)
        .map((id) => labelOf(field.options, id))
        .join(', ');
    case 'scale':
      return labelOf(field.steps, textOf(answers, field.id));
    default:
      return textOf(answers, field.id);
  }
}

function listText(list: ListField, answers: Answers): string {
  return itemsOf(answers, list.id)
    .map((item) =>
      list.fields
        .filter((field) => !field.private)
        .map((field) => ({ label: field.label, words: wordsOf(inItem(list.id, item.id, field), answers).trim() }))
        .filter(({ words }) => words !== '')
        .map(({ label, words }) => `${label}: ${words}`)
        .join('; '),
    )
    .filter((text) => text !== '')
    .map((text, index) => `${index + 1}) ${text}`)
    .join('\n');
}

function treeText(tree: TreeField, answers: Answers): string {
  const nodes = nodesOf(answers, tree.id, tree.branches);
  const lines = (children: readonly ListItem[], depth: number): string[] =>
    children.flatMap(({ id }) => [
      `${'– '.repeat(depth)}${textOf(answers, itemFieldId(tree.id, id, tree.node.id)).trim()}`,
      ...lines(childrenOf(nodes, id), depth + 1),
    ]);
  return tree.branches
    .flatMap((branch) => {
      const below = lines(childrenOf(nodes, branch.id), 1);
      return below.length === 0 ? [] : [branch.label, ...below];
    })
    .join('\n');
}

function lastChange(field: Field, answers: Answers): number {
  let last = answers.get(field.id)?.at ?? 0;
  if (field.type === 'text' && field.askedWith) last = Math.max(last, answers.get(field.askedWith.choice)?.at ?? 0);
  if (field.type !== 'list' && field.type !== 'tree') return last;
  for (const [id, { at }] of answers) if (id.startsWith(`${field.id}.`)) last = Math.max(last, at);
  return last;
}

function labelOf(options: readonly Option[], id: string): string {
  return options.find((option) => option.id === id)?.label ?? id;
}

function named({ id, label }: Option): { id: string; label: string } {
  return { id, label };
}

function filled(text: string): string[] {
  return text.trim() === '' ? [] : [text];
}
