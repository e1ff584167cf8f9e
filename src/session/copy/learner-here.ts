import type { Launch } from '../../tracking/tracker.ts';
import { crcOfText } from '../../tracking/state/crc32.ts';
import { QuietStorage, type CopyStorage } from './quiet-storage.ts';

/** What ILIAS may put behind the learner's id: the object that she has opened, of which she may have two open (7.10, getApiStudentId, read). */
const OF_OBJECT = /_[or]_\d+$/;

/**
 * Who has opened the course last in this browser, which is logged in to an LMS as one person at a time. An LMS may store what an open page sends for
 * whoever is logged in when it arrives (ILIAS 7.10, SCORM 2004, run): a page that a learner has left open would then put her work in the place of that
 * of the next, who would be shown it.
 */
export class LearnerHere {
  readonly #name: string;
  readonly #storage: QuietStorage;
  /** undefined where the LMS does not say who she is, or stores for her whoever is logged in. */
  readonly #mark: string | undefined;

  constructor(course: string, { learner: { id }, limits }: Launch, storage: CopyStorage | undefined) {
    // Not as copies are named, among which it would be taken for one.
    this.#name = `aspa-learner:${encodeURIComponent(course)}`;
    this.#storage = new QuietStorage(storage);
    this.#mark = limits.storesForLogin && id !== '' ? crcOfText(id.replace(OF_OBJECT, '')).toString(36) : undefined;
    if (this.#mark !== undefined) this.#note(this.#mark);
  }

  /** Another learner has opened the course here since. */
  get isAnother(): boolean {
    const last = this.#mark === undefined ? null : this.#storage.get(this.#name);
    return last !== null && last !== this.#mark;
  }

  #note(mark: string): void {
    if (this.#storage.set(this.#name, mark)) return;
    // In a full storage nothing says that it is the learner before, whose page alone is to stop.
    this.#storage.remove(this.#name);
    this.#storage.set(this.#name, mark);
  }
}
