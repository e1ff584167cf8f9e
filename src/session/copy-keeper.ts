import type { BrowserCopy, StoredCopy } from './browser-copy.ts';

/** A copy goes to this browser so soon after a keystroke. */
const COPY_AFTER_MS = 400;

/** Keeps this browser's copy up with what the learner writes. */
export class CopyKeeper {
  /** The texts as of the last writing are safe in this browser. */
  isSafe = false;
  readonly #copy: BrowserCopy;
  readonly #work: () => StoredCopy;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(copy: BrowserCopy, work: () => StoredCopy) {
    this.#copy = copy;
    this.#work = work;
  }

  soon(): void {
    this.#timer ??= setTimeout(() => void this.now(), COPY_AFTER_MS);
  }

  /** What must be done on a page that is gone an instant later is done when this returns. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isSafe = await this.#copy.write(this.#work());
  }

  /** Removes the texts: whoever uses this browser next finds none. */
  clear(revision: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#copy.clear({ revision });
  }
}
