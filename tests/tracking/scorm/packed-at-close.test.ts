/** What a page that closes has to pack of a long work. */
import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/simulator/in-memory/random.ts';
import { LightOrDense } from '../../../src/tracking/scorm/light-or-dense.ts';
import { DENSE, LIGHT } from '../../../src/tracking/state/state-form.ts';
import { StatePacker } from '../../../src/tracking/state/state-packer.ts';
import type { Answers } from '../../../src/course/answers.ts';

const random = seededRandom(11);
const noise = (length: number): string =>
  Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyz     '.charAt(Math.floor(random() * 31))).join('');
const work = (from: number): Answers =>
  new Map(Array.from({ length: 100 }, (_, index) => [`c.path.f${index}`, { text: noise(950), at: from + index * 1_000 }]));

test('a long work that is exchanged for another as long (her file, read back) is packed by a page that closes right after', async () => {
  const packer = new StatePacker(LIGHT);
  await packer.prepare({ answers: work(1_790_000_000_000), revision: 1, notes: new Map() }, false, () => false);
  const state = { answers: work(1_790_000_900_000), revision: 2, notes: new Map() };
  expect(typeof packer.pack(state)).toBe('string');
}, 60_000);

test('what is packed ahead is what is packed, in a script that takes more than a character a letter', async () => {
  const text = Array.from({ length: 14_000 }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 3_000))).join('');
  const state = { answers: new Map([['p.guide.text', { text, at: 1_790_000_000_000 }]]), revision: 1, notes: new Map() };
  const whole = new LightOrDense();
  await whole.packAhead(state, 50_000, false, () => false);
  const uses = DENSE.uses;
  whole.pack(state, 50_000);
  expect(DENSE.uses).toBe(uses);
});
