/** For tests of one LMS that keeps one state (SCORM), with the course open at several computers: each seals what it keeps after a session. */
import { expect, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { startedIn, type Surroundings } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage } from './memory.ts';
import { MemorySeal } from './memory-seal.ts';

const seal = new MemorySeal();

/** A computer of its own each time. */
export function computer({ tracker }: Surroundings): Surroundings {
  return { tracker, storage: new MemoryStorage(), locks: new MemoryLocks() };
}

/** Each page has what the LMS handed over at its launch; what it saves takes the place of all. */
export async function opened(at: Surroundings, options: Parameters<typeof startedIn>[1] = {}, replaces = true): Promise<CourseSession> {
  at.tracker.launch = { ...at.tracker.launch, limits: { ...at.tracker.launch.limits, replaces } };
  const starting = startedIn(at, { seal, createLock: new MemoryLocks().create, ...options });
  await vi.advanceTimersByTimeAsync(2_000);
  return starting;
}

export async function saved(page: CourseSession, texts: Readonly<Record<string, string>>): Promise<void> {
  page.store.change(texts);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(page.status.state).toBe('saved');
}

export async function closed(page: CourseSession): Promise<void> {
  page.lifecycle.end();
  await vi.advanceTimersByTimeAsync(2_000);
}

export async function worked(at: Surroundings, texts: Readonly<Record<string, string>>): Promise<void> {
  const page = await opened(at);
  await saved(page, texts);
  await closed(page);
}

export const texts = ({ store }: CourseSession, ...fields: string[]): string[] => fields.map((field) => textOf(store.answers, field));
export const inLms = ({ tracker }: Surroundings, ...fields: string[]): string[] =>
  fields.map((field) => textOf(tracker.last?.answers ?? new Map(), field));
/** The texts that gave way and that she is asked about. */
export const others = ({ conflicts }: CourseSession): string[] => conflicts.map(({ other }) => other.text);
/** All that stands in this browser. */
export const kept = ({ storage }: Surroundings): string => JSON.stringify([...storage.entries, ...storage.database.rows]);
