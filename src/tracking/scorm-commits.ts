/** Has an LMS store what was set, and finds out whether it did. */
import { isBroken, type Connection } from './connection-probe.ts';
import type { CommitLedger, Sent } from './commit-ledger.ts';
import type { Evidence, Watch } from './commit-witness.ts';
import { notSaved } from './save-outcomes.ts';
import type { Occasion } from './scorm-delivery.ts';
import type { ScormSession } from './scorm-launch.ts';
import type { SendingHabits } from './sending-habits.ts';
import type { NotSavedReason, SaveOutcome, Turn } from './tracker.ts';

/** Between two commits: some LMSs run them side by side, and the older one may win. */
const COMMIT_GAP_MS = 1_000;
/** Of what is told again so much goes into one commit, where a beacon carries it: one takes 65,536 bytes or nothing. */
const REPEATED_BYTES = 30_000;

export class ScormCommits {
  readonly #session: ScormSession;
  readonly #habits: SendingHabits;
  readonly #ledger: CommitLedger;
  #committedAt = -Infinity;

  constructor(session: ScormSession, habits: SendingHabits, ledger: CommitLedger) {
    this.#session = session;
    this.#habits = habits;
    this.#ledger = ledger;
  }

  /** Not inside a click, where some LMSs only send a beacon, and not right after the commit before. @returns false where the turn is over */
  async quietMoment(turn: Turn): Promise<boolean> {
    const isQuiet = this.#session.page.event === undefined && performance.now() >= this.#committedAt + COMMIT_GAP_MS;
    return isQuiet ? !turn.isOver : turn.rest();
  }

  /** To be called before the first value of a save is set. @returns watches the requests of those values and of the commit */
  begin(occasion: Occasion): Watch {
    const { model, witness } = this.#session;
    const repeated = this.#ledger.begin(occasion);
    if (repeated !== 'nothing') model.doubt(repeated);
    model.repeatAtMost(this.#habits.usesBeacons ? REPEATED_BYTES : Infinity);
    return witness.watch();
  }

  commit(sent: Sent): Sent {
    const checked = this.checked(sent);
    if (checked.problem) return checked;
    this.#committedAt = performance.now();
    const commit = this.#session.model.commit();
    const committed = this.#session.api.commit();
    return committed.ok ? this.#ledger.carry({ ...sent, commit }) : { ...sent, problem: committed };
  }

  /** What the trial left behind must never be stored in the place of a learner's work. */
  checked(sent: Sent): Sent {
    const { trial } = this.#session;
    if (sent.fit === 'set' || sent.fit === 'tight') trial.overwritten();
    if (!trial.isLeft) return sent;
    return { ...sent, problem: { ok: false, code: '0', detail: 'suspend_data could not be put back after the trial' } };
  }

  /**
   * @param dueIn milliseconds after which there is more to tell
   * @param turn absent in an event after which there is no time, and a beacon is all that there is
   */
  async judge(sent: Sent, dueIn: () => number | undefined, turn?: Turn): Promise<SaveOutcome> {
    const { state, model, probe, receipts } = this.#session;
    const { snapshot, fit, watch, commit = -1, problem } = sent;
    const { room } = state;
    const evidence = await watch.end();
    this.#habits.saw(evidence, turn !== undefined);
    const failure = problem?.detail ?? (turn && (await this.#failureSeen(watch, evidence, turn)));
    if (failure !== undefined) {
      this.#ledger.failed(sent);
      const connection = turn ? await probe.check() : 'unknown';
      return { ...notSaved(this.#reasonOf(connection, evidence, watch.failed()), true, failure), room };
    }
    const isAnswered = evidence === 'answered';
    if (isAnswered || turn) state.stored();
    if (turn) this.#habits.succeeded(evidence);
    const isHeard = turn !== undefined || !this.#habits.givesReceipts || isAnswered || evidence === 'unknown';
    if (isHeard) model.heard(commit);
    this.#ledger.succeeded(sent, isHeard, isAnswered);
    if (fit === 'full') return { ...notSaved('full', false, `suspend_data holds ${room.limit}`), room };
    if (typeof fit === 'object') return { ...notSaved('refused', true, fit.detail), room };
    const isProven = isAnswered && receipts && state.proven;
    const due = dueIn();
    const outcome: SaveOutcome = {
      result: isProven ? 'saved' : 'sent',
      revision: snapshot.revision,
      room,
      ...(due === undefined ? {} : { dueIn: due }),
    };
    this.#ledger.judged(sent, isProven ? outcome : undefined);
    return outcome;
  }

  /**
   * What the LMS does not say. A beacon alone is a lost connection only where the probe says so too: some players always use one, others go over
   * to it when the page seems to leave and stays. A request that is not waited for has its answer within a moment, or shows at the next save
   * that it had none.
   */
  async #failureSeen(watch: Watch, evidence: Evidence, turn: Turn): Promise<string | undefined> {
    if (evidence === 'answered' || evidence === 'unknown') return undefined;
    if (evidence === 'fallback') return 'a request failed, and a beacon took its place';
    if (evidence === 'beacon' && isBroken(await this.#session.probe.check())) return 'only a beacon was sent';
    await turn.rest();
    const status = watch.failed();
    if (status === undefined) return undefined;
    return isSuccess(status) ? 'another page came in the place of the LMS’s answer' : `a request of the commit ended with status ${status}`;
  }

  #reasonOf(connection: Connection, evidence: Evidence, status: number | undefined): NotSavedReason {
    if (isBroken(connection)) return connection;
    if (status === 401 || status === 403) return 'session-ended';
    return evidence === 'fallback' || this.#session.page.navigator.onLine === false ? 'offline' : 'refused';
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
