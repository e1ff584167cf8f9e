import * as z from 'zod';
import { exercise, exerciseId, minimum, plain, text } from '../shared/schema-keys.ts';

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
});
