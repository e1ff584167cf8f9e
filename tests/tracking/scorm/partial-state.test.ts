import { expect, test } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import { isIncomplete, mostThatFits } from '../../../src/tracking/scorm/partial-state.ts';
import type { PackedState } from '../../../src/tracking/state/state-codec.ts';

const at = 1_700_000_000_000;
const answers = (texts: Readonly<Record<string, string>>): Answers =>
  new Map(Object.entries(texts).map(([id, text]) => [id, { text, at }]));
const state = (texts: Readonly<Record<string, string>>): PackedState => ({ answers: answers(texts), revision: 7, notes: new Map() });

/** An LMS that holds so many letters, and keeps the state that it was given last. */
function lmsFor(letters: number): { pack: (part: PackedState) => string | undefined; tried: PackedState[] } {
  const tried: PackedState[] = [];
  const pack = (part: PackedState): string | undefined => {
    tried.push(part);
    const text = [...part.answers.values()].map((answer) => answer.text).join('');
    return text.length <= letters ? text : undefined;
  };
  return { pack, tried };
}

const WRITTEN = { long: 'aaaaaaaaaa', short: 'bb', middle: 'ccccc', '@completed': 'dddddd' };

test.each<[number, readonly string[]]>([
  [5, []],
  [6, ['@completed']],
  [8, ['@completed', 'short']],
  [13, ['@completed', 'short', 'middle']],
  [22, ['@completed', 'short', 'middle']],
  [23, ['@completed', 'short', 'middle', 'long']],
])('of what is new, what was earned goes first, then the shortest: %d letters', (letters, ids) => {
  expect([...(mostThatFits(state(WRITTEN), new Map(), lmsFor(letters).pack)?.answers.keys() ?? [])]).toEqual(ids);
});

test('what was there is never given up for what is new', () => {
  const part = mostThatFits(state(WRITTEN), answers({ long: 'aaaaaaaaaa' }), lmsFor(15).pack);
  expect([...(part?.answers.keys() ?? [])]).toEqual(['long']);
});

test('where not even that fits which was there, there is no part', () => {
  expect(mostThatFits(state(WRITTEN), answers({ long: 'aaaaaaaaaa' }), lmsFor(9).pack)).toBeUndefined();
});

test('a part says that it is one, so that the next browser can say so', () => {
  const { pack, tried } = lmsFor(8);
  mostThatFits(state(WRITTEN), new Map(), pack);
  expect(tried.every(isIncomplete)).toBe(true);
  expect(isIncomplete(state(WRITTEN))).toBe(false);
});

test('a state that could not be read gives way to words', () => {
  const found = state({ '@unreadable': 'x'.repeat(50), '@completed': 'dddddd', short: 'bb', middle: 'ccccc' });
  expect([...(mostThatFits(found, new Map(), lmsFor(40).pack)?.answers.keys() ?? [])]).toEqual(['@completed', 'short', 'middle']);
});
