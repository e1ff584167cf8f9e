import * as z from 'zod';
import { exercise, option, plain, scale, text } from '../shared/schema-keys.ts';

export const schema = exercise('channel-assessment', {
  channelLabel: text,
  channels: z
    .array(
      option.extend({
        /** The learner names these herself and may add several ("Some, mitkä?"). */
        several: z.exactOptional(z.strictObject({ name: text, add: text })),
      }),
    )
    .min(1),
  /** "In which channels do you serve?", asked before them. */
  mine: plain('mine'),
  /** The answer that takes a channel out of what is asked. */
  notMine: text,
  skill: scale,
  presence: scale,
  development: plain('development'),
  /** "What would help with the channels that stay empty?" */
  help: plain('help'),
  /** A sheet to print for a talk about the channels, with what to talk about. */
  talk: z.exactOptional(z.strictObject({ title: text, lead: text, questions: z.array(text).min(1).max(4) })),
});
