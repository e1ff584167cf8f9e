/**
 * The part of IndexedDB that the course uses, in memory, with what browsers do to it: `copy-database.browser.test.ts` holds both to the same
 * contract. What is asked goes on in the order of asking, one transaction after the other, as IndexedDB's does in one object store.
 */
import { systemClock, type Clock } from '../../src/simulator/scorm/clock.ts';
import type { CopyRow } from '../../src/session/copy/copy-database.ts';

/** What may become of a database. Sources are the specification (Indexed Database API 3.0) and what browsers are known to do. */
export interface DatabaseHabits {
  /**
   * never: a connection that an old page holds open, or a browser that hangs (WebKit did at the first opening after its start), leaves the request without
   * an answer. fails: a damaged profile, private browsing in older browsers, a policy.
   */
  opens: 'at-once' | 'never' | 'fails';
  /** Milliseconds that a transaction takes; a disk or a virus scanner may be busy for seconds. */
  takes: number;
  /** Every transaction is aborted, as where there is no room (QuotaExceededError) or the disk fails (UnknownError). */
  aborts: boolean;
  /** It can be read, and takes nothing more: what is to be written is aborted (QuotaExceededError). */
  full: boolean;
  /**
   * A transaction that the page has committed is complete before what was read in it has an answer (Chromium 156 with rows of 73,000 characters and more
   * out of an earlier page, in a real Moodle 5.1.3): to ask for it then throws.
   */
  completesEarly: boolean;
}

/** A tab as its database sees it. */
export interface DatabaseTab {
  /** A tab that is not hears nothing; what it has asked for is done where `lands` says so. */
  readonly isAlive: () => boolean;
  readonly lands: () => boolean;
  /** Told of each transaction that the tab has heard to be complete, with whose rows it has read. */
  readonly onComplete?: (readOf: readonly string[]) => void;
}

type Rows = Map<string, CopyRow>;
interface Request {
  readonly result: unknown;
  onsuccess?: () => void;
}

/** How many turns a page has for asking in a transaction that it has begun. */
const TURNS = 10;

export class MemoryDatabase {
  readonly habits: DatabaseHabits = { opens: 'at-once', takes: 0, aborts: false, full: false, completesEarly: false };
  rows: Rows = new Map();
  #connections: Connection[] = [];
  #turn = Promise.resolve();
  readonly #clock: Clock;

  /** @param clock one that outlives a tab */
  constructor(clock = systemClock) {
    this.#clock = clock;
  }

  /** As one tab sees it. */
  factory(tab: DatabaseTab = { isAlive: () => true, lands: () => true }): IDBFactory {
    const open = (): object => {
      const request: Omit<Request, 'result'> & {
        result: unknown;
        onupgradeneeded?: () => void;
        onerror?: () => void;
        error?: DOMException;
      } = {
        result: undefined,
      };
      void this.#answer(() => {
        if (!tab.isAlive() || this.habits.opens === 'never') return;
        if (this.habits.opens === 'fails') {
          request.error = new DOMException('refused', 'UnknownError');
          return request.onerror?.();
        }
        const connection = new Connection(this, tab);
        this.#connections.push(connection);
        request.result = connection;
        request.onupgradeneeded?.();
        request.onsuccess?.();
      });
      return request;
    };
    return { open } as unknown as IDBFactory;
  }

  /** What the texts of all rows say. */
  get texts(): string {
    return [...this.rows.values()].map(({ text }) => text).join('\n');
  }

  /** The browser needs room, or somebody empties it: all is gone, and open connections are closed. */
  evict(): void {
    this.rows = new Map();
    for (const connection of this.#connections) connection.isClosed = true;
    this.#connections = [];
  }

  /** Runs it after all that was asked before. */
  async queue(run: () => void, isNeeded: () => boolean): Promise<void> {
    const before = this.#turn;
    this.#turn = before.then(() => this.#answer(() => (isNeeded() ? run() : undefined)));
    await this.#turn;
  }

  async #answer(run: () => void): Promise<void> {
    const { takes } = this.habits;
    if (takes > 0) await new Promise<void>((over) => this.#clock.after(takes, over));
    else for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
    run();
  }
}

