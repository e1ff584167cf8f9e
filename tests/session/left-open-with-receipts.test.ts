/**
 * A page of which the LMS has proved long ago that it has all: another computer may have stored newer words since, and it says nothing before something is
 * written in it.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { note, textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { ACROSS_LAUNCHES, eachScorm } from '../each-habit.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer, type Tab } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;

async function left({ session }: Tab): Promise<void> {
  void session.exit();
  await vi.advanceTimersByTimeAsync(20_000);
}

describe.each([
  ['moodle', 'scorm12'],
  ['moodle', 'scorm2004'],
  ['totara', 'scorm12'],
  ['totara', 'scorm2004'],
  ['totara-12', 'scorm2004'],
  ['ilias-1.2-checked', 'scorm12'],
  ['sakai', 'scorm2004'],
  ['cornerstone', 'scorm2004'],
  ['forma', 'scorm12'],
  ['forma', 'scorm2004'],
] as const)('%s, %s', (profile, standard) => {
  const opened = (lms: LmsDouble) => new TabbedComputer(lms, standard).open();

  test.each([
    ['it is closed', ({ page }: Tab) => page.close()],
    ['its tab is looked at', ({ page }: Tab) => page.show()],
    [
      'its tab is looked at and closed',
      ({ page }: Tab) => {
        page.show();
        page.close();
      },
    ],
    [
      'its clock was set back, and it is looked at and closed',
      ({ page }: Tab) => {
        vi.setSystemTime(Date.now() - 180 * MINUTE);
        page.show();
        page.close();
      },
    ],
    ['she leaves it by its own button', left],
    [
      'she turns a page, and closes it',
      async ({ session, page }: Tab) => {
        page.show();
        page.window.document.dispatchEvent(new Event('pointerdown'));
        session.visit('b/b.first');
        session.saveSoon();
        await vi.advanceTimersByTimeAsync(2 * MINUTE);
        page.close();
      },
    ],
    [
      'she could not leave it by its own button without a connection, which comes back',
      async (tab: Tab, { server }: LmsDouble) => {
        server.fault = 'offline';
        await left(tab);
        server.fault = undefined;
        tab.page.window.fire('online');
        await vi.advanceTimersByTimeAsync(2 * MINUTE);
      },
    ],
  ])('nothing old is put over the words of another computer when %s', async (_, happens) => {
    const lms = new LmsDouble({ profile, standard });
    const first = await opened(lms);
    write(first.session, 'Aamulla');
    await vi.advanceTimersByTimeAsync(MINUTE);
    first.page.hide();
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    const second = await opened(lms);
    write(second.session, 'Illalla');
    await vi.advanceTimersByTimeAsync(MINUTE);
    second.page.crash();
    await happens(first, lms);
    await vi.advanceTimersByTimeAsync(5_000);
    const { session } = await opened(lms);
    expect(textOf(session.store.answers, FIELD)).toBe('Illalla');
  });
});

// forma.lms makes its status of the end.
test.each(eachScorm({ of: ACROSS_LAUNCHES }).filter(({ id, standard }) => standard === 'scorm2004' && id !== 'forma'))(
  '%o: nor is it at its end where she has completed the course in it',
  async ({ id, standard }) => {
    const inLms = async (close: (tab: Tab) => void): Promise<string> => {
      const lms = new LmsDouble({ profile: id, standard });
      const opened = () => new TabbedComputer(lms, standard).open();
      const first = await opened();
      write(first.session, 'Aamulla');
      first.session.takeDown({ [note.ready]: new Date().toISOString() });
      await vi.advanceTimersByTimeAsync(20 * MINUTE);
      const second = await opened();
      write(second.session, 'Illalla');
      await vi.advanceTimersByTimeAsync(MINUTE);
      second.page.crash();
      close(first);
      await vi.advanceTimersByTimeAsync(5_000);
      return textOf((await opened()).session.store.answers, FIELD);
    };
    expect(await inLms(({ page }) => page.close())).toBe(await inLms(({ page }) => page.crash()));
  },
);

test('what is written in it then is saved as ever', async () => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm12' });
  const { page, session } = await new TabbedComputer(lms).open();
  write(session, 'Aamulla');
  await vi.advanceTimersByTimeAsync(MINUTE);
  page.hide();
  await vi.advanceTimersByTimeAsync(20 * MINUTE);
  page.show();
  write(session, 'Jatkoa');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(session.status.state).toBe('saved');
  page.crash();
  const next = await new TabbedComputer(lms).open();
  expect(textOf(next.session.store.answers, FIELD)).toBe('Jatkoa');
});
