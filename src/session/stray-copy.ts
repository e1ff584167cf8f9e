/**
 * What was written in this browser while no LMS was to be found ("Jatka tässä selaimessa"). Nobody knows whose it is: it stands under no
 * learner's name. At the next launch from an LMS it is offered to whoever opens the course, and never taken over by itself.
 */
import type { Answers } from '../course/answers.ts';
import { WITHOUT_LMS } from '../tracking/browser-tracker.ts';
import { CopyDatabase } from './copy-database.ts';
import { mergeRecords, emptyRecord, parseRecord } from './copy-record.ts';
import { copyName, ofLearner, type CopyPlaces } from './copy-store.ts';
import { QuietStorage } from './quiet-storage.ts';

export class StrayCopy {
  readonly #learner: string;
  readonly #name: string;
  readonly #local: QuietStorage;
  readonly #database: CopyDatabase | undefined;

  constructor(course: string, { storage, databases }: CopyPlaces) {
    this.#learner = ofLearner(course, WITHOUT_LMS);
    this.#name = copyName(this.#learner);
    this.#local = new QuietStorage(storage);
    this.#database = databases && new CopyDatabase(databases);
  }

  /** Never rejects. @returns nothing where nothing was written */
  async read(): Promise<Answers> {
    const rows = (await this.#database?.read(this.#learner).catch(() => undefined)) ?? [];
    const texts = [this.#local.get(this.#name), rows.find(({ name }) => name === this.#name)?.text];
    const records = texts.flatMap((text) => parseRecord(text ?? '') ?? []);
    return mergeRecords(emptyRecord('stray'), ...records).stored?.answers ?? new Map();
  }

  /** Once it is safe elsewhere. Never rejects. */
  async remove(): Promise<void> {
    this.#local.remove(this.#name);
    await this.#database?.remove(this.#learner).catch(() => undefined);
  }
}
