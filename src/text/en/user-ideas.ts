import type { Text } from '../text.ts';
import { counted } from './days-and-numbers.ts';

export const userIdeas: Text['userIdeas'] = {
  empty: 'The first thought is waiting for somebody to ask. You could ask the next customer you talk with.',
  entry: (number) => `Thought ${number}`,
  remove: 'Remove thought',
  unwritten: 'Not written yet',
  summary: (count) => (count === 1 ? 'One thought' : counted(count, 'thought', 'thoughts')),
  bySort: 'What kinds of thoughts',
  byChannel: 'From which channels',
  unchosen: 'Not chosen',
};
