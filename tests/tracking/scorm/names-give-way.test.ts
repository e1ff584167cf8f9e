/** The names of the browsers whose saves are in a state, where they leave her words no room. */
import { expect, test } from 'vitest';
import { note, textOf } from '../../../src/course/answers.ts';
import { ScormState } from '../../../src/tracking/scorm/scorm-state.ts';
import { unpackState } from '../../../src/tracking/state/state-codec.ts';
import { seededRandom } from '../../../src/simulator/in-memory/random.ts';

const CAPACITY = 4_000;
const random = seededRandom(7);
const noise = (length: number): string => Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
const WORDS = noise(9_000);
const NAMES = Array.from({ length: 16 }, (_, browser) => `${noise(7)}:${browser + 1}`);

/** @returns the names that stand beside so many letters, of so many browsers; undefined where these find no room */
function namesBeside(letters: number, browsers: number): string[] | undefined {
  let held = '';
  const place = { promised: CAPACITY, read: () => held, write: (text: string) => void (held = text), writesPages: false };
  const state = new ScormState(place);
  state.measured(CAPACITY);
  const answers = new Map([
    ['a.one', { text: WORDS.slice(0, letters), at: 1_000 }],
    [note.saves, { text: NAMES.slice(0, browsers).join(' '), at: 1_000 }],
  ]);
  if (state.set({ answers, revision: 17, notes: new Map() }) !== 'set') return undefined;
  const unpacked = unpackState(held);
  expect(textOf(unpacked.result === 'whole' ? unpacked.state.answers : new Map(), 'a.one')).toHaveLength(letters);
  return textOf(unpacked.result === 'whole' ? unpacked.state.answers : new Map(), note.saves).split(' ');
}

test.each([
  { browsers: 16, counts: [8, 4, 2, 1], from: 5_000, step: 8 },
  { browsers: 3, counts: [2, 1], from: 5_200, step: 1 },
])('of $browsers the latest stay, as many as there is room for', ({ browsers, counts, from, step }) => {
  const all = NAMES.slice(0, browsers);
  const found = new Set<string>();
  for (let letters = from; letters < WORDS.length; letters += step) {
    const names = namesBeside(letters, browsers);
    if (names === undefined) break;
    found.add(names.join(' '));
  }
  const latest = (count: number): string => `*:${browsers - count} ${all.slice(-count).join(' ')}`;
  expect([...found]).toEqual([all.join(' '), ...counts.map(latest)]);
});
