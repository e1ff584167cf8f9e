import * as z from 'zod';
import { exercise, exerciseId, picks, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('orientation-guide', {
  answersOf: z.exactOptional(exerciseId.describe('The exercise whose answers the guide is made of')),
  heading: plain('heading').describe('Heading of the guide'),
  text: plain('text').describe('The guide itself'),
  summary: text.describe('Words above the finished guide'),
  notice: picks('notice').describe('What to notice'),
  act: picks('act').describe('What to do'),
});
