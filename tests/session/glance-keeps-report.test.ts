/** Whoever only looks in for a moment leaves the report as it was: what trainers read of her answers, and the days of her classes. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile } from '../../src/simulator/lms-profiles.ts';
import type { StoredAttempt } from '../../src/simulator/lms-server.ts';
import { ACROSS_LAUNCHES, eachHabit } from '../each-habit.ts';
import { everyScorm } from '../every-scorm.ts';
import { inNpmTest } from '../fewest-with-each.ts';
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

/** Habits by which a list survives a visit: how it travels, whether it may be read, and what a request with one row does to the others. */
const OF_LISTS = [
  ...ACROSS_LAUNCHES,
  'limits.interactionsStartAtZero',
  'answers.readingInteractions',
  'answers.countsByName',
  'keeping.blanksInteractionsOnSet',
  'keeping.rewritesLists',
] as const;

/** What an LMS holds of her first session, what its report shows, and when that was. */
interface Left {
  readonly stored: StoredAttempt;
  readonly onDevice: Readonly<Record<string, string>> | undefined;
  readonly report: readonly string[];
  readonly at: number;
}

async function firstSession(lms: LmsDouble, standard: ScormStandard): Promise<Left> {
  const { page, session } = await new TabbedComputer(lms, standard).open();
  write(session, 'Ensin');
  // More than a beacon takes together with the state: 71,000 bytes, in letters of three bytes, of which there are fewer to pack.
  for (let row = 1; row <= 24; row += 1)
    session.store.change({
      [`${LIST}.k${String(row).padStart(3, '0')}`]: String(row),
      [`${LIST}.k${String(row).padStart(3, '0')}.what`]: '–'.repeat(990),
    });
  await vi.advanceTimersByTimeAsync(90_000);
  page.close();
  await vi.advanceTimersByTimeAsync(25_000);
  return { stored: lms.stored(), onDevice: lms.server.device.read('attempt-1'), report: reportedIn(lms), at: Date.now() };
}

/** For how long: each length in each standard, in Chamilo, which keeps only what a request has, all of them; each night so in every LMS. */
const glances = inNpmTest(
  eachHabit(keeping, { of: OF_LISTS }).flatMap((lms) => [500, 2_500, 10_000].map((milliseconds) => ({ lms, milliseconds }))),
  ({ lms: { id, standard }, milliseconds }) => [`${id} ${standard}`, `${milliseconds} ${standard}`],
  ({ lms }) => lms.id === 'chamilo',
);

describe.each([...new Set(glances.map(({ lms }) => lms))])('$id $standard', ({ id, standard }) => {
  const lengths = glances.filter(({ lms }) => lms.id === id && lms.standard === standard).map(({ milliseconds }) => milliseconds);
  // Once for all glances: packing so much takes its time.
  let left: Left | undefined;

  test.each(lengths)('after %i ms', async (milliseconds) => {
    left ??= await firstSession(new LmsDouble({ profile: id, standard }), standard);
    expect(left.report).toContain('class.a1.earned = 2026-11-29');
    vi.setSystemTime(left.at);
    const lms = new LmsDouble({ profile: id, standard });
    lms.server.put('attempt-1', left.stored);
    lms.server.device.write('attempt-1', left.onDevice);
    const again = await new TabbedComputer(lms, standard).glance(milliseconds);
    again.page.close();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(reportedIn(lms)).toEqual(left.report);
  });
});
