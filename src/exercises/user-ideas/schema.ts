import * as z from 'zod';
import { exercise, fixedQuestion, minimum, options, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('user-ideas', {
  ideasLabel: text,
  add: text,
  minimum,
  /** "Never a name." */
  privacy: text,
  who: fixedQuestion('who', { suggestions: z.array(text).default([]) }),
  channel: fixedQuestion('channel', { options }),
  sort: fixedQuestion('sort', { options }),
  what: plain('what'),
  response: plain('response'),
});
