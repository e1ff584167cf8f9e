/**
 * How the hostile inputs are run. `npm test` runs the same few each time; `npm run test:hostile` runs many with a seed that no run has had, and
 * prints it. `HOSTILE_SEED` and `HOSTILE_RUNS` (inputs of each kind) run the same again; what fails is printed in its smallest form.
 */
import fc from 'fast-check';
import { expect } from 'vitest';

const FIXED_SEED = 20_261_126;
const FEW = 25;
/** Milliseconds of computing that one input may take; a busy machine makes the clock go on, but not this. */
const MOST_COMPUTING_MS = 1_000;
/** Milliseconds until an input is taken for one that ends nothing. */
const PATIENCE_MS = 30_000;

const runs = Number(process.env['HOSTILE_RUNS'] ?? FEW);
const seed = process.env['HOSTILE_SEED'] === 'fresh' ? Date.now() % 100_000_000 : Number(process.env['HOSTILE_SEED'] ?? FIXED_SEED);

/** Whatever clock a test has. */
const realClock = { setTimeout, clearTimeout };

/** As long as all inputs of a kind may take together. */
export const HOSTILE_TIMEOUT_MS = PATIENCE_MS + runs * 2_000;

/** Holds so many inputs of a kind to what is promised of it. */
export async function hold<Input>(
  kind: string,
  inputs: fc.Arbitrary<Input>,
  promise: (input: Input) => Promise<void> | void,
): Promise<void> {
  let count = 0;
  let slowest = 0;
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const before = process.cpuUsage();
      await inTime(promise(input));
      const { user, system } = process.cpuUsage(before);
      const took = (user + system) / 1000;
      count += 1;
      slowest = Math.max(slowest, took);
      expect(took, 'milliseconds of computing').toBeLessThan(MOST_COMPUTING_MS);
    }),
    // A slow input is slow while it is made smaller, too.
    { seed, numRuns: runs, interruptAfterTimeLimit: HOSTILE_TIMEOUT_MS - PATIENCE_MS, markInterruptAsFailure: true },
  );
  console.log(
    `${kind}: ${String(count)} inputs, the slowest ${slowest.toFixed(0)} ms of computing (HOSTILE_SEED=${String(seed)} HOSTILE_RUNS=${String(runs)})`,
  );
}

async function inTime(work: Promise<void> | void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = realClock.setTimeout(() => refuse(new Error(`Nothing came of it in ${String(PATIENCE_MS)} ms.`)), PATIENCE_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    realClock.clearTimeout(timer);
  }
}
