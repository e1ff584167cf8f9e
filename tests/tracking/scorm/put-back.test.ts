/** Players whose page puts what the launch handed over back into the data model while the course is open. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lmsOf, ScormLearner, settled } from './scorm-learner.ts';

const STANDARDS = ['scorm12', 'scorm2004'] as const;
const A_MINUTE = 61_000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-28T08:00:00Z') });
});
afterEach(() => vi.useRealTimers());

/** Her second session, in which she has written anew what she wrote in the first one. */
async function comeBack(standard: (typeof STANDARDS)[number]): Promise<{ lms: ReturnType<typeof lmsOf>; learner: ScormLearner }> {
  const lms = lmsOf('opigno', standard);
  const before = await ScormLearner.in(lms, standard);
  await before.write({ 'b.one': 'Ensin' }).save();
  await settled(before.close());
  const learner = await ScormLearner.in(lms, standard);
  await learner.write({ 'b.one': 'Sitten' }).save();
  return { lms, learner };
}

test.each(STANDARDS)('%s: completion, classes and words stay with the LMS, though nothing is new', async (standard) => {
  const { lms, learner } = await comeBack(standard);
  learner.complete = true;
  await vi.advanceTimersByTimeAsync(3_000);
  await learner.save();
  const told = lms.stored().values;
  await vi.advanceTimersByTimeAsync(A_MINUTE);
  await learner.save();
  const { values } = lms.stored();
  for (const element of ['cmi.core.lesson_status', 'cmi.completion_status', 'cmi.core.lesson_location', 'cmi.location'])
    expect(values[element], element).toBe(told[element]);
  expect(Object.values(values)).toContain('completed');
  const again = await ScormLearner.in(lms, standard);
  expect(again.launch.state?.answers.get('b.one')?.text).toBe('Sitten');
});

test.each(STANDARDS)('%s: a page that closes has the newer words stored, though they were stored before', async (standard) => {
  const { lms, learner } = await comeBack(standard);
  await vi.advanceTimersByTimeAsync(3_000);
  await learner.save();
  await vi.advanceTimersByTimeAsync(A_MINUTE);
  await settled(learner.close());
  const again = await ScormLearner.in(lms, standard);
  expect(again.launch.state?.answers.get('b.one')?.text).toBe('Sitten');
});
