/** The trial of how long a response may be stands in the place of interaction 0: it is gone before the page can go, while the first save is packed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';
import { sets } from './scorm-calls.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
  // A slow computer: each step of packing takes a millisecond.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test.each(['moodle', 'ilias-1.2-checked', 'totara'] as const)(
  '%s: closed while the first save is packed, the class that was earned is still told',
  async (profile) => {
    const lms = lmsOf(profile, 'scorm12');
    const first = await ScormLearner.in(lms, 'scorm12');
    first.answers = new Map([...FINNISH_ANSWERS].slice(0, 20));
    first.earned = new Map([['A1', Date.UTC(2026, 8, 30)]]);
    await first.save();
    await first.closeTab();
    const told = { ...lms.stored().values };
    expect(told['cmi.interactions.0.id']).toBe('class.a1.earned');

    const again = await ScormLearner.in(lms, 'scorm12');
    again.earned = first.earned;
    // So much that it is packed in several slices.
    const more = [...FINNISH_ANSWERS].slice(20).map(([id, { text }]) => [id, text] as const);
    const saving = again.write(Object.fromEntries(more)).begin();
    for (let step = 0; step < 20_000 && !sets(again.page.calls).some(([, value]) => value === 'trial'); step++)
      await vi.advanceTimersToNextTimerAsync();
    expect(sets(again.page.calls).some(([, value]) => value === 'trial')).toBe(true);
    expect(again.page.calls.some(({ call }) => call === 'Commit')).toBe(false);
    await again.closeTab();
    await saving;
    const now = lms.stored().values;
    expect([now['cmi.interactions.0.id'], now['cmi.interactions.0.student_response']?.slice(0, 20)]).toEqual([
      'class.a1.earned',
      told['cmi.interactions.0.student_response'],
    ]);
  },
);

test('Chamilo, which keeps of interactions only those that a request has, is tried with none, and still gets long answers whole', async () => {
  const lms = lmsOf('chamilo', 'scorm12');
  const learner = await ScormLearner.in(lms, 'scorm12');
  await learner.write({ 'b.channels.help': 'Pitkä vastaus. '.repeat(100).trim() }).save();
  expect(sets(learner.page.calls).map(([, value]) => value)).not.toContain('trial');
  expect(Object.values(lms.stored().values)).toContain('Pitkä vastaus. '.repeat(100).trim());
});
