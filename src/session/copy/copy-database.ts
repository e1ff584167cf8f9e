/**
 * The part of IndexedDB that holds learners' copies. It outlives what empties local storage: Moodle does so at each login
 * (core/storage_validation). A call that cannot be answered rejects, for whatever reason; one that the browser never answers stays open.
 */
import { LONGEST_COPY, TRIAL } from './quiet-storage.ts';

/** A row: one learner's work in one attempt. */
export interface CopyRow {
  readonly name: string;
  /** The same in all attempts of a learner. */
  readonly learner: string;
  /** Milliseconds since 1970; below 0 where another learner's launch has noted then that it is old (`others-old-copies.ts`). */
  readonly writtenAt: number;
  readonly text: string;
}

export type NamedText = Pick<CopyRow, 'name' | 'text'>;

const DATABASE = 'aspa';
const STORE = 'copies';
const KEY: keyof CopyRow = 'name';
const LEARNER: keyof CopyRow = 'learner';
const WRITTEN_AT: keyof CopyRow = 'writtenAt';

/** strict: the answer comes when the disk has it, not when the operating system has promised to write it. */
const OPTIONS: IDBTransactionOptions = { durability: 'strict' };

/** What is asked in a transaction, and how its answer is read once the transaction is complete. */
type Use<Answer> = (store: IDBObjectStore) => () => Answer;

export class CopyDatabase {
  readonly #factory: IDBFactory;
  #connection: IDBDatabase | undefined;
  #connecting: Promise<IDBDatabase> | undefined;

  constructor(factory: IDBFactory) {
    this.#factory = factory;
  }

  /** All attempts of learners, or of one who is kept under several names. */
  read(...learners: readonly string[]): Promise<readonly CopyRow[]> {
    return this.#run('readonly', (store) => {
      const index = store.index(LEARNER);
      const rows = learners.map((learner) => index.getAll(learner) as IDBRequest<CopyRow[]>);
      return () => rows.flatMap(({ result }) => result);
    });
  }

  /**
   * @returns what stood there before, once the row is safe; undefined too where the browser calls it complete before it has answered that (Chromium 156,
   * run, with rows of 73,000 characters and more)
   */
  put(row: CopyRow): Promise<string | undefined> {
    return this.#run('readwrite', (store) => {
      const before = store.get(row.name) as IDBRequest<CopyRow | undefined>;
      let text: string | undefined;
      before.onsuccess = () => (text = before.result?.text);
      store.put(row);
      // Now, and not when the page has heard of both answers: a page that closes hears nothing more, and what is not committed is undone.
      store.transaction.commit?.();
      return () => text;
    });
  }

  /** Writes what is as long as any copy, and removes it. Rejects where it does not fit. */
  async tryLongRow(): Promise<void> {
    await this.put({ name: TRIAL, learner: TRIAL, writtenAt: 0, text: ' '.repeat(LONGEST_COPY) });
    void this.remove(TRIAL).catch(() => undefined);
  }

  /** Removes all attempts of a learner. */
  remove(learner: string): Promise<void> {
    return this.#run('readwrite', (store) => {
      const keys = store.index(LEARNER).getAllKeys(learner);
      keys.onsuccess = () => keys.result.forEach((name) => store.delete(name));
      return () => undefined;
    });
  }

  /** Removes those rows that say what they said then. */
  removeUnchanged(rows: readonly NamedText[]): Promise<void> {
    return this.#run('readwrite', (store) => {
      for (const { name, text } of rows) {
        const there = store.get(name) as IDBRequest<CopyRow | undefined>;
        there.onsuccess = () => {
          if (there.result?.text === text) store.delete(name);
        };
      }
      return () => undefined;
    });
  }

  /** Removes what was noted as old until a time, and notes so what was last written until then. What was noted later than now begins anew (`others-old-copies.ts`). */
  removeOld(until: number, now: number, isMeant: (name: string) => boolean): Promise<void> {
    return this.#run('readwrite', (store) => {
      const forEach = (times: IDBKeyRange, act: (name: IDBValidKey) => void): void => {
        const keys = store.index(WRITTEN_AT).getAllKeys(times);
        keys.onsuccess = () => keys.result.filter((name) => isMeant(String(name))).forEach(act);
      };
      const timeAnew = (writtenAt: number) => (name: IDBValidKey) => {
        const row = store.get(name) as IDBRequest<CopyRow>;
        row.onsuccess = () => store.put({ ...row.result, writtenAt });
        // One that the browser cannot read any more keeps no other from going.
        row.onerror = (event) => event.preventDefault();
      };
      forEach(IDBKeyRange.bound(-until, -1), (name) => store.delete(name));
      forEach(IDBKeyRange.bound(0, until), timeAnew(-now));
      forEach(IDBKeyRange.upperBound(-now - 1), timeAnew(now));
      return () => undefined;
    });
  }

  /** At once, where there is a connection: a frame may be gone before the next turn. */
  async #run<Answer>(mode: IDBTransactionMode, use: Use<Answer>): Promise<Answer> {
    const transaction = this.#begin(mode) ?? (await this.#connect()).transaction(STORE, mode, OPTIONS);
    return new Promise((resolve, reject) => {
      const answer = use(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(answer());
      transaction.onabort = () => reject(transaction.error ?? new DOMException());
    });
  }

  #begin(mode: IDBTransactionMode): IDBTransaction | undefined {
    try {
      return this.#connection?.transaction(STORE, mode, OPTIONS);
    } catch {
      // The browser has closed the connection, as where it has taken the database away.
      return undefined;
    }
  }

  #connect(): Promise<IDBDatabase> {
    this.#connecting ??= this.#open().finally(() => (this.#connecting = undefined));
    return this.#connecting;
  }

  #open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = this.#factory.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        const store = request.result.createObjectStore(STORE, { keyPath: KEY });
        store.createIndex(LEARNER, LEARNER);
        store.createIndex(WRITTEN_AT, WRITTEN_AT);
      };
      request.onsuccess = () => {
        const database = (this.#connection = request.result);
        // Whoever wants to remove the database, or to bring it to a later version, waits until it is closed here.
        database.onversionchange = () => database.close();
        resolve(database);
      };
      request.onerror = () => reject(request.error ?? new DOMException());
    });
  }
}
