/**
 * A page that stands open, of which the LMS is proved to have everything: closed without a word, it tells only that the session ends, and looked at again
 * nothing. So it writes nothing old over what the learner has written at another computer since, unless the LMS's player itself sends all again.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile } from '../../src/simulator/lms-profiles.ts';
import { ACROSS_LAUNCHES, eachScorm } from '../each-habit.ts';
import { write } from './fresh-session.ts';
import { TabbedComputer, type Tab } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const OTHER = 'a.thoughts.secret';

const withReceipts = eachScorm({ of: ACROSS_LAUNCHES })
  .map(({ id, standard }) => ({ id, standard, sending: habitsOf(lmsProfile(id), standard).sending }))
  .filter(({ sending }) => sending.receipt !== 'always-true' && sending.sendsAt === 'commit');

/** @returns the page that stands open, while the LMS has newer words of another computer */
async function leftOpen(lms: LmsDouble, standard: ScormStandard): Promise<Tab> {
  const here = await new TabbedComputer(lms, standard).open();
  write(here.session, 'Täällä');
  await vi.advanceTimersByTimeAsync(200_000);
  const there = await new TabbedComputer(lms, standard).open();
  write(there.session, 'Toisella koneella', OTHER);
  await vi.advanceTimersByTimeAsync(75_000);
  there.page.close();
  await vi.advanceTimersByTimeAsync(5_000);
  return here;
}

test.each(withReceipts)('$id $standard', async ({ id, standard, sending }) => {
  const lms = new LmsDouble({ profile: id, standard });
  const here = await leftOpen(lms, standard);
  const from = here.page.calls.length;
  here.page.close();
  await vi.advanceTimersByTimeAsync(5_000);
  const told = here.page.calls.slice(from).filter(({ call }) => call !== 'GetValue');
  expect(told.map(({ call }) => call)).toEqual(['SetValue', 'Finish']);
  if (sending.sends !== 'changes') return;
  const again = await new TabbedComputer(lms, standard).open();
  expect(textOf(again.session.store.answers, OTHER)).toBe('Toisella koneella');
});

// A SCORM 2004 LMS may forget at each launch that an earlier one goes on: a page that is looked at again tells it.
test.each(withReceipts.filter(({ standard }) => standard === 'scorm12'))('$id, looked at again', async ({ id, standard }) => {
  const lms = new LmsDouble({ profile: id, standard });
  const here = await leftOpen(lms, standard);
  const from = here.page.calls.length;
  here.page.hide();
  await vi.advanceTimersByTimeAsync(5_000);
  here.page.show();
  await vi.advanceTimersByTimeAsync(75_000);
  expect(here.page.calls.slice(from).filter(({ call }) => call !== 'GetValue')).toEqual([]);
  const again = await new TabbedComputer(lms, standard).open();
  expect(textOf(again.session.store.answers, OTHER)).toBe('Toisella koneella');
});

test.each(withReceipts)(
  '$id $standard, left open for longer than a quarter of an hour, looked at again and closed',
  async ({ id, standard }) => {
    const lms = new LmsDouble({ profile: id, standard });
    const here = await leftOpen(lms, standard);
    await vi.advanceTimersByTimeAsync(1_000_000);
    here.page.hide();
    await vi.advanceTimersByTimeAsync(5_000);
    here.page.show();
    await vi.advanceTimersByTimeAsync(75_000);
    here.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    const again = await new TabbedComputer(lms, standard).open();
    expect(textOf(again.session.store.answers, OTHER)).toBe('Toisella koneella');
  },
);

// She reads on there. Each place that she came to would be a reason to save what the page has (ILIAS 7.10, run).
test.each(withReceipts)('$id $standard, left open for an hour, in which she then only turns pages', async ({ id, standard }) => {
  const lms = new LmsDouble({ profile: id, standard });
  const here = await leftOpen(lms, standard);
  await vi.advanceTimersByTimeAsync(3_600_000);
  here.session.visit('a');
  await vi.advanceTimersByTimeAsync(75_000);
  here.page.hide();
  here.page.show();
  await vi.advanceTimersByTimeAsync(75_000);
  here.page.close();
  await vi.advanceTimersByTimeAsync(5_000);
  const again = await new TabbedComputer(lms, standard).open();
  expect(textOf(again.session.store.answers, OTHER)).toBe('Toisella koneella');
});

test.each([
  ['before that', 600_000, undefined],
  ['then with her next words', 3_600_000, 'Lisää'],
])('where she is, is noted %s', async (_, leftFor, words) => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm12' });
  const here = await new TabbedComputer(lms, 'scorm12').open();
  write(here.session, 'Täällä');
  await vi.advanceTimersByTimeAsync(leftFor);
  here.session.visit('a');
  if (words !== undefined) write(here.session, words, OTHER);
  await vi.advanceTimersByTimeAsync(75_000);
  here.page.close();
  await vi.advanceTimersByTimeAsync(5_000);
  const again = await new TabbedComputer(lms, 'scorm12').open();
  expect(again.session.place).toBe('a');
});
