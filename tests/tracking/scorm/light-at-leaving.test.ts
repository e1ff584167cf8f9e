/** What the light state does to a page that is left. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';
import { isDense } from '../../../src/tracking/state/state-codec.ts';
import { DENSE } from '../../../src/tracking/state/state-form.ts';
import { lettersIn } from '../../../src/tracking/state/letters.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['moodle', 'scorm12'],
  ['moodle', 'scorm2004'],
  ['cornerstone', 'scorm2004'],
] as const)('%s, %s: a page that is left before its first save packs lightly what it found packed lightly', async (profile, standard) => {
  const lms = lmsOf(profile, standard);
  const first = await ScormLearner.in(lms, standard);
  first.answers = new Map([...FINNISH_ANSWERS].slice(0, 60));
  await first.save();
  await first.closeTab();
  expect(isDense(lms.stored().values['cmi.suspend_data'] ?? '')).toBe(false);
  const again = await ScormLearner.in(lms, standard);
  await again.closeTab();
  // Else the primer, which nobody has waited for, is read while the page closes, and the next launch waits for it.
  expect(isDense(lms.stored().values['cmi.suspend_data'] ?? '')).toBe(false);
});

test.each([
  ['moodle', 'scorm12'],
  ['moodle', 'scorm2004'],
  ['cornerstone', 'scorm2004'],
] as const)(
  '%s, %s: a page that is left before its first save packs lightly what has outgrown the length that it found',
  async (profile, standard) => {
    const lms = lmsOf(profile, standard);
    const first = await ScormLearner.in(lms, standard);
    first.answers = new Map([...FINNISH_ANSWERS].slice(0, 100));
    await first.save();
    await first.closeTab();
    const found = lms.stored().values['cmi.suspend_data'] ?? '';
    expect(isDense(found)).toBe(false);
    expect(found.length).toBeGreaterThan(4_000);
    const again = await ScormLearner.in(lms, standard);
    const uses = DENSE.uses;
    await again.write({ 'b.channels.help': some(0, 100) }).closeTab();
    const left = lms.stored().values['cmi.suspend_data'] ?? '';
    expect(left.length).toBeGreaterThan(found.length);
    expect(isDense(left)).toBe(false);
    expect(DENSE.uses).toBe(uses);
    expect((await ScormLearner.in(lms, standard)).answers.get('b.channels.help')?.text).toBe(some(0, 100));
  },
);

const WORDS = [...FINNISH_ANSWERS.values()].flatMap(({ text }) => (text.length > 30 ? text.split(' ') : []));
const some = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => WORDS[(from + index * 7) % WORDS.length]).join(' ');

/** Letters that the LMS's report shows of all answers. */
function toldIn(values: Readonly<Record<string, string>>): number {
  return Object.entries(values).reduce(
    (sum, [element, value]) => sum + (element.endsWith('learner_response') ? value.trim().length : 0),
    0,
  );
}

test.each([
  ['moodle', 100, 16],
  ['moodle', 110, 14],
  ['cornerstone', 100, 16],
] as const)(
  '%s, scorm2004, %i answers of %i words: a closing page tells about as much of them as the save before',
  async (profile, count, length) => {
    const lms = lmsOf(profile, 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    learner.answers = new Map(
      Array.from({ length: count }, (_, index) => [
        `c.path.field${index}.preparing`,
        { text: some(index * 13, length), at: Date.UTC(2026, 9, 1) + index * 60_000 },
      ]),
    );
    expect(lettersIn(learner.answers)).toBeLessThan(15_000);
    await learner.save();
    await vi.advanceTimersByTimeAsync(3_000);
    const before = toldIn(lms.stored().values);
    await learner.write({ 'b.one': 'x' }).closeTab();
    expect(toldIn(lms.stored().values)).toBeGreaterThan(before * 0.8);
  },
);
