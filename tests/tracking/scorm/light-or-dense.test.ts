import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import { LightOrDense } from '../../../src/tracking/scorm/light-or-dense.ts';
import { lettersIn } from '../../../src/tracking/state/letters.ts';
import { isDense, packState, unpackState, type PackedState } from '../../../src/tracking/state/state-codec.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';

const never = (): boolean => false;
const state = (answers: Answers): PackedState => ({ answers, revision: 3, notes: new Map() });
const some = (count: number): Answers => new Map([...FINNISH_ANSWERS].slice(0, count));
/** One text of so many letters beside what a learner has written. */
const withText = (text: string): Answers => new Map([['p.guide.text', { text, at: 1_790_000_000_000 }]]);

describe('all of a state in suspend_data', () => {
  test('of a learner who has begun is packed lightly, whatever suspend_data holds', () => {
    for (const capacity of [4000, 4096, 50_000]) {
      const text = new LightOrDense().pack(state(some(8)), capacity) ?? '';
      expect(isDense(text), `${capacity}`).toBe(false);
      expect(unpackState(text)).toMatchObject({ result: 'whole', state: { answers: some(8) } });
    }
  });

  test('of a whole licence is packed lightly where there is room, and densely where there is little', () => {
    expect(lettersIn(FINNISH_ANSWERS)).toBeLessThan(15_000);
    expect(isDense(new LightOrDense().pack(state(FINNISH_ANSWERS), 50_000) ?? '')).toBe(false);
    expect(isDense(new LightOrDense().pack(state(FINNISH_ANSWERS), 20_000) ?? '')).toBe(true);
    expect(new LightOrDense().pack(state(FINNISH_ANSWERS), 4096)).toBe(packState(state(FINNISH_ANSWERS)));
  });

  test('of more than 15,000 letters is packed densely, however much room there is', () => {
    const text = [...FINNISH_ANSWERS.values()].map((answer) => answer.text).join(' ');
    expect(isDense(new LightOrDense().pack(state(withText(text.repeat(2).slice(0, 15_500))), 50_000) ?? '')).toBe(true);
  });

  test('takes a third of the room at most where it is packed lightly, in any script', () => {
    // Half of these letters take three bytes each, and nothing foretells them.
    const rare = Array.from({ length: 1200 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000))).join('');
    expect(packState(state(withText(rare))).length).toBeGreaterThan(4096 / 3);
    expect(isDense(new LightOrDense().pack(state(withText(rare)), 4096) ?? '')).toBe(true);
  });

  test('that was packed ahead is the one that is given', async () => {
    const whole = new LightOrDense();
    for (const count of [4, 8, 40, FINNISH_ANSWERS.size, 8]) {
      const now = state(some(count));
      await whole.packAhead(now, 4096, true, never);
      const text = whole.pack(now, 4096) ?? '';
      expect(isDense(text), `${count} answers`).toBe(lettersIn(now.answers) > 4096 / 3);
      expect(unpackState(text)).toMatchObject({ result: 'whole', state: { answers: now.answers } });
    }
  });

  test('is expected to be no shorter than it gets', () => {
    const whole = new LightOrDense();
    for (const count of [4, 20, FINNISH_ANSWERS.size]) {
      expect(whole.pack(state(some(count)), 50_000)?.length).toBeLessThanOrEqual(whole.expected(some(count), 50_000));
    }
  });
});
