import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { note } from '../../src/course/answers.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { beginTest, END_TEST, isTesting, verdicts, type PromiseName, type Verdict } from '../../src/session/storage-test.ts';
import { course } from './fixture-course.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, within, placesOf } from './memory.ts';

const PLACE = 'tekniset-tiedot';

let tracker: MemoryTracker;
let storage: MemoryStorage;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
  tracker = new MemoryTracker();
  storage = new MemoryStorage();
});
afterEach(() => vi.useRealTimers());

async function started(): Promise<CourseSession> {
  const session = new CourseSession({
    course,
    tracker,
    ...placesOf(storage),
    tabId: 'tab-1',
    random: () => 0.5,
    createLock: new MemoryLocks().create,
  });
  await within(0, session.start());
  await vi.advanceTimersByTimeAsync(2000);
  return session;
}

async function begun(): Promise<CourseSession> {
  const session = await started();
  session.takeDown(beginTest(PLACE, Date.now()));
  await vi.advanceTimersByTimeAsync(3000);
  return session;
}

async function left(session: CourseSession): Promise<void> {
  const leaving = session.exit();
  await vi.advanceTimersByTimeAsync(5000);
  await leaving;
}

const of = (session: CourseSession): Readonly<Record<PromiseName, Verdict>> => verdicts(session, PLACE);

test('before the test only what the launch itself has shown is known', async () => {
  const session = await started();
  expect(of(session)).toEqual({
    lms: 'kept',
    limits: 'kept',
    save: 'open',
    whole: 'open',
    place: 'open',
    elsewhere: 'open',
    exit: 'open',
    completion: 'open',
  });
});

test('in the launch that began it the save is known, and what comes back is not yet', async () => {
  const session = await begun();
  expect(of(session)).toMatchObject({ save: 'kept', whole: 'open', place: 'open', exit: 'open', completion: 'kept' });
});

test('at the next launch everything that the LMS kept is green, and nothing of it was reported', async () => {
  await left(await begun());
  expect(tracker.last?.interactions.some(({ id }) => id.startsWith('@'))).toBe(false);
  expect(tracker.last?.complete).toBe(false);
  const session = await started();
  expect(session.place).toBe(PLACE);
  expect(of(session)).toMatchObject({ whole: 'kept', place: 'kept', exit: 'kept', elsewhere: 'open', completion: 'kept' });
});

test('a browser that has seen nothing of it proves another computer', async () => {
  await left(await begun());
  storage = new MemoryStorage();
  expect(of(await started())).toMatchObject({ whole: 'kept', elsewhere: 'kept' });
});

test('a text that only this browser remembers is red: the LMS handed over nothing', async () => {
  tracker.answer = ({ revision }) => ({ result: 'sent', revision });
  const session = await begun();
  expect(of(session).save).toBe('open');
  await left(session);
  tracker.launch = { ...tracker.launch, state: undefined };
  expect(of(await started())).toMatchObject({ whole: 'broken', place: 'broken', exit: 'broken', elsewhere: 'open' });
});

test('a text that came back in other letters is red', async () => {
  await left(await begun());
  const answers = new Map(tracker.last?.answers);
  const text = answers.get(note.testText);
  answers.set(note.testText, { at: text?.at ?? 0, text: text?.text.replaceAll('ä', '?') ?? '' });
  tracker.launch = { ...tracker.launch, state: { answers, revision: 99 } };
  expect(of(await started())).toMatchObject({ whole: 'broken', place: 'kept' });
});

test('a window that was closed by its cross leaves the exit red', async () => {
  const session = await begun();
  session.lifecycle.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(of(await started())).toMatchObject({ whole: 'kept', exit: 'broken' });
});

test('an LMS that refuses, or is full, or has completed the course by itself, is red', async () => {
  tracker.answer = () => ({ result: 'not-saved', reason: 'full', retry: false });
  tracker.launch = { ...tracker.launch, finished: true };
  const session = await begun();
  expect(of(session)).toMatchObject({ limits: 'broken', save: 'broken', completion: 'broken' });
});

test('without an LMS the first promise is red', async () => {
  tracker.launch = { ...tracker.launch, limits: { ...tracker.launch.limits, thisBrowserOnly: true } };
  expect(of(await started()).lms).toBe('broken');
});

test('looking in can still say that an earlier test came back', async () => {
  await left(await begun());
  tracker.launch = { ...tracker.launch, mode: 'browse' };
  expect(of(await started())).toMatchObject({ save: 'open', whole: 'kept', place: 'kept' });
});

test('a test that was ended leaves nothing behind to test', async () => {
  await left(await begun());
  const session = await started();
  session.takeDown(END_TEST);
  expect(isTesting(session)).toBe(false);
  expect(of(session)).toMatchObject({ whole: 'open', exit: 'open' });
});

test('the last ten saves are remembered for support, with the reason and the words of the LMS', async () => {
  tracker.answer = () => ({ result: 'not-saved', reason: 'refused', retry: true, detail: 'LMSCommit answered false – 101' });
  const session = await started();
  for (let save = 0; save < 12; save += 1) {
    session.lifecycle.reconnect();
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(session.support.saves).toHaveLength(10);
  expect(session.support.saves.at(-1)).toMatchObject({ result: 'not-saved', reason: 'refused', detail: 'LMSCommit answered false – 101' });
  expect(session.support).toMatchObject({ tracker: { API: 'memory' }, keepsCopy: true });
});
