/**
 * An LMS of SCORM 2004 may forget all at a launch whose predecessor did not say that the learner comes back. A page that was left open says nothing after a
 * while, since another computer may have stored newer words: what another launch leaves behind, which never wrote, must cost none of its words.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { Fault } from '../../src/simulator/fault.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { ACROSS_LAUNCHES, eachScorm } from '../each-habit.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer, type Tab } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;

/** @param leaves minutes for which she is away */
async function leftOpen(computer: TabbedComputer, leaves: number): Promise<Tab> {
  const tab = await computer.open();
  write(tab.session, 'Aamulla');
  await vi.advanceTimersByTimeAsync(MINUTE);
  tab.page.hide();
  await vi.advanceTimersByTimeAsync(leaves * MINUTE);
  return tab;
}

async function lookedAtAndClosed({ page }: Tab): Promise<void> {
  page.show();
  await vi.advanceTimersByTimeAsync(MINUTE);
  page.close();
  await vi.advanceTimersByTimeAsync(5_000);
}

const minutesAway = eachScorm({ of: ACROSS_LAUNCHES }).flatMap(({ id, standard }) =>
  [5, 20].map((minutes) => ({ id, standard: standard as ScormStandard, minutes })),
);

test.each(minutesAway)(
  '$id $standard, $minutes minutes: a second tab that only says where the course is open',
  async ({ id, standard, minutes }) => {
    const lms = new LmsDouble({ profile: id, standard });
    const computer = new TabbedComputer(lms, standard);
    const first = await leftOpen(computer, minutes);
    const second = await computer.open();
    expect(second.session.phase).toBe('elsewhere');
    second.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    await lookedAtAndClosed(first);
    const elsewhere = await new TabbedComputer(lms, standard).open();
    expect(textOf(elsewhere.session.store.answers, FIELD)).toBe('Aamulla');
  },
);

test.each(minutesAway)(
  '$id $standard, $minutes minutes: another computer, whose page died before it said anything',
  async ({ id, standard, minutes }) => {
    const lms = new LmsDouble({ profile: id, standard });
    const computer = new TabbedComputer(lms, standard);
    const first = await leftOpen(computer, minutes);
    (await new TabbedComputer(lms, standard).glance(0)).page.crash();
    await lookedAtAndClosed(first);
    const { session } = await computer.open();
    expect(textOf(session.store.answers, FIELD)).toBe('Aamulla');
  },
);

const unheard = eachScorm({ of: [...ACROSS_LAUNCHES, 'answers.bridge'] }).flatMap(({ id, standard }) =>
  (['unavailable', 'session-expired', 'offline'] satisfies Fault[]).map((fault) => ({ id, standard: standard as ScormStandard, fault })),
);

test.each(unheard)('$id $standard, $fault: a page that she only looked at, of which no save arrives', async ({ id, standard, fault }) => {
  const lms = new LmsDouble({ profile: id, standard });
  const computer = new TabbedComputer(lms, standard);
  const first = await computer.open();
  write(first.session, 'Aamulla');
  await lookedAtAndClosed(first);
  const page = lms.launch();
  lms.server.fault = fault;
  await lookedAtAndClosed(await computer.open(page));
  // A player may have taken the page away before.
  computer.died();
  lms.server.fault = undefined;
  lms.server.logIn();
  const { session } = await computer.open();
  expect(textOf(session.store.answers, FIELD)).toBe('Aamulla');
});
