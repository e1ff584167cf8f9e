/** The learner's browser: its storage, the locks of its tabs, and a clock that outlives a tab. */
import { vi } from 'vitest';
import type { Clock } from '../../src/preview/clock.ts';
import type { TabLock } from '../../src/session/tab-lock.ts';
import { MemoryLocks } from '../session/memory.ts';
import { BrowserStores } from './stores.ts';

export class Browser {
  /** Undefined where it keeps nothing. */
  readonly stores: BrowserStores | undefined;
  readonly #locks = new MemoryLocks();

  /** @param clock one that outlives its tabs */
  constructor(keeps: boolean, seed: number, clock: Clock) {
    this.stores = keeps ? new BrowserStores(seed, clock) : undefined;
  }

  /** The locks of one tab; a tab that is gone holds none, however it went. */
  locksOfTab(): { readonly create: (name: string, onLost: () => void) => TabLock; readonly free: () => void } {
    const held: TabLock[] = [];
    return {
      create: (name, onLost) => {
        const lock = this.#locks.create(name, onLost);
        held.push(lock);
        return lock;
      },
      free: () => held.forEach((lock) => lock.release()),
    };
  }
}

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
