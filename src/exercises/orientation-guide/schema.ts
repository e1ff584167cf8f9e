import { exercise, picks, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('orientation-guide', {
  heading: plain('heading'),
  text: plain('text'),
  summary: text,
  notice: picks('notice'),
  act: picks('act'),
});
