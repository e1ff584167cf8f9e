/** What did not fit into an LMS, and another computer that saves what fits: the words stay at the computer where they were written. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import { Scorm2004Tracker } from '../../src/tracking/scorm/scorm2004-tracker.ts';
import { MemoryStorage } from './memory.ts';
import { startedInLms } from './started-in-lms.ts';

const FIELD = 'a.thoughts.first';
const SECOND = 'b.colleague.meaning';
const random = seededRandom(3);
const noise = (length: number): string => Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
let lms: LmsDouble;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-28T08:00:00Z') });
  lms = new LmsDouble({ profile: 'strict-2004-3rd', standard: 'scorm2004', onFreeze: (ms) => vi.setSystemTime(Date.now() + ms) });
});
afterEach(() => vi.useRealTimers());

async function opened(storage: MemoryStorage): Promise<{ page: DoubleSession; session: CourseSession }> {
  const page = lms.launch({ attempt: 'hers', learner: { id: '7', name: 'Kirjastonen, Aino' } });
  const window = page.window as unknown as Window;
  const session = startedInLms(window, new Scorm2004Tracker({ page: window }), undefined, storage);
  await vi.advanceTimersByTimeAsync(5_000);
  return { page, session };
}

test.each([false, true])(
  'long words that did not fit are still there after she has worked at another computer (the page crashes: %s)',
  async (crashes) => {
    const [home, office] = [new MemoryStorage(), new MemoryStorage()];
    const long = noise(9_000);
    const first = await opened(home);
    first.session.store.change({ [FIELD]: 'Mahtuu' });
    await vi.advanceTimersByTimeAsync(20_000);
    first.session.store.change({ [SECOND]: long });
    await vi.advanceTimersByTimeAsync(60_000);
    const { status } = first.session;
    expect(status).toMatchObject({ state: 'not-saved', reason: 'full', local: true });
    if (crashes) first.page.crash();
    else first.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    const there = await opened(office);
    expect(there.session.lacksWords).toBe(true);
    there.session.store.change({ [FIELD]: 'Mahtuu yhä' });
    await vi.advanceTimersByTimeAsync(20_000);
    there.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    const again = await opened(home);
    expect([textOf(again.session.store.answers, FIELD), textOf(again.session.store.answers, SECOND)]).toEqual(['Mahtuu yhä', long]);
  },
);

test('where next to nothing is left, the names of the computers that she has used give way to her words', async () => {
  const first = await opened(new MemoryStorage());
  const words = noise(9_000);
  let length = 0;
  // As many of them as leave some forty characters.
  for (let left = 4_000; left > 45; left = (first.session.roomLeft ?? 0) * 4_000) {
    length += Math.max(1, Math.floor((left - 42) / 1.5));
    first.session.store.change({ [SECOND]: words.slice(0, length) });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(first.session.status.state).toBe('saved');
    expect(length).toBeLessThan(words.length);
  }
  const text = textOf(first.session.store.answers, SECOND);
  first.page.close();
  await vi.advanceTimersByTimeAsync(5_000);
  for (let computer = 2; computer <= 12; computer += 1) {
    const { page, session } = await opened(new MemoryStorage());
    await vi.advanceTimersByTimeAsync(20_000);
    expect([computer, session.status.state, textOf(session.store.answers, SECOND) === text]).toEqual([computer, 'saved', true]);
    page.close();
    await vi.advanceTimersByTimeAsync(5_000);
  }
});
