/** When a page counts as left open: so long after it was last used its learner may have gone on at another computer. */

/** In milliseconds. */
const LEFT_OPEN_MS = 900_000;

/** By the time of day, which may be set back, and by the page's own clock, which may stand still while the computer sleeps (w3c/hr-time#115). */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly on: number;
  /** `performance.now()`. */
  readonly at: number;
}

export function thisMoment(): Moment {
  return { on: Date.now(), at: performance.now() };
}

export function isLeftOpenSince({ on, at }: Moment): boolean {
  return Math.max(Date.now() - on, performance.now() - at) > LEFT_OPEN_MS;
}
