import { isAnswered, textOf, type FieldId } from '../../course/answers.ts';
import type { Question } from '../../course/course.ts';
import { filled, type FieldBase, type SimpleDefinition } from '../field-type.ts';

/** An ISO date, `2026-11-24`. */
export interface DateField extends FieldBase {
  readonly type: 'date';
}

export const date: SimpleDefinition<DateField> = {
  type: 'date',
  need: 'answer',
  isFilled: ({ id }, answers) => isAnswered(answers, id),
  words: ({ id }, answers, dayText) => (textOf(answers, id) === '' ? '' : dayText(textOf(answers, id))),
  report: ({ id }, answers) => ({ type: 'text', response: filled(textOf(answers, id)) }),
  letters: () => '2026-11-24'.length,
};

export function dateField(id: FieldId, question: Omit<Question, 'id'>): DateField {
  return { type: 'date', id, label: question.label, required: !question.optional, private: Boolean(question.private) };
}
