import { LrsError } from './lrs-error.ts';

/**
 * That there is no document is believed where answers have said so for so long, in milliseconds. Some launchers drop the condition that there is
 * none yet (`If-None-Match`), and an LRS that fails may answer for some seconds as if it knew none. Where only the whole document can be put
 * (Open edX, Chamilo), what she writes until then is in this browser's copy alone; a page that is closed sooner tells the LRS nothing, and where
 * the browser keeps nothing either, these are her only words that are lost. To believe it sooner, or at closing after one such answer, would
 * put them in the place of all that she has ever written, wherever the LRS was failing just then.
 */
export const BELIEVED_AFTER_MS = 6_000;

/** Whether the LRS has a document of the learner's, by what its answers have said so far. */
export class DocumentPresence {
  /**
   * unreadable: since the launch, which has handed it over to be kept. `since`: when an answer said first that there is none, by a clock that nobody
   * sets; `isSure`: one has said so again, `BELIEVED_AFTER_MS` later.
   */
  #state: { readonly is: 'unknown' | 'there' | 'unreadable' } | { readonly is: 'none'; readonly since: number; readonly isSure: boolean } =
    {
      is: 'unknown',
    };

  /** Only then may a document be begun as a whole. */
  get isAbsentForSure(): boolean {
    return this.#state.is === 'none' && this.#state.isSure;
  }

  /** Milliseconds until it is believed that there is none. */
  get believedIn(): number {
    return this.#state.is === 'none' ? Math.max(0, this.#state.since + BELIEVED_AFTER_MS - performance.now()) : 0;
  }

  found(): void {
    this.#state = { is: 'there' };
  }

  /**
   * One that cannot be read is believed at the launch only. Later an answer may have been cut off on its way, or be of what stands before the LRS: what
   * others have saved must not be put over for it. @throws LrsError
   */
  foundUnreadable(): void {
    if (this.#state.is !== 'unknown' && this.#state.is !== 'unreadable')
      throw new LrsError(0, 'GET activities/state, which was not answered with a document of the course');
    this.#state = { is: 'unreadable' };
  }

  /** A document that was there is gone only when a later save finds none either: one bad answer must not begin it anew. @throws LrsError */
  missed(): void {
    const before = this.#state;
    this.#state =
      before.is === 'none'
        ? { ...before, isSure: before.isSure || this.believedIn === 0 }
        : { is: 'none', since: performance.now(), isSure: false };
    if (before.is === 'there') throw new LrsError(0, 'GET activities/state, which was there before and is said not to be');
  }
}
