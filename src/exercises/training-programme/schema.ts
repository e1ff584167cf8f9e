import * as z from 'zod';
import { exercise, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('training-programme', {
  programmeLabel: text.describe('What the choice of a programme is called'),
  ideas: z.exactOptional(
    z
      .strictObject({
        label: text.describe('Heading of the ideas'),
        source: text.describe('Where they come from'),
        items: z.array(text).min(1).describe('What to practise'),
      })
      .describe('Shown while a programme has no steps of its own'),
  ),
  log: z
    .strictObject({
      label: text.describe('Heading of the log'),
      add: text.describe('Words on the button that adds an entry'),
      date: plain('date').describe('The day of the training'),
      what: plain('what').describe('What was practised'),
      touched: plain('touched').describe('Which classes it touched: the options are the classes of the exercise'),
      noticed: plain('noticed').describe('What was noticed'),
    })
    .describe('The log of the training'),
  agreed: plain('agreed').describe('What was agreed upon'),
});
