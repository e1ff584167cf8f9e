/** The course's own session on a computer where nothing is kept: the first save waits for a slow web server, and the page is closed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LmsDouble, type DoubleSession } from '../../../src/simulator/in-memory/lms-double.ts';
import { seededRandom } from '../../../src/simulator/in-memory/random.ts';
import { Scorm12Tracker } from '../../../src/tracking/scorm/scorm12-tracker.ts';
import { Scorm2004Tracker } from '../../../src/tracking/scorm/scorm2004-tracker.ts';
import { inNpmTest } from '../../fewest-with-each.ts';
import { startedInLms } from '../../session/started-in-lms.ts';

const FIELD = 'a.thoughts.first';
const random = seededRandom(9);
const noise = (length: number): string => Array.from({ length }, () => 'aeiouhklmnprst    '.charAt(Math.floor(random() * 18))).join('');
const LONG = noise(16_000);
const NEW = `Uudet sanat: ${noise(500)}`;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T08:00:00Z') });
});

afterEach(() => vi.useRealTimers());

const trackerIn = (standard: 'scorm12' | 'scorm2004', { window }: DoubleSession) => {
  const surroundings = { page: window as unknown as Window };
  return standard === 'scorm12' ? new Scorm12Tracker(surroundings) : new Scorm2004Tracker(surroundings);
};

const CASES = [
  ['moodle', 'scorm12', 100],
  ['moodle', 'scorm12', 6_500],
  ['moodle', 'scorm2004', 100],
  ['moodle', 'scorm2004', 6_500],
  ['cornerstone', 'scorm2004', 6_500],
  ['ilias-2004', 'scorm2004', 6_500],
] as const;

/** Each LMS, and each delay in each standard; each night all. */
test.each(inNpmTest<(typeof CASES)[number]>(CASES, ([profile, standard, delay]) => [`${profile} ${standard}`, `${standard} ${delay}`]))(
  '%s, %s, where a file comes after %i ms: words typed 6 s before the end are in the LMS, which has 40,000 characters left',
  async (profile, standard, delay) => {
    const lms = new LmsDouble({ profile, standard });
    const first = lms.launch();
    const before = startedInLms(first.window as unknown as Window, trackerIn(standard, first));
    await vi.advanceTimersByTimeAsync(5_000);
    before.store.change({ [FIELD]: LONG });
    await vi.advanceTimersByTimeAsync(20_000);
    first.close();
    await vi.advanceTimersByTimeAsync(5_000);

    const second = lms.launch();
    const { fetch } = second.window;
    let asked = 0;
    Object.assign(second.window, {
      fetch: (url: string, options?: RequestInit) =>
        asked++ === 0 ? fetch(url, options) : new Promise((resolve) => setTimeout(() => resolve(fetch(url, options)), delay)),
    });
    const session = startedInLms(second.window as unknown as Window, trackerIn(standard, second));
    await vi.advanceTimersByTimeAsync(300);
    expect(session.store.answers.get(FIELD)?.text).toBe(LONG);
    session.store.change({ [FIELD]: `${LONG} ${NEW}` });
    await vi.advanceTimersByTimeAsync(6_000);
    second.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(session.status).not.toMatchObject({ reason: 'full' });

    const third = lms.launch();
    const after = startedInLms(third.window as unknown as Window, trackerIn(standard, third));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(after.store.answers.get(FIELD)?.text.endsWith(NEW)).toBe(true);
  },
);
