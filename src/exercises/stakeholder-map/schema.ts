import * as z from 'zod';
import { comparison, exercise, localId, text } from '../shared/schema-keys.ts';

export const schema = exercise('stakeholder-map', {
  /** What stands in the middle of the map. */
  centre: text,
  compare: z.exactOptional(comparison),
  /** The workbook's questions, each with a word or two for the drawn map, and the words on its button. */
  branches: z.array(z.strictObject({ id: localId, label: text, shortLabel: text, add: z.exactOptional(text) })).min(1),
});
