/**
 * `npm test` runs seeds 1 to 4: with them every kind of learner that a soak knows is there once (`kindOf`). The nightly run takes the first
 * twelve, and 500 that no run has had.
 */
const FEW = 4;

/**
 * The seeds of a soak: `SOAK_SEED` replays one; else `SOAK_RUNS` (4) of them from `SOAK_FROM` on. CI's are fixed (from 1). `SOAK_FROM=fresh`,
 * as `npm run test:soak` says it, takes seeds that no run has had, and prints where they begin, so that the same can be run again.
 */
export function seedsToRun(): number[] {
  const one = process.env['SOAK_SEED'];
  if (one) return [wholeNumber('SOAK_SEED', one)];
  const runs = wholeNumber('SOAK_RUNS', process.env['SOAK_RUNS'] ?? String(FEW));
  const from = firstSeed();
  return Array.from({ length: runs }, (_, index) => from + index);
}

function firstSeed(): number {
  const from = process.env['SOAK_FROM'] ?? '1';
  if (from !== 'fresh') return wholeNumber('SOAK_FROM', from);
  // The files of a soak run in processes of their own, begun at about the same second.
  const fresh = Math.floor(Date.now() / 1000) % 100_000_000;
  console.log(`Fresh seeds: SOAK_FROM=${fresh} runs the same again.`);
  return fresh;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${name}=${text}: a whole number from 1 on is needed.`);
  return number;
}

/** What kind of learner, and of browser, a seed stands for. */
export interface SoakKind {
  /** Pages rather than words: more than 4,096 characters hold. */
  readonly writesPages: boolean;
  /** Whether her browser keeps anything; where it does not, what was said to be saved is all that may be asked for. */
  readonly keeps: boolean;
  /** She says in the middle that she is ready, and writes on. */
  readonly completes: boolean;
  /** Her browser is Firefox, which tells a page that closes less. */
  readonly inFirefox: boolean;
}

export function kindOf(seed: number): SoakKind {
  return { writesPages: seed % 8 === 2, keeps: seed % 5 !== 4, completes: seed % 3 === 0, inFirefox: seed % 4 >= 2 };
}
