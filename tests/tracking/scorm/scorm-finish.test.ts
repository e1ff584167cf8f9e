/** Firefox lets the scripts of a window that closes run for some milliseconds: what stands before Finish then keeps it from being called. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ScormStandard } from '../../../src/simulator/lms-profile.ts';
import { lmsOf, ScormLearner, settled } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

test.each<ScormStandard>(['scorm12', 'scorm2004'])(
  '%s in Moodle: what beforeunload has committed is not packed and set again before Finish',
  async (standard) => {
    const lms = lmsOf('moodle', standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.write({ 'c.path.need': 'Ensimmäiset sanat' }).save();
    learner.write({ 'c.path.need': 'Viimeiset sanat' });
    void learner.leave('leaving');
    const before = learner.page.calls.length;
    const closing = learner.close();
    const asked = learner.page.calls.slice(before).map(({ call, element }) => (call === 'SetValue' ? element : call));
    // What only reads takes no time in Moodle.
    expect(asked.filter((each) => each !== 'GetLastError' && each !== 'GetValue')).toEqual([
      expect.stringMatching(/session_time$/),
      expect.stringMatching(/Finish|Terminate/),
    ]);
    await settled(closing);
    const again = await ScormLearner.in(lms, standard);
    expect(again.answers.get('c.path.need')?.text).toBe('Viimeiset sanat');
  },
);
