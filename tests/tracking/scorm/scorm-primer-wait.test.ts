/** A launch waits for the primer only where the state was packed with it (`docs/decisions/light-state.md`). */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lmsOf, ScormLearner } from './scorm-learner.ts';
import { finishes } from './scorm-calls.ts';

const standards = ['scorm12', 'scorm2004'] as const;
const LONG = 'Asiakas jäi pohtimaan varaustaan. '.repeat(60);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

/** An LMS in which a learner has written so much in an earlier session. */
async function lmsWith(standard: (typeof standards)[number], text: string) {
  const lms = lmsOf(standard === 'scorm12' ? 'strict-1.2' : 'strict-2004-3rd', standard);
  const learner = await ScormLearner.in(lms, standard);
  await learner.write({ 'b.channels.help': text }).save();
  await learner.closeTab();
  return lms;
}

function returning(lms: ReturnType<typeof lmsOf>, standard: (typeof standards)[number]) {
  let isPrimed = (): void => undefined;
  const primed = new Promise<void>((resolve) => (isPrimed = resolve));
  return { learner: new ScormLearner(lms.launch(), standard, { primed }), isPrimed };
}

test.each(standards)('%s: a learner who has written little does not wait', async (standard) => {
  const { learner } = returning(await lmsWith(standard, 'Apua ja aikaa.'), standard);
  const launch = await learner.open();
  expect(launch.state?.answers.get('b.channels.help')?.text).toBe('Apua ja aikaa.');
});

test.each(standards)('%s: nor does one who has written nothing', async (standard) => {
  const { learner } = returning(lmsOf('moodle', standard), standard);
  expect((await learner.open()).state).toBeUndefined();
});

test.each(standards)('%s: what was written at length is read once the primer is', async (standard) => {
  const { learner, isPrimed } = returning(await lmsWith(standard, LONG), standard);
  const opening = learner.tracker.open();
  let isOpen = false;
  void opening.then(() => (isOpen = true));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isOpen).toBe(false);
  isPrimed();
  expect((await opening).state?.answers.get('b.channels.help')?.text).toBe(LONG);
});

test.each(standards)('%s: a page that is left while it waits ends its session, and nothing of hers is touched', async (standard) => {
  const lms = await lmsWith(standard, LONG);
  const { learner, isPrimed } = returning(lms, standard);
  const opening = learner.tracker.open();
  const refused = expect(opening).rejects.toThrow('the page was left');
  await vi.advanceTimersByTimeAsync(100);
  learner.page.close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(finishes(learner.page.calls)).toHaveLength(1);
  isPrimed();
  await refused;
  const again = await ScormLearner.in(lms, standard);
  expect(again.answers.get('b.channels.help')?.text).toBe(LONG);
});

test('in browse mode a page that is left while it waits ends nothing: that would write', async () => {
  const lms = await lmsWith('scorm12', LONG);
  let isPrimed = (): void => undefined;
  const primed = new Promise<void>((resolve) => (isPrimed = resolve));
  const learner = new ScormLearner(lms.launch({ mode: 'browse' }), 'scorm12', { primed });
  const refused = expect(learner.tracker.open()).rejects.toThrow('the page was left');
  await vi.advanceTimersByTimeAsync(100);
  learner.page.close();
  isPrimed();
  await refused;
  expect(finishes(learner.page.calls)).toHaveLength(0);
});
