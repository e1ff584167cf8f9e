/** A link of the LMS is followed right after the last word, as most learners leave, in an LMS whose requests the browser bars in `beforeunload`. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { Scorm2004Tracker } from '../../src/tracking/scorm/scorm2004-tracker.ts';
import { startedInLms } from './started-in-lms.ts';

const FIELD = 'a.thoughts.first';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T08:00:00Z') });
});

afterEach(() => vi.useRealTimers());

describe.each([
  ['totara-12', 'scorm12'],
  ['totara-12', 'scorm2004'],
  ['sakai', 'scorm2004'],
] as const)('%s %s', (profile, standard) => {
  const opened = async (): Promise<{ lms: LmsDouble; page: ReturnType<LmsDouble['launch']>; session: ReturnType<typeof startedInLms> }> => {
    const lms = new LmsDouble({ profile, standard, onFreeze: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds) });
    const { page, session } = launched(lms);
    await vi.advanceTimersByTimeAsync(20_000);
    session.store.change({ [FIELD]: 'Tallennettu' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(session.status.state).toBe('saved');
    return { lms, page, session };
  };

  const launched = (lms: LmsDouble): { page: ReturnType<LmsDouble['launch']>; session: ReturnType<typeof startedInLms> } => {
    const page = lms.launch();
    const window = page.window as unknown as Window;
    const tracker = standard === 'scorm12' ? new Scorm12Tracker({ page: window }) : new Scorm2004Tracker({ page: window });
    return { page, session: startedInLms(window, tracker) };
  };

  test('the last words are stored before the next page has come: another computer shows them', async () => {
    const { lms, page, session } = await opened();
    session.store.change({ [FIELD]: 'Viimeiset sanat' });
    await vi.advanceTimersByTimeAsync(200);
    page.leaveNowhere();
    await vi.advanceTimersByTimeAsync(0);
    page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    const { session: elsewhere } = launched(lms);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(textOf(elsewhere.store.answers, FIELD)).toBe('Viimeiset sanat');
  });

  test('a page that stays, after a download say, says at once that they are saved, and sends nothing more', async () => {
    const { lms, page, session } = await opened();
    session.store.change({ [FIELD]: 'Viimeiset sanat' });
    await vi.advanceTimersByTimeAsync(200);
    page.leaveNowhere();
    await vi.advanceTimersByTimeAsync(500);
    expect(session.status.state).toBe('saved');
    const stored = lms.server.log.length;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(lms.server.log.length).toBe(stored);
  });

  test('with nothing new to tell it calls nothing', async () => {
    const { lms, page } = await opened();
    const [calls, stored] = [page.calls.length, lms.server.log.length];
    page.leaveNowhere();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([page.calls.length, lms.server.log.length]).toEqual([calls, stored]);
  });
});
