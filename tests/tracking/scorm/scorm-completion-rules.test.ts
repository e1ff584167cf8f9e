/** One test by name for each rule on completion. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { StatusWhenComplete } from '../../../src/course/course.ts';
import type { ScormStandard } from '../../../src/simulator/lms-profile.ts';
import { unpackState } from '../../../src/tracking/state/state-codec.ts';
import type { DoubleSession } from '../../../src/simulator/in-memory/lms-double.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';
import { sets } from './scorm-calls.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('completion', () => {
  test('goes out in the same commit as the last answers, since Chamilo stores nothing after it', async () => {
    const lms = lmsOf('chamilo-locking', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    learner.complete = true;
    await learner.write({ 'b.one': 'Viimeinen', '@completed': '2026-11-24T08:00:00.000Z' }).save();
    await vi.advanceTimersByTimeAsync(3000);
    const { values } = lms.stored();
    expect(values['cmi.core.lesson_status']).toBe('completed');
    expect(unpackState(values['cmi.suspend_data'] ?? '')).toMatchObject({ state: { answers: learner.answers } });
    expect(learner.launch.limits.storesAfterCompletion).toBe(false);
  });

  test('is never taken back: the next session says completed again, whatever the LMS answers', async () => {
    const lms = lmsOf('open-edx', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.complete = true;
    await learner.write({ '@completed': '2026-11-24T08:00:00.000Z' }).save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.closeTab();
    const again = await ScormLearner.in(lms, 'scorm12');
    again.complete = true;
    await again.save();
    expect(sets(again.page.calls).filter(([element]) => element === 'cmi.core.lesson_status')).toEqual([
      ['cmi.core.lesson_status', 'completed'],
    ]);
  });

  test('is told by the word that the course was set to, behind the score', async () => {
    const words = async (standard: ScormStandard, statusWhenComplete: StatusWhenComplete): Promise<(readonly [string, string])[]> => {
      const lms = lmsOf(standard === 'scorm12' ? 'strict-1.2' : 'strict-2004', standard);
      const learner = new ScormLearner(lms.launch(), standard, { statusWhenComplete });
      await learner.open();
      learner.complete = true;
      await learner.write({ '@completed': '2026-11-24T08:00:00.000Z' }).save();
      const told = sets(learner.page.calls).filter(([element]) => /^cmi\.(?!objectives).*(score\.raw|_status)$/.test(element));
      return told.filter(([, word]) => word !== 'incomplete');
    };
    const score = ['cmi.core.score.raw', '100'];
    expect(await words('scorm12', 'completed')).toEqual([score, ['cmi.core.lesson_status', 'completed']]);
    expect(await words('scorm12', 'passed')).toEqual([score, ['cmi.core.lesson_status', 'passed']]);
    expect(await words('scorm2004', 'passed')).toEqual([
      ['cmi.score.raw', '100'],
      ['cmi.success_status', 'passed'],
      ['cmi.completion_status', 'completed'],
    ]);
  });

  test('that an LMS says is believed even where our state is gone', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    lms.server.put('attempt-1', { values: { 'cmi.core.lesson_status': 'completed' }, launches: 1, seconds: 0, completed: true });
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    expect(lms.stored().values['cmi.core.lesson_status']).toBe('completed');
  });

  test('whose commit failed is sent again in Moodle, by way of "passed" and never of "incomplete"', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    lms.server.fault = 'unavailable';
    learner.complete = true;
    expect(await learner.write({ 'b.one': 'x', '@completed': '2026-11-24T08:00:00.000Z' }).save()).toMatchObject({ result: 'not-saved' });
    lms.server.fault = undefined;
    const from = learner.page.calls.length;
    expect(await learner.save()).toMatchObject({ result: 'saved' });
    expect(lms.stored().values).toMatchObject({ 'cmi.core.lesson_status': 'completed' });
    expect(Number(lms.stored().values['cmi.core.score.raw'])).toBe(100);
    const statuses = sets(learner.page.calls.slice(from)).filter(([element]) => element === 'cmi.core.lesson_status');
    expect(statuses.map(([, value]) => value)).toEqual(['passed', 'completed']);
  });
});

describe('completion that went out as the page went out of sight', () => {
  async function completedInHiding(page: DoubleSession): Promise<ScormLearner> {
    const learner = new ScormLearner(page, 'scorm12');
    await learner.open();
    await learner.write({ 'b.one': 'Alku' }).save();
    await vi.advanceTimersByTimeAsync(3000);
    learner.complete = true;
    learner.write({ 'b.one': 'Viimeinen' });
    page.window.document.addEventListener('visibilitychange', () => void learner.save('hidden'), { once: true });
    page.hide();
    await vi.advanceTimersByTimeAsync(3000);
    return learner;
  }

  test('by a beacon that was lost goes out again when the tab is closed unseen', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const page = lms.launch();
    page.window.document.addEventListener('visibilitychange', () => (lms.server.fault = 'offline'), { once: true });
    const learner = await completedInHiding(page);
    lms.server.fault = undefined;
    await learner.closeTab();
    expect(lms.stored().values['cmi.core.lesson_status']).toBe('completed');
    // Completed without a score would be a grade of 0.
    expect(Number(lms.stored().values['cmi.core.score.raw'])).toBe(100);
  });

  test('and was swallowed by an LMS that said "true" goes out again when the page is seen', async () => {
    const lms = lmsOf('ilias-1.2-checked', 'scorm12');
    const page = lms.launch();
    const { LMSSetValue, LMSCommit } = page.api12;
    const isHidden = (): boolean => page.window.document.visibilityState === 'hidden';
    Object.assign(page.api12, {
      LMSSetValue: (element: string, value: string) => (isHidden() ? 'true' : LMSSetValue.call(page.api12, element, value)),
      LMSCommit: (nothing: string) => (isHidden() ? 'true' : LMSCommit.call(page.api12, nothing)),
    });
    const learner = await completedInHiding(page);
    page.show();
    await learner.save();
    expect(lms.stored().values['cmi.core.lesson_status']).toBe('completed');
  });

  test('is not doubted once a commit with it was answered: no other status is sent after it', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const page = lms.launch();
    const learner = await completedInHiding(page);
    page.show();
    await learner.save();
    const from = page.calls.length;
    page.window.document.addEventListener('visibilitychange', () => void learner.save('hidden'), { once: true });
    page.hide();
    await vi.advanceTimersByTimeAsync(3000);
    page.show();
    await learner.write({ 'b.two': 'Vielä' }).save();
    await learner.closeTab();
    expect(sets(page.calls.slice(from)).filter(([element, value]) => /status$/.test(element) && value === 'passed')).toEqual([]);
    expect(lms.stored().values['cmi.core.lesson_status']).toBe('completed');
  });
});
