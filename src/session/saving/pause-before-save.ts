import type { Limits } from '../../tracking/tracker.ts';
import type { Pace } from './save-queue-state.ts';

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
