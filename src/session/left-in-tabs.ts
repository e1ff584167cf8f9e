/**
 * An LMS that says neither who the learner is nor her name (Frappe LMS) leaves each tab with a copy of its own. What a tab could not send before it was
 * closed stands in that copy alone, and the course is opened in another tab the next time.
 */
import { listIdsOf } from '../course/fields.ts';
import { crcOfText } from '../tracking/state/checksum.ts';
import type { Launch } from '../tracking/tracker.ts';
import type { FoundWork } from './browser-copy.ts';
import { CopyDatabase } from './copy-database.ts';
import { formatRecord, parseRecord, type CopyRecord } from './copy-record.ts';
import { isOfLearnerThere, type InBrowser } from './in-browser.ts';
import { movedFound } from './moved-work.ts';
import { QuietStorage } from './quiet-storage.ts';
import type { CourseSessionOptions } from './session-options.ts';
import { createTabLock } from './tab-lock.ts';
import { unsentWords } from './unsent-words.ts';

/** One tab's copy, as it stood when it was read. */
interface LeftCopy {
  readonly name: string;
  readonly text: string;
  readonly record: CopyRecord;
  /** The same under the ids of now. */
  readonly work: CopyRecord;
}

/** Of a tab, and no learner's name. */
const NAMELESS = new RegExp(`^tab-?[^:]*-${String(crcOfText(''))}$`);

export class LeftInTabs {
  readonly #storage: QuietStorage;
  readonly #database: CopyDatabase | undefined;
  readonly #course: CourseSessionOptions['course'];
  readonly #createLock: typeof createTabLock;
  /** Those of closed tabs and nobody knows whom. */
  #strange: readonly LeftCopy[] = [];

  constructor({ storage, databases, course, createLock = createTabLock }: CourseSessionOptions) {
    this.#storage = new QuietStorage(storage);
    this.#database = databases && new CopyDatabase(databases);
    this.#course = course;
    this.#createLock = createLock;
  }

  /**
   * Takes in what other tabs have left of a learner whose words the LMS has handed over. Never rejects.
   * @returns what the other ones could not send before they were closed, of nobody knows whom
   */
  async look(launch: Launch, inBrowser: InBrowser, takeIn: (work: FoundWork) => void): Promise<CopyRecord[]> {
    const left = this.#read(inBrowser.copy.name);
    const hers = left.filter(({ work }) => isOfLearnerThere(launch, work));
    for (const { work } of hers) takeIn(work);
    if (hers.length > 0 && (await this.stands(inBrowser, hers))) this.#remove(hers);
    this.#strange = await this.#closed(left.filter((copy) => !hers.includes(copy)));
    const lists = listIdsOf(this.#course);
    return this.#strange.map(({ work }) => ({ ...work, stored: work.stored && unsentWords(work.stored, lists) }));
  }

  /** They are offered to nobody again. What was written since stays as it is. As a writing of its tab, which would else take it for another's. */
  taken(): void {
    for (const { name, text, record } of this.#strange) {
      const stored = record.stored && { ...record.stored, unsent: [] };
      if (this.#storage.get(name) === text) this.#storage.set(name, formatRecord({ ...record, stored, others: [], unreadable: [] }));
    }
  }

  /** Writes the work where the next tab looks for it: in the database it does not. @param works whose unreadable states are kept too */
  async stands({ copy, keeper }: InBrowser, works: readonly { readonly work: FoundWork }[]): Promise<boolean> {
    await Promise.all(works.flatMap(({ work }) => work.unreadable.map((one) => copy.keep(one))));
    await keeper.now();
    return copy.text !== undefined && this.#storage.get(copy.name) === copy.text;
  }

  /** @param own name of this tab's copy. @returns none where that is a learner's whom the LMS names */
  #read(own: string): LeftCopy[] {
    const [, course, learner = '', attempt] = own.split(':');
    if (!NAMELESS.test(learner)) return [];
    return this.#storage.keys().flatMap((name) => {
      const parts = name.split(':');
      const isLeft = name !== own && parts[1] === course && NAMELESS.test(parts[2] ?? '') && parts[3] === attempt;
      const text = isLeft ? (this.#storage.get(name) ?? '') : '';
      const record = parseRecord(text);
      return record ? [{ name, text, record, work: movedFound(record, this.#course.moved) }] : [];
    });
  }

  /** A tab that is open saves its words itself; another's that were taken over would be written over then. */
  async #closed(copies: readonly LeftCopy[]): Promise<LeftCopy[]> {
    const locks = copies.map(({ name }) => this.#createLock(name, () => {}));
    const free = await Promise.all(locks.map((lock) => lock.acquire()));
    for (const [index, lock] of locks.entries()) if (free[index]) lock.release();
    return copies.filter((_copy, index) => free[index]);
  }

  /** Once they are safe elsewhere; what was written since stays. */
  #remove(copies: readonly LeftCopy[]): void {
    for (const { name, text } of copies) if (this.#storage.get(name) === text) this.#storage.remove(name);
    void this.#database?.removeUnchanged(copies).catch(() => undefined);
  }
}
