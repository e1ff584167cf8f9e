/**
 * How long is waited for an LRS, in milliseconds, and how often it is asked again. When a failed save is tried again, whatever the tracker, is in
 * `src/session/saving/save-waits.ts`.
 */

/** An LRS, or the launcher's token, that does not come within so long is as good as unreachable. */
export const LRS_TIME_OUT_MS = 20_000;

/** A question is asked again after so long where the LRS did not answer: at launch there is nobody yet to wait for a better moment. */
export const ASK_AGAIN_MS: readonly number[] = [1_000, 3_000];

/** So long after it was not taken what ends a session is sent once more, while the learner waits to be led back. */
export const LAST_AGAIN_MS = 1_000;

/** An LRS that wants to be left alone for longer is asked after so long all the same: it may be well again, and the learner is still there. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** What it asks for, out of seconds or an HTTP date (RFC 9110, 10.2.3), which this computer's clock may be days away from. */
export function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, LONGEST_RETRY_AFTER_MS) : undefined;
}

/** Ends a request, as `AbortSignal.timeout` does, which came with Safari 16. */
export function timeLimit(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException('The request took too long.', 'TimeoutError')), milliseconds);
  return controller.signal;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((over) => setTimeout(over, milliseconds));
}

/** So often a statement on which the LRS fails is tried before it rests. */
export const STATEMENT_TRIES = 5;

/** So long rests what counts and is not taken: an LRS may take nothing for minutes, and who is complete need not come back. */
export const STATEMENT_RESTS_MS = 5 * 60_000;

/** The learner waits for so long at most to be told how a session ended. */
export const CLOSE_WITHIN_MS = 12_000;

/** What was acknowledged is remembered in the state with the next words, or so long after. */
export const REMEMBER_AFTER_MS = 8_000;

/** The same of the place where she is. */
export const PLACE_AFTER_MS = 30_000;

/** A look for what other pages have written is due so long after the last one, where this page has written since. */
export const LOOK_AFTER_MS = 15_000;

/** Where none is needed to write safely, each that finds nothing doubles the time until the next, up to this. */
export const LONGEST_LOOK_AFTER_MS = 120_000;

/**
 * So long after a reading a page that leaves may put the whole document unseen: longer than typing waits for a save, and too short for the learner to
 * have saved at another computer.
 */
export const READ_LATELY_MS = 20_000;
