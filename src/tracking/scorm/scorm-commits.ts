/** Has an LMS store what was set, and finds out whether it did. */
import { isBroken } from './connection-probe.ts';
import type { CommitAttempt, CommitLedger } from './commit-ledger.ts';
import type { Evidence, Watch } from './commit-witness.ts';
import { isLeftOpenSince, thisMoment } from '../left-open.ts';
import { loggedOut, notConnected, notSaved, replaced } from './why-not-saved.ts';
import type { Occasion } from './scorm-delivery.ts';
import type { FoundLms } from './scorm-launch.ts';
import type { ObservedSending } from './observed-sending.ts';
import type { NotSaved, Room, SaveOutcome, Turn } from '../tracker.ts';

/** Between two commits: some LMSs run them side by side, and the older one may win. */
const COMMIT_GAP_MS = 1_000;
/** So long at most is an answer waited for that may be slow. */
const LONGEST_WAIT_MS = 10_000;
/** Of what is told again so much goes into one commit, where a beacon carries it: one takes 65,536 bytes or nothing. */
const REPEATED_BYTES = 30_000;
/** Before the number of every commit. */
const NO_COMMIT = -1;

export class ScormCommits {
  readonly #lms: FoundLms;
  readonly #sending: ObservedSending;
  readonly #ledger: CommitLedger;
  readonly #onRefuted: (outcome: NotSaved) => void;
  #committedAt = -Infinity;
  /** The last commit, or the launch. */
  #lastTold = thisMoment();
  #isWaiting = false;
  #failedWith: number | undefined;
  /** So long after its commit a failure was seen, when the save had been told as sent: until one is stored, each is waited for so long. */
  #slowness = 0;

  /** @param onRefuted as `Tracker.whenRefuted` says it */
  constructor(lms: FoundLms, sending: ObservedSending, ledger: CommitLedger, onRefuted: (outcome: NotSaved) => void) {
    this.#lms = lms;
    this.#sending = sending;
    this.#ledger = ledger;
    this.#onRefuted = onRefuted;
  }

  /** Not inside a click, where some LMSs only send a beacon, and not right after the commit before. @returns false where the turn is over */
  async quietMoment(turn: Turn): Promise<boolean> {
    const isQuiet = this.#lms.page.event === undefined && performance.now() >= this.#committedAt + COMMIT_GAP_MS;
    return isQuiet ? !turn.isOver : turn.rest();
  }

