/** A launch that is older than what the LMS was known to have: its texts are no versions of another computer, and nobody is asked about them. */
import { expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { Launch, SaveOutcome } from '../../src/tracking/tracker.ts';
import { FIELD, freshSurroundings, SlowTracker, startedIn, takenOver, write } from './fresh-session.ts';
import { MemoryLocks } from './memory.ts';

const OTHER = 'b.colleague.meaning';
const fresh = freshSurroundings();
const offline = (): SaveOutcome => ({ result: 'not-saved', reason: 'offline', retry: true });

/** @returns what the LMS hands over from then on */
async function saved(open: CourseSession, text: string, by = fresh.tracker): Promise<Launch['state']> {
  write(open, text);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(open.status.state).toBe('saved');
  return by.last && { answers: by.last.answers, revision: by.last.revision };
}

/** What is written reaches no LMS. */
async function unsaved(open: CourseSession, text: string, by = fresh.tracker): Promise<void> {
  by.answer = offline;
  write(open, text);
  await vi.advanceTimersByTimeAsync(2_000);
}

function handedOver(state: Launch['state'], answer?: () => SaveOutcome): SlowTracker {
  const tracker = new SlowTracker();
  tracker.launch = { ...tracker.launch, state };
  if (answer) tracker.answer = answer;
  return tracker;
}

/** In a tab of its own, where no other one is open any more. */
const alone = (tracker: SlowTracker): Promise<CourseSession> => startedIn(fresh, { tracker, createLock: new MemoryLocks().create });

function seen({ phase, store, conflicts }: CourseSession): unknown[] {
  return [phase, textOf(store.answers, FIELD), conflicts.map(({ other }) => other.text)];
}

test('a tab that has waited while another one saved takes the work over', async () => {
  const one = await startedIn(fresh);
  const two = await startedIn(fresh, { tracker: handedOver(await saved(one, 'Ensin tämä')), tabId: 'tab-2' });
  expect(two.phase).toBe('elsewhere');
  await saved(one, 'Aivan muuta');
  await unsaved(one, 'Kolmas versio');
  await takenOver(two);
  expect(seen(two)).toEqual(['open', 'Kolmas versio', []]);
});

test('a launch out of a cache, and one that is none after it', async () => {
  const one = await startedIn(fresh);
  const old = await saved(one, 'Ensin tämä');
  const now = await saved(one, 'Aivan muuta');
  await unsaved(one, 'Kolmas versio');
  one.lifecycle.end();
  await vi.advanceTimersByTimeAsync(2_000);
  const cached = await alone(handedOver(old, offline));
  expect(seen(cached)).toEqual(['open', 'Kolmas versio', []]);
  cached.lifecycle.end();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(seen(await alone(handedOver(now)))).toEqual(['open', 'Kolmas versio', []]);
});

test('a page out of a cache that the Back button brings, though this browser has her last words, since it knows of no other machine’s', async () => {
  const limits = { ...fresh.tracker.launch.limits, replaces: true };
  fresh.tracker.launch = { ...fresh.tracker.launch, limits };
  const one = await startedIn(fresh);
  const old = await saved(one, 'Ensin tämä');
  // A closing page sends them, and hears no answer.
  fresh.tracker.closeNow = ({ revision }) => Promise.resolve({ result: 'sent', revision });
  write(one, 'Viimeinen sana');
  await vi.advanceTimersByTimeAsync(500);
  one.lifecycle.end();
  await vi.advanceTimersByTimeAsync(2_000);
  const cached = handedOver(old);
  cached.launch = { ...cached.launch, limits };
  const back = await startedIn(fresh, { tracker: cached, createLock: new MemoryLocks().create, cameBack: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect([back.phase, cached.saves]).toEqual(['stale', []]);
  back.lifecycle.end();
  await vi.advanceTimersByTimeAsync(2_000);
  const other = { text: 'Toisella koneella', at: Date.now() };
  const now = { answers: new Map([...(old?.answers ?? []), [OTHER, other] as const]), revision: (old?.revision ?? 0) + 5 };
  const again = await alone(handedOver(now));
  expect(seen(again)).toEqual(['open', 'Viimeinen sana', []]);
  expect(textOf(again.store.answers, OTHER)).toBe('Toisella koneella');
});

test('such a page too where nothing has reached the LMS in the session before it, and nothing was written', async () => {
  const limits = { ...fresh.tracker.launch.limits, replaces: true };
  fresh.tracker.launch = { ...fresh.tracker.launch, limits };
  const one = await startedIn(fresh);
  await saved(one, 'Ensin tämä');
  one.lifecycle.end();
  await vi.advanceTimersByTimeAsync(2_000);
  const old = fresh.tracker.launch.state;
  const inCache = { ...handedOver(old).launch, limits };
  const cut = Object.assign(handedOver(old, offline), { launch: inCache });
  const two = await startedIn(fresh, { tracker: cut, createLock: new MemoryLocks().create });
  await vi.advanceTimersByTimeAsync(2_000);
  two.lifecycle.end();
  await vi.advanceTimersByTimeAsync(2_000);
  const cached = Object.assign(handedOver(old), { launch: inCache });
  const back = await startedIn(fresh, { tracker: cached, createLock: new MemoryLocks().create, cameBack: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect([back.phase, cached.saves]).toEqual(['stale', []]);
});

test('such a page too where a login has emptied what this browser had kept, and the database with it', async () => {
  const limits = { ...fresh.tracker.launch.limits, replaces: true };
  fresh.tracker.launch = { ...fresh.tracker.launch, limits };
  const one = await startedIn(fresh);
  const old = await saved(one, 'Ensin tämä');
  await saved(one, 'Sitten tämä');
  one.lifecycle.end();
  await vi.advanceTimersByTimeAsync(2_000);
  fresh.storage.clear();
  fresh.storage.database.evict();
  const cached = handedOver(old);
  cached.launch = { ...cached.launch, limits };
  const back = await startedIn(fresh, { tracker: cached, createLock: new MemoryLocks().create, cameBack: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect([back.phase, cached.saves]).toEqual(['stale', []]);
});

test('a tab that was not told that another one took the work', async () => {
  const one = await startedIn(fresh);
  const state = await saved(one, 'Ensin tämä');
  const tracker = handedOver(state);
  const two = await alone(tracker);
  await saved(two, 'Aivan muuta', tracker);
  await unsaved(two, 'Kolmas versio', tracker);
  one.lifecycle.hide();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(seen(one)).toEqual(['open', 'Kolmas versio', []]);
});
