/**
 * Probabilities as steps, in which forecasts can be added up: the logarithm of the odds, in whole numbers, so that every browser comes to the
 * same. FROZEN with version A of the state, as everything is that the models reckon with.
 */

/** What 0 to 2047 steps are as a probability in 1/65536; 256 steps are a factor of (257/256)^256 in the odds. */
const SQUASH = new Int32Array(2048);
/** The steps of each probability in 1/4096. */
export const STRETCH = new Int16Array(4096);
for (let steps = 0, odds = 65536; steps < 2048; steps++, odds += odds >> 8) SQUASH[steps] = Math.floor((odds * 65536) / (odds + 65536));
for (let at = 2048, steps = 0; at < 4096; at++) {
  while (steps < 2047 && (SQUASH[steps] as number) < at * 16 + 8) steps++;
  STRETCH[at] = steps;
  STRETCH[4095 - at] = -steps;
}

/** The steps of a sum of weighed steps, weights being in 1/65536. */
export function inSteps(sum: number): number {
  return Math.max(-2047, Math.min(2047, (sum / 65536) | 0));
}

/** The probability of so many steps, in 1/65536; never 0 and never 1. */
export function squash(steps: number): number {
  const at = Math.min(Math.abs(steps), 2047);
  return steps < 0 ? 65536 - (SQUASH[at] as number) : (SQUASH[at] as number);
}

/** The steps of a probability in 1/65536. */
export function stretch(probability: number): number {
  return STRETCH[probability >> 4] as number;
}
