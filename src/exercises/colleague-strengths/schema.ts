import * as z from 'zod';
import { exercise, minimum, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('colleague-strengths', {
  talk: plain('talk'),
  strengths: z.strictObject({ label: text, add: text, minimum, strength: plain('strength') }),
  presenting: plain('presenting'),
  meaning: plain('meaning'),
});
