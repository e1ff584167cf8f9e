import { listField } from '../../fields/list/definition.ts';
import { textField } from '../../fields/text/definition.ts';
import type { ExerciseDefinition, ExerciseOf } from '../exercise-kind.ts';
import type { schema } from './schema.ts';

export type ColleagueStrengths = ExerciseOf<typeof schema>;

/** A talk with a colleague, the colleague's strengths, how they were presented, and what the colleague means to the unit. */
export const colleagueStrengths: ExerciseDefinition<ColleagueStrengths> = {
  kind: 'colleague-strengths',
  fields: ({ id, talk, strengths, presenting, meaning }) => [
    textField(`${id}.talk`, talk),
    listField(`${id}.strengths`, strengths.label, strengths.minimum, [textField('strength', strengths.strength)]),
    textField(`${id}.presenting`, presenting),
    textField(`${id}.meaning`, meaning),
  ],
};
