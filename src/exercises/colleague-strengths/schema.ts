import * as z from 'zod';
import { exercise, minimum, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('colleague-strengths', {
  talk: plain('talk').describe('What the two talked about'),
  strengths: z
    .strictObject({
      label: text.describe('Heading of the list'),
      add: text.describe('Words on the button that adds an item'),
      minimum,
      strength: plain('strength').describe('What is asked of each strength'),
    })
    .describe('The list of strengths'),
  presenting: plain('presenting').describe('How the strengths were told'),
  meaning: plain('meaning').describe('What they mean at work'),
});
