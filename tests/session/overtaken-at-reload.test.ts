/**
 * F5: the last request of the page that goes is slow, and comes behind the first save of the page that is loaded in its place. What the LMS has then is
 * older than what it said to have stored.
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
const SLOW_MS = 2_000;

describe.each(eachScorm({ of: ACROSS_LAUNCHES }))('$id $standard', ({ id, standard }) => {
  /** A page that F5 has loaded, and behind whose first save the last request of the one before has come. */
  async function reloaded(browser: LmsDouble['browser']) {
    const lms = new LmsDouble({ profile: id, standard });
    lms.browser = browser;
    const computer = new TabbedComputer(lms, standard, new MemorySeal());
    const first = await computer.open();
    write(first.session, 'Tallennettu');
    await vi.advanceTimersByTimeAsync(SAVED_MS);
    write(first.session, 'Muutettu juuri ennen');
    await vi.advanceTimersByTimeAsync(500);
    lms.server.slowness = SLOW_MS;
    first.page.close();
    lms.server.slowness = 0;
    const second = await computer.open();
    await vi.advanceTimersByTimeAsync(SLOW_MS);
    return { lms, computer, second };
  }

  test.each(['chromium', 'firefox'] as const)(
    'closed soon after in %s, it opens again, and every computer has the text',
    async (browser) => {
      const { lms, computer, second } = await reloaded(browser);
      await vi.advanceTimersByTimeAsync(15_000);
      if (browser === 'chromium') await second.page.closeInSteps(() => vi.advanceTimersByTimeAsync(5));
      else second.page.close();
      await vi.advanceTimersByTimeAsync(10_000);
      const third = await computer.open();
      expect([third.session.phase, textOf(third.session.store.answers, FIELD)]).toEqual(['open', 'Muutettu juuri ennen']);
      expect(third.session.conflicts).toEqual([]);
      await vi.advanceTimersByTimeAsync(SAVED_MS);
      third.page.close();
      await vi.advanceTimersByTimeAsync(10_000);
      const elsewhere = await new TabbedComputer(lms, standard).open();
      expect(textOf(elsewhere.session.store.answers, FIELD)).toBe('Muutettu juuri ennen');
    },
  );

  test('a browser that dies after a while has told all of it', async () => {
    const { lms, computer, second } = await reloaded('firefox');
    await vi.advanceTimersByTimeAsync(90_000);
    second.page.crash();
    computer.died();
    const third = await computer.open();
    expect(third.session.phase).toBe('open');
    const elsewhere = await new TabbedComputer(lms, standard).open();
    expect(textOf(elsewhere.session.store.answers, FIELD)).toBe('Muutettu juuri ennen');
  });
});
