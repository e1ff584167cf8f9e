/** A course that is there before the LMS's page around it has been put together. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { untilPlayerStands } from '../../../src/tracking/scorm/wait-for-player.ts';
import { lmsOf, ScormLearner, settled } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 28, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

const STANDARDS = ['scorm12', 'scorm2004'] as const;

test.each(STANDARDS)('%s in Opigno, opened early: she finds her words, and nothing is asked or set before that', async (standard) => {
  const lms = lmsOf('opigno', standard);
  const first = await ScormLearner.in(lms, standard);
  await first.write({ 'b.one': 'Jo tallessa' }).save();
  await first.closeTab();

  const page = lms.launch({ early: true });
  const again = new ScormLearner(page, standard);
  const opening = again.open();
  await vi.advanceTimersByTimeAsync(5000);
  expect(page.calls).toEqual([]);
  page.stands();
  const launch = await opening;

  expect(launch.learner.id).toBe('aino.k');
  expect(launch.state?.answers).toEqual(first.answers);
});

test.each(STANDARDS)(
  '%s in Opigno on a connection so slow that the page stands too late: she is asked before anything is saved',
  async (standard) => {
    const lms = lmsOf('opigno', standard);
    const first = await ScormLearner.in(lms, standard);
    await first.write({ 'b.one': 'Jo tallessa' }).save();
    await first.closeTab();

    const again = new ScormLearner(lms.launch({ early: true }), standard);
    expect((await again.open()).doubtful).toBe(true);
  },
);

describe('a page that is never done', () => {
  test('with an API, the course opens all the same', async () => {
    const learner = new ScormLearner(lmsOf('strict-1.2', 'scorm12').launch({ early: true }), 'scorm12');
    expect((await learner.open()).learner.id).toBe('aino.k');
  });

  test('without one, it is waited for longer, and not for ever', async () => {
    const begun = Date.now();
    await settled(untilPlayerStands(pageOf({ parent: pageOf({ readyState: 'loading' }) }), () => undefined));
    expect(Date.now() - begun).toBeGreaterThan(10_000);
  });
});

describe('which pages are waited for', () => {
  test('none that stands, and none of another origin', async () => {
    const begun = Date.now();
    const stranger = Object.defineProperty(pageOf({}), 'document', { get: () => throwing() });
    const standing = pageOf({ readyState: 'interactive', endedAt: 120, parent: stranger });
    await settled(untilPlayerStands(pageOf({ readyState: 'loading', parent: standing }), () => standing));
    expect(Date.now() - begun).toBeLessThan(1000);
  });

  test('none around a course whose LMS is in the window that opened it, as where a script writes the new window and never closes it', async () => {
    const begun = Date.now();
    const opener = pageOf({});
    await settled(untilPlayerStands(pageOf({ parent: pageOf({ readyState: 'loading' }), opener }), () => opener));
    expect(Date.now() - begun).toBeLessThan(1000);
  });

  test('the window that opened the course, where it has no API yet', async () => {
    const opener = pageOf({ readyState: 'loading' });
    let api = false;
    let over = false;
    void untilPlayerStands(pageOf({ opener }), () => (api ? opener : undefined)).then(() => (over = true));
    await vi.advanceTimersByTimeAsync(1000);
    expect(over).toBe(false);
    api = true;
    opener.dispatchEvent(new Event('DOMContentLoaded'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(over).toBe(true);
  });

  test('one far above the course, until its own listeners have been told', async () => {
    const top = pageOf({ readyState: 'interactive', endedAt: 0 });
    const order: string[] = [];
    const waiting = untilPlayerStands(pageOf({ parent: pageOf({ parent: top }) }), () => top).then(() => order.push('course'));
    top.addEventListener('DOMContentLoaded', () => setTimeout(() => order.push('player'), 0));
    await vi.advanceTimersByTimeAsync(1000);
    top.dispatchEvent(new Event('DOMContentLoaded'));
    await settled(waiting);
    expect(order).toEqual(['player', 'course']);
  });
});

interface PageLike {
  readonly readyState?: DocumentReadyState;
  /** When `DOMContentLoaded` was over; 0 where it was not. */
  readonly endedAt?: number;
  readonly parent?: Window;
  readonly opener?: Window;
}

function pageOf({ readyState = 'complete', endedAt = 0, parent, opener }: PageLike): Window {
  const page = Object.assign(new EventTarget(), {
    document: { readyState },
    performance: { getEntriesByType: () => [{ domContentLoadedEventEnd: endedAt }] },
  });
  return Object.assign(page, { parent: parent ?? page, top: parent ?? page, opener: opener ?? null }) as unknown as Window;
}

function throwing(): never {
  throw new DOMException('Blocked a frame', 'SecurityError');
}
