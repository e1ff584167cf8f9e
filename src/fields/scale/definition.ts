import { textOf, type FieldId } from '../../course/answers.ts';
import type { Option, ScaleQuestion } from '../../course/course.ts';
import { filled, labelOf, type FieldBase, type SimpleDefinition } from '../field-type.ts';

/** The text is a step's id. */
export interface ScaleField extends FieldBase {
  readonly type: 'scale';
  /** Weakest first. */
  readonly steps: readonly Option[];
}

export const scale: SimpleDefinition<ScaleField> = {
  type: 'scale',
  need: 'choose',
  isFilled: ({ id, steps }, answers) => steps.some((step) => step.id === textOf(answers, id)),
  options: ({ steps }) => steps,
  words: ({ id, steps }, answers) => labelOf(steps, textOf(answers, id)),
  report: ({ id, steps }, answers) => ({
    type: 'likert',
    response: filled(textOf(answers, id)),
    options: steps.map((step) => ({ id: step.id, label: step.label })),
  }),
  letters: ({ steps }) => Math.max(0, ...steps.map(({ id }) => id.length)),
  properties: ({ steps }) => ({ steps }),
};

export function scaleField(id: FieldId, question: ScaleQuestion, required: boolean): ScaleField {
  return { type: 'scale', id, label: question.label, required, private: Boolean(question.private), steps: question.steps };
}
