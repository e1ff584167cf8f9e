import { vi } from 'vitest';
import type { CopyStorage } from '../../src/session/copy/quiet-storage.ts';
import { MemoryDatabase } from './memory-database.ts';
import type { TabLock } from '../../src/session/copy/tab-lock.ts';
import type { CopyPlaces } from '../../src/session/copy/copy-store.ts';
import type { Launch, LeavingEvent, SaveOutcome, Snapshot, Tracker } from '../../src/tracking/tracker.ts';

/** Waits for something that needs so much of the faked time. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  return promise;
}

/** Local storage in memory; `full` refuses writes as a browser does, `room` those that are too many characters together. */
export class MemoryStorage implements CopyStorage {
  readonly entries = new Map<string, string>();
  full = false;
  room = Infinity;
  /** Of the same browser. */
  readonly database: MemoryDatabase;

  constructor(database = new MemoryDatabase()) {
    this.database = database;
  }

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const others = [...this.entries].filter(([id]) => id !== key).reduce((sum, [, text]) => sum + text.length, 0);
    if (this.full || others + value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}

/** Where a browser keeps copies; nowhere, where it has no storage. */
export function placesOf(storage: MemoryStorage | undefined): CopyPlaces {
  return { storage, databases: storage?.database.factory() };
}

type Occasion = LeavingEvent | 'in-sight' | 'close';

/** An LMS that keeps the last snapshot, and answers as a test says. */
export class MemoryTracker implements Tracker {
  readonly saves: { readonly snapshot: Snapshot; readonly occasion: Occasion }[] = [];
  answer: (snapshot: Snapshot) => SaveOutcome = ({ revision }) => ({ result: 'saved', revision });
  launch: Launch = {
    learner: { id: 'learner-1' },
    mode: 'normal',
    state: undefined,
    limits: { receipts: true, storesAfterCompletion: true },
  };
  failure: Error | undefined;
  /** Frappe LMS: once it is told "completed" the state is empty, and nothing is stored from then on. */
  wipesOnCompletion = false;
  #isWiped = false;

  describe(): Readonly<Record<string, string>> {
    return { API: 'memory' };
  }

  open(): Promise<Launch> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.launch);
  }

  save(snapshot: Snapshot): Promise<SaveOutcome> {
    return this.#take(snapshot, 'in-sight');
  }

  saveNow(snapshot: Snapshot, event: LeavingEvent): Promise<SaveOutcome> {
    return this.#take(snapshot, event);
  }

  closeNow(snapshot: Snapshot): Promise<SaveOutcome> {
    return this.#take(snapshot, 'close');
  }

  get last(): Snapshot | undefined {
    return this.saves.at(-1)?.snapshot;
  }

  #take(snapshot: Snapshot, occasion: Occasion): Promise<SaveOutcome> {
    const outcome: SaveOutcome =
      this.launch.mode === 'browse' ? { result: 'not-saved', reason: 'read-only', retry: false } : this.answer(snapshot);
    if (outcome.result !== 'not-saved') {
      this.saves.push({ snapshot, occasion });
      this.#isWiped ||= this.wipesOnCompletion && snapshot.complete;
      const state = this.#isWiped ? undefined : { answers: snapshot.answers, revision: snapshot.revision };
      this.launch = { ...this.launch, state, finished: this.launch.finished || snapshot.complete };
    }
    return Promise.resolve(outcome);
  }
}

/** Tabs of one browser: the last one that stole the lock, or the first that asked, has it. */
export class MemoryLocks {
  readonly #byName = new Map<string, MemoryLock>();

  create = (name: string, lost: () => void): TabLock => {
    const lock = this.#byName.get(name) ?? new MemoryLock();
    this.#byName.set(name, lock);
    return lock.of(lost);
  };
}

class MemoryLock {
  #holder: { readonly lost: () => void } | undefined;
  /** What the last holder has handed over. */
  #handed: string | undefined;

  of(lost: () => void): TabLock {
    const me = { lost };
    return {
      acquire: () => {
        this.#holder ??= me;
        return Promise.resolve(this.#holder === me);
      },
      isHeld: () => Promise.resolve(this.#holder !== undefined),
      steal: async () => {
        this.#handed = undefined;
        this.#holder?.lost();
        this.#holder = me;
        const handed = this.#handed;
        // So long another tab is waited for.
        if (handed === undefined) await new Promise((over) => setTimeout(over, 300));
        return handed;
      },
      handOver: (work) => {
        this.#handed = work;
      },
      release: () => {
        if (this.#holder === me) this.#holder = undefined;
      },
    };
  }
}
