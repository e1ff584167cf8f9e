/**
 * The page is left for one that takes a while to come: `beforeunload` is long over when the page goes, and what is sent in between may be stored
 * before what was sent in it. ILIAS sends that by a request that it does not wait for, says "false", and runs two such side by side (SCORM 2004, 7.10,
 * run: 16 was stored behind 17, and 67 answers were 786 rows of its database after four such pages).
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { ACROSS_LAUNCHES, eachScorm } from '../each-habit.ts';
import { FIELD, write } from './fresh-session.ts';
import { MemorySeal } from './memory-seal.ts';
import { TabbedComputer } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-30T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const SAVED_MS = 25_000;

describe.each(eachScorm({ of: ACROSS_LAUNCHES, also: ['ilias-2004'] }))('$id $standard', ({ id, standard }) => {
  test.each([0, 500])(
    'a server that stores what it got first %i ms later: the next launch opens, with her last words',
    async (slowness) => {
      const lms = new LmsDouble({ profile: id, standard });
      const computer = new TabbedComputer(lms, standard, new MemorySeal());
      const first = await computer.open();
      write(first.session, 'Tallennettu');
      await vi.advanceTimersByTimeAsync(SAVED_MS);
      write(first.session, 'Muutettu juuri ennen');
      await vi.advanceTimersByTimeAsync(500);
      lms.server.slowness = slowness;
      await first.page.closeInSteps(async () => {
        await vi.advanceTimersByTimeAsync(2_000);
        lms.server.fault = 'offline';
      });
      Object.assign(lms.server, { fault: undefined, slowness: 0 });
      await vi.advanceTimersByTimeAsync(10_000);
      const second = await computer.open();
      expect([second.session.phase, textOf(second.session.store.answers, FIELD)]).toEqual(['open', 'Muutettu juuri ennen']);
      expect(second.session.conflicts).toEqual([]);
    },
  );
});

test('ILIAS, which sends in `beforeunload` and says "false", is told nothing more while that may be under way', async () => {
  const lms = new LmsDouble({ profile: 'ilias-2004', standard: 'scorm2004' });
  const { page, session } = await new TabbedComputer(lms, 'scorm2004', new MemorySeal()).open();
  await vi.advanceTimersByTimeAsync(SAVED_MS);
  write(session, 'Muutettu juuri ennen');
  await vi.advanceTimersByTimeAsync(500);
  const before = lms.server.log.length;
  await page.closeInSteps(async () => {
    await vi.advanceTimersByTimeAsync(900);
    expect(lms.server.log.slice(before).map(({ transport }) => transport)).toEqual(['asynchronous']);
  });
});
