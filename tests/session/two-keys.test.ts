/** One activity, of which two computers have each made a key, since neither had heard of the other: no word of the one is hidden as another activity's. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { Fault } from '../../src/simulator/fault.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { ACROSS_LAUNCHES, eachScorm } from '../each-habit.ts';
import { FIELD, write } from './fresh-session.ts';
import { MemorySeal } from './memory-seal.ts';
import { TabbedComputer, type Tab } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;

const lmss = eachScorm({ of: ACROSS_LAUNCHES })
  .filter(({ id }) => id !== 'frappe')
  .map(({ id, standard }) => ({ id, standard: standard as ScormStandard }));

async function closed({ page }: Tab, after = 30_000): Promise<void> {
  await vi.advanceTimersByTimeAsync(after);
  page.close();
  await vi.advanceTimersByTimeAsync(5_000);
}

/** Wherever she sees it on the page: as an answer, as a version to choose, or as an offer. */
function shown({ store, conflicts, earlier }: CourseSession): string[] {
  return [textOf(store.answers, FIELD), ...conflicts.map(({ other }) => other.text), textOf(earlier ?? new Map(), FIELD)];
}

describe.each(lmss)('$id $standard', ({ id, standard }) => {
  test.each(['offline', 'session-expired', 'unavailable'] satisfies Fault[])(
    'the first session of one never reached the LMS: %s',
    async (fault) => {
      const lms = new LmsDouble({ profile: id, standard });
      const seal = new MemorySeal();
      const [office, home] = [new TabbedComputer(lms, standard, seal), new TabbedComputer(lms, standard, seal)];
      const page = lms.launch();
      lms.server.fault = fault;
      const first = await office.open(page);
      // Without the LMS's answer some do not open.
      if (first.session.phase !== 'open') return;
      write(first.session, 'Tunti työtä');
      await vi.advanceTimersByTimeAsync(20 * MINUTE);
      await closed(first);
      office.died();
      lms.server.fault = undefined;
      lms.server.logIn();
      const second = await home.open();
      const isThere = textOf(second.session.store.answers, FIELD) !== '';
      write(second.session, 'Kotona');
      await closed(second);
      const again = await office.open();
      if (again.session.phase === 'stale') again.session.goOnAnyway();
      expect(shown(again.session)).toEqual(expect.arrayContaining(['Kotona', ...(isThere ? [] : ['Tunti työtä'])]));
    },
  );

  test('words that never reached the LMS come along at the next launch on this device, without a question', async () => {
    const lms = new LmsDouble({ profile: id, standard });
    const office = new TabbedComputer(lms, standard, new MemorySeal());
    const page = lms.launch();
    lms.server.fault = 'offline';
    const first = await office.open(page);
    if (first.session.phase !== 'open') return;
    write(first.session, 'Tunti työtä');
    await closed(first);
    office.died();
    lms.server.fault = undefined;
    lms.server.logIn();
    const again = await office.open();
    if (again.session.phase === 'stale') again.session.goOnAnyway();
    expect(textOf(again.session.store.answers, FIELD)).toBe('Tunti työtä');
    expect(again.session.conflicts).toEqual([]);
    expect(again.session.earlier).toBeUndefined();
  });

  test.each(['nothing', 'something'])(
    'a page left open since before the other one was opened writes over it, which had not sent %s',
    async (unsent) => {
      const lms = new LmsDouble({ profile: id, standard });
      const seal = new MemorySeal();
      const [office, home] = [new TabbedComputer(lms, standard, seal), new TabbedComputer(lms, standard, seal)];
      const page = lms.launch();
      const second = await home.open();
      write(second.session, 'Kotona');
      await closed(second);
      const third = await home.open();
      if (unsent === 'something') {
        lms.server.fault = 'offline';
        write(third.session, 'Kotona ja lisää');
        await vi.advanceTimersByTimeAsync(2_000);
        third.page.crash();
        home.died();
        lms.server.fault = undefined;
      } else await closed(third);
      const first = await office.open(page);
      const isThere = textOf(first.session.store.answers, FIELD) !== '';
      write(first.session, 'Työssä');
      await closed(first);
      const { session } = await home.open();
      const isTold = isThere || session.phase === 'stale' || session.earlier !== undefined;
      if (session.phase === 'stale') session.goOnAnyway();
      expect(isTold || shown(session).some((text) => text.startsWith('Kotona'))).toBe(true);
      if (unsent === 'something') expect(shown(session)).toContain('Kotona ja lisää');
    },
  );
});
