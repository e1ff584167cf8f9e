import { pickedOf, type FieldId } from '../../course/answers.ts';
import type { Option, Question } from '../../course/course.ts';
import { joinedLabels } from '../../course/joined-labels.ts';
import { labelOf, type FieldBase, type SimpleDefinition } from '../field-type.ts';

/** The text is one option's id, or with `several` ids with spaces between. */
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly options: readonly Option[];
  readonly several: boolean;
}

export const choice: SimpleDefinition<ChoiceField> = {
  type: 'choice',
  need: 'choose',
  // A choice counts only while its option is still in the content.
  isFilled: ({ id, options }, answers) => pickedOf(answers, id).some((picked) => options.some((option) => option.id === picked)),
  options: ({ options }) => options,
  words: ({ id, options }, answers) => joinedLabels(pickedOf(answers, id).map((picked) => labelOf(options, picked))),
  report: ({ id, options }, answers) => ({
    type: 'choice',
    response: pickedOf(answers, id),
    options: options.map((option) => ({ id: option.id, label: option.label })),
  }),
  letters: ({ options, several }, longest) =>
    several && longest === Infinity
      ? options.reduce((sum, { id }) => sum + id.length + 1, 0)
      : Math.max(0, ...options.map(({ id }) => id.length)),
  properties: ({ options, several }) => ({ options, several }),
};

export function choiceField(id: FieldId, question: Omit<Question, 'id'>, options: readonly Option[], several: boolean): ChoiceField {
  return { type: 'choice', id, label: question.label, required: !question.optional, private: Boolean(question.private), options, several };
}
