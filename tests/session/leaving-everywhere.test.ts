/** "Save and end" with every LMS and launcher while it does not answer: nothing is called saved, and the learner is not let go unawares. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { Scorm2004Tracker } from '../../src/tracking/scorm/scorm2004-tracker.ts';
import { FOUND, words } from '../launchers/launched-licence.ts';
import { FAKED, LaunchedLearner, pass } from '../launchers/launched-learner.ts';
import { LauncherDouble } from '../launchers/launcher-double.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { ACROSS_LAUNCHES, eachLauncher, eachScorm } from '../each-habit.ts';
import { startedInLms } from './started-in-lms.ts';

const FIELD = 'a.thoughts.first';
const DOWN_FOR_MS = 120_000;

afterEach(() => vi.useRealTimers());

describe.each(eachLauncher())('%s', (id) => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-24T08:00:00Z'), toFake: [...FAKED] });
  });

  test('an LRS that is down: the page stays, says so, and goes on by itself when the LRS is back', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    const { session } = learner;
    await pass(10_000);
    await learner.write(words('Ennen katkoa'));
    double.fault = () => Promise.reject(new TypeError('Failed to fetch'));
    const sent = double.sent().length;
    await learner.exit();
    expect(session.phase).toBe('closing');
    expect(session.status).toMatchObject({ state: 'not-saved', reason: 'offline', local: true });
    expect(session.file.export()).toContain('Ennen katkoa');
    double.fault = () => undefined;
    for (let second = 0; second < 120 && session.phase !== 'closed'; second += 1) await pass(1_000);
    expect(session.phase).toBe('closed');
    expect(session.status.state).toBe('saved');
    const verbs = double
      .sent()
      .slice(sent)
      .map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs.filter((verb) => verb === 'terminated')).toHaveLength(1);
    const again = await LaunchedLearner.in(double);
    expect(again.answers.get(FOUND)).toBe('Ennen katkoa');
  });
});

describe.each(eachScorm({ of: ACROSS_LAUNCHES }))('$id $standard', ({ id, standard }) => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-24T08:00:00Z') });
  });

  test('an LMS that is down: nothing that was not stored is called saved', async () => {
    const from = Date.now() + 20_000;
    const lms = new LmsDouble({
      profile: id,
      standard,
      faults: [{ fault: 'offline', from, to: from + DOWN_FOR_MS }],
      onFreeze: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds),
    });
    const page = lms.launch();
    const window = page.window as unknown as Window;
    const session = startedInLms(
      window,
      standard === 'scorm12' ? new Scorm12Tracker({ page: window }) : new Scorm2004Tracker({ page: window }),
    );
    await vi.advanceTimersByTimeAsync(21_000);
    expect(session.phase).toBe('open');
    session.store.change({ [FIELD]: 'Ennen katkoa' });
    void session.exit();
    await vi.advanceTimersByTimeAsync(30_000);
    const lmsHasIt = lms.server.log.some(({ at, result }) => at >= from && result === 'stored');
    expect({ lmsHasIt, told: session.status.state }).not.toEqual({ lmsHasIt: false, told: 'saved' });
    if (session.launch?.limits.receipts) {
      expect(session.phase).toBe('closing');
      expect(session.status).toMatchObject({ state: 'not-saved', local: true });
      await vi.advanceTimersByTimeAsync(DOWN_FOR_MS + 90_000);
      expect(session.phase).toBe('closed');
      expect(['saved', 'sent']).toContain(session.status.state);
    }
  });
});
