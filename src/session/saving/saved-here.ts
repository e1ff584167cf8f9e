import type { Answers } from '../../course/answers.ts';
import type { Launch, SaveOutcome } from '../../tracking/tracker.ts';
import type { BrowserCopy } from '../copy/browser-copy.ts';
import type { InBrowser } from '../copy/in-browser.ts';
import type { Proof } from './proof.ts';
import type { CopyHere } from '../session-view.ts';

export interface SavedHereOptions {
  readonly answers: () => Answers;
  /** What the LMS is known to have. */
  readonly proof: Proof;
  /** Whether what is written is to go anywhere at all. */
  readonly isOn: () => boolean;
}

/** This browser's copy beside the LMS: when it is written, handed to another tab, and removed. */
export class SavedHere {
  readonly #options: SavedHereOptions;
  #launch: Launch | undefined;
  /** Undefined where nothing is kept in this browser. */
  #inBrowser: InBrowser | undefined;

  constructor(options: SavedHereOptions) {
    this.#options = options;
  }

  begin(launch: Launch, inBrowser: InBrowser | undefined): void {
    this.#launch = launch;
    this.#inBrowser = inBrowser;
  }

  get copy(): BrowserCopy | undefined {
    return this.#inBrowser?.copy;
  }

  /** No LMS is behind the tracker. */
  get isOnly(): boolean {
    return this.#launch?.limits.thisBrowserOnly === true;
  }

  /** The texts are safe in this browser as of the last writing. */
  get isSafe(): boolean {
    return this.#inBrowser?.keeper.isSafe ?? false;
  }

  /** Another learner has opened the course in this browser since. */
  get isAnothers(): boolean {
    return this.#inBrowser?.learnerHere.isAnother ?? false;
  }

  /** @param hasMore this browser has other work of hers than her answers */
  standing(hasMore: boolean): CopyHere {
    const { isRemoved, mayRemain } = this.#inBrowser?.keeper ?? {};
    if (isRemoved) return mayRemain ? 'uncertain' : 'removed';
    if (this.isOnly) return 'only';
    return this.#isAhead || hasMore ? 'ahead' : 'copied';
  }

  writeSoon(): void {
    this.#inBrowser?.keeper.soon();
  }

  /** The LMS has taken more than the copy says; who opens the course in another tab goes by that where it does not say who she is. */
  noteTaken(): void {
    if (this.#launch?.learner.id === '') this.#inBrowser?.keeper.writeAnew();
  }

  /** The LMS has said what became of a save. @param hasTaken more than the copy says */
  answered(outcome: SaveOutcome, hasTaken: boolean): void {
    if (hasTaken) this.noteTaken();
    if (outcome.result !== 'not-saved') this.#inBrowser?.sealed.answered(outcome);
  }

  /** @returns when it is known whether the texts are safe */
  async write(): Promise<void> {
    if (this.#options.isOn()) await this.#inBrowser?.keeper.now();
  }

  /** Another tab writes from now on. */
  handOver(): void {
    // A page that an LMS has frozen hears of it late, when the other tab has written into the common copy already: that is found then.
    void this.write();
    const { copy, lock } = this.#inBrowser ?? {};
    // This browser may have had no room for it.
    if (this.#options.isOn() && copy?.text !== undefined) lock?.handOver(copy.text);
  }

  /** Another tab may write. */
  release(): void {
    this.#inBrowser?.lock.release();
  }

  /** Whoever uses this browser next finds no text once the LMS has it all. */
  clear(): void {
    if (!this.#isAhead && !this.isOnly) this.#inBrowser?.keeper.clear(this.#options.proof.revision);
  }

  /** Nothing is kept from then on. @returns whether it is known to be gone */
  async remove(): Promise<boolean> {
    const { revision } = this.#options.proof;
    return (await this.#inBrowser?.keeper.remove(revision > 0 ? { revision } : undefined)) ?? true;
  }

  get #isAhead(): boolean {
    const { answers, proof } = this.#options;
    return proof.isMissing(answers());
  }
}
