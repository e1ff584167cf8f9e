/** Two learners share a browser, and the first has left the course open: the LMS stores what her page sends for the second, who is logged in. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import { Scorm2004Tracker } from '../../src/tracking/scorm/scorm2004-tracker.ts';
import { MemoryStorage } from './memory.ts';
import { startedInLms } from './started-in-lms.ts';

const FIELD = 'a.thoughts.first';
const aino = { attempt: 'of-aino', learner: { id: '7', name: 'Kirjastonen, Aino' } };
const onni = { attempt: 'of-onni', learner: { id: '8', name: 'Lainaaja, Onni' } };

let lms: LmsDouble;
let storage: MemoryStorage;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-28T08:00:00Z') });
  lms = new LmsDouble({
    profile: 'ilias-2004',
    standard: 'scorm2004',
    onFreeze: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds),
  });
  storage = new MemoryStorage();
});
afterEach(() => vi.useRealTimers());

async function opened(launch: typeof aino): Promise<{ page: DoubleSession; session: CourseSession }> {
  const page = lms.launch(launch);
  const window = page.window as unknown as Window;
  const session = startedInLms(window, new Scorm2004Tracker({ page: window }), undefined, storage);
  await vi.advanceTimersByTimeAsync(5_000);
  return { page, session };
}

async function written({ session }: { readonly session: CourseSession }, text: string): Promise<void> {
  session.store.change({ [FIELD]: text });
  await vi.advanceTimersByTimeAsync(10_000);
}

const shownTo = async (launch: typeof aino): Promise<string> => {
  const { page, session } = await opened(launch);
  const text = textOf(session.store.answers, FIELD);
  page.close();
  await vi.advanceTimersByTimeAsync(1_000);
  return text;
};

test('what the page sends that was left open is not stored over the work of the learner who came after', async () => {
  const first = await opened(aino);
  await written(first, 'Ainon oma');
  const second = await opened(onni);
  await written(second, 'Onnin oma');
  second.page.close();
  await vi.advanceTimersByTimeAsync(60_000);
  first.page.close();
  await vi.advanceTimersByTimeAsync(1_000);
  storage = new MemoryStorage();
  expect(await shownTo(onni)).toBe('Onnin oma');
  expect(await shownTo(aino)).toBe('Ainon oma');
});

test('what is written there is said not to be saved, and is there when its learner opens the course again', async () => {
  const first = await opened(aino);
  await written(first, 'Ainon oma');
  const second = await opened(onni);
  await written(second, 'Onnin oma');
  await written(first, 'Ainon uusi');
  expect(first.session.status).toMatchObject({ state: 'not-saved', reason: 'session-ended', local: true });
  first.page.close();
  second.page.close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await shownTo(onni)).toBe('Onnin oma');
  expect(await shownTo(aino)).toBe('Ainon uusi');
});
