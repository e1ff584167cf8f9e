/**
 * The ways in which a session is saved in a SCORM LMS: in sight (from a timer, on a page that is expected to stay), with all that takes
 * more than one commit; between two saves; in an event after which the page may be gone; and for the last time.
 */
import { MOST_BEACON_BYTES } from './beacon-size.ts';
import type { CommitAttempt, CommitLedger } from './commit-ledger.ts';
import type { Watch } from './commit-witness.ts';
import { hidesFirst } from '../closing-window.ts';
import { isBroken } from './connection-probe.ts';
import { notSaved, OVERTAKEN } from './not-saved.ts';
import type { ScormCommits } from './scorm-commits.ts';
import type { Occasion } from './scorm-delivery.ts';
import type { FoundLms } from './scorm-launch.ts';
import type { Fit } from './scorm-state.ts';
import { OTHER_BYTES, type AnswerEntries, type ScormValues } from './scorm-values.ts';
import type { ObservedSending } from './observed-sending.ts';
import type { PackedState } from '../state/state-codec.ts';
import type { LeavingEvent, SaveOutcome, Snapshot, Turn } from '../tracker.ts';

/** The state may turn out so much longer or shorter than expected before the answers are counted anew. */
const EXPECTED_WITHIN = 500;
/** A page that takes longer to set its last words may be ended before it has sent them in `pagehide`. */
const SLOW_MS = 50;
/** When calls cost much, and some answers are still to be told. */
const REST_OF_ANSWERS_MS = 3_000;

/** What saving takes, all of one session. */
export interface SaveParts {
  readonly lms: FoundLms;
  readonly sending: ObservedSending;
  readonly ledger: CommitLedger;
  readonly values: ScormValues;
  readonly commits: ScormCommits;
  /** LMSs of this standard are known that send the whole model at each commit. */
  readonly sendsWhole: boolean;
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number;
}

export class ScormSaves {
  readonly #parts: SaveParts;
  /** The first full save of the session has been made. */
  #hasBegun = false;

  constructor(parts: SaveParts) {
    this.#parts = parts;
  }

  /** Makes sure of the moment and of the connection first. */
  async inSight(snapshot: Snapshot, turn: Turn): Promise<SaveOutcome> {
    const { lms, commits } = this.#parts;
    if (!(await commits.quietMoment(turn))) return OVERTAKEN;
    const connection = await lms.probe.check();
    if (turn.isOver) return OVERTAKEN;
    if (isBroken(connection)) return notSaved(connection, true, 'the probe before the commit');
    return this.#saveInSight(snapshot, turn);
  }

