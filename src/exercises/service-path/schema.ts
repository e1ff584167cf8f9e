import * as z from 'zod';
import { exercise, fixedQuestion, localId, option, options, plain, questions, text } from '../shared/schema-keys.ts';

export const schema = exercise('service-path', {
  group: plain('group'),
  channels: fixedQuestion('channels', { options }),
  contact: fixedQuestion('contact', { options }),
  phases: z.array(z.strictObject({ id: localId, label: text, steps: questions })).min(1),
  /** "Recommend", "tip", "tell about a service package"; each with the label of its note. */
  marks: z.array(option.extend({ note: text })).min(1),
});
