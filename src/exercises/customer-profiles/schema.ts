import { exercise, minimum, plain, text } from '../shared/schema-keys.ts';

export const schema = exercise('customer-profiles', {
  profilesLabel: text,
  add: text,
  minimum,
  name: plain('name'),
  ways: plain('ways'),
  channels: plain('channels'),
  ensuring: plain('ensuring'),
});