  /**
   * The state alone, with a revision of its own: the next save sets it again, whatever has become of this one. Not before the first full
   * save: until then it is not known what suspend_data holds, and the places of pages are not in order.
   */
  async between(snapshot: Snapshot, turn: Turn): Promise<void> {
    const { state, trial } = this.#parts.lms;
    if (!this.#hasBegun || trial.isLeft) return;
    const packed = this.#packed(snapshot);
    await state.packAhead(packed, () => turn.isOver);
    if (!turn.isOver) state.set(packed);
  }

  /**
   * All of it before the first `await`. Where the model is too large to go out twice, the values are set and not committed: `close` commits them.
   * The page may stay after all (a link that downloads a file fires `beforeunload` too): that outcome `isLeftToClose`.
   */
  atOnce(snapshot: Snapshot, event: LeavingEvent): Promise<SaveOutcome> | SaveOutcome {
    const { ledger, commits, now } = this.#parts;
    const proof = event === 'leaving' ? ledger.proofOf(snapshot) : undefined;
    if (proof) return proof;
    const began = now();
    const watch = commits.begin(event);
    const fit = this.#setAtOnce(snapshot, event);
    if (event === 'leaving' && !this.#endsEarly && now() - began < SLOW_MS && this.#waitsForPagehide()) {
      void watch.end();
      return { ...notSaved('refused', true, 'too much to be sent twice by a page that closes'), isLeftToClose: true };
    }
    return this.#judge(commits.commit({ snapshot, occasion: event, fit, watch }));
  }

  /** The last one; all of it before the first `await`. */
  close(snapshot: Snapshot): Promise<SaveOutcome> {
    const { lms, ledger, commits, values } = this.#parts;
    const carrier = this.#carrierOf(snapshot);
    const watch = commits.begin('close');
    const attempt: CommitAttempt = carrier
      ? { snapshot: carrier.snapshot, occasion: 'close', fit: carrier.fit, watch }
      : { snapshot, occasion: 'close', fit: this.#setAtOnce(snapshot, 'close'), watch };
    const committed = this.#needsCommit(snapshot) ? commits.commit(attempt) : commits.checked(attempt);
    // Finish stores too.
    if (lms.trial.isLeft) return this.#judge(committed);
    if (ledger.owesCompletion) values.setCompleted();
    // Only now, since some LMSs add it to the total at each commit.
    values.setSessionTime(snapshot.duration);
    const finished = lms.api.finish();
    return this.#judge(finished.ok ? committed : { ...committed, problem: finished });
  }

  /** Holds the order: what is tried out, what is packed, what is set, and one commit, two or three. */
  async #saveInSight(snapshot: Snapshot, turn: Turn): Promise<SaveOutcome> {
    const { lms, ledger, values, commits } = this.#parts;
    const { state } = lms;
    if (await lms.sendsAtSet) values.suspendInOneWord();
    if (turn.isOver) return OVERTAKEN;
    lms.trial.runIfDue();
    lms.responses.runIfDue();
    const expected = state.expectedLength(snapshot.answers);
    const answers = values.indexAnswers(snapshot, expected);
    // After that, since the state holds the indexes.
    const packed = this.#packed(snapshot);
    await state.packAhead(packed, () => turn.isOver);
    if (turn.isOver) return OVERTAKEN;
    const watch = commits.begin('in-sight');
    const set = this.#setAll(snapshot, packed, answers, expected);
    const last = await this.#moveIfNeeded(snapshot, set.packed, { fit: set.fit, watch }, turn);
    if ('result' in last) return last;
    if (last.fit === 'full') state.setPartly(set.packed);
    const outcome = await this.#commitInSight(snapshot, last, turn);
    if (outcome.result === 'not-saved' || !ledger.owesCompletion) return outcome;
    if (!(await commits.quietMoment(turn))) return OVERTAKEN;
    ledger.completedFollows();
    const watchOfCompletion = lms.witness.watch();
    values.setCompleted();
    return this.#commitInSight(snapshot, { fit: last.fit, watch: watchOfCompletion }, turn);
  }

  /**
   * Every value of a save in sight. The classes go before the pages, which stand behind them: no index of an objective may be skipped. The
   * state goes before the answers, since its length says how many bytes are left for them.
   * @returns the state as it was set in the end
   */
  #setAll(snapshot: Snapshot, packed: PackedState, answers: AnswerEntries, expected: number): { packed: PackedState; fit: Fit } {
    const { lms, sending, values } = this.#parts;
    values.setSuspends('in-sight');
    values.setClasses(snapshot, 'in-sight');
    if (!this.#hasBegun) values.keepPlaces(snapshot);
    else lms.state.emptyLeftovers();
    const fit = lms.state.set(packed);
    const isFarFromExpected = sending.sendsWhole && Math.abs(lms.state.usedLength - expected) > EXPECTED_WITHIN;
    const set = isFarFromExpected ? this.#recounted(snapshot, packed, fit) : { packed, fit, answers };
    values.setAnswers(set.answers, 'in-sight');
    values.setPlaceAndStatus(snapshot, 'in-sight');
    this.#hasBegun = true;
    return set;
  }

  /** As many answers as the state leaves bytes for, now that its length is known. Further parts of answers have further indexes. */
  #recounted(snapshot: Snapshot, packed: PackedState, fit: Fit): { packed: PackedState; fit: Fit; answers: AnswerEntries } {
    const { lms, values } = this.#parts;
    const answers = values.indexAnswers(snapshot, lms.state.usedLength);
    const recounted = this.#packed(snapshot);
    if (isSameText(packed.notes, recounted.notes)) return { packed, fit, answers };
    return { packed: recounted, fit: lms.state.set(recounted), answers };
  }

