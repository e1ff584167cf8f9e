/** A server that answers a save after seconds, and not with its own answer: what the learner is told meanwhile, and what becomes of her words. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Fault } from '../../src/simulator/fault.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ProfileId } from '../../src/simulator/lms-profiles.ts';
import { textOf } from '../../src/course/answers.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { course as sample } from './fixture-course.ts';
import { FIELD, write } from './fresh-session.ts';
import { startedInLms } from './started-in-lms.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

/** Those whose players do not wait for an answer, and send within seconds. */
const LMSS: readonly ProfileId[] = ['chamilo', 'openolat', 'open-edx', 'frappe'];
const FAULTS: readonly Fault[] = ['unavailable', 'html', 'session-expired', 'offline'];
/** Its own answer is taken to be HTML, of any length: no other page can be told from it. */
const TELLS_NO_PAGE: ProfileId = 'frappe';
const CASES = LMSS.flatMap((profile) => FAULTS.map((fault) => [profile, fault] as const)).filter(
  ([profile, fault]) => profile !== TELLS_NO_PAGE || fault === 'unavailable' || fault === 'offline',
);
const SLOWNESS = 3_000;
/** Some LMSs store nothing more of a course that is complete. */
const course = { ...sample, completeWhen: 'learner' } as const;

/** The package's files come as ever: what stands before the LMS serves them to anybody. */
function alwaysServed(): Promise<unknown> {
  return Promise.resolve({ ok: true, status: 200, type: 'basic', headers: new Headers({ ETag: '"1"' }) });
}

async function opened(profile: ProfileId) {
  const lms = new LmsDouble({ profile, standard: 'scorm12' });
  const page = lms.launch();
  Object.assign(page.window, { fetch: alwaysServed });
  const window = page.window as unknown as Window;
  const session = startedInLms(window, new Scorm12Tracker({ page: window, now: Date.now }), course);
  await vi.advanceTimersByTimeAsync(3_000);
  write(session, 'Ensin');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(session.status.state).toBe('sent');
  return { lms, page, session };
}

test.each(CASES)(
  '%s, whose answer to a save is “%s” after three seconds, is not said to have it as soon as that is known',
  async (profile, fault) => {
    const { lms, session } = await opened(profile);
    Object.assign(lms.server, { fault, slowness: SLOWNESS });
    write(session, 'Sitten');
    await vi.advanceTimersByTimeAsync(9_000);
    const told: string[] = [];
    session.listen(() => told.push(session.status.state));
    expect(session.status.state).toMatch(/not-saved|saving/);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(new Set(told)).not.toContain('sent');
    expect(session.status.state).toMatch(/not-saved|saving/);
  },
);

test.each(LMSS)('%s gets the words as soon as it stores them, however slowly, and that is told', async (profile) => {
  const { lms, page, session } = await opened(profile);
  Object.assign(lms.server, { fault: 'unavailable', slowness: SLOWNESS });
  write(session, 'Sitten');
  await vi.advanceTimersByTimeAsync(9_000);
  lms.server.fault = undefined;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(session.status.state).toBe('sent');
  page.crash();
  lms.server.slowness = 0;
  const again = lms.launch();
  const window = again.window as unknown as Window;
  const elsewhere = startedInLms(window, new Scorm12Tracker({ page: window, now: Date.now }), course);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(textOf(elsewhere.store.answers, FIELD)).toBe('Sitten');
});

test.each(LMSS)('%s, left by the course’s own button, is not said to have what it refuses after three seconds', async (profile) => {
  const { lms, session } = await opened(profile);
  Object.assign(lms.server, { fault: 'unavailable', slowness: SLOWNESS });
  write(session, 'Sitten');
  void session.exit();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(session.status.state).toMatch(/not-saved|saving/);
});

test.each(LMSS)('%s, whose refusals come later than a save is ever waited for, is not asked more and more often', async (profile) => {
  const { lms, session } = await opened(profile);
  Object.assign(lms.server, { fault: 'unavailable', slowness: 12_000 });
  write(session, 'Sitten');
  const before = lms.server.log.length;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(lms.server.log.length - before).toBeLessThan(25);
});
