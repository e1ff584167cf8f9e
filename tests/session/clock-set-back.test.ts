/** The computer's clock is set back while the course is open: what is written then is no older than what was saved before. */
import { expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { FIELD, freshSurroundings, startedIn, write } from './fresh-session.ts';
import { MemoryLocks } from './memory.ts';

const HOUR = 3_600_000;
const OTHER = 'a.thoughts.secret';
const fresh = freshSurroundings();

/** Something is saved, the clock is set back by an hour, and what is written after that reaches no LMS. @param hadText in the field before */
async function writtenAfterSetBack(hadText: boolean): Promise<void> {
  const open = await startedIn(fresh);
  await vi.advanceTimersByTimeAsync(2000);
  write(open, 'Tallessa', hadText ? FIELD : OTHER);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(open.status.state).toBe('saved');
  vi.setSystemTime(Date.now() - HOUR);
  fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
  await vi.advanceTimersByTimeAsync(60_000);
  write(open, 'Kirjastossa, ilman verkkoa');
  await vi.advanceTimersByTimeAsync(60_000);
  open.lifecycle.end();
  await vi.advanceTimersByTimeAsync(100);
  fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
}

test.each([false, true])('both texts are there where the field was written elsewhere too (written before: %s)', async (hadText) => {
  await writtenAfterSetBack(hadText);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  const before = fresh.tracker.launch.state;
  const at = Math.max(Date.now(), (before?.answers.get(FIELD)?.at ?? 0) + 5000);
  const answers = new Map(before?.answers).set(FIELD, { text: 'Kotona', at });
  fresh.tracker.launch = { ...fresh.tracker.launch, state: { answers, revision: (before?.revision ?? 0) + 5 } };
  const again = await startedIn(fresh, { createLock: new MemoryLocks().create });
  expect(textOf(again.store.answers, FIELD)).toBe('Kotona');
  expect(again.conflicts.map(({ other }) => other.text)).toEqual(['Kirjastossa, ilman verkkoa']);
});

test('nobody is asked where nothing was written elsewhere', async () => {
  await writtenAfterSetBack(true);
  const again = await startedIn(fresh, { createLock: new MemoryLocks().create });
  expect(textOf(again.store.answers, FIELD)).toBe('Kirjastossa, ilman verkkoa');
  expect(again.conflicts).toEqual([]);
});
