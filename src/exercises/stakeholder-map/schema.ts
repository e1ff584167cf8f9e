import * as z from 'zod';
import { comparison, exercise, localId, text } from '../shared/schema-keys.ts';

export const schema = exercise('stakeholder-map', {
  centre: text.describe('What stands in the middle of the map'),
  compare: z.exactOptional(comparison),
  branches: z
    .array(
      z.strictObject({
        id: localId,
        label: text.describe('The question'),
        shortLabel: text.describe('A word or two for the drawn map'),
        add: z.exactOptional(text.describe('Words on the button that adds to the branch')),
      }),
    )
    .min(1)
    .describe('The branches of the map'),
});
