/** Frappe LMS and Fuse: being told "completed" makes them forget the learner's answers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { note, textOf } from '../../src/course/answers.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { course } from './fixture-course.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, within, placesOf } from './memory.ts';

let tracker: MemoryTracker;
let storage: MemoryStorage;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
  tracker = new MemoryTracker();
  tracker.wipesOnCompletion = true;
  storage = new MemoryStorage();
});
afterEach(() => vi.useRealTimers());

async function started(wipesOnCompletion = true): Promise<CourseSession> {
  const session = new CourseSession({
    course: { ...course, wipesOnCompletion },
    tracker,
    ...placesOf(storage),
    tabId: 'tab-1',
    random: () => 0.5,
    createLock: new MemoryLocks().create,
  });
  await within(0, session.start());
  return session;
}

async function earned(session: CourseSession): Promise<void> {
  session.store.change({ 'a.thoughts.first': 'Kirjasto' });
  await vi.advanceTimersByTimeAsync(3000);
}

test('completion is not told, and nothing is wiped, until the learner has chosen', async () => {
  const session = await started();
  await earned(session);
  expect(session.progress).toMatchObject({ licence: true, complete: false, awaitsCopy: true });
  session.lifecycle.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(tracker.saves.some(({ snapshot }) => snapshot.complete)).toBe(false);
  expect(textOf(tracker.launch.state?.answers ?? new Map(), 'a.thoughts.first')).toBe('Kirjasto');
});

test('a later launch asks again what was not chosen', async () => {
  const session = await started();
  await earned(session);
  session.lifecycle.end();
  const again = await started();
  expect(again.progress.awaitsCopy).toBe(true);
});

test('once she has chosen the LMS is told, the note remembers it, and nobody calls the answers saved', async () => {
  const session = await started();
  await earned(session);
  session.takeDown({ [note.copy]: 'file' });
  await vi.advanceTimersByTimeAsync(3000);
  expect(tracker.last?.complete).toBe(true);
  expect(textOf(tracker.last?.answers ?? new Map(), note.copy)).toBe('file');
  expect(session.progress).toMatchObject({ complete: true, awaitsCopy: false });
  expect(session.status.state).toBe('sent');
});

test('the copy in this browser outlives completion, and the next launch finds the answers in it', async () => {
  const session = await started();
  await earned(session);
  session.takeDown({ [note.copy]: 'none' });
  await vi.advanceTimersByTimeAsync(3000);
  session.lifecycle.end();
  await vi.advanceTimersByTimeAsync(0);
  expect(tracker.launch.state).toBeUndefined();
  const again = await started();
  expect(again.phase).toBe('open');
  expect(textOf(again.store.answers, 'a.thoughts.first')).toBe('Kirjasto');
  expect(again.progress).toMatchObject({ complete: true, awaitsCopy: false });
});

test('an LMS that was seen to wipe is treated so without a word in course.yaml', async () => {
  tracker.launch = { ...tracker.launch, limits: { ...tracker.launch.limits, wipesOnCompletion: true } };
  const session = await started(false);
  await earned(session);
  expect(session.progress).toMatchObject({ complete: false, awaitsCopy: true });
});

test('without an LMS there is nothing to wipe and nothing to wait for', async () => {
  tracker.launch = { ...tracker.launch, limits: { ...tracker.launch.limits, thisBrowserOnly: true } };
  const session = await started();
  await earned(session);
  expect(session.progress).toMatchObject({ complete: true, awaitsCopy: false });
});
