import * as z from 'zod';
import { exercise, exerciseId, picks, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('orientation-guide', {
  /** An exercise whose answers the guide is made of. */
  answersOf: z.exactOptional(exerciseId),
  heading: plain('heading'),
  text: plain('text'),
  summary: text,
  notice: picks('notice'),
  act: picks('act'),
});
