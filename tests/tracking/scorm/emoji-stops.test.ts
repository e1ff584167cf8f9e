/**
 * An LMS whose database takes three bytes a character at most: Moodle and Totara sites that began with `utf8_general_ci` (Totara 12.9.1, run; Moodle
 * recommends to convert it, and asks for nothing). One emoji in one answer, and no commit that has it is ever stored whole.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LmsDouble } from '../../../src/simulator/in-memory/lms-double.ts';
import { unpackState } from '../../../src/tracking/state/state-codec.ts';
import { commits } from './scorm-calls.ts';
import { lmsOf, ScormLearner, settled } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

const WITH = 'Hymiö 😀 ja 👩🏽‍🏫, ä';
const WITHOUT = 'Hymiö □ ja □□\u200d□, ä';

const oldDatabase = (standard: 'scorm12' | 'scorm2004'): LmsDouble => lmsOf('totara-12', standard);
const responses = (lms: LmsDouble): string[] =>
  Object.entries(lms.stored().values).flatMap(([element, value]) =>
    /(student|learner)_response$/.test(element) && value.trim() ? [value.trim()] : [],
  );

test.each(['scorm12', 'scorm2004'] as const)(
  '%s: told without its emoji all is saved, and nothing is lost of what she reads herself',
  async (standard) => {
    const lms = oldDatabase(standard);
    const learner = await ScormLearner.in(lms, standard);
    expect(await learner.save()).toMatchObject({ result: 'saved' });
    await vi.advanceTimersByTimeAsync(3000);
    learner.write({ 'b.one': WITH, 'b.two': 'Jälkimmäinen' });
    expect(await learner.save()).toMatchObject({ result: 'saved' });
    expect(responses(lms)).toEqual([WITHOUT, 'Jälkimmäinen']);
    expect(unpackState(lms.stored().values['cmi.suspend_data'] ?? '')).toMatchObject({ state: { answers: learner.answers } });
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(learner.page.calls).length;
    expect(await learner.write({ 'b.two': 'Toinen 😀' }).save()).toMatchObject({ result: 'saved' });
    expect(commits(learner.page.calls).length - before).toBe(1);
  },
);

test('the next launch finds it out anew, and is saved too', async () => {
  const lms = oldDatabase('scorm12');
  const first = await ScormLearner.in(lms, 'scorm12');
  await first.write({ 'b.one': WITH }).save();
  await first.closeTab();
  const again = await ScormLearner.in(lms, 'scorm12');
  expect(again.launch.state?.answers).toEqual(first.answers);
  expect(await again.save()).toMatchObject({ result: 'saved' });
});

test('a server that is down for a while is no reason to leave emoji out', async () => {
  const lms = lmsOf('totara', 'scorm12');
  const learner = await ScormLearner.in(lms, 'scorm12');
  await learner.save();
  await vi.advanceTimersByTimeAsync(3000);
  lms.server.fault = 'unavailable';
  expect(await learner.write({ 'b.one': WITH }).save()).toMatchObject({ result: 'not-saved' });
  lms.server.fault = undefined;
  await vi.advanceTimersByTimeAsync(3000);
  expect(await learner.save()).toMatchObject({ result: 'saved' });
  expect(responses(lms)).toEqual([WITH]);
});

test('nor is one that meets an error of its own with each commit for a while', async () => {
  const lms = lmsOf('totara', 'scorm12');
  const learner = await ScormLearner.in(lms, 'scorm12');
  await learner.save();
  await vi.advanceTimersByTimeAsync(3000);
  const failing = vi.spyOn(lms.server, 'store').mockReturnValue({ result: 'refused' });
  expect(await learner.write({ 'b.one': WITH }).save()).toMatchObject({ result: 'not-saved' });
  failing.mockRestore();
  await vi.advanceTimersByTimeAsync(3000);
  expect(await learner.save()).toMatchObject({ result: 'saved' });
  expect(responses(lms)).toEqual([WITH]);
});

test('2004: an emoji of the author’s in a question or a class stops nothing', async () => {
  const lms = oldDatabase('scorm2004');
  const learner = await ScormLearner.in(lms, 'scorm2004');
  await learner.save();
  await vi.advanceTimersByTimeAsync(3000);
  const { interactions, classes, ...rest } = learner.write({ 'b.one': 'Ä' }).snapshot();
  const told = {
    ...rest,
    interactions: interactions.map((one) => ({ ...one, description: `Hymy 😀 ${one.description}` })),
    classes: classes.map((one) => ({ ...one, title: `${one.title} 🎓` })),
  };
  expect(await settled(learner.begin(told))).toMatchObject({ result: 'saved' });
  const { values } = lms.stored();
  expect(Object.keys(values).filter((element) => /^cmi\.(objectives|interactions)\.\d+\.description$/.test(element))).not.toEqual([]);
});
