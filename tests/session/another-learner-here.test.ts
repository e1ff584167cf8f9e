/** Two learners share a browser, and the first has left the course open: the LMS stores what her page sends for the second, who is logged in. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import type { Turn } from '../../src/tracking/tracker.ts';
import { Scorm2004Tracker } from '../../src/tracking/scorm/scorm2004-tracker.ts';
import { course as sample } from './fixture-course.ts';
import { SlowTracker, startedIn, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage } from './memory.ts';
import { startedInLms } from './started-in-lms.ts';

const FIELD = 'a.thoughts.first';
const aino = { attempt: 'of-aino', learner: { id: '7', name: 'Kirjastonen, Aino' } };
const onni = { attempt: 'of-onni', learner: { id: '8', name: 'Lainaaja, Onni' } };

let lms: LmsDouble;
let storage: MemoryStorage;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-28T08:00:00Z') });
  lms = new LmsDouble({
    profile: 'ilias-2004-session',
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

test('nor does it write where that one has opened another part of the course, which the LMS may store for her too', async () => {
  const whole = 'https://example.org/licence';
  const opensPart = (learner: (typeof aino)['learner'], key: string): Promise<CourseSession> => {
    const tracker = new SlowTracker();
    tracker.launch = { ...tracker.launch, learner, limits: { ...tracker.launch.limits, storesForLogin: true } };
    const course = { ...sample, id: `${whole}/osa/${key}`, part: { of: whole, key } };
    return startedIn({ tracker, storage, locks: new MemoryLocks() }, { course });
  };
  const first = await opensPart(aino.learner, 'a');
  await opensPart(onni.learner, 'b');
  write(first, 'Ainon uusi');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(first.status).toMatchObject({ state: 'not-saved', reason: 'session-ended' });
});

test('the learner who came after is saved where the browser has no room to note that it is she', async () => {
  await opened(aino);
  storage.full = true;
  const second = await opened(onni);
  await written(second, 'Onnin oma');
  expect(second.session.status.state).toBe('saved');
});

test('a learner who has two objects of an LMS open that puts the object behind her id is saved from both', async () => {
  const first = await opened({ attempt: 'in-one', learner: { ...aino.learner, id: '7_o_12' } });
  await opened({ attempt: 'in-other', learner: { ...aino.learner, id: '7_o_13' } });
  await written(first, 'Ainon oma');
  expect(first.session.status.state).toBe('saved');
});

test('a save in the middle of which the page has slept is not gone on with once another learner has come', async () => {
  const limits = { receipts: true, storesAfterCompletion: true, storesForLogin: true };
  const locks = new MemoryLocks();
  const lmsOf = (learner: (typeof aino)['learner']): SlowTracker => {
    const tracker = new SlowTracker();
    tracker.launch = { ...tracker.launch, learner, limits };
    return tracker;
  };
  const ainos = lmsOf(aino.learner);
  const first = await startedIn({ tracker: ainos, storage, locks });
  const commit = ainos.save.bind(ainos);
  let wakes = (): void => undefined;
  ainos.save = async (snapshot, turn?: Turn) => {
    await new Promise<void>((awake) => (wakes = awake));
    return turn?.isOver ? { result: 'not-saved', reason: 'refused', retry: true } : commit(snapshot);
  };
  write(first, 'Ainon uusi');
  await vi.advanceTimersByTimeAsync(5_000);
  await startedIn({ tracker: lmsOf(onni.learner), storage, locks: new MemoryLocks() });
  const saves = ainos.saves.length;
  wakes();
  await vi.advanceTimersByTimeAsync(100);
  expect(ainos.saves).toHaveLength(saves);
  expect(first.status).toMatchObject({ state: 'not-saved', reason: 'session-ended' });
});
