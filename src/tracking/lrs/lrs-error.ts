import type { NotSaved, NotSavedReason } from '../tracker.ts';

/** An LRS that did not do what it was asked. Says what was asked and the status, and nothing of what was sent or answered: LRSs echo both. */
export class LrsError extends Error {
  override readonly name = 'LrsError';

  /**
   * @param status the HTTP status, 0 where there was no answer of an LRS
   * @param detail what was asked, such as `PUT activities/state`
   * @param retryAfter milliseconds, where the LRS says
   */
  constructor(
    readonly status: number,
    detail: string,
    readonly retryAfter?: number,
    options?: ErrorOptions,
  ) {
    super(`${detail}: ${status === 0 ? 'no answer' : `HTTP ${status}`}`, options);
  }

  get reason(): NotSavedReason {
    if (this.status === 0 || this.status >= 500 || this.status === 429 || this.status === 408) return 'offline';
    if (this.status === 401 || this.status === 403) return 'session-ended';
    return this.status === 413 ? 'full' : 'refused';
  }

  /** What was sent may have been stored all the same: not answered, or by a proxy that did not wait for the LRS, or by an LRS that failed behind that. */
  get mayHaveArrived(): boolean {
    return this.status === 0 || this.status === 408 || this.status >= 500;
  }

  /** The LRS was there, and may have refused or failed in this one request only (502 is ILIAS's proxy, which tells no more). */
  get mayBeOfOne(): boolean {
    return this.reason === 'refused' || this.reason === 'full' || this.status === 500 || this.status === 502;
  }

  /**
   * In the words of the tracker's port. A token that ran out does not come back; the work then waits for the next launch. What was refused is
   * tried again: mod_cmi5 answers 400 where its own database fails, and what stands before an LRS may answer 404 or 409 to all for a while.
   */
  get outcome(): NotSaved {
    const { reason, message, retryAfter } = this;
    return {
      result: 'not-saved',
      reason,
      retry: reason === 'offline' || reason === 'refused',
      detail: message,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  }
}
