/**
 * Two computers whose clocks are wrong by minutes to years, in both directions, and may be set while the course is open: whatever is written at
 * either, with and without a connection, one after the other. No text vanishes unasked: it is shown, offered, or was replaced by who saw it.
 */
import { expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import { FIELD, freshSurroundings, startedIn, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage, placesOf } from './memory.ts';

const fresh = freshSurroundings();
const FIELDS = [FIELD, 'b.colleague.meaning'] as const;
const MINUTE = 60_000;
const YEARS = 3 * 365 * 24 * 60;

test.each(Array.from({ length: 42 }, (_, seed) => seed + 1))('seed %i', async (seed) => {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  /** As often a few minutes as some years. */
  const wrong = (): number => pick([-1, 0, 1]) * Math.round(YEARS ** random()) * MINUTE;
  const computers = [new MemoryStorage(), new MemoryStorage()].map((storage) => ({ storage, offset: wrong() }));
  const living = new Set<string>();
  const told: string[] = [];
  let count = 0;

  async function session(computer: (typeof computers)[number], use: (open: CourseSession) => Promise<void>): Promise<void> {
    const open = await startedIn(fresh, {
      ...placesOf(computer.storage),
      createLock: new MemoryLocks().create,
      now: () => Date.now() + computer.offset,
    });
    if (open.phase === 'stale') open.goOnAnyway();
    await vi.advanceTimersByTimeAsync(100);
    expect(open.phase).toBe('open');
    await use(open);
    open.lifecycle.end();
    await vi.advanceTimersByTimeAsync(Math.round(random() * 5) * MINUTE + 1000);
  }

  const work = async (open: CourseSession, computer: (typeof computers)[number]): Promise<void> => {
    for (let step = 0; step < 1 + random() * 4; step += 1) {
      const isOnline = random() < 0.5;
      fresh.tracker.answer = ({ revision }) =>
        isOnline ? { result: 'saved', revision } : { result: 'not-saved', reason: 'offline', retry: true };
      if (random() < 0.2) computer.offset = wrong();
      const field = pick(FIELDS);
      const shown = textOf(open.store.answers, field);
      const text = `teksti ${String((count += 1))} ${'x'.repeat(Math.floor(random() * 5))}`;
      living.delete(shown);
      living.add(text);
      told.push(
        `${computers.indexOf(computer)} ${isOnline ? 'on' : 'off'} ${String(computer.offset / MINUTE)} min: "${shown}" -> "${text}"`,
      );
      write(open, text, field);
      await vi.advanceTimersByTimeAsync(pick([500, 5_000, 70_000]));
    }
  };

  for (let sessions = 0; sessions < 6; sessions += 1) {
    const computer = pick(computers);
    await session(computer, (open) => work(open, computer));
  }
  fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
  const there = new Set<string>();
  for (const computer of [...computers, ...computers]) {
    await session(computer, async (open) => {
      await vi.advanceTimersByTimeAsync(20_000);
      for (const field of FIELDS) there.add(textOf(open.store.answers, field));
      for (const { other } of open.conflicts) there.add(other.text);
    });
  }
  const lost = [...living].filter((text) => !there.has(text));
  expect(lost, told.join('\n')).toEqual([]);
});