  /** To be called before the first value of a save is set. @returns watches the requests of those values and of the commit */
  begin(occasion: Occasion): Watch {
    const { model, witness } = this.#lms;
    this.noticePutBack();
    const repeated = this.#ledger.begin(occasion);
    if (repeated !== 'nothing') model.doubt(repeated);
    model.repeatAtMost(this.#sending.usesBeacons ? REPEATED_BYTES : Infinity);
    return witness.watch();
  }

  /** Before anything is set. */
  noticePutBack(): void {
    if (this.#lms.model.noticePutBack(this.#lms.handedOver)) this.#ledger.putBack();
  }

  /** A commit is waiting for its answer: whatever asks is an event that came within the call, which only Firefox lets in. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  /** Nothing was committed for so long that another computer may have gone on since. */
  get isLeftOpen(): boolean {
    return isLeftOpenSince(this.#lastTold);
  }

  /** The LMS's server met an error in what was committed last, as its status says. */
  get hasBrokenServer(): boolean {
    return this.#failedWith === 404 || this.#failedWith === 500;
  }

  commit(attempt: CommitAttempt): CommitAttempt {
    const checked = this.checked(attempt);
    if (checked.problem) return checked;
    this.#lastTold = thisMoment();
    this.#committedAt = this.#lastTold.at;
    this.#failedWith = undefined;
    const commit = this.#lms.model.countCommit();
    const wasWaiting = this.#isWaiting;
    this.#isWaiting = true;
    // forma.lms: since a link that led nowhere, all goes by beacon until the page is loaded anew.
    if (this.#sending.usesBeacons) this.#lms.api.leaveAnswersOut();
    const committed = this.#lms.api.commit();
    this.#isWaiting = wasWaiting;
    if (committed.ok) return this.#ledger.carry({ ...attempt, commit });
    this.#ledger.failed(attempt);
    return { ...attempt, problem: committed };
  }

  /** What the trial left behind must never be stored in the place of a learner's work. */
  checked(attempt: CommitAttempt): CommitAttempt {
    const { trial } = this.#lms;
    if (attempt.fit === 'set' || attempt.fit === 'tight') trial.overwritten();
    if (!trial.isLeft) return attempt;
    return { ...attempt, problem: { ok: false, code: '0', detail: 'suspend_data could not be put back after the trial' } };
  }

  /**
   * @param dueIn milliseconds after which there is more to tell
   * @param turn absent in an event after which there is no time, and a beacon is all that there is
   */
  async judge(attempt: CommitAttempt, dueIn: () => number | undefined, turn?: Turn): Promise<SaveOutcome> {
    const { room } = this.#lms.state;
    const evidence = await attempt.watch.end();
    this.#sending.saw(evidence, turn !== undefined);
    const failure = attempt.problem?.detail ?? (await this.#failureSeen(attempt, evidence, turn));
    if (failure !== undefined) return { ...(await this.#failed(attempt, evidence, failure, turn !== undefined)), room };
    this.#succeeded(attempt, evidence, turn !== undefined);
    return this.#outcomeOf(attempt, evidence, room, dueIn());
  }

  async #failed(attempt: CommitAttempt, evidence: Evidence, detail: string, isInSight: boolean): Promise<NotSaved> {
    this.#ledger.failed(attempt);
    this.#failedWith = attempt.watch.failed();
    const connection = isInSight ? await this.#lms.probe.check() : 'unknown';
    if (isBroken(connection)) return notConnected(connection, detail);
    const status = attempt.watch.failed();
    if (status === 401 || status === 403) return loggedOut(detail);
    if (status !== undefined && isSuccess(status)) return connection === 'up' ? replaced(detail) : notConnected('other-page', detail);
    const isOffline = evidence === 'fallback' || this.#lms.page.navigator.onLine === false;
    return notSaved(isOffline ? 'offline' : 'refused', true, detail);
  }

  /** As far as is known: out of sight it may be lost, where the LMS gives receipts and gave none. */
  #succeeded(attempt: CommitAttempt, evidence: Evidence, isInSight: boolean): void {
    const { state, model } = this.#lms;
    const isAnswered = evidence === 'answered';
    if (isAnswered || isInSight) state.stored();
    if (isInSight) this.#sending.succeeded(evidence);
    const isHeard = isInSight || !this.#sending.givesReceipts || isAnswered || evidence === 'unknown';
    if (isHeard) model.heard(attempt.commit ?? NO_COMMIT);
    if (attempt.watch.answered()) model.letGo();
    this.#ledger.succeeded(attempt, isHeard, isAnswered);
  }

  #outcomeOf(attempt: CommitAttempt, evidence: Evidence, room: Room, due: number | undefined): SaveOutcome {
    const { snapshot, fit } = attempt;
    if (fit === 'full') return { ...notSaved('full', false, `suspend_data holds ${room.limit}`), room };
    if (typeof fit === 'object') return { ...notSaved('refused', true, fit.detail), room };
    const isProven = evidence === 'answered' && this.#lms.receipts && this.#lms.state.proven;
    const more = due === undefined ? {} : { dueIn: due };
    const outcome: SaveOutcome = { result: isProven ? 'saved' : 'sent', revision: snapshot.revision, room, ...more };
    this.#ledger.judged(attempt, isProven ? outcome : undefined);
    if (evidence !== 'answered') this.#watchOn(attempt, evidence);
    return outcome;
  }

  /** The answer may come later than the save was waited for. */
  #watchOn(attempt: CommitAttempt, evidence: Evidence): void {
    const committedAt = this.#committedAt;
    const failed = (status: number): void => {
      this.#slowness = Math.min(performance.now() - committedAt + COMMIT_GAP_MS, LONGEST_WAIT_MS);
      void this.#failed(attempt, evidence, inWords(status), true).then((outcome) => {
        if (this.#committedAt === committedAt) this.#onRefuted(outcome);
      });
    };
    attempt.watch.watchOn(failed, () => this.#lms.model.letGo());
  }

  /**
   * What the LMS does not say. A beacon alone is a lost connection only where the probe says so too: some players always use one, others go over
   * to it when the page seems to leave and stays. A request that is not waited for has its answer within a moment, or shows later that it had
   * none.
   */
  async #failureSeen({ watch, isCarried }: CommitAttempt, evidence: Evidence, turn: Turn | undefined): Promise<string | undefined> {
    if (evidence === 'unsent') return isCarried ? undefined : 'the browser refused the beacon: too much at once';
    if (!turn || evidence === 'answered' || evidence === 'unknown') return undefined;
    if (evidence === 'fallback') return 'a request failed, and a beacon took its place';
    if (evidence === 'beacon' && isBroken(await this.#lms.probe.check())) return 'only a beacon was sent';
    const until = this.#committedAt + this.#slowness;
    do await turn.rest();
    while (!turn.isOver && watch.failed() === undefined && performance.now() < until);
    const status = watch.failed();
    if (status !== undefined) return inWords(status);
    if (!turn.isOver) this.#slowness = 0;
    return undefined;
  }
}

/** Of the request that failed. */
function inWords(status: number): string {
  return isSuccess(status) ? 'another page came in the place of the LMS’s answer' : `a request of the commit ended with status ${status}`;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
