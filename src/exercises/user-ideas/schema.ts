import * as z from 'zod';
import { exercise, fixedQuestion, minimum, options, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('user-ideas', {
  ideasLabel: text.describe('Heading of the list'),
  add: text.describe('Words on the button that adds an item'),
  minimum,
  privacy: text.describe('The reminder that no names are written'),
  who: fixedQuestion('who', { suggestions: z.array(text).default([]).describe('Words that are offered') }).describe(
    'Who said it, never a name',
  ),
  channel: fixedQuestion('channel', { options }).describe('Where it was said'),
  sort: fixedQuestion('sort', { options }).describe('What sort of thing it is'),
  what: plain('what').describe('What was said'),
  response: plain('response').describe('What the library could do'),
});