  /**
   * Where suspend_data is too small, moves the older part into pages: writes and commits them, reads them back and names them in
   * suspend_data.
   * @returns what is to be committed next, or an outcome
   */
  async #moveIfNeeded(
    snapshot: Snapshot,
    packed: PackedState,
    set: { readonly fit: Fit; readonly watch: Watch },
    turn: Turn,
  ): Promise<{ readonly fit: Fit; readonly watch: Watch } | SaveOutcome> {
    const { lms, commits } = this.#parts;
    if ((set.fit !== 'full' && set.fit !== 'tight') || !lms.state.writeNewBase(packed)) return set;
    const moved = await this.#commitInSight(snapshot, set, turn);
    if (moved.result === 'not-saved' && moved.reason !== 'full') return moved;
    if (!(await commits.quietMoment(turn))) return OVERTAKEN;
    const watch = lms.witness.watch();
    const adopted = lms.state.switchToNewBase(packed);
    return { fit: adopted !== 'full' || set.fit === 'full' ? adopted : set.fit, watch };
  }

  /** One commit of a save in sight, whose outcome is waited for. */
  #commitInSight(snapshot: Snapshot, set: { readonly fit: Fit; readonly watch: Watch }, turn: Turn): Promise<SaveOutcome> {
    return this.#judge(this.#parts.commits.commit({ snapshot, occasion: 'in-sight', ...set }), turn);
  }

  /**
   * The page may be gone in a moment. The state goes first, since Open edX lets only the first Set out of a page that closes; and only what has
   * changed follows, since a beacon takes 65,536 bytes or nothing.
   */
  #setAtOnce(snapshot: Snapshot, occasion: Occasion): Fit {
    const { lms, values } = this.#parts;
    const { state } = lms;
    const answers = this.#hasBegun ? values.indexAnswers(snapshot, state.expectedLength(snapshot.answers)) : [];
    const packed = this.#packed(snapshot);
    const fit = state.set(packed);
    values.setSuspends(occasion);
    values.setClasses(snapshot, occasion);
    const closed = fit === 'full' ? state.setClosing(packed) : fit;
    if (closed === 'full') state.setPartly(packed);
    values.setAnswers(answers, occasion);
    values.setPlaceAndStatus(snapshot, occasion);
    return closed;
  }

  /**
   * The commit of `beforeunload`, where nothing has changed since. Packed and set again, the same would take the milliseconds in which Finish can still
   * be called: Firefox cancels the scripts of a window that closes (153 ESR, run: Finish was called in 3 of 15 windows).
   */
  #carrierOf(snapshot: Snapshot): CommitAttempt | undefined {
    const { ledger, values } = this.#parts;
    return values.answersWait || ledger.owesCompletion ? undefined : ledger.carrierOf(snapshot);
  }

  /** Before Finish, which stores too: where the model goes out whole each time, a closing page had better send it once. */
  #needsCommit(snapshot: Snapshot): boolean {
    const { ledger, sending, sendsWhole } = this.#parts;
    // The word that stands in for "completed" has to be in a commit of its own.
    if (ledger.owesCompletion && !sendsWhole) return true;
    return !sending.hearsPagehide && !this.#carrierOf(snapshot);
  }

  /**
   * Some LMSs hear nothing of a page that closes but what goes out in `beforeunload`; where it is known that `pagehide` is heard, that is enough.
   * Not on a slow computer: Chromium ends the handlers of a tab that closes after some 500 ms, but lets `beforeunload` come to its end. There the
   * words go first, and Finish, with the time of the session, may find no room for a second beacon. Nor where scripts end early.
   */
  #waitsForPagehide(): boolean {
    const { lms, sending } = this.#parts;
    const bytes = sending.sendsWhole ? lms.model.bytes(() => true) : lms.model.unheardBytes;
    return sending.hearsPagehide && OTHER_BYTES + 2 * bytes > MOST_BEACON_BYTES;
  }

  /**
   * Firefox cancels the scripts of a window that closes soon after `beforeunload`, before they could pack the state once more (153 ESR, run: with
   * 45,000 letters, and in 2 of 3 windows while a commit waited for its answer, into which it lets the page's events).
   */
  get #endsEarly(): boolean {
    const { lms, commits } = this.#parts;
    return commits.isWaiting || hidesFirst(lms.page);
  }

  #judge(attempt: CommitAttempt, turn?: Turn): Promise<SaveOutcome> {
    const { commits, values } = this.#parts;
    return commits.judge(attempt, () => (values.answersWait ? REST_OF_ANSWERS_MS : undefined), turn);
  }

  #packed({ answers, revision }: Snapshot): PackedState {
    return { answers, revision, notes: this.#parts.lms.report.notes };
  }
}

function isSameText(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
  return [...now].every(([name, text]) => before.get(name) === text);
}
