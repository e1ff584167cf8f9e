/** In an LMS stands what a later release has written, and she only looks in with this one: the next launch is handed the same. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ProfileId } from '../../src/simulator/lms-profiles.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { eachScorm } from '../each-habit.ts';
import { FIELD, takenOver, write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

const LATER = 'Z of a later release';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

/** @returns the LMS, and the computer at which she wrote before */
async function writtenInLater(profile: ProfileId, standard: ScormStandard): Promise<{ lms: LmsDouble; computer: TabbedComputer }> {
  const lms = new LmsDouble({ profile, standard });
  const computer = new TabbedComputer(lms, standard);
  const { page, session } = await computer.open();
  write(session, 'Ensin');
  await vi.advanceTimersByTimeAsync(25_000);
  page.close();
  await vi.advanceTimersByTimeAsync(25_000);
  const stored = lms.stored();
  lms.server.put('attempt-1', { ...stored, values: { ...stored.values, 'cmi.suspend_data': LATER } });
  return { lms, computer };
}

describe.each(eachScorm())('$id $standard', ({ id, standard }) => {
  test.each(['close', 'crash'] as const)('after a %s', async (ends) => {
    const { lms } = await writtenInLater(id, standard);
    const { page } = await new TabbedComputer(lms, standard).open();
    await vi.advanceTimersByTimeAsync(25_000);
    page[ends]();
    await vi.advanceTimersByTimeAsync(25_000);
    const { session } = await new TabbedComputer(lms, standard).open();
    expect(session.kept).toEqual([{ name: 'lms-state', content: LATER }]);
    expect(lms.stored()).toMatchObject({ completed: false, values: { 'cmi.suspend_data': LATER } });
  });
});

test.each(['openolat', 'opigno', 'chamilo'] as const)('%s: nor does what this browser had saved before go over it', async (profile) => {
  const { lms, computer } = await writtenInLater(profile, 'scorm12');
  computer.died();
  const again = await computer.open();
  await vi.advanceTimersByTimeAsync(25_000);
  expect([again.session.phase, textOf(again.session.store.answers, FIELD)]).toEqual(['open', 'Ensin']);
  again.page.close();
  await vi.advanceTimersByTimeAsync(25_000);
  expect(lms.stored().values['cmi.suspend_data']).toBe(LATER);
  // What she writes then goes over it, and what is here with it.
  computer.died();
  const last = await computer.open();
  write(last.session, 'Sitten', 'b.colleague.meaning');
  await vi.advanceTimersByTimeAsync(25_000);
  last.page.close();
  await vi.advanceTimersByTimeAsync(25_000);
  const { store } = (await new TabbedComputer(lms).open()).session;
  expect([textOf(store.answers, FIELD), textOf(store.answers, 'b.colleague.meaning')]).toEqual(['Ensin', 'Sitten']);
});

test('a second tab takes over from one in which nothing was written, and nothing newer is said to be missing', async () => {
  const computer = new TabbedComputer((await writtenInLater('moodle', 'scorm12')).lms);
  await computer.open();
  const { session } = await computer.open();
  await takenOver(session);
  expect(session.phase).toBe('open');
});

test('a player that ends the session by itself does so, with nothing else than it has', async () => {
  const { lms } = await writtenInLater('opigno', 'scorm12');
  const { page } = await new TabbedComputer(lms).open();
  page.close();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(page.calls.at(-1)).toMatchObject({ call: 'Finish', answer: 'true' });
  expect(page.calls.filter(({ element }) => element === 'cmi.suspend_data').map(({ call }) => call)).toEqual(['GetValue']);
  expect(lms.stored().values).toMatchObject({ 'cmi.suspend_data': LATER, 'cmi.core.lesson_status': 'incomplete' });
});
