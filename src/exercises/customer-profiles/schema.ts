import * as z from 'zod';
import { exercise, exerciseId, minimum, minutes, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('customer-profiles', {
  /** The exercise into which the learner has written what users have said: shown beside the profiles. */
  answersOf: z.exactOptional(exerciseId),
  profilesLabel: text,
  add: text,
  minimum,
  name: plain('name'),
  ways: plain('ways'),
  channels: plain('channels'),
  ensuring: plain('ensuring'),
  /** The meeting at which the profiles are made together: how it goes, and a sheet of it to print. */
  meeting: z.exactOptional(
    z.strictObject({
      title: text,
      lead: text,
      steps: z.array(z.strictObject({ minutes, title: text, what: text, who: text })).min(1),
    }),
  ),
});
