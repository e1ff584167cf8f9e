import { isAnswered, textOf, type FieldId } from '../../course/answers.ts';
import type { Question } from '../../course/course.ts';
import { filled, type FieldBase, type SimpleDefinition } from '../field-type.ts';

/** The learner's own words. */
export interface TextField extends FieldBase {
  readonly type: 'text';
  /** In UTF-16 units. */
  readonly maxLength: number;
}

export const DEFAULT_MAX_LENGTH = 4000;
/** No author can allow more. */
export const LARGEST_MAX_LENGTH = 10_000;
export const NOTE_MAX_LENGTH = 1000;

export const text: SimpleDefinition<TextField> = {
  type: 'text',
  need: 'answer',
  isFilled: ({ id }, answers) => isAnswered(answers, id),
  words: ({ id }, answers) => textOf(answers, id),
  report: ({ id }, answers) => ({ type: 'text', response: filled(textOf(answers, id)) }),
  letters: ({ maxLength }, longest) => Math.min(maxLength, longest),
};

export function textField(id: FieldId, question: Omit<Question, 'id'>): TextField {
  return {
    type: 'text',
    id,
    label: question.label,
    required: !question.optional,
    private: Boolean(question.private),
    maxLength: question.maxLength ?? DEFAULT_MAX_LENGTH,
  };
}
