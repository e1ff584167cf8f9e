/** Moodle adds up the time in its page, and makes the page that F5 loads before the old one's Finish has come. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ScormStandard } from '../../../src/simulator/lms-profile.ts';
import type { DoubleSession, LmsDouble } from '../../../src/simulator/in-memory/lms-double.ts';
import { lmsOf, ScormLearner, settled } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Seconds of each session. */
const SESSION = 61;
const bertta = { id: 'bertta.k', name: 'Kirjastonen, Bertta' };

/** A page on which something was written and stored. */
async function opened(page: DoubleSession, standard: ScormStandard): Promise<ScormLearner> {
  const learner = new ScormLearner(page, standard);
  await learner.open();
  await learner.write({ 'c.path.need': `Sanat ${String(Date.now())}` }).save();
  return learner;
}

/** The course's two calls, in the two events. */
function endsWith(learner: ScormLearner): ScormLearner {
  const { window } = learner.page;
  window.addEventListener('beforeunload', () => void learner.leave('leaving'), { once: true });
  window.addEventListener('pagehide', () => void learner.close(), { once: true });
  return learner;
}

async function reloaded(learner: ScormLearner, standard: ScormStandard): Promise<ScormLearner> {
  const page = endsWith(learner).page.reload();
  await vi.advanceTimersByTimeAsync(2_000);
  return opened(page, standard);
}

async function closed(learner: ScormLearner, lms: LmsDouble): Promise<number> {
  await learner.closeTab();
  return lms.stored().seconds;
}

describe.each<ScormStandard>(['scorm12', 'scorm2004'])('%s', (standard) => {
  test('each session of a tab in which F5 was pressed again and again is in Moodle’s total', async () => {
    const lms = lmsOf('moodle', standard);
    const first = await opened(lms.launch(), standard);
    const second = await reloaded(first, standard);
    const third = await reloaded(second, standard);
    const fourth = await reloaded(third, standard);
    expect(await closed(fourth, lms)).toBe(4 * SESSION);
    expect(fourth.answers.get('c.path.need')?.text).toBe(
      (await opened(lms.launch(), standard)).launch.state?.answers.get('c.path.need')?.text,
    );
  });

  test('what the new page was handed is not told again', async () => {
    const lms = lmsOf('moodle', standard);
    const first = await opened(lms.launch(), standard);
    await closed(first, lms);
    const second = await opened(lms.launch(), standard);
    expect(await closed(await reloaded(second, standard), lms)).toBe(3 * SESSION);
    expect(await closed(await opened(lms.launch(), standard), lms)).toBe(4 * SESSION);
  });

  test('a page that ended before F5 has told all of it', async () => {
    const lms = lmsOf('moodle', standard);
    const first = await opened(lms.launch(), standard);
    await settled(first.close());
    expect(lms.stored().seconds).toBe(SESSION);
    expect(await closed(await opened(first.page.reload(), standard), lms)).toBe(2 * SESSION);
  });

  test('whoever logs in next in that browser gets no time of hers', async () => {
    const lms = lmsOf('moodle', standard);
    const first = await opened(lms.launch({ attempt: 'attempt-1' }), standard);
    const page = endsWith(first).page.reload(bertta);
    await vi.advanceTimersByTimeAsync(2_000);
    const before = lms.stored().seconds;
    expect(before).toBe(SESSION);
    // The double keeps both in one attempt: what the second page adds to the total that it was handed, which is none, is its own.
    expect(await closed(await opened(page, standard), lms)).toBe(SESSION);
  });

  test('an LMS that adds up by itself is told each session once', async () => {
    const lms = lmsOf(standard === 'scorm12' ? 'strict-1.2' : 'strict-2004', standard);
    const first = await opened(lms.launch(), standard);
    expect(await closed(await reloaded(first, standard), lms)).toBe(2 * SESSION);
  });

  test('where the browser bars storage, each session is told for itself', async () => {
    const lms = lmsOf('moodle', standard);
    const barred = {
      get: (): never => {
        throw new DOMException('barred', 'SecurityError');
      },
    };
    const page = lms.launch();
    Object.defineProperty(page.window, 'sessionStorage', barred);
    const next = endsWith(await opened(page, standard)).page.reload();
    await vi.advanceTimersByTimeAsync(2_000);
    Object.defineProperty(next.window, 'sessionStorage', barred);
    expect(await closed(await opened(next, standard), lms)).toBe(SESSION);
  });
});
