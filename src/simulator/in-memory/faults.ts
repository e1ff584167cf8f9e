/** What can happen between the player and its server, and when. */
import { seededRandom } from './random.ts';

/**
 * offline: no connection; unavailable: 503; html: a captive portal's page with 200; empty: 200 with an empty body (another course took
 * over the session); hang: no answer for 25 s; torn: the server dies in the middle of writing; answer-lost: written whole, but the
 * answer never arrives; session-expired: logged out until the next launch.
 */
export type Fault = 'offline' | 'unavailable' | 'html' | 'empty' | 'hang' | 'torn' | 'answer-lost' | 'session-expired';

const allFaults: readonly Fault[] = ['offline', 'unavailable', 'html', 'empty', 'hang', 'torn', 'answer-lost', 'session-expired'];

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
export function seededFaults({ seed, from, until, quiet, lasting, kinds = allFaults }: SeededFaults): FaultWindow[] {
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
