/** Whoever only looks in for a moment leaves the report as it was: what trainers read of her answers, and the days of her classes. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { habitsOf, lmsProfile } from '../../src/simulator/lms-profiles.ts';
import { everyScorm } from '../every-scorm.ts';
import { reportedIn } from './found-in-report.ts';
import { write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

const LIST = 'b.ideas.ideas';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const keeping = everyScorm.filter(({ id, standard }) => {
  const { interactions, keepsOnly } = habitsOf(lmsProfile(id), standard).keeping;
  return interactions !== 'not-kept' && keepsOnly === undefined;
});

describe.each(keeping)('$id $standard', ({ id, standard }) => {
  test.each([500, 2_500, 10_000])('after %i ms', async (milliseconds) => {
    const lms = new LmsDouble({ profile: id, standard });
    const { page, session } = await new TabbedComputer(lms, standard).open();
    write(session, 'Ensin');
    // More than a beacon takes together with the state.
    for (let row = 1; row <= 24; row += 1)
      session.store.change({
        [`${LIST}.k${String(row).padStart(3, '0')}`]: String(row),
        [`${LIST}.k${String(row).padStart(3, '0')}.what`]: 'Ajatus. '.repeat(370),
      });
    await vi.advanceTimersByTimeAsync(90_000);
    page.close();
    await vi.advanceTimersByTimeAsync(25_000);
    const before = reportedIn(lms);
    expect(before).toContain('class.a1.earned = 2026-11-29');
    const again = await new TabbedComputer(lms, standard).glance(milliseconds);
    again.page.close();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(reportedIn(lms)).toEqual(before);
  });
});
