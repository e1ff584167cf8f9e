/** What the trial of suspend_data leaves behind. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seededRandom } from '../../../src/simulator/in-memory/random.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';
import { finishes } from './scorm-calls.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

const random = seededRandom(3);
const noise = (length: number): string => Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');

test.each([false, true])(
  'an LMS that refuses what is too long (and keeps its beginning: %s) stores what fits, and ends the session',
  async (cuts) => {
    const lms = lmsOf('strict-2004-3rd', 'scorm2004');
    const page = lms.launch();
    const api = page.api2004;
    const set = api.SetValue.bind(api);
    if (cuts)
      api.SetValue = (element, value) => {
        if (element === 'cmi.suspend_data' && String(value).length > 4_000) set(element, String(value).slice(0, 4_000));
        return set(element, value);
      };
    const learner = new ScormLearner(page, 'scorm2004');
    await learner.open();
    learner.write({ 'b.short': 'Mahtuu', 'b.long': noise(9_000) });
    expect(await learner.save()).toMatchObject({ result: 'not-saved', reason: 'full' });
    await vi.advanceTimersByTimeAsync(3_000);
    await learner.write({ 'b.other': 'Mahtuu tämäkin' }).save();
    await vi.advanceTimersByTimeAsync(3_000);
    await learner.closeTab();
    expect(finishes(page.calls)).toHaveLength(1);
    const again = await ScormLearner.in(lms, 'scorm2004');
    expect(again.launch.isIncomplete).toBe(true);
    expect(again.answers.get('b.other')?.text).toBe('Mahtuu tämäkin');
  },
);

test('where nothing was stored yet, a trial that could not be taken back is not work that cannot be read', async () => {
  // Sakai stores each value when it is set.
  const lms = lmsOf('sakai', 'scorm2004');
  const page = lms.launch();
  const api = page.api2004;
  const set = api.SetValue.bind(api);
  api.SetValue = (element, value) => {
    const answer = set(element, value);
    if (String(value).length === 64_000) lms.server.fault = 'unavailable';
    return answer;
  };
  const learner = new ScormLearner(page, 'scorm2004');
  await learner.open();
  await learner.write({ 'b.one': 'Ensimmäiset sanat' }).save();
  page.crash();
  lms.server.fault = undefined;
  const again = await ScormLearner.in(lms, 'scorm2004');
  expect(lms.stored().values['cmi.suspend_data']).toHaveLength(64_000);
  expect(again.launch.unreadable?.slice(0, 10)).toBeUndefined();
});
