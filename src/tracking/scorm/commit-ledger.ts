/** The commits of a session: what was set for each, which of them the LMS took, and what has to be told again. */
import { note, type Answer, type FieldId } from '../../course/answers.ts';
import type { Watch } from './commit-witness.ts';
import type { CallResult } from './scorm-api.ts';
import { nextDelivery, NOTHING_TOLD, repeats, type Delivery, type DeliveryEvent, type Occasion } from './scorm-delivery.ts';
import type { Fit } from './scorm-state.ts';
import type { SaveOutcome, Snapshot } from '../tracker.ts';

/** One commit with what was set for it. */
export interface CommitAttempt {
  readonly snapshot: Snapshot;
  readonly occasion: Occasion;
  readonly fit: Fit;
  readonly watch: Watch;
  /** All of it went with the commit before: the end of the session brings its time alone. */
  readonly isCarried?: boolean;
  /** Its number in the model. */
  readonly commit?: number;
  /** What the LMS itself said against it. */
  readonly problem?: CallResult | undefined;
}

export class CommitLedger {
  #delivery: Delivery = NOTHING_TOLD;
  /** What the last commit carried that the LMS took. */
  #carried: CommitAttempt | undefined;
  /** What the LMS was last proved to have. */
  #proved: { readonly snapshot: Snapshot; readonly outcome: SaveOutcome } | undefined;
  /** The same, whatever has failed since: that took nothing from it. */
  #had: Snapshot | undefined;
  /** The commit before: a request of it may have failed since. */
  #before: CommitAttempt | undefined;
  /** That of the commit which failed last. */
  #failed: Watch | undefined;

  /** Completion may have been lost: another word stands in for it, and "completed" has to follow. */
  get owesCompletion(): boolean {
    return this.#delivery.completion === 'owed';
  }

  /** A save begins. What has become of the commit before shows by now, as far as it ever does. @returns what has to be told again */
  begin(occasion: Occasion): ReturnType<typeof repeats> {
    const { watch, snapshot } = this.#before ?? {};
    if (watch?.failed() !== undefined) {
      this.#note({ type: 'failed', complete: snapshot?.complete === true });
      this.#carried = this.#proved = undefined;
      if (snapshot === this.#had) this.#had = undefined;
    }
    this.#before = undefined;
    const repeated = repeats(this.#delivery, occasion);
    this.#note({ type: 'begins', occasion });
    return repeated;
  }

  /** What was set stands in the LMS's page no more: no commit that comes carries it. */
  putBack(): void {
    this.#carried = this.#proved = undefined;
  }

  /** The end of the session would not arrive: the Moodle app keeps it on the device, over what the launch handed over, without what was sent since. */
  isCutOff(): void {
    this.#carried = undefined;
  }

  /** The LMS took the call. */
  carry(attempt: CommitAttempt): CommitAttempt {
    this.#carried = attempt;
    return attempt;
  }

  /** The commit that has all of it already, where there is one. */
  carrierOf(snapshot: Snapshot): CommitAttempt | undefined {
    return this.#carried && isSame(this.#carried.snapshot, snapshot) ? this.#carried : undefined;
  }

  /** What came of the commit with which the LMS was proved to have all of it. */
  proofOf(snapshot: Snapshot): SaveOutcome | undefined {
    return this.#proved && isSame(this.#proved.snapshot, snapshot) ? this.#proved.outcome : undefined;
  }

  /**
   * For a page that was left open: the same where a later commit of it has failed, as one that only says that she comes back, where she has turned
   * a page since, or where answers are still to be told.
   */
  hadOf(snapshot: Snapshot): SaveOutcome | undefined {
    const had = this.#had;
    return had && isSame(had, snapshot, note.place) ? { result: 'saved', revision: had.revision } : undefined;
  }

  /** The commit is not known to have failed. `isHeard`: not sent out of sight without an answer; `isAnswered`: a request of it was answered */
  succeeded(attempt: CommitAttempt, isHeard: boolean, isAnswered: boolean): void {
    this.#before = attempt;
    const { occasion, snapshot } = attempt;
    this.#note({ type: 'committed', occasion, complete: snapshot.complete, isHeard, isProven: isAnswered });
  }

  /** @param proof what came of it, where that proves that the LMS has it */
  judged({ snapshot }: CommitAttempt, proof: SaveOutcome | undefined): void {
    this.#proved = proof && { snapshot, outcome: proof };
    if (proof) this.#had = snapshot;
  }

  /** Told at once where the LMS itself says so, and once more when it is known why. */
  failed({ snapshot, watch }: CommitAttempt): void {
    if (watch === this.#failed) return;
    this.#failed = watch;
    this.#note({ type: 'failed', complete: snapshot.complete });
    this.#carried = this.#proved = undefined;
  }

  /** "completed" follows the word that stood in for it. */
  completedFollows(): void {
    this.#note({ type: 'completed-follows' });
  }

  /** Another tab writes from now on. */
  abandon(): void {
    this.#note({ type: 'abandoned' });
    this.#carried = this.#proved = this.#had = undefined;
  }

  #note(event: DeliveryEvent): void {
    this.#delivery = nextDelivery(this.#delivery, event);
  }
}

/** Nothing that the LMS is told differs, but for the revision, which stands among the saves too, and for what `but` names. */
function isSame(before: Snapshot, now: Snapshot, but?: FieldId): boolean {
  const told = ({ answers }: Snapshot): [FieldId, Answer][] => [...answers].filter(([id]) => id !== note.saves && id !== but);
  const isUnchanged = ([id, { text, at }]: [FieldId, Answer]): boolean => {
    const known = before.answers.get(id);
    return known?.text === text && known.at === at;
  };
  return before.complete === now.complete && told(before).length === told(now).length && told(now).every(isUnchanged);
}