class Connection {
  isClosed = false;
  readonly #database: MemoryDatabase;
  readonly #tab: DatabaseTab;

  constructor(database: MemoryDatabase, tab: DatabaseTab) {
    this.#database = database;
    this.#tab = tab;
  }

  createObjectStore(): object {
    return { createIndex: () => undefined };
  }

  close(): void {
    this.isClosed = true;
  }

  transaction(_store?: string, mode?: IDBTransactionMode): object {
    if (this.isClosed) throw new DOMException('The connection is closed', 'InvalidStateError');
    const transaction = new Transaction();
    // A page that is gone asks for nothing, whatever its timers still do in a test.
    const isAsked = this.#tab.isAlive();
    void this.#database.queue(
      () => this.#run(transaction, mode),
      // What a tab has not committed is undone when it goes (seen in Chromium: five of five closing pages with commit, none of five without).
      () => this.#tab.isAlive() || (isAsked && transaction.isCommitted && this.#tab.lands()),
    );
    return transaction;
  }

  #run(transaction: Transaction, mode?: IDBTransactionMode): void {
    const rows = new Map(this.#database.rows);
    const { aborts, full, completesEarly } = this.#database.habits;
    transaction.isEarly = completesEarly && transaction.isCommitted;
    const isAborted = aborts || (full && mode === 'readwrite') || this.isClosed;
    if (!isAborted) {
      transaction.run(rows);
      this.#database.rows = rows;
    }
    if (!this.#tab.isAlive()) return;
    if (isAborted) transaction.error = new DOMException('no room', 'QuotaExceededError');
    (isAborted ? transaction.onabort : transaction.oncomplete)?.();
    if (!isAborted) this.#tab.onComplete?.(transaction.readOf);
  }
}

class Transaction {
  oncomplete: (() => void) | undefined;
  onabort: (() => void) | undefined;
  error: DOMException | null = null;
  readonly readOf: string[] = [];
  readonly #asked: ((rows: Rows) => void)[] = [];

  isCommitted = false;
  /** It is complete before its requests are answered. */
  isEarly = false;

  commit(): void {
    this.isCommitted = true;
  }

  objectStore(): object {
    const ask = (read: (rows: Rows) => unknown): Request => {
      let result: unknown;
      const isPending = (): boolean => this.isEarly;
      const request: Request = {
        get result() {
          if (isPending()) throw new DOMException('The request has not finished.', 'InvalidStateError');
          return result;
        },
      };
      this.#asked.push((rows) => {
        result = read(rows);
        if (!isPending()) request.onsuccess?.();
      });
      return request;
    };
    const meant = (rows: Rows, index: keyof CopyRow, query: unknown): CopyRow[] =>
      [...rows.values()].filter((row) => (isRange(query) ? row[index] >= query.lower && row[index] <= query.upper : row[index] === query));
    return {
      transaction: this,
      get: (name: string) => ask((rows) => rows.get(name)),
      put: (row: CopyRow) => ask((rows) => rows.set(row.name, { ...row })),
      delete: (name: string) => ask((rows) => rows.delete(name)),
      index: (index: keyof CopyRow) => ({
        getAll: (query: unknown) => {
          this.readOf.push(String(query));
          return ask((rows) => meant(rows, index, query));
        },
        getAllKeys: (query: unknown) => ask((rows) => meant(rows, index, query).map(({ name }) => name)),
      }),
    };
  }

  /** What is asked while something is answered belongs to the transaction too. */
  run(rows: Rows): void {
    for (let ask = this.#asked.shift(); ask; ask = this.#asked.shift()) ask(rows);
  }
}

interface Range {
  readonly lower: number | string;
  readonly upper: number | string;
}

function isRange(query: unknown): query is Range {
  return typeof query === 'object' && query !== null && 'upper' in query;
}

// A browser's own.
(globalThis as { IDBKeyRange?: unknown }).IDBKeyRange ??= {
  bound: (lower: number, upper: number): Range => ({ lower, upper }),
  upperBound: (upper: number): Range => ({ lower: -Infinity, upper }),
};
