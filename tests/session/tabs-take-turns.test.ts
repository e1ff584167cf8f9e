/** Two and three tabs of one browser. */
import { expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { TabLock } from '../../src/session/copy/tab-lock.ts';
import { FIELD, freshSurroundings, SlowTracker, startedIn, takenOver, write } from './fresh-session.ts';

const fresh = freshSurroundings();
const told = (session: CourseSession): string[] => session.conflicts.map(({ other }) => other.text);

/** A tab whose copy was removed from this browser, and another that was opened then. */
async function besideRemovedCopy(): Promise<{ first: CourseSession; second: SlowTracker; other: CourseSession }> {
  const first = await startedIn(fresh);
  write(first, 'Ennen poistoa');
  await vi.advanceTimersByTimeAsync(4000);
  await first.removeFromBrowser();
  const second = new SlowTracker();
  second.launch = fresh.tracker.launch;
  const other = await startedIn(fresh, { tracker: second });
  return { first, second, other };
}

test('what was saved after the copy was removed from this browser is not written over by a tab that was opened before', async () => {
  const { first, second, other } = await besideRemovedCopy();
  expect(other.phase).toBe('elsewhere');
  write(first, 'Tunnin työ, LMS:ssä tallessa');
  await vi.advanceTimersByTimeAsync(4000);
  expect(textOf(fresh.tracker.last?.answers ?? new Map(), FIELD)).toBe('Tunnin työ, LMS:ssä tallessa');
  await takenOver(other);
  await vi.advanceTimersByTimeAsync(4000);
  const after = second.last === undefined ? 'nothing written' : textOf(second.last.answers, FIELD);
  expect(['nothing written', 'Tunnin työ, LMS:ssä tallessa']).toContain(after);
});

test('last words that no save has had come along to the other tab, though the copy was removed', async () => {
  const { first, other } = await besideRemovedCopy();
  write(first, 'Viimeiset sanat', 'a.thoughts.secret');
  await vi.advanceTimersByTimeAsync(500);
  await takenOver(other);
  first.lifecycle.end();
  await vi.advanceTimersByTimeAsync(4000);
  expect(textOf(other.store.answers, 'a.thoughts.secret')).toBe('Viimeiset sanat');
});

test('a tab that is stale itself vouches for nothing to a third one', async () => {
  const isFrozen = { current: false };
  const createLock = (name: string, lost: () => void): TabLock => fresh.locks.create(name, () => void (isFrozen.current || lost()));
  const first = await startedIn(fresh, { createLock });
  const [second, third] = [new SlowTracker(), new SlowTracker()];
  second.launch = third.launch = fresh.tracker.launch;
  const two = await startedIn(fresh, { tracker: second });
  const three = await startedIn(fresh, { tracker: third });
  fresh.storage.full = true;
  fresh.storage.database.habits.aborts = true;
  write(first, 'Tallessa LMS:ssä');
  await vi.advanceTimersByTimeAsync(4000);
  isFrozen.current = true;
  await takenOver(two);
  expect(two.phase).toBe('stale');
  await takenOver(three);
  await vi.advanceTimersByTimeAsync(4000);
  expect(three.phase).toBe('stale');
  expect(third.saves).toHaveLength(0);
});

test('half of a character is no second version of what she wrote', async () => {
  const first = await startedIn(fresh);
  write(first, 'Katkennut \ud83d');
  await vi.advanceTimersByTimeAsync(4000);
  const second = new SlowTracker();
  second.launch = fresh.tracker.launch;
  const other = await startedIn(fresh, { tracker: second });
  await takenOver(other);
  await vi.advanceTimersByTimeAsync(4000);
  await takenOver(first);
  expect(told(first)).toEqual([]);
});

test('what she has chosen between is not asked again when the tab takes the course back', async () => {
  const at = Date.now() - 60_000;
  fresh.tracker.launch = {
    ...fresh.tracker.launch,
    state: { answers: new Map([[FIELD, { text: 'Tämä jää', at }]]), revision: 3 },
    unread: [[FIELD, { text: 'Lukematta jäänyt', at: at - 1000 }]],
  };
  const first = await startedIn(fresh);
  expect(told(first)).toEqual(['Lukematta jäänyt']);
  const [conflict] = first.conflicts;
  if (conflict) first.resolve(conflict, 'current');
  await vi.advanceTimersByTimeAsync(4000);
  const second = new SlowTracker();
  const { unread: _unread, ...launch } = fresh.tracker.launch;
  second.launch = launch;
  const other = await startedIn(fresh, { tracker: second });
  await takenOver(other);
  expect(told(other)).toEqual([]);
  await takenOver(first);
  expect(told(first)).toEqual([]);
});

test('her own older words, which no LMS has yet, are no other version when the tab takes the course back', async () => {
  const first = await startedIn(fresh);
  await vi.advanceTimersByTimeAsync(2000);
  const second = new SlowTracker();
  second.launch = fresh.tracker.launch;
  fresh.tracker.answer = second.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
  write(first, 'Alku');
  await vi.advanceTimersByTimeAsync(5000);
  const other = await startedIn(fresh, { tracker: second });
  await takenOver(other);
  write(other, 'Aivan muuta');
  await vi.advanceTimersByTimeAsync(5000);
  await takenOver(first);
  expect(textOf(first.store.answers, FIELD)).toBe('Aivan muuta');
  expect(told(first)).toEqual([]);
});

test('words of which the other tab could know nothing are asked about when the tab takes the course back', async () => {
  const isFrozen = { current: false };
  const createLock = (name: string, lost: () => void): TabLock => fresh.locks.create(name, () => void (isFrozen.current || lost()));
  const first = await startedIn(fresh, { createLock });
  await vi.advanceTimersByTimeAsync(2000);
  const second = new SlowTracker();
  second.launch = fresh.tracker.launch;
  fresh.tracker.answer = second.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
  // Less than it takes for a copy, and then an LMS that freezes the page.
  write(first, 'Ensin');
  isFrozen.current = true;
  const other = await startedIn(fresh, { tracker: second });
  const taking = other.takeOver();
  await vi.advanceTimersByTimeAsync(350);
  await taking;
  write(other, 'Toisessa');
  await vi.advanceTimersByTimeAsync(5000);
  isFrozen.current = false;
  first.lifecycle.hide();
  await takenOver(first);
  expect([textOf(first.store.answers, FIELD), ...told(first)].sort()).toEqual(['Ensin', 'Toisessa']);
});

test.each([
  ['had the course before', true],
  ['was waiting', false],
])('a tab that %s writes nothing over what an LMS without receipts has, though no copy tells of it any more', async (_which, hadIt) => {
  const noReceipts = { receipts: false, replaces: true, storesAfterCompletion: true };
  fresh.tracker.launch = { ...fresh.tracker.launch, limits: noReceipts };
  const [waits, works] = [fresh.tracker, new SlowTracker()];
  works.launch = waits.launch;
  waits.answer = works.answer = ({ revision }) => ({ result: 'sent', revision });
  const first = await startedIn(fresh, { tracker: hadIt ? waits : works });
  const second = await startedIn(fresh, { tracker: hadIt ? works : waits });
  if (hadIt) await takenOver(second);
  const [waiting, working] = hadIt ? [first, second] : [second, first];
  await vi.advanceTimersByTimeAsync(4000);
  const before = waits.saves.length;
  await Promise.all([working.removeFromBrowser(), vi.advanceTimersByTimeAsync(1000)]);
  write(working, 'Tunnin työ, LMS:ssä tallessa');
  await vi.advanceTimersByTimeAsync(5000);
  working.lifecycle.end();
  expect(textOf(works.last?.answers ?? new Map(), FIELD)).toBe('Tunnin työ, LMS:ssä tallessa');
  await vi.advanceTimersByTimeAsync(1000);
  await takenOver(waiting);
  await vi.advanceTimersByTimeAsync(5000);
  expect(waiting.phase).toBe('stale');
  expect(waits.saves).toHaveLength(before);
});
