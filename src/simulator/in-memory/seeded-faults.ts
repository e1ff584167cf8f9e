/** A schedule of faults for a test, the same for the same seed. */
import type { Fault } from '../fault.ts';
import { seededRandom } from './random.ts';

const ALL_FAULTS: readonly Fault[] = [
  'offline',
  'unavailable',
  'html',
  'portal',
  'empty',
  'hang',
  'torn',
  'answer-lost',
  'shut-out',
  'session-expired',
];

/** From `from` to `to`, milliseconds since 1970. */
export interface FaultWindow {
  readonly fault: Fault;
  readonly from: number;
  readonly to: number;
}

export interface SeededFaults {
  readonly seed: number;
  readonly from: number;
  readonly until: number;
  /** Average quiet time between two faults, milliseconds. */
  readonly quiet: number;
  /** Average length of a fault, milliseconds. */
  readonly lasting: number;
  readonly kinds?: readonly Fault[];
}

/** A schedule that the same seed makes again. */
export function seededFaults({ seed, from, until, quiet, lasting, kinds = ALL_FAULTS }: SeededFaults): FaultWindow[] {
  const random = seededRandom(seed);
  const windows: FaultWindow[] = [];
  let at = from + random() * 2 * quiet;
  while (at < until && kinds.length > 0) {
    const to = at + random() * 2 * lasting;
    windows.push({ fault: kinds[Math.floor(random() * kinds.length)] as Fault, from: at, to });
    at = to + random() * 2 * quiet;
  }
  return windows;
}
