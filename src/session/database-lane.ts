import type { CopyDatabase, CopyRow } from './copy-database.ts';

/** While so many transactions are under way, the newest copy waits for one of them to end: a database may answer slowly, or never. */
const MOST_AT_ONCE = 4;

/** The way of a learner's copy into the database: the newest text of it, as soon as it may. Nothing here rejects. */
export class DatabaseLane {
  readonly #database: CopyDatabase | undefined;
  readonly #newest: () => CopyRow;
  /** Told what stood in the copy's place though this page had not put it there. */
  readonly #onReplaced: (text: string) => Promise<boolean>;
  /** What this page put there last. */
  #stands: string | undefined;
  #reading: Promise<unknown> | undefined;
  #underWay = 0;
  #last: Promise<boolean> = Promise.resolve(false);
  #next: Promise<boolean> | undefined;

  /** @param database undefined where this browser has none */
  constructor(database: CopyDatabase | undefined, newest: () => CopyRow, onReplaced: (text: string) => Promise<boolean>) {
    this.#database = database;
    this.#newest = newest;
    this.#onReplaced = onReplaced;
  }

  /** @returns undefined where the database cannot be read */
  read(learner: string): Promise<readonly CopyRow[] | undefined> {
    const reading = this.#database?.read(learner).catch(() => undefined) ?? Promise.resolve(undefined);
    this.#reading ??= reading.finally(() => (this.#reading = undefined));
    return reading;
  }

  /** @returns whether the newest text is safe there */
  put(): Promise<boolean> {
    if (this.#underWay < MOST_AT_ONCE) return (this.#last = this.#putNewest());
    this.#next ??= this.#last.then(() => {
      this.#next = undefined;
      return (this.#last = this.#putNewest());
    });
    return this.#next;
  }

  /** Another page's text stands there again. */
  async putBack(text: string): Promise<boolean> {
    await this.#database?.put({ ...this.#newest(), text }).catch(() => undefined);
    return false;
  }

  /** Removes all attempts of a learner but the newest text. @returns whether they are gone */
  async remove(learner: string): Promise<boolean> {
    if (!this.#database) return true;
    return this.#database.remove(learner).then(
      () => this.put(),
      () => false,
    );
  }

  async #putNewest(): Promise<boolean> {
    if (!this.#database) return false;
    this.#underWay += 1;
    try {
      // What stands there is read before anything takes its place.
      if (this.#reading) await this.#reading;
      const row = this.#newest();
      const before = await this.#database.put(row);
      const isKnown = before === undefined || before === this.#stands;
      this.#stands = row.text;
      return isKnown || (await this.#onReplaced(before));
    } catch {
      return false;
    } finally {
      this.#underWay -= 1;
    }
  }
}
