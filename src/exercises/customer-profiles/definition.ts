import { listField } from '../../fields/list/definition.ts';
import { textField } from '../../fields/text/definition.ts';
import type { ExerciseDefinition, ExerciseOf } from '../exercise-kind.ts';
import type { schema } from './schema.ts';

export type CustomerProfiles = ExerciseOf<typeof schema>;

/** Profiles of customers: how they come, in which channels, and how good service is made sure of. */
export const customerProfiles: ExerciseDefinition<CustomerProfiles> = {
  kind: 'customer-profiles',
  wide: true,
  fields: ({ id, profilesLabel, minimum, name, ways, channels, ensuring }) => [
    listField(`${id}.profiles`, profilesLabel, minimum, [
      textField('name', name),
      textField('ways', ways),
      textField('channels', channels),
      textField('ensuring', ensuring),
    ]),
  ],
};
