/** A commit out of sight that is known to have failed by the time of the close is not what the LMS has. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['moodle', 'scorm12', 'unavailable'],
  ['moodle', 'scorm12', 'offline'],
  ['strict-1.2', 'scorm12', 'unavailable'],
] as const)(
  '%s, %s: hidden while the server was %s, and ended later by `pagehide` alone, as on a phone',
  async (profile, standard, fault) => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.write({ 'b.one': 'Alku' }).save();
    await vi.advanceTimersByTimeAsync(3_000);
    lms.server.fault = fault;
    learner.write({ 'b.one': 'Kirjoitettu ennen piiloon menoa' });
    learner.page.window.document.addEventListener('visibilitychange', () => void learner.leave('hidden'), { once: true });
    learner.page.hide();
    await vi.advanceTimersByTimeAsync(20_000);
    lms.server.fault = undefined;
    learner.page.window.addEventListener('pagehide', () => void learner.close(), { once: true });
    learner.page.window.fire('pagehide');
    await vi.advanceTimersByTimeAsync(5_000);
    learner.page.crash();
    expect((await ScormLearner.in(lms, standard)).answers.get('b.one')?.text).toBe('Kirjoitettu ennen piiloon menoa');
  },
);
