/**
 * An LMS that says neither who the learner is nor her name (Frappe LMS) leaves each tab with a copy of its own. What a tab could not send before it was
 * closed stands in that copy alone, and the course is opened in another tab the next time.
 */
import { listIdsOf } from '../../course/fields.ts';
import type { Launch } from '../../tracking/tracker.ts';
import type { FoundWork } from './browser-copy.ts';
import { CopyDatabase } from './copy-database.ts';
import { formatRecord, parseRecord, type CopyRecord } from './copy-record.ts';
import { isOfLearnerThere, type InBrowser } from './in-browser.ts';
import { movedFound } from '../moved-work.ts';
import { QuietStorage } from './quiet-storage.ts';
import type { CourseSessionOptions } from '../session-options.ts';
import { createTabLock } from './tab-lock.ts';
import { unsentWords } from './unsent-words.ts';

/** One tab's copy, as it stood when it was read. */
export interface LeftCopy {
  readonly name: string;
  readonly text: string;
  readonly record: CopyRecord;
  /** The same under the ids of now. */
  readonly work: CopyRecord;
}

/** The learner in the name of a tab's copy; behind the tab the checksum of her name, which may be empty. */
const OF_TAB = /^tab-?[^:]*-(\d+)$/;

export class LeftInTabs {
  readonly #storage: QuietStorage;
  readonly #database: CopyDatabase | undefined;
  readonly #course: CourseSessionOptions['course'];
  readonly #createLock: typeof createTabLock;

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
  async look(launch: Launch, inBrowser: InBrowser, takeIn: (work: FoundWork) => void): Promise<LeftCopy[]> {
    const left = launch.learner.id === '' ? this.#read(inBrowser.copy.name) : [];
    const hers = left.filter(({ work }) => isOfLearnerThere(launch, work));
    for (const { work } of hers) takeIn(work);
    if (hers.length > 0 && (await this.writesDown(inBrowser, hers))) this.#remove(hers);
    const strange = await this.#closed(left.filter((copy) => !hers.includes(copy)));
    const lists = listIdsOf(this.#course);
    return strange.map((copy) => ({ ...copy, work: { ...copy.work, stored: copy.work.stored && unsentWords(copy.work.stored, lists) } }));
  }

  /** They are offered to nobody again. What was written since stays as it is. As a writing of its tab, which would else take it for another's. */
  offerNoMore(copies: readonly LeftCopy[]): void {
    for (const { name, text, record } of copies) {
      const stored = record.stored && { ...record.stored, unsent: [] };
      if (this.#storage.get(name) === text) this.#storage.set(name, formatRecord({ ...record, stored, others: [], unreadable: [] }));
    }
  }

  /** Writes the work where the next tab looks for it: in the database it does not. @param works whose unreadable states are kept too */
  async writesDown({ copy, keeper }: InBrowser, works: readonly { readonly work: FoundWork }[]): Promise<boolean> {
    await Promise.all(works.flatMap(({ work }) => work.unreadable.map((one) => copy.keep(one))));
    await keeper.now();
    return copy.text !== undefined && this.#storage.get(copy.name) === copy.text;
  }

  /** @param own name of this tab's copy. @returns those of learners of the same name, which may be none */
  #read(own: string): LeftCopy[] {
    const [, course, learner = '', attempt] = own.split(':');
    const whose = OF_TAB.exec(learner)?.[1];
    return this.#storage.keys().flatMap((name) => {
      const parts = name.split(':');
      const isLeft = name !== own && parts[1] === course && OF_TAB.exec(parts[2] ?? '')?.[1] === whose && parts[3] === attempt;
      const text = isLeft ? (this.#storage.get(name) ?? '') : '';
      const record = parseRecord(text);
      return record ? [{ name, text, record, work: movedFound(record, this.#course.moved) }] : [];
    });
  }

  /** A tab that is open saves its words itself; another's that were taken over would be written over then. */
  async #closed(copies: readonly LeftCopy[]): Promise<LeftCopy[]> {
    const held = await Promise.all(copies.map(({ name }) => this.#createLock(name, () => {}).isHeld()));
    return copies.filter((_copy, index) => !held[index]);
  }

  /** Once they are safe elsewhere; what was written since stays. */
  #remove(copies: readonly LeftCopy[]): void {
    for (const { name, text } of copies) if (this.#storage.get(name) === text) this.#storage.remove(name);
    void this.#database?.removeUnchanged(copies).catch(() => undefined);
  }
}
