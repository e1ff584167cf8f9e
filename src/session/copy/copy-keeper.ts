/** When this browser's copy is written and removed. How many days a copy of somebody else stays: `others-old-copies.ts`. */
import type { Answers } from '../../course/answers.ts';
import type { BrowserCopy, CopyMark, KnownOfLms } from './browser-copy.ts';
import { areWords } from './found-work.ts';
import type { LearnerWork } from '../learner-work.ts';
import type { SealedCopy } from './sealed-copy.ts';

/** A copy goes to this browser so soon after a keystroke. */
const COPY_AFTER_MS = 400;
/** Texts of which nothing is known for so long are not called safe. */
const DOUBT_MS = 2_000;
/**
 * A page that leaves is told so two or three times in a row, and its process may end while it writes to local storage (Firefox 153 ESR, run: Finish
 * was never reached in 7 of 10 closed windows). What was written a moment ago is not written again; later it is, since an LMS may have
 * wiped it meanwhile.
 */
const MOMENT_MS = 1_000;

/** Keeps this browser's copy up with the learner's work. */
export class CopyKeeper {
  /** The texts as of the last writing are safe in this browser. */
  isSafe = false;
  isRemoved = false;
  /** It was removed, and the browser has not confirmed that. */
  mayRemain = false;
  readonly #copy: BrowserCopy;
  readonly #work: LearnerWork;
  readonly #sealed: SealedCopy;
  readonly #known: () => KnownOfLms;
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writings = 0;
  /** The last writing of which is known what became of it. */
  #knownWriting = 0;
  #last: { readonly answers: Answers; readonly at: number; readonly done: Promise<void> } | undefined;

  /** @param known of the LMS. @param onChange told when `isSafe` has changed */
  constructor(copy: BrowserCopy, work: LearnerWork, sealed: SealedCopy, known: () => KnownOfLms, onChange: () => void) {
    this.#copy = copy;
    this.#work = work;
    this.#sealed = sealed;
    this.#known = known;
    this.#onChange = onChange;
  }

  soon(): void {
    this.#timer ??= setTimeout(() => void this.now(), COPY_AFTER_MS);
  }

  /** Writes soon, also what was written already: what is known of the LMS has changed. */
  writeAnew(): void {
    if (this.isRemoved) return;
    this.#last = undefined;
    this.soon();
  }

  /**
   * What must be done on a page that is gone an instant later is done when this returns.
   * @returns when it is known whether the texts are safe, or has been in doubt for too long
   */
  now(): Promise<void> {
    this.#stopTimer();
    const { answers } = this.#work.store;
    const at = performance.now();
    if (this.#last?.answers === answers && at - this.#last.at < MOMENT_MS) return this.#last.done;
    const done = this.#write();
    void this.#sealed.prepare();
    this.#last = { answers, at, done };
    return done;
  }

  async #write(): Promise<void> {
    const writing = (this.#writings += 1);
    const { living, revision, origins } = this.#work;
    await new Promise<void>((over) => {
      const tell = (isSafe: boolean): void => {
        this.#set(isSafe, writing);
        over();
      };
      const doubt = setTimeout(tell, DOUBT_MS, false);
      void this.#copy
        .write({ answers: living, revision, ...this.#known(), ...(origins ? { origins: origins.now } : {}) })
        .then((isSafe) => {
          clearTimeout(doubt);
          tell(isSafe);
        });
    });
  }

  /** Removes the texts: whoever uses this browser next reads none. @param revision that the LMS is known to have; 0 where it has nothing, which leaves no mark */
  clear(revision: number): void {
    this.#stopTimer();
    this.#last = undefined;
    const { revision: tried, living } = this.#work;
    const mark = { revision, tried, ...(areWords(living) ? {} : { isWordless: true }) };
    this.#copy.clear(revision > 0 ? mark : undefined, this.#sealed.closed(revision));
  }

  /** Removes all of the learner's work from this browser; nothing is kept from then on. @returns whether it is known to be gone */
  async remove(mark: CopyMark | undefined): Promise<boolean> {
    this.#stopTimer();
    this.#last = undefined;
    this.isRemoved = true;
    const removing = this.#copy.remove(mark);
    this.#set(false, this.#writings);
    const isGone = await removing;
    this.mayRemain = !isGone;
    return isGone;
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** @param writing as of which the texts are safe, or not */
  #set(isSafe: boolean, writing: number): void {
    if (writing < this.#knownWriting) return;
    this.#knownWriting = writing;
    if (isSafe === this.isSafe) return;
    this.isSafe = isSafe;
    this.#onChange();
  }
}
