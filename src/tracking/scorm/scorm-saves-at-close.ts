/** How a session is saved in a SCORM LMS in an event after which the page may be gone, and for the last time. */
import { MOST_BEACON_BYTES } from './beacon-size.ts';
import type { CommitAttempt } from './commit-ledger.ts';
import { hidesFirst } from '../hides-first.ts';
import { notSaved } from './why-not-saved.ts';
import type { SaveCollaborators } from './save-collaborators.ts';
import type { Occasion } from './scorm-delivery.ts';
import type { ScormSavesInSight } from './scorm-saves-in-sight.ts';
import type { Fit } from './scorm-state.ts';
import { OTHER_BYTES } from './scorm-values.ts';
import type { LeavingEvent, SaveOutcome, Snapshot } from '../tracker.ts';

/** A page that takes longer to set its last words may be ended before it has sent them in `pagehide`. */
const SLOW_MS = 50;

export class ScormSavesAtClose {
  readonly #parts: SaveCollaborators;
  readonly #inSight: Pick<ScormSavesInSight, 'hasBegun'>;

  constructor(parts: SaveCollaborators, inSight: Pick<ScormSavesInSight, 'hasBegun'>) {
    this.#parts = parts;
    this.#inSight = inSight;
  }

  /**
   * All of it before the first `await`. Where the model is too large to go out twice, the values are set and not committed: Finish,
   * in `close`, stores them too. The page may stay after all (a link that downloads a file fires `beforeunload` too): that outcome `isLeftToClose`.
   */
  atOnce(snapshot: Snapshot, event: LeavingEvent): Promise<SaveOutcome> | SaveOutcome {
    const { lms, ledger, commits, now } = this.#parts;
    const proof = this.#leftOpen(snapshot) ?? (event === 'hidden' ? undefined : ledger.proofOf(snapshot));
    if (proof) return proof;
    // ILIAS runs two side by side: the older one may win, and each adds the answers, which are there twice from then on (SCORM 2004, 7.10, run).
    if (event === 'lingering' && (lms.sendsUnheard || this.#isOnItsWay(snapshot)))
      return { ...notSaved('refused', true, 'not answered yet'), isLeftToClose: true };
    const began = now();
    const watch = commits.begin(event);
    const fit = this.#setAtOnce(snapshot, event);
    if (event === 'leaving' && !this.#endsEarly && now() - began < SLOW_MS && this.#waitsForPagehide()) {
      void watch.end();
      return { ...notSaved('refused', true, 'too much to be sent twice'), isLeftToClose: true };
    }
    return this.#judge(commits.commit({ snapshot, occasion: event, fit, watch }));
  }

  /** The last one; all of it before the first `await`. */
  close(snapshot: Snapshot): Promise<SaveOutcome> {
    const { lms, commits } = this.#parts;
    const proof = this.#leftOpen(snapshot);
    if (proof) return Promise.resolve(proof);
    // What has become of the commit before is known from here on: one that failed carries nothing.
    const watch = commits.begin('close');
    const carrier = this.#carrierOf(snapshot);
    const attempt: CommitAttempt = carrier
      ? { snapshot: carrier.snapshot, occasion: 'close', fit: carrier.fit, watch, isCarried: true }
      : { snapshot, occasion: 'close', fit: this.#setAtOnce(snapshot, 'close'), watch };
    const committed = this.#needsCommit(snapshot) ? commits.commit(attempt) : commits.checked(attempt);
    // Finish stores too.
    if (lms.trial.isLeft) return this.#judge(committed);
    this.#setEnd(snapshot);
    const finished = lms.api.finish();
    // Behind the request: while Firefox writes to sessionStorage in `pagehide`, the page's process ends (seen in 153 ESR).
    lms.time?.told(snapshot.duration);
    return this.#judge(finished.ok ? committed : { ...committed, problem: finished });
  }

  /**
   * Somebody else is about to call Finish, or Commit as the page leaves, which store what is set. The course's own commit follows that one at once, and a
   * server may store the two requests in either order (Opigno 3.0.4, run): older words had better be in neither.
   * @returns whether the LMS is to hear of it
   */
  setForOthers(snapshot: Snapshot, call: 'commit' | 'finish', isLeaving: boolean): boolean {
    const { lms, ledger, commits } = this.#parts;
    if (this.#leftOpen(snapshot)) return false;
    // The end would bring nothing but its time.
    const isKnown = !this.#owes(snapshot) && ledger.proofOf(snapshot) !== undefined;
    commits.noticePutBack();
    if (!this.#carrierOf(snapshot)) this.#setAtOnce(snapshot, call === 'finish' ? 'close' : 'leaving');
    if (call === 'finish') this.#setEnd(snapshot);
    if (isLeaving && !isKnown) lms.api.leaveAnswersOut();
    return true;
  }

  /** Completion is to be told. forma.lms makes its status of the end; others have it of the commit. */
  #owes({ complete }: Snapshot): boolean {
    const { lms, ledger } = this.#parts;
    return lms.sendsXml ? complete && !lms.finished : ledger.owesCompletion;
  }

  /**
   * The LMS was proved to have all of it a while ago, and the end would store it once more, over what another computer has stored since (forma.lms 4.0.19,
   * Moodle 4.5.6, run). Nor is the end told where it could go alone onto the device (the Moodle app): where a closing page loses it anyway.
   * @returns the proof
   */
  #leftOpen(snapshot: Snapshot): SaveOutcome | undefined {
    const { lms, ledger, sending, commits } = this.#parts;
    const maySendAll = lms.sendsXml || sending.sendsWhole || sending.losesClosing || !this.#carrierOf(snapshot);
    return maySendAll && commits.isLeftOpen && !this.#owes(snapshot) ? ledger.hadOf(snapshot) : undefined;
  }

  /** What goes with Finish alone. */
  #setEnd({ duration }: Snapshot): void {
    const { ledger, values } = this.#parts;
    if (ledger.owesCompletion) values.setCompleted();
    // Only now, since Chamilo adds it to the total at each commit, those too that do not set it again.
    values.setSessionTime(duration);
  }

  /**
   * The page may be gone in a moment. The state goes first, since Open edX lets only the first Set out of a page that closes; and only what has
   * changed follows, since a beacon takes 65,536 bytes or nothing.
   */
  #setAtOnce(snapshot: Snapshot, occasion: Occasion): Fit {
    const { lms, values } = this.#parts;
    const { report, state } = lms;
    const answers = this.#inSight.hasBegun ? values.indexAnswers(snapshot, state.expectedLength(snapshot.answers), occasion) : [];
    const packed = report.stateOf(snapshot);
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

  /** The LMS has taken all of it in `beforeunload`, as Firefox lets it. */
  #isOnItsWay(snapshot: Snapshot): boolean {
    const fit = this.#parts.ledger.carrierOf(snapshot)?.fit;
    return fit === 'set' || fit === 'tight';
  }

  /** Before Finish, which stores too: where the model goes out whole each time, a closing page had better send it once. */
  #needsCommit(snapshot: Snapshot): boolean {
    const { ledger, sending, standInNeedsCommit } = this.#parts;
    if (ledger.owesCompletion && standInNeedsCommit) return true;
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

  #judge(attempt: CommitAttempt): Promise<SaveOutcome> {
    const { commits, values } = this.#parts;
    return commits.judge(attempt, () => values.dueIn);
  }
}
