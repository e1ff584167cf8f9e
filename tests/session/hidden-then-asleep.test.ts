/**
 * The lid is closed: the page is hidden, and its computer sleeps before the player has sent by its own timer what a page sets then (SCORM Cloud: ten seconds),
 * or after that has failed. No call of SCORM takes it back: what was sent twice already is not set once more.
 */
import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { FIELD, write } from './fresh-session.ts';
import { SleepingComputer, withFakeSleep } from './sleeping-computer.ts';
import { TabbedComputer } from './tabbed-computer.ts';

withFakeSleep();

const MINUTE = 60_000;

describe.each([
  ['rustici', 'scorm12'],
  ['openolat', 'scorm12'],
  ['frappe', 'scorm12'],
  ['frappe', 'scorm2004'],
] as const)('%s, %s', (profile, standard) => {
  async function hidden(minutes: number, isCutOff: boolean): Promise<string> {
    const lms = new LmsDouble({ profile, standard });
    const computer = new SleepingComputer(lms, standard);
    const { page, session } = await computer.open();
    computer.does(() => write(session, 'Aamulla'));
    await vi.advanceTimersByTimeAsync(minutes * MINUTE);
    if (isCutOff) lms.server.fault = 'offline';
    computer.does(() => page.hide());
    // Long enough for one failure of the player, after two of which SCORM Cloud's takes the page away.
    if (isCutOff) await vi.advanceTimersByTimeAsync(12_000);
    computer.fallsAsleep(1);
    await vi.advanceTimersByTimeAsync(20_000);
    lms.server.fault = undefined;
    const second = await new TabbedComputer(lms, standard).open();
    write(second.session, 'Illalla');
    await vi.advanceTimersByTimeAsync(15_000);
    second.page.crash();
    vi.setSystemTime(Date.now() + 12 * 60 * MINUTE);
    await computer.wakes();
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    page.crash();
    const third = await new TabbedComputer(lms, standard).open();
    return textOf(third.session.store.answers, FIELD);
  }

  test.each([
    ['with a connection', false],
    ['without one', true],
  ])('%s', async (_, isCutOff) => {
    expect(await hidden(2, isCutOff)).toBe('Illalla');
  });

  test('what was never sent goes out all the same', async () => {
    const lms = new LmsDouble({ profile, standard });
    const { page, session } = await new TabbedComputer(lms, standard).open();
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    write(session, 'Viimeiset sanat');
    page.hide();
    await vi.advanceTimersByTimeAsync(11_000);
    page.crash();
    const { session: next } = await new TabbedComputer(lms, standard).open();
    expect(textOf(next.store.answers, FIELD)).toBe('Viimeiset sanat');
  });
});
