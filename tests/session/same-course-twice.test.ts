/**
 * The same course twice in one LMS, as a new activity each year: one learner, one browser, two states. Each activity has its own answers, whatever this
 * browser keeps of the other.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { ACROSS_LAUNCHES, eachScorm } from '../each-habit.ts';
import { FIELD, SlowTracker, startedIn, takenOver, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage } from './memory.ts';
import { MemorySeal } from './memory-seal.ts';
import { TabbedComputer, type Tab } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const LAST_YEAR = 'of-2025';
const THIS_YEAR = 'of-2026';
const NEWER = 'Viime vuonna ja lisää';

/** Frappe LMS names nobody: there each tab has a copy of its own. */
const lmss = eachScorm({ of: ACROSS_LAUNCHES })
  .filter(({ id }) => id !== 'frappe')
  .map(({ id, standard }) => ({ id, standard: standard as ScormStandard }));

class Learner {
  readonly lms: LmsDouble;
  readonly computer: TabbedComputer;

  constructor({ id, standard }: (typeof lmss)[number]) {
    this.lms = new LmsDouble({ profile: id, standard });
    this.computer = new TabbedComputer(this.lms, standard, new MemorySeal());
  }

  /** An LMS that gives no receipts, and hands over nothing, may have failed to read: there she is asked first. */
  async open(attempt: string): Promise<Tab> {
    const isNew = (this.lms.stored(attempt).values['cmi.suspend_data'] ?? '') === '';
    const tab = await this.computer.open(this.lms.launch({ attempt }));
    if (tab.session.phase === 'stale' && isNew && !tab.session.launch?.limits.receipts) {
      tab.session.goOnAnyway();
      await vi.advanceTimersByTimeAsync(3_000);
    }
    return tab;
  }

  /** In two sessions: an LMS that gives no receipts hands over in the second one what it has. */
  async worked(attempt: string, text: string): Promise<void> {
    const tab = await this.open(attempt);
    write(tab.session, text);
    await closed(tab, 30_000);
    await closed(await this.open(attempt), 30_000);
  }

  /** In both years. */
  async workedTwice(): Promise<void> {
    await this.worked(LAST_YEAR, 'Viime vuonna');
    await this.worked(THIS_YEAR, 'Tänä vuonna');
  }

  /** Words that the LMS never gets from the page. */
  async cutOff(): Promise<void> {
    const cut = await this.open(LAST_YEAR);
    this.lms.server.fault = 'offline';
    write(cut.session, NEWER);
    await vi.advanceTimersByTimeAsync(2_000);
    cut.page.crash();
    this.computer.died();
    this.lms.server.fault = undefined;
  }
}

async function closed(tab: Tab, after = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(after);
  tab.page.close();
  await vi.advanceTimersByTimeAsync(5_000);
}

const seen = ({ phase, store, conflicts }: CourseSession): unknown[] => [phase, textOf(store.answers, FIELD), conflicts.length];

