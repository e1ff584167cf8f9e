import { mergeAnswers } from '../course/merge-answers.ts';
import type { BrowserCopy } from './browser-copy.ts';
import type { LearnerWork } from './learner-work.ts';

/** A copy goes to this browser so soon after a keystroke. */
const COPY_AFTER_MS = 400;

/** Keeps this browser's copy up with the learner's work. */
export class CopyKeeper {
  /** The texts as of the last writing are safe in this browser. */
  isSafe = false;
  readonly #copy: BrowserCopy;
  readonly #work: LearnerWork;
  readonly #confirmedAt: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param confirmedAt as `StoredCopy` says it */
  constructor(copy: BrowserCopy, work: LearnerWork, confirmedAt: () => number) {
    this.#copy = copy;
    this.#work = work;
    this.#confirmedAt = confirmedAt;
  }

  soon(): void {
    this.#timer ??= setTimeout(() => void this.now(), COPY_AFTER_MS);
  }

  /** What must be done on a page that is gone an instant later is done when this returns. */
  async now(): Promise<void> {
    this.#stopTimer();
    const { living, revision } = this.#work;
    this.isSafe = await this.#copy.write({ answers: living, revision, confirmedAt: this.#confirmedAt() });
  }

  /**
   * The last writing before another tab goes on. A page that an LMS has frozen hears of it late, when the other tab has written into the
   * common copy already.
   */
  async handOver(): Promise<void> {
    const { stored } = await this.#copy.read();
    if (stored) this.#work.restore(mergeAnswers(this.#work.living, stored.answers).answers);
    await this.now();
  }

  /** Removes the texts: whoever uses this browser next finds none. */
  clear(revision: number): void {
    this.#stopTimer();
    this.#copy.clear({ revision });
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
