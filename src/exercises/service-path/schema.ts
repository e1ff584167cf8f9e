import * as z from 'zod';
import { exercise, fixedQuestion, localId, option, options, plain, questions, text } from '../shared/schema-keys.ts';

export const schema = exercise('service-path', {
  group: plain('group').describe('Whose path it is'),
  channels: fixedQuestion('channels', { options }).describe('Channels on the path, to pick from'),
  contact: fixedQuestion('contact', { options }).describe('Ways of contact, to pick from'),
  phases: z
    .array(z.strictObject({ id: localId, label: text.describe('Name of the phase'), steps: questions }))
    .min(1)
    .describe('The phases of the path, in order'),
  marks: z
    .array(option.extend({ note: text.describe('Label of the note that belongs to the mark') }))
    .min(1)
    .describe('What a step of the path can be marked with'),
});
