/** The state in the LMS cannot be read: what the LMS has of her beside it, answers for trainers and classes for HR, stays when she goes on. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { emptyAttempt } from '../../src/simulator/lms-server.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile, type ProfileId } from '../../src/simulator/lms-profiles.ts';
import { everyScorm } from '../every-scorm.ts';
import { completedIn, reportedIn } from './found-in-report.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

const LIST = 'b.ideas.ideas';
const DAMAGED = 'B damaged on the way';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

function writeIdea(session: CourseSession, text: string): void {
  session.store.change({ [`${LIST}.k001`]: '1', [`${LIST}.k001.what`]: text });
}

const keeping = everyScorm.filter(({ id, standard }) => {
  const habits = habitsOf(lmsProfile(id), standard).keeping;
  // One that writes a list anew loses rows of its own in each session.
  return habits.interactions !== 'not-kept' && habits.keepsOnly === undefined && !habits.rewritesLists;
});

/** Some LMSs keep of interactions only those that a session has set, or do not say how many there are. */
function isListing(id: ProfileId, standard: ScormStandard): boolean {
  const { keeping: kept, limits, answers } = habitsOf(lmsProfile(id), standard);
  const cannot = [
    limits.interactionsStartAtZero,
    answers.countsUpTo < 100,
    answers.emptyFor.includes('cmi.interactions._count'),
    answers.answersOnly !== undefined,
    kept.blanksInteractionsOnSet,
  ];
  return !cannot.some(Boolean);
}

describe.each(keeping)('$id $standard', ({ id, standard }) => {
  test('answers and classes that it lists stay, and her new ones are listed', async () => {
    const lms = new LmsDouble({ profile: id, standard });
    const before = await new TabbedComputer(lms, standard).open();
    write(before.session, 'Ensin');
    writeIdea(before.session, 'Eka idea');
    await vi.advanceTimersByTimeAsync(25_000);
    before.page.close();
    await vi.advanceTimersByTimeAsync(25_000);
    const [told, classes] = [reportedIn(lms), completedIn(lms)];
    expect(told).toContain(`${FIELD} = Ensin`);
    const { values } = lms.stored();
    lms.server.put('attempt-1', { ...lms.stored(), values: { ...values, 'cmi.suspend_data': DAMAGED } });
    const computer = new TabbedComputer(lms, standard);
    const { session, page } = await computer.open();
    expect(session.kept).toEqual([{ name: 'lms-state', content: DAMAGED }]);
    // A day later: what she answers anew does not take the day of her class.
    vi.setSystemTime(Date.parse('2026-11-30T08:00:00Z'));
    write(session, 'Uudestaan');
    for (const text of ['Sitten', 'Sitten ja vielä']) {
      writeIdea(session, text);
      await vi.advanceTimersByTimeAsync(25_000);
    }
    page.close();
    await vi.advanceTimersByTimeAsync(25_000);
    computer.died();
    const last = await computer.open();
    last.session.store.change({ 'b.map.map.n001': '1', 'b.map.map.n001.text': 'Uusi' });
    await vi.advanceTimersByTimeAsync(25_000);
    last.page.close();
    await vi.advanceTimersByTimeAsync(25_000);
    const ideas = reportedIn(lms).filter((answer) => answer.startsWith(LIST));
    expect(ideas.at(-1)).toContain('Sitten ja vielä');
    expect(reportedIn(lms)).toContain(`${FIELD} = Uudestaan`);
    if (!isListing(id, standard)) return;
    // Where the LMS tells which question it was, the new answer takes the place of the old one.
    const stays = told.filter((answer) => standard === 'scorm12' || answer.startsWith('class.'));
    expect(stays).toContain('class.a1.earned = 2026-11-29');
    expect(reportedIn(lms).filter((answer) => answer.startsWith('class.'))).toEqual(['class.a1.earned = 2026-11-29']);
    expect(reportedIn(lms)).toEqual(expect.arrayContaining(stays));
    expect(ideas).toEqual([...(standard === 'scorm12' ? [expect.stringContaining('Eka')] : []), expect.stringContaining('vielä')]);
    expect(completedIn(lms)).toEqual(expect.arrayContaining(classes));
    expect(textOf((await new TabbedComputer(lms, standard).open()).session.store.answers, `${LIST}.k001.what`)).toBe('Sitten ja vielä');
  });
});

test('where the LMS sends all of them with each save, they give way to her last words', async () => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm2004' });
  const lists = Array.from({ length: 100 }, (_, index) => [
    [`cmi.interactions.${index}.id`, `b.question.${String.fromCharCode(97 + (index % 26))}${index}x`],
    [`cmi.interactions.${index}.type`, 'long-fill-in'],
    [`cmi.interactions.${index}.learner_response`, 'Vanha vastaus. '.repeat(30)],
  ]).flat();
  lms.server.put('attempt-1', {
    ...emptyAttempt,
    values: Object.fromEntries([...lists, ['cmi.suspend_data', DAMAGED], ['cmi.exit', 'suspend']]),
  });
  const { session, page } = await new TabbedComputer(lms, 'scorm2004').open();
  write(session, 'Uusi vastaus. '.repeat(100));
  await vi.advanceTimersByTimeAsync(25_000);
  write(session, 'Viimeiset sanat');
  page.close();
  await vi.advanceTimersByTimeAsync(25_000);
  const again = await new TabbedComputer(lms, 'scorm2004').open();
  expect(textOf(again.session.store.answers, FIELD)).toBe('Viimeiset sanat');
});
