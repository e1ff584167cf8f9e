/** A learner's session with an LMS and a browser of its own in memory, anew for each test. */
import { afterEach, beforeEach, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import type { SaveOutcome, Snapshot } from '../../src/tracking/tracker.ts';
import { course } from './fixture-course.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf, within } from './memory.ts';

export const FIELD = 'a.thoughts.first';

/** An LMS that answers only when it is let, once it is slow. */
export class SlowTracker extends MemoryTracker {
  #letGo: (() => void) | undefined;
  isSlow = false;

  override async save(snapshot: Snapshot): Promise<SaveOutcome> {
    if (this.isSlow) await new Promise<void>((go) => (this.#letGo = go));
    return super.save(snapshot);
  }

  letGo(): void {
    this.isSlow = false;
    this.#letGo?.();
  }
}

/** What the session of a test stands in. */
export interface Surroundings {
  readonly tracker: SlowTracker;
  readonly storage: MemoryStorage;
  readonly locks: MemoryLocks;
}

type Options = Partial<ConstructorParameters<typeof CourseSession>[0]>;

/** For each test of the file that calls it: a clock that stands still, and surroundings in which nothing has been. */
export function freshSurroundings(): Surroundings {
  const fresh = { tracker: new SlowTracker(), storage: new MemoryStorage(), locks: new MemoryLocks() };
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
    Object.assign(fresh, { tracker: new SlowTracker(), storage: new MemoryStorage(), locks: new MemoryLocks() });
  });
  afterEach(() => vi.useRealTimers());
  return fresh;
}

/** A session that has started. */
export async function startedIn({ tracker, storage, locks }: Surroundings, options: Options = {}): Promise<CourseSession> {
  const made = new CourseSession({
    course,
    tracker,
    ...placesOf(storage),
    tabId: 'tab-1',
    random: () => 0.5,
    createLock: locks.create,
    ...options,
  });
  await within(0, made.start());
  return made;
}

export function write(to: CourseSession, text: string, field = FIELD): void {
  to.store.change({ [field]: text });
}

/** Another tab's work is taken over. */
export async function takenOver(by: CourseSession): Promise<void> {
  const taking = by.takeOver();
  await vi.advanceTimersByTimeAsync(400);
  await taking;
}

/** What the LMS has in the field. */
export function heldBy({ tracker }: Surroundings): string {
  return textOf(tracker.last?.answers ?? new Map(), FIELD);
}
