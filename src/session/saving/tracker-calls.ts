import type { LeavingEvent, SaveOutcome, Snapshot, Tracker, Turn } from '../../tracking/tracker.ts';
import { ActiveClock } from './active-clock.ts';
import type { LearnerWork } from '../learner-work.ts';
import type { Proof } from './proof.ts';
import { outcomeOf } from './save-outcome.ts';

export interface TrackerCallsOptions {
  readonly work: LearnerWork;
  readonly tracker: () => Tracker;
  /** Is told what the tracker is asked to store. */
  readonly proof: Proof;
  /** Writes this browser's copy. */
  readonly keepCopy: () => Promise<void>;
  /** Whether there is no LMS, so that what is not kept here is nowhere. */
  readonly isOnlyHere: () => boolean;
  /** Another learner uses this browser by now: the LMS would store the work as hers. */
  readonly isAnothers: () => boolean;
  /** What a page before this one has sent may still come, and take the place of what is saved now. */
  readonly mayBeOvertaken: () => boolean;
  /** The tracker was called, and has not answered yet. */
  readonly onCalled: () => void;
}

/** The learner's session ended when another's began. */
const ANOTHERS: SaveOutcome = {
  result: 'not-saved',
  reason: 'session-ended',
  retry: true,
  detail: 'another learner has opened the course',
};

/** Every call that hands the learner's work to the tracker, with the active time of this session. */
export class TrackerCalls {
  readonly clock = new ActiveClock();
  readonly #options: TrackerCallsOptions;
  /** The last revision whose receipt is no proof. */
  #doubted = 0;

  constructor(options: TrackerCallsOptions) {
    this.#options = options;
  }

  async set(turn: Turn): Promise<void> {
    const { work, tracker, isAnothers } = this.#options;
    if (isAnothers()) return;
    try {
      await tracker().set?.(work.snapshot(this.clock.elapsed), this.#hers(turn));
    } catch {
      // The save that follows meets the same fault, and its outcome is told.
    }
  }

  /** For a session that somebody else is about to end: nobody hears what becomes of it, so it proves nothing. */
  last(): Snapshot {
    return this.#options.work.snapshot(this.clock.elapsed);
  }

  save(turn: Turn): Promise<SaveOutcome> {
    return this.#call((tracker, snapshot) => tracker.save(snapshot, this.#hers(turn)), false);
  }

  saveNow(event: LeavingEvent): Promise<SaveOutcome> {
    return this.#call((tracker, snapshot) => tracker.saveNow(snapshot, event), true);
  }

  closeNow(): Promise<SaveOutcome> {
    return this.#call((tracker, snapshot) => tracker.closeNow(snapshot), true);
  }

  /** It ends too where a page sleeps in the middle of a save, and another learner has come until it wakes. */
  #hers(turn: Turn): Turn {
    const { isAnothers } = this.#options;
    return {
      get isOver() {
        return turn.isOver || isAnothers();
      },
      rest: async () => (await turn.rest()) && !isAnothers(),
    };
  }

  async #call(call: (tracker: Tracker, snapshot: Snapshot) => Promise<SaveOutcome>, isHurried: boolean): Promise<SaveOutcome> {
    const { work, tracker, proof, keepCopy, isOnlyHere, isAnothers, mayBeOvertaken, onCalled } = this.#options;
    // Before the LMS is asked: some players take the page away at once when their session has ended.
    const kept = keepCopy();
    if (isAnothers()) {
      await kept;
      return ANOTHERS;
    }
    proof.ask(work.store.answers, isHurried);
    const calling = outcomeOf(() => call(tracker(), work.snapshot(this.clock.elapsed)));
    onCalled();
    const outcome = await calling;
    // Then it is told where the text is.
    if (outcome.result === 'not-saved' || isOnlyHere()) await kept;
    if (outcome.result === 'saved') {
      if (mayBeOvertaken()) this.#doubted = outcome.revision;
      // A page that closes may be told of that proof again, much later.
      if (outcome.revision <= this.#doubted) return { ...outcome, result: 'sent' };
    }
    return outcome.result === 'not-saved' && isAnothers() ? ANOTHERS : outcome;
  }
}
