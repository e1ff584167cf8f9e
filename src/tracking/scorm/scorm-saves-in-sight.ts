/**
 * How a session is saved in a SCORM LMS in sight (from a timer, on a page that is expected to stay), with all that takes more than one
 * commit, and what is set between two such saves.
 */
import type { Watch } from './commit-witness.ts';
import { isBroken } from './connection-probe.ts';
import { notConnected, OVERTAKEN } from './why-not-saved.ts';
import type { SaveCollaborators } from './save-collaborators.ts';
import type { Fit } from './scorm-state.ts';
import type { AnswerEntries } from './scorm-values.ts';
import type { PackedState } from '../state/state-codec.ts';
import type { SaveOutcome, Snapshot, Turn } from '../tracker.ts';

/** The state may turn out so much longer or shorter than expected before the answers are counted anew. */
const EXPECTED_WITHIN = 500;

export class ScormSavesInSight {
  readonly #parts: SaveCollaborators;
  #hasBegun = false;

  constructor(parts: SaveCollaborators) {
    this.#parts = parts;
  }

  /** The first full save of the session has been made. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Makes sure of the moment and of the connection first. */
  async save(snapshot: Snapshot, turn: Turn): Promise<SaveOutcome> {
    const { lms, ledger, commits } = this.#parts;
    // Of a page that was left open: another computer may have stored newer words since.
    const proof = commits.isLeftOpen && !ledger.owesCompletion && ledger.hadOf(snapshot);
    if (proof) return proof;
    if (!(await commits.quietMoment(turn))) return OVERTAKEN;
    const connection = await lms.probe.check();
    if (turn.isOver) return OVERTAKEN;
    if (isBroken(connection)) {
      ledger.isCutOff();
      return notConnected(connection, 'the probe before the commit');
    }
    const outcome = await this.#saveInSight(snapshot, turn);
    // A database may stop at an emoji: Moodle and Totara store what stands before it in the commit, and answer 404.
    const isEmoji = outcome !== OVERTAKEN && outcome.result === 'not-saved' && commits.hasBrokenServer && lms.report.leaveEmojiOut();
    if (!isEmoji) return outcome;
    const again = (await commits.quietMoment(turn)) ? await this.#saveInSight(snapshot, turn) : outcome;
    if (commits.hasBrokenServer) lms.report.takeEmojiBack();
    return again;
  }

  /**
   * The state alone, with a revision of its own: the next save sets it again, whatever has become of this one. Not before the first full
   * save: until then it is not known what suspend_data holds, and the places of pages are not in order.
   */
  async between(snapshot: Snapshot, turn: Turn): Promise<void> {
    const { report, state, trial } = this.#parts.lms;
    if (!this.#hasBegun || trial.isLeft) return;
    const packed = report.stateOf(snapshot);
    await state.packAhead(packed, () => turn.isOver);
    if (!turn.isOver) state.set(packed);
  }

  /** Holds the order: what is tried out, what is packed, what is set, and one commit, two or three. */
  async #saveInSight(snapshot: Snapshot, turn: Turn): Promise<SaveOutcome> {
    const { lms, ledger, values, commits } = this.#parts;
    const { report, state } = lms;
    if (await lms.sendsAtSet) values.suspendInOneWord();
    if (turn.isOver) return OVERTAKEN;
    lms.trial.runIfDue();
    const expected = state.expectedLength(snapshot.answers);
    const first = lms.responses.found === undefined ? values.firstTold(snapshot, expected) : undefined;
    const isTrialLeft = first !== undefined && lms.responses.runIfDue(first);
    const answers = values.indexAnswers(snapshot, expected, 'in-sight');
    if (isTrialLeft) lms.model.writeAnew(answers.find(([entry]) => entry?.[0] === `cmi.interactions.${first}.id`) ?? []);
    // After that, since the state holds the indexes.
    const packed = report.stateOf(snapshot);
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
    const answers = values.indexAnswers(snapshot, lms.state.usedLength, 'in-sight');
    const recounted = lms.report.stateOf(snapshot);
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
    const { commits, values } = this.#parts;
    return commits.judge(commits.commit({ snapshot, occasion: 'in-sight', ...set }), () => values.dueIn, turn);
  }
}

function isSameText(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
  return [...now].every(([name, text]) => before.get(name) === text);
}
