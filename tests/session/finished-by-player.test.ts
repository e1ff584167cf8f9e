/** A player that ends the session by itself when its page goes, before the course is told of that. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CourseSession } from '../../src/session/course-session.ts';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { FIELD } from './fresh-session.ts';
import { startedInLms } from './started-in-lms.ts';

const LAST_WORDS = 'Viimeiset sanat';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-28T08:00:00Z') });
});
afterEach(() => vi.useRealTimers());

async function opens(page: DoubleSession): Promise<CourseSession> {
  const window = page.window as unknown as Window;
  const session = startedInLms(window, new Scorm12Tracker({ page: window, now: Date.now }));
  await vi.advanceTimersByTimeAsync(3_000);
  return session;
}

/** She has written and is saved; then come the last words. */
async function writes(lms: LmsDouble): Promise<{ page: DoubleSession; session: CourseSession }> {
  const page = lms.launch();
  const session = await opens(page);
  session.store.change({ [FIELD]: 'Ensin' });
  await vi.advanceTimersByTimeAsync(10_000);
  session.store.change({ [FIELD]: LAST_WORDS });
  return { page, session };
}

test.each(['chromium', 'firefox'] as const)('in %s the words of the last moment go with its Finish', async (browser) => {
  const lms = new LmsDouble({ profile: 'opigno', standard: 'scorm12' });
  lms.browser = browser;
  const { page } = await writes(lms);
  await vi.advanceTimersByTimeAsync(300);
  page.close();
  await vi.advanceTimersByTimeAsync(3_000);
  const elsewhere = await opens(lms.launch());
  expect(elsewhere.store.answers.get(FIELD)?.text).toBe(LAST_WORDS);
});

test('a page that stays after it says that nothing is saved any more, and how to go on', async () => {
  const lms = new LmsDouble({ profile: 'opigno', standard: 'scorm12' });
  const { page, session } = await writes(lms);
  page.leaveNowhere();
  await vi.advanceTimersByTimeAsync(3_000);
  session.store.change({ [FIELD]: 'Sen jälkeen' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(session.status).toMatchObject({ state: 'not-saved', reason: 'refused' });
  const elsewhere = await opens(lms.launch());
  expect(elsewhere.store.answers.get(FIELD)?.text).toBe(LAST_WORDS);
});

test('the course’s own end comes first, where there is one: nothing is set after it', async () => {
  const lms = new LmsDouble({ profile: 'opigno', standard: 'scorm12' });
  const { page, session } = await writes(lms);
  void session.exit();
  await vi.advanceTimersByTimeAsync(5_000);
  const { length } = page.calls;
  page.close();
  expect(page.calls).toHaveLength(length);
});

test('a frame that is loaded again alone says that the session is over, and not that nothing is saved', async () => {
  const lms = new LmsDouble({ profile: 'opigno', standard: 'scorm12' });
  const { page } = await writes(lms);
  for (const event of ['beforeunload', 'pagehide', 'unload'] as const) page.window.fire(event);
  const again = await opens(page);
  expect([again.phase, again.problem?.code]).toEqual(['no-lms', 'session-over']);
  const elsewhere = await opens(lms.launch());
  expect(elsewhere.store.answers.get(FIELD)?.text).toBe(LAST_WORDS);
});
