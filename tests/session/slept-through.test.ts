/**
 * A laptop sleeps for twelve hours with a sentence half written. When it wakes the login is gone, and what lets the page into the LRS; she ends the
 * sentence and closes the page. All of it is there when she opens the course again.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { followPage } from '../../src/session/page-events.ts';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { Scorm2004Tracker } from '../../src/tracking/scorm/scorm2004-tracker.ts';
import { ACROSS_LAUNCHES, eachLauncher, eachScorm } from '../each-habit.ts';
import { FAKED, pass } from '../launchers/launched-learner.ts';
import { FOUND } from '../launchers/launched-licence.ts';
import { LauncherDouble } from '../launchers/launcher-double.ts';
import { SeparateBrowser } from '../launchers/separate-browser.ts';
import { course } from './fixture-course.ts';

import { MemoryLocks, MemoryStorage, placesOf } from './memory.ts';

/** Of no class: completion, after which some LMSs store nothing, is no matter here. */
const FIELD = 'b.colleague.meaning';
const SLEEP_MS = 12 * 3_600_000;
const BEFORE = 'Ennen unta.';
const HALF = 'Ennen unta. Kesken jää';
const WHOLE = 'Ennen unta. Kesken jäänyt lause loppuun.';

afterEach(() => vi.useRealTimers());

describe.each(eachLauncher())('%s', (id) => {
  test.each(['writes on', 'closes the page at once'])('she %s', async (what) => {
    vi.useFakeTimers({ now: Date.parse('2026-11-24T20:00:00Z'), toFake: [...FAKED] });
    const double = new LauncherDouble(id);
    const browser = new SeparateBrowser(double);
    const here = await browser.open();
    here.session.store.change({ [FOUND]: BEFORE });
    await pass(20_000);
    expect(here.session.status.state).toBe('saved');
    here.session.store.change({ [FOUND]: HALF });
    vi.setSystemTime(Date.now() + SLEEP_MS);
    double.fault = () => Promise.resolve(new Response('', { status: 401 }));
    here.session.lifecycle.resume();
    const isWritten = what === 'writes on';
    if (isWritten) {
      here.session.store.change({ [FOUND]: WHOLE });
      await pass(30_000);
      expect(here.session.status).toMatchObject({ state: 'not-saved', local: true });
    }
    await here.closeTab();
    here.die();
    await pass(1_000);
    double.fault = () => undefined;
    const again = await browser.open();
    expect(again.answers.get(FOUND)).toBe(isWritten ? WHOLE : HALF);
    await pass(20_000);
    await again.exit();
    const elsewhere = await new SeparateBrowser(double).open();
    expect(elsewhere.answers.get(FOUND)).toBe(isWritten ? WHOLE : HALF);
  });
});

describe.each(eachScorm({ of: ACROSS_LAUNCHES }))('$id $standard', ({ id, standard }) => {
  test.each(['writes on', 'closes the page at once'])('she %s', async (what) => {
    vi.useFakeTimers({ now: Date.parse('2026-11-24T20:00:00Z') });
    const lms = new LmsDouble({ profile: id, standard, onFreeze: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds) });
    const storage = new MemoryStorage();
    const open = async (page: DoubleSession, from = storage): Promise<CourseSession> => {
      const window = page.window as unknown as Window;
      const tracker = standard === 'scorm12' ? new Scorm12Tracker({ page: window }) : new Scorm2004Tracker({ page: window });
      const createLock = new MemoryLocks().create;
      const session = new CourseSession({ course, tracker, ...placesOf(from), tabId: 'tab', random: () => 0.5, createLock });
      followPage(session, window);
      void session.start();
      await vi.advanceTimersByTimeAsync(20_000);
      expect(session.phase).toBe('open');
      return session;
    };
    const page = lms.launch();
    const session = await open(page);
    session.store.change({ [FIELD]: BEFORE });
    await vi.advanceTimersByTimeAsync(30_000);
    session.store.change({ [FIELD]: HALF });
    vi.setSystemTime(Date.now() + SLEEP_MS);
    lms.server.fault = 'session-expired';
    session.lifecycle.resume();
    const isWritten = what === 'writes on';
    if (isWritten) {
      session.store.change({ [FIELD]: WHOLE });
      await vi.advanceTimersByTimeAsync(30_000);
      expect(session.status.state).not.toBe('saved');
    }
    page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    lms.server.logIn();
    const again = lms.launch();
    expect(textOf((await open(again)).store.answers, FIELD)).toBe(isWritten ? WHOLE : HALF);
    await vi.advanceTimersByTimeAsync(30_000);
    again.close();
    await vi.advanceTimersByTimeAsync(5_000);
    const elsewhere = await open(lms.launch(), new MemoryStorage());
    expect(textOf(elsewhere.store.answers, FIELD)).toBe(isWritten ? WHOLE : HALF);
  });
});
