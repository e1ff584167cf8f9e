import { expect, test } from 'vitest';
import { firstWords } from '../../src/exercises/shared/first-words.ts';

test.each([
  ['a short text stays whole, with its full stop', 'Luin kirjan.\nHyvä.', 40, 'Luin kirjan. Hyvä.'],
  ['what is cut has no full stop before its ellipsis', 'Luin kirjan. Se oli hyvä.', 12, 'Luin kirjan…'],
  ['nor a space', 'Luin kirjan.', 5, 'Luin…'],
  ['nor half of a character that takes two', 'Luin 📖 kirjan', 6, 'Luin…'],
])('%s', (_, text, most, words) => {
  expect(firstWords(text, most)).toBe(words);
});
