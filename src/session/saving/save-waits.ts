/** How long the save queue waits, in milliseconds: before a save, between two, and before a failed one is tried again. */
import type { Limits } from '../../tracking/limits.ts';

/** Between two saves, and between two commits of one. */
export const GAP_MS = 1_050;
export const SOON_MS = 200;
/** After the last change: the state is put into the LMS's data model, which some players send by a timer of their own. */
export const SET_MS = 1_000;
/** So often an unchanged state is sent again where nothing proves that it arrived: an earlier batch may have been dropped in silence. */
export const MOST_RESENDS = 2;
/**
 * After 1 and 3 minutes in all: a page that is left open would put its old state over what is written at another computer. A quarter of an hour after
 * it was sent first the page rests (`save-queue-state.ts`).
 * @param sent how often it was sent before
 * @returns milliseconds until it is sent again, or the page rests
 */
export function resendIn(sent: number): number {
  return [60_000, 120_000, 720_000][sent] ?? Infinity;
}
export const FIRST_RETRY_MS = 2_000;
export const LONGEST_RETRY_MS = 60_000;
/** While she writes on, an LMS that waits for its learner is asked no more often. */
export const SPARED_MS = 5_000;

/** How long typing waits for a save. */
export interface Pace {
  /** After the last change. */
  readonly pause: number;
  /** After the first change that is not saved, although she types on. */
  readonly longest: number;
}

const PACE: Pace = { pause: 2_500, longest: 15_000 };
/** Where nothing arrives that a closing page sends. */
const SOONER: Pace = { pause: 1_000, longest: 5_000 };
/** The longest wait where this browser keeps no copy. */
const LONGEST_WITHOUT_COPY = 4_000;

/** @param isSafeHere the texts are safe in this browser between two saves */
export function paceOf(limits: Limits | undefined, isSafeHere: boolean): Pace {
  const { pause, longest } = limits?.saveSooner ? SOONER : PACE;
  return { pause, longest: isSafeHere ? longest : Math.min(longest, LONGEST_WITHOUT_COPY) };
}
