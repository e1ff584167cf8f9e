import * as z from 'zod';
import { exercise, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('training-programme', {
  programmeLabel: text,
  /** What to practise while a programme has no steps of its own, and where it comes from. */
  ideas: z.exactOptional(z.strictObject({ label: text, source: text, items: z.array(text).min(1) })),
  log: z.strictObject({
    label: text,
    add: text,
    date: plain('date'),
    what: plain('what'),
    /** Which classes the training touched: its options are the exercise's classes. */
    touched: plain('touched'),
    noticed: plain('noticed'),
  }),
  agreed: plain('agreed'),
});
