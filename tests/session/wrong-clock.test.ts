/** A computer whose clock is wrong all the time: of two versions of a text that did not know each other none is dropped unasked. */
import { expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { FIELD, freshSurroundings, startedIn, write } from './fresh-session.ts';
import { MemoryLocks } from './memory.ts';

const fresh = freshSurroundings();
const MINUTE = 60_000;

/** Something is saved; what is written after that reaches no LMS. @param hadText in the field before */
async function writtenOffline(hadText: boolean): Promise<void> {
  const open = await startedIn(fresh);
  if (hadText) write(open, 'Tallessa');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(open.status.state).toBe('saved');
  fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
  write(open, 'Kirjastossa, ilman verkkoa');
  await vi.advanceTimersByTimeAsync(10_000);
  open.lifecycle.end();
  await vi.advanceTimersByTimeAsync(100);
  fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
}

function writtenElsewhere(text: string, at: number): void {
  const { state } = fresh.tracker.launch;
  const answers = new Map(state?.answers).set(FIELD, { text, at });
  fresh.tracker.launch = { ...fresh.tracker.launch, state: { answers, revision: (state?.revision ?? 0) + 5 } };
}

test.each([false, true])('behind or ahead of the other computer by an hour (written before: %s)', async (hadText) => {
  await writtenOffline(hadText);
  writtenElsewhere('Kotona', Date.now() - 60 * MINUTE);
  const again = await startedIn(fresh, { createLock: new MemoryLocks().create });
  expect([textOf(again.store.answers, FIELD), ...again.conflicts.map(({ other }) => other.text)].sort()).toEqual([
    'Kirjastossa, ilman verkkoa',
    'Kotona',
  ]);
});

test.each([false, true])('nobody is asked where nothing was written elsewhere (written before: %s)', async (hadText) => {
  await writtenOffline(hadText);
  const again = await startedIn(fresh, { createLock: new MemoryLocks().create });
  expect(textOf(again.store.answers, FIELD)).toBe('Kirjastossa, ilman verkkoa');
  expect(again.conflicts).toEqual([]);
});
