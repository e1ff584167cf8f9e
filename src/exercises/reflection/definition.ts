import { textField } from '../../fields/text/definition.ts';
import type { ExerciseDefinition, ExerciseOf } from '../exercise-kind.ts';
import type { schema } from './schema.ts';

export type Reflection = ExerciseOf<typeof schema>;

/** Questions, each with room for the learner's own words. */
export const reflection: ExerciseDefinition<Reflection> = {
  kind: 'reflection',
  fields: ({ id, questions }) => questions.map((question) => textField(`${id}.${question.id}`, question)),
};
