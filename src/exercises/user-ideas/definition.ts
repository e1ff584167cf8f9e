import { choiceField } from '../../fields/choice/definition.ts';
import { listField } from '../../fields/list/definition.ts';
import { textField } from '../../fields/text/definition.ts';
import type { ExerciseDefinition, ExerciseOf } from '../exercise-kind.ts';
import type { schema } from './schema.ts';

export type UserIdeas = ExerciseOf<typeof schema>;

/** A growing list of what users said, each with what the library could do; never with a name. */
export const userIdeas: ExerciseDefinition<UserIdeas> = {
  kind: 'user-ideas',
  fields: ({ id, ideasLabel, minimum, who, channel, sort, what, response }) => [
    listField(`${id}.ideas`, ideasLabel, minimum, [
      textField('who', who),
      choiceField('channel', channel, channel.options, false),
      choiceField('sort', sort, sort.options, false),
      textField('what', what),
      textField('response', response),
    ]),
  ],
};
