/** One test by name for each rule of the last save, in the events of a page that is left. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpackState } from '../../../src/tracking/state/state-codec.ts';
import { commits, sets } from './scorm-calls.ts';
import { lmsOf, ScormLearner, settled } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('leaving', () => {
  test('the time of the session is set once, right before Finish', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.closeTab();
    const times = learner.page.calls
      .map(({ call, element }) => (element === 'cmi.core.session_time' ? 'time' : call))
      .filter((call) => call === 'time' || call === 'Commit' || call === 'Finish');
    expect(times.slice(-3)).toEqual(['Commit', 'time', 'Finish']);
    expect(times.filter((call) => call === 'time')).toHaveLength(1);
    expect(lms.stored().seconds).toBe(61);
  });

  test('ILIAS 1.2 hears nothing of Finish in a tab that closes: the time of the session is in each commit before', async () => {
    const lms = lmsOf('ilias-1.2-checked', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.closeTab();
    expect(lms.stored().seconds).toBe(61);
  });

  test.each(['scorm12', 'scorm2004'] as const)(
    '%s: the state is the first thing set when the page closes, since Open edX lets only the first out',
    async (standard) => {
      const learner = await ScormLearner.in(lmsOf('open-edx', standard), standard);
      await learner.save();
      await vi.advanceTimersByTimeAsync(3000);
      const from = learner.page.calls.length;
      learner.complete = true;
      await learner.write({ 'b.one': 'Viimeiset sanat' }).closeTab();
      expect(sets(learner.page.calls.slice(from))[0]?.[0]).toBe('cmi.suspend_data');
    },
  );

  test('close does all that matters before its first await, and only once', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    void learner.write({ 'b.one': 'Viime hetkellä' }).close();
    expect(unpackState(lms.stored().values['cmi.suspend_data'] ?? '')).toMatchObject({ state: { answers: learner.answers } });
    void learner.close();
    expect(learner.page.calls.filter(({ call }) => call === 'Finish')).toHaveLength(1);
  });

  test('ILIAS hears what is committed in beforeunload, since it hears nothing in pagehide', async () => {
    const lms = lmsOf('ilias-1.2-checked', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    learner.write({ 'b.one': 'Kesken' });
    await learner.closeTab();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('after an outage a closing sends what is new, not the whole model again, which a beacon would not take', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    const texts = Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [`x.f${index}`, `Vastaus ${index}: ${'sanoja ja ääniä '.repeat(40)}`]),
    );
    await learner.write(texts).save();
    lms.server.fault = 'unavailable';
    await learner.write({ 'x.f0': 'Muuttui katkolla' }).save();
    lms.server.fault = undefined;
    await learner.closeTab();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('inside a click nothing is committed', async () => {
    const lms = lmsOf('ilias-1.2-checked', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(learner.page.calls).length;
    let during = -1;
    let saving: Promise<unknown> = Promise.resolve();
    learner.page.click(() => {
      saving = learner.write({ 'b.one': 'x' }).begin();
      during = commits(learner.page.calls).length;
    });
    await settled(saving);
    expect(during).toBe(before);
    expect(commits(learner.page.calls)).toHaveLength(before + 1);
  });

  test('nor where there is nothing to probe, and so nothing that leads out of the click', async () => {
    const page = lmsOf('ilias-1.2-checked', 'scorm12').launch();
    Object.assign(page.window, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const learner = new ScormLearner(page, 'scorm12');
    await learner.open();
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(page.calls).length;
    page.window.event = { type: 'click' };
    const saving = learner.write({ 'b.one': 'x' }).begin();
    for (let microtask = 0; microtask < 50; microtask++) await Promise.resolve();
    expect(commits(page.calls)).toHaveLength(before);
    page.window.event = undefined;
    expect(await settled(saving)).toMatchObject({ result: 'saved' });
  });

  test('a place of any length is a location that fits', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.place = `b/b.${'x'.repeat(400)}`;
    await learner.save();
    expect(lms.stored().values['cmi.core.lesson_location']).toMatch(/^b\.b\.x{200,250}$/);
  });

  test('the location has only characters that no LMS stumbles over', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.place = "b/b.channels'ä";
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    expect(lms.stored().values['cmi.core.lesson_location']).toMatch(/^[A-Za-z0-9_.-]+$/);
  });
});
