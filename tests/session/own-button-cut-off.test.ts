/** She presses the course's own button while her computer is cut off, goes on at another one, and the first comes back a day later: seen in Moodle 4.5.6. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { ACROSS_LAUNCHES, eachScorm } from '../each-habit.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

describe.each(eachScorm({ of: ACROSS_LAUNCHES }))('$id, $standard', ({ id, standard }) => {
  test('what was stored long before is not put over newer words when the session ends at last', async () => {
    const lms = new LmsDouble({ profile: id, standard });
    const here = await new TabbedComputer(lms, standard).open();
    await pass(20_000);
    write(here.session, 'Aamulla');
    await pass(5.5 * MINUTE);
    lms.server.fault = 'offline';
    void here.session.exit();
    await pass(10_000);
    lms.server.fault = undefined;
    // From now on only this computer is cut off.
    const { window } = here.page;
    const { fetch } = window;
    Object.assign(window, { fetch: () => Promise.reject(new TypeError('offline')) });
    await pass(2 * MINUTE);
    const there = await new TabbedComputer(lms, standard).open();
    write(there.session, 'Illalla');
    await pass(8_000);
    there.page.close();
    await pass(30_000);
    vi.setSystemTime(Date.now() + 12 * 60 * MINUTE);
    Object.assign(window, { fetch });
    await pass(20 * MINUTE);
    if (!here.page.gone) here.page.close();
    await pass(30_000);
    const third = await new TabbedComputer(lms, standard).open();
    expect(textOf(third.session.store.answers, FIELD)).toBe('Illalla');
  });
});
