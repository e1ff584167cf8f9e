/** What is answered in a later launch is listed too, however the LMS counts what it has: the Moodle app counts twelve of fourteen. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { habitsOf, lmsProfile } from '../../../src/simulator/lms-profiles.ts';
import { eachHabit } from '../../each-habit.ts';
import { everyScorm } from '../../every-scorm.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

const FIRST = Array.from({ length: 14 }, (_, index) => `b.q${String(index).padStart(2, '0')}`);
const keeping = everyScorm.filter(({ id, standard }) => {
  const { interactions, keepsOnly } = habitsOf(lmsProfile(id), standard).keeping;
  return interactions !== 'not-kept' && keepsOnly === undefined;
});

test.each(eachHabit(keeping))('$id, $standard', async ({ id, standard }) => {
  const lms = lmsOf(id, standard);
  const listed = (): string[] =>
    Object.entries(lms.stored().values).flatMap(([element, value]) => (/(student|learner)_response$/.test(element) ? [value.trim()] : []));
  const answers = async (learner: ScormLearner, texts: Readonly<Record<string, string>>): Promise<void> => {
    learner.write(texts);
    for (let save = 0; save < 10; save += 1) {
      await learner.save();
      await vi.advanceTimersByTimeAsync(5_000);
    }
  };
  const first = await ScormLearner.in(lms, standard);
  await answers(first, Object.fromEntries(FIRST.map((field) => [field, `Ensin ${field.slice(3)}`])));
  await first.closeTab();
  const later = await ScormLearner.in(lms, standard);
  await answers(later, { 'b.q13': 'Toisin', 'b.q14': 'Uusi' });
  expect(listed()).toEqual(expect.arrayContaining(['Ensin 00', 'Ensin 12', 'Toisin', 'Uusi']));
  expect(listed()).not.toContain('Ensin 13');
});
