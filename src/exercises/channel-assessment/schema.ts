import * as z from 'zod';
import { exercise, option, plain, scale, text } from '../shared/schema-keys.ts';

export const schema = exercise('channel-assessment', {
  channelLabel: text.describe('Heading of the column of channels'),
  channels: z
    .array(
      option.extend({
        several: z.exactOptional(
          z
            .strictObject({ name: text.describe('Label of the name'), add: text.describe('Words on the button that adds one') })
            .describe('The learner names these herself and may add several'),
        ),
      }),
    )
    .min(1)
    .describe('The channels of service'),
  mine: plain('mine').describe('In which channels the learner serves, asked before them'),
  notMine: text.describe('The answer that takes a channel out of what is asked'),
  skill: scale.describe('How well the learner masters a channel'),
  presence: scale.describe('How present the library is in it'),
  development: plain('development').describe('How to get better'),
  help: plain('help').describe('What would help with the channels in which she does not serve yet'),
  talk: z.exactOptional(
    z
      .strictObject({
        title: text.describe('Heading of the sheet'),
        lead: text.describe('How to use it, in a sentence'),
        questions: z.array(text).min(1).max(4).describe('What to talk about'),
      })
      .describe('A sheet to print for a talk about the channels'),
  ),
});
