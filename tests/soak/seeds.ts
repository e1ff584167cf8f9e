/**
 * `npm test` runs each habit that a table knows (`tests/each-habit.ts`), and every kind of learner that a soak knows (`kindOf`), but not each with
 * each: the systems take one of the four kinds by turns, so that each kind comes to every fourth one, and the two browsers come in turn. The
 * nightly run gives every system the first twelve seeds, and 500 that no run has had: both numbers stand in `.github/workflows/nightly.yml`, and in
 * `package.json`, by which `npm run test:nightly` and `npm run test:soak` run the same.
 */
const TURNS = [1, 2, 4, 3] as const;

/**
 * The seeds of a soak: `SOAK_SEED` replays one; else `SOAK_RUNS` of them from `SOAK_FROM` on; where none of these is given, one by turns.
 * CI's are fixed. `SOAK_FROM=fresh`, as `npm run test:soak` says it, takes seeds that no run has had, and prints where they begin, so that the
 * same can be run again.
 * @returns the seeds of a system by its place in its table, from 0
 */
export function seedsToRun(): (place: number) => readonly number[] {
  const { SOAK_SEED: one, SOAK_RUNS: runs, SOAK_FROM: from } = process.env;
  if (one) return always([wholeNumber('SOAK_SEED', one)]);
  if (runs === undefined && from === undefined) return (place) => [TURNS[place % TURNS.length] ?? 1];
  const first = firstSeed();
  const length = wholeNumber('SOAK_RUNS', runs ?? '1');
  return always(Array.from({ length }, (_, index) => first + index));
}

/** Whether somebody says which runs to do. */
export function isSteered(): boolean {
  return ['SOAK_SEED', 'SOAK_RUNS', 'SOAK_FROM'].some((name) => process.env[name]);
}

/** Where somebody says which runs or which system, any system may be meant. */
export function takesAll(): boolean {
  return isSteered() || Boolean(process.env['SOAK_PROFILE']);
}

function always(seeds: readonly number[]): () => readonly number[] {
  return () => seeds;
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
