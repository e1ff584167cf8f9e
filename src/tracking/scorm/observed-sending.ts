/**
 * How this LMS sends commits to its server, as far as this session has seen: whether it waits for an answer, and whether it uses beacons,
 * which a browser lets out of a page that closes.
 */
import type { Evidence } from './commit-witness.ts';

/** Whether a commit in sight was ever answered before it returned. */
type Receipts = 'unknown' | 'given' | 'none';

/** What is known at the launch. */
export interface LaunchSigns {
  /** False where it is known from the beginning that "true" proves nothing. */
  readonly receipts: boolean;
  /** The player is known to send by beacon from any event of a page that leaves: then `pagehide` is heard. */
  readonly hearsPagehide: boolean;
  /** LMSs of this standard are known that send the whole model at each commit. */
  readonly maySendWhole: boolean;
}

export class ObservedSending {
  readonly #signs: LaunchSigns;
  #receipts: Receipts = 'unknown';
  /** What was seen of the commit before in sight; undefined before the first. */
  #inSight: Evidence | undefined;
  /** The LMS was seen to use a beacon. */
  #hasBeacon = false;

  constructor(signs: LaunchSigns) {
    this.#signs = signs;
  }

  /** What was seen of a commit, whatever became of it. */
  saw(evidence: Evidence, isInSight: boolean): void {
    if (isInSight) this.#inSight = evidence;
    if (evidence === 'beacon' || evidence === 'unsent' || evidence === 'fallback') this.#hasBeacon = true;
  }

  /** What was seen of a commit in sight that is not known to have failed. */
  succeeded(evidence: Evidence): void {
    this.#receipts = receiptsAfter(this.#receipts, evidence);
  }

  get usesBeacons(): boolean {
    return this.#inSight === 'beacon' || this.#inSight === 'unsent';
  }

  /** Nothing was seen yet, and nothing is known: everything may go at each commit, by beacon. */
  get mayBeWhole(): boolean {
    return this.sendsWhole || (this.#inSight === undefined && !this.#signs.hearsPagehide);
  }

  get givesReceipts(): boolean {
    return this.#signs.receipts && this.#receipts !== 'none';
  }

  get hearsPagehide(): boolean {
    return this.#signs.hearsPagehide || this.usesBeacons;
  }

  get sendsWhole(): boolean {
    return this.#signs.maySendWhole || (this.usesBeacons && this.#receipts === 'none');
  }

  /**
   * The LMS waits for its requests, and nothing is known of it that a browser lets out of a page that closes: Chromium bars such requests there. So
   * it is in Totara 12, Sakai and the Moodle app.
   */
  get losesClosing(): boolean {
    return this.#receipts === 'given' && !this.#signs.hearsPagehide && !this.#hasBeacon;
  }
}

/** A player that asks and waits now and then may use a beacon meanwhile; one that was never seen to wait proves nothing. */
function receiptsAfter(known: Receipts, evidence: Evidence): Receipts {
  if (evidence === 'answered') return 'given';
  if (evidence === 'none' || (evidence === 'beacon' && known === 'unknown')) return 'none';
  return known;
}
