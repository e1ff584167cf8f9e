/** When a page counts as left open: so long after it was last used its learner may have gone on at another computer. */
import type { Turn } from './tracker.ts';

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

/** The same turn, over too where the computer has slept for so long since: what is to be written is judged anew. */
export function untilSleep(turn: Turn): Turn {
  const began = thisMoment();
  const isOver = (): boolean => turn.isOver || isLeftOpenSince(began);
  return {
    get isOver() {
      return isOver();
    },
    rest: async () => (await turn.rest()) && !isOver(),
  };
}