describe.each(lmss)('$id $standard', (lms) => {
  test('a new activity begins empty, and says that there are earlier answers', async () => {
    const aino = new Learner(lms);
    await aino.worked(LAST_YEAR, 'Viime vuonna');
    const { session } = await aino.open(THIS_YEAR);
    expect([...seen(session), session.earlier !== undefined]).toEqual(['open', '', 0, true]);
  });

  test('and offers what the LMS does not have of them', async () => {
    const aino = new Learner(lms);
    await aino.worked(LAST_YEAR, 'Viime vuonna');
    await aino.cutOff();
    const now = await aino.open(THIS_YEAR);
    expect([...seen(now.session), textOf(now.session.earlier ?? new Map(), FIELD)]).toEqual(['open', '', 0, NEWER]);
    await closed(now, 30_000);
    expect(seen((await aino.open(LAST_YEAR)).session)).toEqual(['open', NEWER, 0]);
  });

  /** @returns false where the LMS gives no receipts: it may have got nothing of a first session that is left so. */
  async function leftFirstSession(aino: Learner, attempt: string, becomes: string): Promise<boolean> {
    const { page, session } = await aino.open(attempt);
    write(session, 'Viime vuonna');
    await vi.advanceTimersByTimeAsync(30_000);
    write(session, NEWER);
    await vi.advanceTimersByTimeAsync(2_000);
    if (becomes === 'dies') {
      page.crash();
      aino.computer.died();
    } else await closed({ page, session });
    return session.launch?.limits.receipts === true;
  }

  describe.each(['is closed', 'dies'])('a first session whose page %s before its last words are sent', (becomes) => {
    test('leaves nothing to a new activity', async () => {
      const aino = new Learner(lms);
      if (!(await leftFirstSession(aino, LAST_YEAR, becomes))) return;
      const now = await aino.open(THIS_YEAR);
      expect([...seen(now.session), now.session.earlier !== undefined]).toEqual(['open', '', 0, true]);
      await closed(now, 30_000);
      expect(seen((await aino.open(LAST_YEAR)).session)).toEqual(['open', NEWER, 0]);
    });

    test('nor to one that has its own answers', async () => {
      const aino = new Learner(lms);
      await aino.worked(THIS_YEAR, 'Tänä vuonna');
      if (!(await leftFirstSession(aino, LAST_YEAR, becomes))) return;
      const now = await aino.open(THIS_YEAR);
      expect(seen(now.session)).toEqual(['open', 'Tänä vuonna', 0]);
      await closed(now, 30_000);
      expect(seen((await aino.open(LAST_YEAR)).session)).toEqual(['open', NEWER, 0]);
    });
  });

  test('back and forth, each has its own answers, and nobody is asked anything', async () => {
    const aino = new Learner(lms);
    await aino.workedTwice();
    for (let times = 0; times < 3; times += 1) {
      const before = await aino.open(LAST_YEAR);
      expect(seen(before.session)).toEqual(['open', 'Viime vuonna', 0]);
      await closed(before, times * 20_000);
      const now = await aino.open(THIS_YEAR);
      expect(seen(now.session)).toEqual(['open', 'Tänä vuonna', 0]);
      await closed(now, times * 20_000);
    }
  });

  test.each(['stays', 'is emptied at a login'])('words that were not sent reach their own activity; local storage %s', async (becomes) => {
    const aino = new Learner(lms);
    await aino.workedTwice();
    await aino.cutOff();
    for (let times = 0; times < 2; times += 1) {
      if (becomes !== 'stays') aino.computer.storage.clear();
      const other = await aino.open(THIS_YEAR);
      expect(seen(other.session)).toEqual(['open', 'Tänä vuonna', 0]);
      await closed(other, 30_000);
    }
    if (becomes !== 'stays') aino.computer.storage.clear();
    const again = await aino.open(LAST_YEAR);
    expect(seen(again.session)).toEqual(['open', NEWER, 0]);
    await closed(again, 30_000);
    expect(seen((await aino.open(THIS_YEAR)).session)).toEqual(['open', 'Tänä vuonna', 0]);
  });

  test('in two tabs at once, by turns', async () => {
    const aino = new Learner(lms);
    await aino.workedTwice();
    const before = await aino.open(LAST_YEAR);
    write(before.session, NEWER);
    const now = await aino.open(THIS_YEAR);
    expect(now.session.phase).toBe('elsewhere');
    await takenOver(now.session);
    expect(seen(now.session)).toEqual(['open', 'Tänä vuonna', 0]);
    write(now.session, 'Tänä vuonna ja lisää');
    await vi.advanceTimersByTimeAsync(30_000);
    await takenOver(before.session);
    expect(seen(before.session)).toEqual(['open', NEWER, 0]);
    await takenOver(now.session);
    expect(seen(now.session)).toEqual(['open', 'Tänä vuonna ja lisää', 0]);
  });

  test('a new one in a second tab takes nothing of the first', async () => {
    const aino = new Learner(lms);
    await aino.worked(LAST_YEAR, 'Viime vuonna');
    const before = await aino.open(LAST_YEAR);
    const { session } = await aino.open(THIS_YEAR);
    await takenOver(session);
    if (session.phase === 'stale') session.goOnAnyway();
    expect(seen(session)).toEqual(['open', '', 0]);
    await takenOver(before.session);
    expect(seen(before.session)).toEqual(['open', 'Viime vuonna', 0]);
  });
});

test('in a full browser what was not sent keeps the room that it had', async () => {
  const aino = new Learner({ id: 'moodle', standard: 'scorm12' });
  await aino.workedTwice();
  await aino.cutOff();
  const { storage } = aino.computer;
  storage.database.habits.aborts = true;
  storage.room = [...storage.entries.values()].join('').length + 10;
  await closed(await aino.open(THIS_YEAR), 30_000);
  expect(seen((await aino.open(LAST_YEAR)).session)).toEqual(['open', NEWER, 0]);
});

test('xAPI and cmi5 tell them apart by the registration: what one could not send waits for it, and is offered to the other', async () => {
  const [storage, locks] = [new MemoryStorage(), new MemoryLocks()];
  const lrs = (attempt: string): SlowTracker => {
    const tracker = new SlowTracker();
    return Object.assign(tracker, { launch: { ...tracker.launch, learner: { id: 'aino', attempt } } });
  };
  const [lastYear, thisYear] = [lrs(LAST_YEAR), lrs(THIS_YEAR)];
  lastYear.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
  const before = await startedIn({ tracker: lastYear, storage, locks });
  write(before, NEWER);
  await vi.advanceTimersByTimeAsync(5_000);
  before.lifecycle.end();
  const now = await startedIn({ tracker: thisYear, storage, locks });
  expect([...seen(now), textOf(now.earlier ?? new Map(), FIELD)]).toEqual(['open', '', 0, NEWER]);
  write(now, 'Tänä vuonna');
  await vi.advanceTimersByTimeAsync(5_000);
  now.lifecycle.end();
  expect(seen(await startedIn({ tracker: lastYear, storage, locks }))).toEqual(['open', NEWER, 0]);
});
