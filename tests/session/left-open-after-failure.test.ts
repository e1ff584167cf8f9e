/**
 * Where another launch may make the LMS forget, a page that is looked at says again that she comes back. That fails, and its computer sleeps: once it wakes,
 * its old state goes over nothing that was written elsewhere.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer, type Tab } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;

describe.each(['strict-2004', 'strict-2004-3rd', 'ilias-2004-session', 'cornerstone'] as const)('%s', (profile) => {
  const opened = (lms: LmsDouble) => new TabbedComputer(lms, 'scorm2004').open();

  test.each([
    ['wakes', () => undefined],
    ['wakes, and its connection comes back', ({ page }: Tab) => page.window.fire('online')],
    ['wakes, and is hidden', ({ page }: Tab) => page.hide()],
    ['wakes, and is closed', ({ page }: Tab) => page.close()],
    ['wakes, and is left by its own button', ({ session }: Tab) => void session.exit()],
  ])('%s', async (_, happens) => {
    const lms = new LmsDouble({ profile, standard: 'scorm2004' });
    const first = await opened(lms);
    write(first.session, 'Aamulla');
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    first.page.hide();
    await vi.advanceTimersByTimeAsync(5_000);
    lms.server.fault = 'unavailable';
    first.page.show();
    await vi.advanceTimersByTimeAsync(45_000);
    expect(first.session.status.state).toBe('not-saved');
    lms.server.fault = undefined;
    const second = await opened(lms);
    write(second.session, 'Illalla');
    await vi.advanceTimersByTimeAsync(5_000);
    second.page.crash();
    vi.setSystemTime(Date.now() + 12 * 60 * MINUTE);
    happens(first);
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    expect(first.session.status.state).toBe('saved');
    first.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    const third = await opened(lms);
    expect(textOf(third.session.store.answers, FIELD)).toBe('Illalla');
  });
});
