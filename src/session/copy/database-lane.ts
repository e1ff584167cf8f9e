import type { CopyDatabase, CopyRow } from './copy-database.ts';

/** While so many transactions are under way, the newest copy waits for one of them to end: a database may answer slowly, or never. */
const MOST_AT_ONCE = 4;

type Rows = readonly CopyRow[] | undefined;

/** What stands in the copy's place though this page had not put it there. */
export interface LaneTold {
  /** It was replaced. @returns whether all of it is safe there again */
  readonly replaced: (text: string) => Promise<boolean>;
  /** It could not be read at first. @returns whether it is known now, so that it may be replaced */
  readonly read: (text: string) => boolean;
}

/** The way of a learner's copy into the database: the newest text of it, as soon as it may. Nothing here rejects. */
export class DatabaseLane {
  readonly #database: CopyDatabase | undefined;
  readonly #newest: () => CopyRow;
  readonly #told: LaneTold;
  /** What this page put there last. */
  #stands: string | undefined;
  #reading: Promise<Rows> | undefined;
  /** What stood there is known. */
  #isRead = false;
  #underWay = 0;
  #last: Promise<boolean> = Promise.resolve(false);
  #next: Promise<boolean> | undefined;

  /** @param database undefined where this browser has none */
  constructor(database: CopyDatabase | undefined, newest: () => CopyRow, told: LaneTold) {
    this.#database = database;
    this.#newest = newest;
    this.#told = told;
  }

  /**
   * @param told before anything takes the place of what was read. @returns whether it is known now, so that it may be replaced
   * @returns undefined where the database cannot be read
   */
  read(learners: readonly string[], told: (rows: readonly CopyRow[]) => boolean): Promise<Rows> {
    this.#reading ??= this.#rowsOf(learners).then((rows) => {
      this.#isRead = rows !== undefined && told(rows);
      this.#reading = undefined;
      return rows;
    });
    return this.#reading;
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
    // First what takes the place of the texts: it is done even where the page goes before the other attempts are found.
    void this.put();
    return this.#database.remove(learner).then(
      () => this.put(),
      () => false,
    );
  }

  /** @returns whether a long copy would fit */
  async hasRoom(): Promise<boolean> {
    if (!this.#database) return false;
    return this.#database.tryLongRow().then(
      () => true,
      () => false,
    );
  }

  async #rowsOf(learners: readonly string[]): Promise<Rows> {
    try {
      return await this.#database?.read(...learners);
    } catch {
      return undefined;
    }
  }

  async #putNewest(): Promise<boolean> {
    if (!this.#database) return false;
    this.#underWay += 1;
    try {
      // What stands there is read before anything takes its place: a page that goes meanwhile does not hear what it has replaced.
      if (this.#reading) await this.#reading;
      if (!this.#isRead && !(await this.#readAtLast())) return false;
      const row = this.#newest();
      const before = await this.#database.put(row);
      const isKnown = before === undefined || before === this.#stands;
      this.#stands = row.text;
      return isKnown || (await this.#told.replaced(before));
    } catch {
      return false;
    } finally {
      this.#underWay -= 1;
    }
  }

  /** @returns whether what stands there is known now, and may be replaced */
  async #readAtLast(): Promise<boolean> {
    const { learner, name } = this.#newest();
    const there = (await this.#database?.read(learner))?.find((row) => row.name === name);
    this.#isRead = there === undefined || this.#told.read(there.text);
    return this.#isRead;
  }
}
