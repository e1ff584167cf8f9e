/** The learner's browser: its storage, the locks of its tabs, and a clock that outlives a tab. */
import { vi } from 'vitest';
import type { Clock } from '../../src/simulator/scorm/clock.ts';
import type { TabLock } from '../../src/session/copy/tab-lock.ts';
import { MemoryLocks } from '../session/memory.ts';
import type { BrowserStores } from './stores.ts';

/** @template Stores undefined where it keeps nothing */
export class Browser<Stores extends BrowserStores | undefined> {
  readonly stores: Stores;
  readonly #locks = new MemoryLocks();

  constructor(stores: Stores) {
    this.stores = stores;
  }

  /** The locks of one tab. A tab that is gone holds none, and gets none, however it went and whatever was under way in it. */
  locksOfTab(): { readonly create: (name: string, onLost: () => void) => TabLock; readonly free: () => void } {
    const held: TabLock[] = [];
    let isGone = false;
    return {
      create: (name, onLost) => {
        const lock = this.#locks.create(name, onLost);
        held.push(lock);
        return {
          acquire: () => (isGone ? NEVER : lock.acquire()),
          isHeld: () => (isGone ? NEVER : lock.isHeld()),
          steal: () => (isGone ? NEVER : lock.steal()),
          handOver: (work) => {
            if (!isGone) lock.handOver(work);
          },
          release: () => lock.release(),
        };
      },
      free: () => {
        isGone = true;
        held.forEach((lock) => lock.release());
      },
    };
  }
}

const NEVER = new Promise<never>(() => undefined);

/** The clock of the LMS. Its requests are under way even when the tab that sent them has died with all its timers. */
export class LmsClock implements Clock {
  readonly #waiting = new Map<object, { readonly at: number; readonly run: () => void }>();

  now(): number {
    return Date.now();
  }

  after(milliseconds: number, run: () => void): () => void {
    const request = {};
    this.#waiting.set(request, { at: Date.now() + milliseconds, run });
    this.#arm(request, milliseconds);
    return () => this.#waiting.delete(request);
  }

  /** Kills every timer but the LMS's own. */
  killTabs(): void {
    const now = Date.now();
    vi.clearAllTimers();
    vi.setSystemTime(now);
    for (const [request, { at }] of this.#waiting) this.#arm(request, Math.max(0, at - now));
  }

  #arm(request: object, milliseconds: number): void {
    setTimeout(() => {
      const due = this.#waiting.get(request);
      this.#waiting.delete(request);
      due?.run();
    }, milliseconds);
  }
}
