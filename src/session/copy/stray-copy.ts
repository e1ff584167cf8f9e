/**
 * What was written in this browser by nobody knows whom: while no LMS was to be found ("Jatka tässä selaimessa"), or from one that said neither
 * who the learner was nor her name. It is offered to whoever opens the course from an LMS, and never taken over by itself.
 */
import { WITHOUT_LMS } from '../../tracking/browser-tracker.ts';
import type { FoundWork } from './browser-copy.ts';
import { CopyDatabase, type NamedText } from './copy-database.ts';
import { emptyRecord, formatRecord, parseRecord, writtenAnew, type CopyRecord } from './copy-record.ts';
import { copyName, ofLearner, type CopyPlaces } from './copy-store.ts';
import { QuietStorage } from './quiet-storage.ts';
import { within } from './within.ts';

/** Apart from what is written without an LMS, which is shown unasked where there is none again. */
const NOBODY_KNOWN = 'nobody-known';
/** A database that does not answer is waited for no longer: while the course opens, and while it is open. */
const OPENING_MS = 1_000;
const OPEN_MS = 5_000;

/** As they were read. */
export interface StrayTexts {
  readonly inLocal: readonly NamedText[];
  readonly inDatabase: readonly NamedText[];
}

export class StrayCopy {
  readonly #withoutLms: string;
  readonly #nobodyKnown: string;
  readonly #local: QuietStorage;
  readonly #database: CopyDatabase | undefined;

  constructor(course: string, { storage, databases }: CopyPlaces) {
    this.#withoutLms = ofLearner(course, WITHOUT_LMS);
    this.#nobodyKnown = ofLearner(course, NOBODY_KNOWN);
    this.#local = new QuietStorage(storage);
    this.#database = databases && new CopyDatabase(databases);
  }

  /** All of it. Never rejects. */
  async read(): Promise<StrayTexts & { readonly records: CopyRecord[] }> {
    const reading = this.#database?.read(this.#withoutLms, this.#nobodyKnown).catch(() => undefined);
    const rows = ((await within(OPEN_MS, reading)) ?? []).filter(({ name }) => this.#isStray(name));
    const names = this.#local.keys().filter((name) => this.#isStray(name));
    const inLocal = names.map((name) => ({ name, text: this.#local.get(name) ?? '' }));
    return { inLocal, inDatabase: rows, records: [...inLocal, ...rows].flatMap(({ text }) => parseRecord(text) ?? []) };
  }

  /** Adds work of which nobody knows whose it is. Never rejects. @param writtenAt milliseconds since 1970. @returns whether it is safe here */
  async keep({ stored, others, unreadable }: FoundWork, writtenAt: number): Promise<boolean> {
    const writer = Math.random().toString(36).slice(2);
    // Under a name of its own: another's is neither read nor replaced.
    const name = copyName(this.#nobodyKnown, writer);
    const text = formatRecord(writtenAnew({ ...emptyRecord(writer), stored, others, unreadable }, writtenAt));
    const isInLocal = this.#local.set(name, text);
    const putting = this.#database?.put({ name, learner: this.#nobodyKnown, writtenAt, text }).then(
      () => true,
      () => false,
    );
    return isInLocal || (putting !== undefined && (await within(OPENING_MS, putting)) === true);
  }

  /** What was read, once it is safe elsewhere; what was written since stays. Never rejects. */
  async remove({ inLocal, inDatabase }: StrayTexts): Promise<void> {
    for (const { name, text } of inLocal) if (this.#local.get(name) === text) this.#local.remove(name);
    // A database that did not answer has what stands in local storage too.
    await this.#database?.removeUnchanged([...inLocal, ...inDatabase]).catch(() => undefined);
  }

  #isStray(name: string): boolean {
    return name === copyName(this.#withoutLms) || name.startsWith(this.#nobodyKnown);
  }
}
