/** How far she is, in LMSs that show it (SCORM 2004 RTE 4.2.18). */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eachScorm } from '../../each-habit.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) }));
afterEach(() => void vi.useRealTimers());

test.each(eachScorm({ of: ['sending.transport'] }).filter(({ standard }) => standard === 'scorm2004'))(
  '$id: HR sees in the LMS how far she is from the first exercise on, and the whole once the course is complete',
  async ({ id, standard }) => {
    const lms = lmsOf(id, standard);
    const learner = await ScormLearner.in(lms, standard);
    const told = (): string | undefined => lms.stored().values['cmi.progress_measure'];
    learner.share = 0.378;
    await learner.write({ 'b.one': 'Kolmannes' }).save();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told()).toBe('0.37');
    learner.complete = true;
    await learner.write({ 'b.two': 'Valmis' }).save();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told()).toBe('1');
    expect(lms.stored().values['cmi.completion_threshold']).toBeUndefined();
  },
);

test('SCORM 1.2 has no word for it, and is told none', async () => {
  const learner = await ScormLearner.in(lmsOf('moodle', 'scorm12'), 'scorm12');
  learner.share = 0.5;
  await learner.write({ 'b.one': 'Puolet' }).save();
  expect(learner.page.calls.filter(({ element }) => element?.includes('progress'))).toEqual([]);
});
