import { LrsError } from './lrs-error.ts';

/**
 * That there is no document is believed where answers have said so for so long, in milliseconds. Some launchers drop the condition that there is
 * none yet (`If-None-Match`), and an LRS that fails may answer for some seconds as if it knew none. Where only the whole document can be put
 * (Open edX, Chamilo, behind a redirect), what she writes until then is in this browser's copy alone; a page that is closed sooner tells the LRS nothing, and where
 * the browser keeps nothing either, these are her only words that are lost. To believe it sooner, or at closing after one such answer, would
 * put them in the place of all that she has ever written, wherever the LRS was failing just then.
 */
export const BELIEVED_AFTER_MS = 6_000;

/**
 * That a document is broken where it stands, and was not cut off on its way, is believed where no reading since the launch, and for so long, has
 * brought it whole, in milliseconds. Only then may it be put over, and only where the LRS takes no addition to it either.
 */
const BROKEN_AFTER_MS = 60_000;

/** Whether the LRS has a document of the learner's, by what its answers have said so far. */
export class DocumentPresence {
  /**
   * foreign: of something else than this course; cut-off: no JSON at all; both since the launch, which has handed it over to be kept. `since`: when an
   * answer said so first, by a clock that nobody sets; `isSure`: one has said so again, `BELIEVED_AFTER_MS` later.
   */
  #state:
    | { readonly is: 'unknown' | 'there' | 'foreign' }
    | { readonly is: 'cut-off'; readonly since: number }
    | { readonly is: 'none'; readonly since: number; readonly isSure: boolean } = { is: 'unknown' };

  /** Only then may a document be begun as a whole. */
  get isAbsentForSure(): boolean {
    return this.#state.is === 'none' && this.#state.isSure;
  }

  /** Milliseconds until it is believed that there is none. */
  get believedIn(): number {
    return this.#state.is === 'none' ? Math.max(0, this.#state.since + BELIEVED_AFTER_MS - performance.now()) : 0;
  }

  /** No reading since the launch has brought it whole: what others have saved may stand there, and nobody here knows it. */
  get isCutOff(): boolean {
    return this.#state.is === 'cut-off';
  }

  /** The same for so long that it has to be broken where it stands. */
  get isBroken(): boolean {
    return this.#state.is === 'cut-off' && performance.now() - this.#state.since >= BROKEN_AFTER_MS;
  }

  /** Why what was written is not proved to stand. Once the document is broken, what else there is to tell waits no longer. */
  cutOff(): LrsError {
    return new LrsError(this.isBroken ? 502 : 0, 'GET activities/state, which came cut off');
  }

  found(): void {
    this.#state = { is: 'there' };
  }

  /**
   * One that cannot be read is believed at the launch only. Later an answer may have been cut off on its way, or be of what stands before the LRS: what
   * others have saved must not be put over for it. @throws LrsError
   */
  foundUnreadable(as: 'foreign' | 'cut-off'): void {
    const { is } = this.#state;
    if (is !== 'unknown' && is !== 'foreign' && is !== 'cut-off')
      throw new LrsError(0, 'GET activities/state, which was not answered with a document of the course');
    if (as === 'foreign') this.#state = { is: as };
    else if (is !== as) this.#state = { is: as, since: performance.now() };
  }

  /** A document that was there is gone only when a later save finds none either: one bad answer must not begin it anew. @throws LrsError */
  missed(): void {
    const before = this.#state;
    this.#state =
      before.is === 'none'
        ? { ...before, isSure: before.isSure || this.believedIn === 0 }
        : { is: 'none', since: performance.now(), isSure: false };
    if (before.is === 'there' || before.is === 'cut-off')
      throw new LrsError(0, 'GET activities/state, which was there before and is said not to be');
  }
}
