import * as z from 'zod';
import { comparison, exercise, question } from '../shared/schema-keys.ts';

export const schema = exercise('reflection', {
  questions: z
    .array(question.extend({ compare: z.exactOptional(comparison) }))
    .min(1)
    .describe('What is asked, in order'),
});
