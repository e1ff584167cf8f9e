/** A player that removes the course's frame first and then ends the session by itself, of a tab that has lost the course to another one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { FIELD } from './fresh-session.ts';
import { inTwoTabs, TabbedComputer, type Tab } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

async function lostTab(lms: LmsDouble): Promise<Tab> {
  const { first, second } = await inTwoTabs(new TabbedComputer(lms));
  second.page.crash();
  return first;
}

test.each(['opigno', 'rustici', 'open-edx', 'moodle'] as const)('%s puts nothing old over newer words', async (profile) => {
  const lms = new LmsDouble({ profile, standard: 'scorm12' });
  const { page } = await lostTab(lms);
  page.window.fire('beforeunload');
  page.window.fire('pagehide');
  page.api12.LMSCommit('');
  page.api12.LMSFinish('');
  await vi.advanceTimersByTimeAsync(3_000);
  const { session } = await new TabbedComputer(lms).open();
  expect(textOf(session.store.answers, FIELD)).toBe('Toisessa');
});

test('the next course in the same player is heard again', async () => {
  const lms = new LmsDouble({ profile: 'rustici', standard: 'scorm12' });
  const { page } = await lostTab(lms);
  page.window.fire('pagehide');
  const before = page.calls.length;
  page.api12.LMSInitialize('');
  page.api12.LMSCommit('');
  page.api12.LMSFinish('');
  expect(page.calls.slice(before).map(({ call }) => call)).toEqual(['Initialize', 'Commit', 'Finish']);
});
