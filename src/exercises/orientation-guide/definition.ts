import { textOf, type FieldId } from '../../course/answers.ts';
import { choiceField } from '../../fields/choice/definition.ts';
import { textField } from '../../fields/text/definition.ts';
import type { ExerciseDefinition, ExerciseOf } from '../exercise-kind.ts';
import { MOST_PAGES } from './a4-fit.ts';
import type { schema } from './schema.ts';

export type OrientationGuide = ExerciseOf<typeof schema>;

/** An induction guide of one page. */
export const orientationGuide: ExerciseDefinition<OrientationGuide> = {
  kind: 'orientation-guide',
  wide: true,
  fields: ({ id, heading, text, notice, act }) => [
    textField(`${id}.heading`, { ...heading, maxLength: heading.maxLength ?? 120 }),
    textField(`${id}.text`, text),
    choiceField(`${id}.notice`, { ...notice, optional: true }, notice.options, true),
    choiceField(`${id}.act`, { ...act, optional: true }, act.options, true),
  ],
  needs: ({ id, text }, { needs, answers }) =>
    Number(textOf(answers, guidePages(id))) > MOST_PAGES ? [...needs, { kind: 'shorten', field: `${id}.text`, label: text.label }] : needs,
  notes: ({ id }) => [guidePages(id)],
};

/** The field in which the guide keeps how many A4 pages it fills, as measured on its laid-out page. */
export function guidePages(exerciseId: string): FieldId {
  return `${exerciseId}.pages`;
}
