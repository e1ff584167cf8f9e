import * as z from 'zod';
import { exercise, exerciseId, minimum, minutes, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('customer-profiles', {
  answersOf: z.exactOptional(exerciseId.describe('The exercise with what users have said, shown beside the profiles')),
  profilesLabel: text.describe('Heading of the list'),
  add: text.describe('Words on the button that adds a profile'),
  minimum,
  name: plain('name').describe('Name of a profile'),
  ways: plain('ways').describe('How such a customer uses the library'),
  channels: plain('channels').describe('Where such a customer is met'),
  ensuring: plain('ensuring').describe('How to make sure of the service'),
  meeting: z.exactOptional(
    z
      .strictObject({
        title: text.describe('Heading of the sheet'),
        lead: text.describe('How to use it, in a sentence'),
        steps: z
          .array(
            z.strictObject({
              minutes,
              title: text.describe('Name of the step'),
              what: text.describe('What is done in it'),
              who: text.describe('Who does it'),
            }),
          )
          .min(1)
          .describe('How the meeting goes'),
      })
      .describe('The meeting at which the profiles are made together, with a sheet to print'),
  ),
});
