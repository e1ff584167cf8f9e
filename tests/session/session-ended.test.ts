/** The learner was logged out while the course is open: a page that asks Moodle meanwhile can undo the login that she makes in another tab. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LmsDouble, type DoubleSession, type LmsDoubleOptions } from '../../src/simulator/in-memory/lms-double.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { FIELD } from './fresh-session.ts';
import { startedInLms } from './started-in-lms.ts';
import { lmsLike } from '../tracking/scorm/scorm-learner.ts';

const WORDS = 'Istunnon päätyttyä kirjoitettu';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
});
afterEach(() => vi.useRealTimers());

interface Scene {
  readonly lms: LmsDouble;
  readonly page: DoubleSession;
  readonly session: CourseSession;
  /** When the course asked the LMS for anything since the learner was told, milliseconds since 1970. */
  readonly asked: number[];
  /** Comes at each of these requests. */
  onAsked: () => void;
}

/** A page that has told her that her session is over. */
async function loggedOut(profile: LmsDoubleOptions['profile'] = 'moodle'): Promise<Scene> {
  const lms = new LmsDouble({ profile, standard: 'scorm12' });
  const page = lms.launch();
  const window = page.window as unknown as Window;
  const session = startedInLms(window, new Scorm12Tracker({ page: window, now: () => 0 }));
  await vi.advanceTimersByTimeAsync(3_000);
  lms.server.fault = 'session-expired';
  session.store.change({ [FIELD]: WORDS });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(session.status).toMatchObject({ state: 'not-saved', reason: 'session-ended', local: true });
  const asked: number[] = [];
  const scene: Scene = { lms, page, session, asked, onAsked: () => {} };
  const heard = <Result>(result: Result): Result => {
    asked.push(Date.now());
    scene.onAsked();
    return result;
  };
  const { fetch } = page.window;
  Object.assign(page.window, { fetch: (url: string, options?: RequestInit) => heard(fetch(url, options)) });
  for (const call of ['store', 'beacon'] as const) {
    const send = lms.server[call].bind(lms.server) as (request: never) => unknown;
    vi.spyOn(lms.server, call).mockImplementation(((request: never) => heard(send(request))) as never);
  }
  return scene;
}

const savedWords = ({ lms }: Scene): boolean => Object.values(lms.stored().values).includes(WORDS);

describe('a login in another tab', () => {
  test.each(['beside the course', 'over it'])('%s is not undone, in whatever moment she logs in', async (where) => {
    const scene = await loggedOut();
    let isIn = false;
    scene.onAsked = () => {
      if (!isIn) scene.lms.server.logIn();
      isIn = true;
    };
    if (where === 'over it') scene.page.hide();
    await vi.advanceTimersByTimeAsync(600_000);
    if (!isIn) scene.lms.server.logIn();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(scene.lms.server.faultNow()).toBeUndefined();
  });

  test('comes with the words when she is back, without another key', async () => {
    const scene = await loggedOut();
    scene.page.hide();
    await vi.advanceTimersByTimeAsync(60_000);
    scene.lms.server.logIn();
    scene.page.show();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(scene.session.status.state).toBe('saved');
    expect(savedWords(scene)).toBe(true);
  });
});

describe('saved once she is in again', () => {
  const moments: Readonly<Record<string, (window: DoubleSession['window']) => void>> = {
    'the window has the focus': (window) => window.dispatchEvent(new Event('focus')),
    'she clicks or taps': ({ document }) => document.dispatchEvent(new Event('pointerdown')),
    'she presses a key': ({ document }) => document.dispatchEvent(new Event('keydown')),
    'the connection is back': (window) => window.fire('online'),
  };

  test.each(Object.entries(moments))('when %s', async (_, comes) => {
    const scene = await loggedOut();
    await vi.advanceTimersByTimeAsync(60_000);
    scene.lms.server.logIn();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(scene.session.status.state).toBe('not-saved');
    comes(scene.page.window);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(scene.session.status.state).toBe('saved');
    expect(savedWords(scene)).toBe(true);
  });

  test('and where she closes the page without a word, when it closes', async () => {
    const scene = await loggedOut();
    scene.lms.server.logIn();
    scene.page.close();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(savedWords(scene)).toBe(true);
  });
});

test('while she writes on, the LMS is asked at most once in five seconds, and nothing is said of a time', async () => {
  const scene = await loggedOut();
  for (let key = 0; key < 240; key += 1) {
    scene.page.window.document.dispatchEvent(new Event('keydown'));
    scene.session.store.change({ [FIELD]: `${WORDS} ${String(key)}` });
    await vi.advanceTimersByTimeAsync(250);
  }
  // Where the request is sent on to is asked in the same moment.
  const asked = [...new Set(scene.asked)];
  const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
  expect(asked.length).toBeGreaterThan(8);
  expect(scene.session.status).toMatchObject({ state: 'not-saved', local: true });
  expect(scene.session.status).not.toHaveProperty('retryAt');
});

test('a page of a network in the place of the LMS’s is asked again by itself: no login can be undone there', async () => {
  const scene = await loggedOut();
  scene.lms.server.fault = 'html';
  scene.page.window.dispatchEvent(new Event('focus'));
  await vi.advanceTimersByTimeAsync(3_000);
  scene.page.window.fire('online');
  await vi.advanceTimersByTimeAsync(3_000);
  scene.lms.server.fault = undefined;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(scene.session.status.state).toBe('saved');
  expect(savedWords(scene)).toBe(true);
});

test('a login at another site is told from a network’s page there, since an LMS sends nobody on for a file that is everybody’s', async () => {
  const elsewhere = lmsLike('moodle', 'scorm12', (habits) => ({
    ...habits,
    sending: { ...habits.sending, pageAfterSession: 'https://login.example/adfs' },
  }));
  const { lms, page, session, asked } = await loggedOut(elsewhere);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toEqual([]);
  lms.server.fault = 'portal';
  page.window.dispatchEvent(new Event('focus'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(session.status).toMatchObject({ state: 'not-saved', reason: 'other-page' });
});
