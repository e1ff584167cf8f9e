import { expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { childrenOf, nodesOf, removal } from '../../src/course/list-items.ts';

const branches = [{ id: 'partners' }, { id: 'customers' }];

function answersOf(texts: Record<string, string>): Answers {
  return new Map(Object.entries(texts).map(([id, text]) => [id, { text, at: 0 }]));
}

test('nodes stand under their parents in their order', () => {
  const nodes = nodesOf(answersOf({ 'm.a': 'partners 2', 'm.b': 'partners 1', 'm.c': 'a 1', 'm.a.text': 'Koulu' }), 'm', branches);
  expect(childrenOf(nodes, 'partners').map(({ id }) => id)).toEqual(['b', 'a']);
  expect(childrenOf(nodes, 'a').map(({ id }) => id)).toEqual(['c']);
});

test('a node whose parent another computer removed comes under the first branch with all that hangs below it', () => {
  const nodes = nodesOf(answersOf({ 'm.a': '', 'm.b': 'a 1', 'm.c': 'b 1' }), 'm', branches);
  expect(childrenOf(nodes, 'partners').map(({ id }) => id)).toEqual(['b']);
  expect(childrenOf(nodes, 'b').map(({ id }) => id)).toEqual(['c']);
});

test('two nodes that two computers moved below each other are both within reach, and can be removed', () => {
  const answers = answersOf({ 'm.a': 'b 1', 'm.b': 'a 1', 'm.c': 'customers 1' });
  const nodes = nodesOf(answers, 'm', branches);
  expect(childrenOf(nodes, 'partners').map(({ id }) => id)).toEqual(['a']);
  expect(childrenOf(nodes, 'a').map(({ id }) => id)).toEqual(['b']);
  expect(removal(answers, 'm', 'a')).toEqual({ 'm.a': '', 'm.b': '' });
});
