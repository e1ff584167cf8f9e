/**
 * What the SCORM 1.2 and 2004 trackers have in common: the order in which an LMS is told things, when a "true" counts, and what follows from a
 * failure. What differs between the standards is a `ScormDialect`; what differs between LMSs is found out here, never asked by name
 * unless there is no other sign.
 */
import { note, type Answer } from '../course/answers.ts';
import { MOST_BEACON_BYTES } from './beacon-size.ts';
import type { Evidence, Watch } from './commit-witness.ts';
import type { Connection } from './connection-probe.ts';
import { FREE_PAGE } from './objective-pages.ts';
import { isPartOfWork } from './partial-state.ts';
import type { CallResult } from './scorm-api.ts';
import type { ScormDialect } from './scorm-dialect.ts';
import { FIRST_PAGE, measureState, openScorm, type ScormSession, type ScormSurroundings } from './scorm-launch.ts';
import { NOTHING_TOLD, nextDelivery, repeats, type Delivery, type DeliveryEvent, type Occasion } from './scorm-delivery.ts';
import type { Entry } from './scorm-model.ts';
import type { Fit } from './scorm-state.ts';
import type { PackedState } from './state-codec.ts';
import type { ClassStatus, Launch, LeavingEvent, NotSavedReason, SaveOutcome, Snapshot, Tracker, Turn } from './tracker.ts';

/** Between two commits: some LMSs run them side by side, and the older one may win. */
const COMMIT_GAP_MS = 1_000;
/** Of what is told again so much goes into one commit, where a beacon carries it: one takes 65,536 bytes or nothing. */
const REPEATED_BYTES = 30_000;
/** What a commit carries beside what is known here: the LMS's own fields, score and times, and a state a little longer than expected. */
const OTHER_BYTES = 2_500;
/** The state may turn out so much longer or shorter than expected before the answers are counted anew. */
const EXPECTED_WITHIN = 500;
/** Where only changes go out. */
const MOST_ANSWER_BYTES = 400_000;

/** A page that takes longer to set its last words may be ended before it has sent them in `pagehide`. */
const SLOW_MS = 50;
/** When calls cost much, and some answers are still to be told. */
const REST_OF_ANSWERS_MS = 3_000;

/** One commit with what was set for it. */
interface Sent {
  readonly snapshot: Snapshot;
  readonly occasion: Occasion;
  readonly fit: Fit;
  readonly watch: Watch;
  /** Its number in the model. */
  readonly commit?: number;
  /** What the LMS itself said against it. */
  readonly problem?: CallResult | undefined;
}

export class ScormTracker implements Tracker {
  readonly #dialect: ScormDialect;
  readonly #surroundings: ScormSurroundings;
  #session: ScormSession | undefined;
  #delivery: Delivery = NOTHING_TOLD;
  /** Whether a commit in sight was ever answered before it returned. */
  #receipts: 'unknown' | 'given' | 'none' = 'unknown';
  /** What was seen of the commit before in sight. */
  #evidence: Evidence = 'unknown';
  /** That the learner will come back, as it is told in each commit. */
  #suspends: readonly Entry[];
  /** The LMS was seen to use a beacon, which a browser lets out of a page that closes. */
  #hasBeacon = false;
  #committedAt = -Infinity;
  /** What the last commit carried that the LMS took. */
  #carried: Sent | undefined;
  /** What the LMS was last proved to have. */
  #proved: { readonly snapshot: Snapshot; readonly outcome: SaveOutcome } | undefined;
  /** The commit before: a request of it may have failed since. */
  #before: Sent | undefined;
  #closing: Promise<SaveOutcome> | undefined;
  /** Not all answers were set as interactions: there was no time for it. */
  #answersWait = false;

  constructor(dialect: ScormDialect, surroundings: ScormSurroundings) {
    this.#dialect = dialect;
    this.#suspends = dialect.suspends;
    this.#surroundings = surroundings;
  }

  async open(): Promise<Launch> {
    const launch = this.#open();
    return (await this.#mayLackState()) ? { ...launch, doubtful: true } : launch;
  }

  /** Chamilo reads the state by a request within Initialize, and says "true" though that failed. */
  async #mayLackState(): Promise<boolean> {
    const session = this.#session;
    if (!session?.unencoded || session.mode === 'browse' || session.restored.state || session.restored.unreadable !== undefined)
      return false;
    return (await session.arrival) === 'none';
  }

  async save(snapshot: Snapshot, turn: Turn): Promise<SaveOutcome> {
    const session = this.#session;
    if (!session) return notSaved('no-lms', false, 'save before open');
    if (session.mode === 'browse') return notSaved('read-only', false);
    if (!(await this.#quietMoment(turn))) return OVERTAKEN;
    const connection = await session.probe.check();
    if (turn.isOver) return OVERTAKEN;
    if (isBroken(connection)) return notSaved(connection, true, 'the probe before the commit');
    return this.#saveFully(session, snapshot, turn);
  }

  /** The state alone, with a revision of its own: the next save sets it again, whatever has become of this one. */
  async set(snapshot: Snapshot, turn: Turn): Promise<void> {
    const session = this.#session;
    if (!session || session.mode === 'browse' || !session.begun || session.trialLeft) return;
    const packed = packedFrom(session, snapshot);
    await session.state.ready(packed, () => turn.isOver);
    if (!turn.isOver) session.state.set(packed);
  }

  /** All of it before the first `await`. */
  async saveNow(snapshot: Snapshot, event: LeavingEvent): Promise<SaveOutcome> {
    const session = this.#session;
    if (!session) return notSaved('no-lms', false, 'save before open');
    if (session.mode === 'browse') return notSaved('read-only', false);
    if (this.#closing) return this.#closing;
    if (event === 'leaving' && this.#proved && isSame(this.#proved.snapshot, snapshot)) return this.#proved.outcome;
    const { now = () => performance.now() } = this.#surroundings;
    const began = now();
    const watch = this.#begin(session, event);
    const fit = this.#setAtOnce(session, snapshot, event);
    if (event === 'leaving' && now() - began < SLOW_MS && this.#waitsForPagehide(session)) {
      void watch.end();
      return notSaved('refused', true, 'too much to be sent twice by a page that closes');
    }
    return this.#judge(session, this.#commit(session, { snapshot, occasion: event, fit, watch }));
  }

  abandon(): void {
    this.#note({ type: 'abandoned' });
    this.#carried = this.#proved = undefined;
    this.#session?.state.forget();
  }

  closeNow(snapshot: Snapshot): Promise<SaveOutcome> {
    this.#closing ??= Promise.resolve(this.#close(snapshot));
    return this.#closing;
  }

  #open(): Launch {
    const session = openScorm(this.#dialect, this.#surroundings);
    this.#session = session;
    const { api, restored, mode } = session;
    const { elements } = this.#dialect;
    // Some LMSs complete whatever has no status, even when the learner just looks in.
    if (mode !== 'browse')
      session.model.write(this.#statusEntries(session, restored.state?.answers.get(note.completed)?.text !== undefined));
    const name = api.get(elements.learnerName);
    const language = api.get(elements.language).replaceAll('_', '-');
    const receipts = (): boolean => this.#givesReceipts(session);
    const saveSooner = (): boolean => this.#losesClosing(session);
    return {
      learner: { id: api.get(elements.learnerId), ...(name ? { name } : {}) },
      mode,
      state: restored.state && { answers: restored.state.answers, revision: restored.state.revision },
      ...(language ? { language } : {}),
      limits: {
        get stateLength() {
          return session.state.room.limit;
        },
        get receipts() {
          return receipts();
        },
        get saveSooner() {
          return saveSooner();
        },
        storesAfterCompletion: session.storesAfterCompletion,
        wipesOnCompletion: session.finished && !restored.state && restored.unreadable === undefined,
      },
      finished: session.finished,
      ...(restored.unreadable === undefined ? {} : { unreadable: restored.unreadable }),
      ...(isPartOfWork(restored.state) ? { isPart: true } : {}),
    };
  }

  describe(): Readonly<Record<string, string>> {
    const { functions } = this.#dialect;
    const session = this.#session;
    if (!session) return { API: `no ${functions.object}` };
    const { page } = this.#surroundings;
    const { window } = session.api;
    const place = window === page ? 'the same window' : window === page.parent ? 'the parent' : 'a window above or the opener';
    return {
      API: `${functions.object} in ${place}`,
      'objective pages': session.state.hasPages ? (session.state.proven ? 'proven' : 'not yet read back') : 'none',
      response: `${session.report.responseLength ?? '?'} characters`,
      encoded: `${!session.unencoded}`,
      finished: `${session.finished}`,
      'a closing page': this.#losesClosing(session) ? 'may not be heard' : 'is heard, as far as is known',
    };
  }

  /** A save in a quiet moment, with everything that takes more than one commit. */
  async #saveFully(session: ScormSession, snapshot: Snapshot, turn: Turn): Promise<SaveOutcome> {
    const commit = (fit: Fit, watch: Watch): Promise<SaveOutcome> =>
      this.#judge(session, this.#commit(session, { snapshot, occasion: 'pause', fit, watch }), turn);
    // One value after the other would be stored, and what is between them might stay.
    if (await session.sendsAtSet) this.#suspends = this.#suspends.slice(-1);
    if (turn.isOver) return OVERTAKEN;
    if (!session.measured) measureState(session, this.#dialect);
    const expected = session.state.expectedLength(snapshot.answers);
    let answers = session.report.entries(snapshot, this.#bytesForAnswers(session, snapshot, expected));
    let packed = packedFrom(session, snapshot);
    await session.state.ready(packed, () => turn.isOver);
    if (turn.isOver) return OVERTAKEN;
    let watch = this.#begin(session, 'pause');
    this.#setClasses(session, snapshot, 'all');
    if (!session.begun) this.#keepPlaces(session, Math.min(snapshot.classes.length, FIRST_PAGE));
    else session.state.emptyLeftovers();
    let fit = session.state.set(packed);
    if (this.#sendsWhole() && Math.abs(session.state.length - expected) > EXPECTED_WITHIN) {
      answers = session.report.entries(snapshot, this.#bytesForAnswers(session, snapshot, session.state.length));
      const recounted = packedFrom(session, snapshot);
      // Further parts of answers have further indexes.
      if (!isSameText(packed.notes, recounted.notes)) fit = session.state.set((packed = recounted));
    }
    this.#setAnswers(session, snapshot, answers, 'pause');
    session.begun = true;
    if ((fit === 'full' || fit === 'tight') && session.state.prepare(packed)) {
      const moved = await commit(fit, watch);
      if (moved.result === 'not-saved' && moved.reason !== 'full') return moved;
      if (!(await this.#quietMoment(turn))) return OVERTAKEN;
      watch = session.witness.watch();
      const adopted = session.state.adopt(packed);
      if (adopted !== 'full' || fit === 'full') fit = adopted;
    }
    if (fit === 'full') session.state.setPartly(packed);
    const outcome = await commit(fit, watch);
    if (outcome.result === 'not-saved' || this.#delivery.completion !== 'owed') return outcome;
    if (!(await this.#quietMoment(turn))) return OVERTAKEN;
    this.#note({ type: 'completed-follows' });
    watch = session.witness.watch();
    session.model.write(this.#dialect.status(true, false));
    return commit(fit, watch);
  }

  #close(snapshot: Snapshot): Promise<SaveOutcome> | SaveOutcome {
    const session = this.#session;
    if (!session) return notSaved('no-lms', false, 'close before open');
    // Without Finish: it would write too, and in some LMSs complete what has no status.
    if (session.mode === 'browse') return notSaved('read-only', false);
    const carried = this.#carriedAlready(snapshot);
    const watch = this.#begin(session, 'close');
    const sent: Sent = carried
      ? { snapshot: carried.snapshot, occasion: 'close', fit: carried.fit, watch }
      : { snapshot, occasion: 'close', fit: this.#setAtOnce(session, snapshot, 'close'), watch };
    const committed = this.#needsCommit(session, snapshot) ? this.#commit(session, sent) : this.#checked(session, sent);
    // Finish stores too.
    if (session.trialLeft) return this.#judge(session, committed);
    if (this.#delivery.completion === 'owed') session.model.write(this.#dialect.status(true, false));
    // Only now, since some LMSs add it to the total at each commit.
    session.model.write([[this.#dialect.elements.sessionTime, this.#dialect.sessionTime(snapshot.duration)]]);
    const finished = session.api.finish();
    return this.#judge(session, finished.ok ? committed : { ...committed, problem: finished });
  }

  /**
   * The commit of `beforeunload`, where nothing has changed since. Packed and set again, the same would take the milliseconds in which Finish can still
   * be called: Firefox cancels the scripts of a window that closes (153 ESR, run: Finish was called in 3 of 15 windows).
   */
  #carriedAlready(snapshot: Snapshot): Sent | undefined {
    if (this.#answersWait || this.#delivery.completion === 'owed') return undefined;
    return this.#carried && isSame(this.#carried.snapshot, snapshot) ? this.#carried : undefined;
  }

  /** Before Finish, which stores too: where the model goes out whole each time, a closing page had better send it once. */
  #needsCommit(session: ScormSession, snapshot: Snapshot): boolean {
    // The word that stands in for "completed" has to be in a commit of its own.
    if (this.#delivery.completion === 'owed' && !this.#dialect.sendsWhole) return true;
    return !this.#hearsPagehide(session) && !this.#carriedAlready(snapshot);
  }

  /**
   * Some LMSs hear nothing of a page that closes but what goes out in `beforeunload`; where it is known that `pagehide` is heard, that is enough.
   * Not on a slow computer: Chromium ends the handlers of a tab that closes after some 500 ms, but lets `beforeunload` come to its end. There the
   * words go first, and Finish, with the time of the session, may find no room for a second beacon.
   */
  #waitsForPagehide(session: ScormSession): boolean {
    const bytes = this.#sendsWhole() ? session.model.bytes(() => true) : session.model.unheardBytes;
    return this.#hearsPagehide(session) && OTHER_BYTES + 2 * bytes > MOST_BEACON_BYTES;
  }

  #hearsPagehide(session: ScormSession): boolean {
    return session.hearsPagehide || this.#evidence === 'beacon';
  }

  #sendsWhole(): boolean {
    return this.#dialect.sendsWhole || (this.#evidence === 'beacon' && this.#receipts === 'none');
  }

  /** What has become of the commit before shows by now, as far as it ever does. */
  #begin(session: ScormSession, occasion: Occasion): Watch {
    const { watch, snapshot } = this.#before ?? {};
    if (watch?.failed() !== undefined) this.#note({ type: 'failed', complete: snapshot?.complete === true });
    this.#before = undefined;
    const repeated = repeats(this.#delivery, occasion);
    if (repeated !== 'nothing') session.model.doubt(repeated);
    session.model.repeatAtMost(this.#evidence === 'beacon' ? REPEATED_BYTES : Infinity);
    this.#note({ type: 'begins', occasion });
    return session.witness.watch();
  }

  /**
   * The page may be gone in a moment. The state goes first, since Open edX lets only the first Set out of a page that closes; and only what has
   * changed follows, since a beacon takes 65,536 bytes or nothing.
   */
  #setAtOnce(session: ScormSession, snapshot: Snapshot, occasion: LeavingEvent | 'close'): Fit {
    const bytes = this.#bytesForAnswers(session, snapshot, session.state.expectedLength(snapshot.answers));
    const answers = session.begun ? session.report.entries(snapshot, bytes) : [];
    const packed = packedFrom(session, snapshot);
    const fit = session.state.set(packed);
    this.#setClasses(session, snapshot, 'changes');
    const closed = fit === 'full' ? session.state.setClosing(packed) : fit;
    if (closed === 'full') session.state.setPartly(packed);
    this.#setAnswers(session, snapshot, answers, occasion);
    return closed;
  }

  /** That the learner will come back, and the classes as objectives. */
  #setClasses(session: ScormSession, snapshot: Snapshot, what: 'all' | 'changes'): void {
    session.model.write([...this.#suspends, ...this.#objectives(snapshot.classes)], what);
  }

  #objectives(classes: readonly ClassStatus[]): readonly Entry[] {
    return classes.slice(0, FIRST_PAGE).flatMap((status, index) => [...this.#dialect.objective(index, status)]);
  }

  /**
   * Every interaction from 0 on without a gap, place and status. Where each call holds the page up, the interactions that are left wait for the
   * next save.
   */
  #setAnswers(session: ScormSession, snapshot: Snapshot, answers: readonly (readonly Entry[])[], occasion: Occasion): void {
    const { model } = session;
    const what = occasion === 'pause' ? 'all' : 'changes';
    const hasTime = occasion === 'close' ? () => true : model.budget();
    this.#answersWait = false;
    for (const entries of answers) {
      if (!hasTime()) {
        this.#answersWait = true;
        break;
      }
      if (model.write(entries, what)?.code === '201') break;
    }
    const place = snapshot.place.replace(/[^A-Za-z0-9_.-]/g, '.').slice(0, 250);
    const location: Entry = [this.#dialect.elements.location, place, `${place}.`];
    model.write([location, ...this.#statusEntries(session, snapshot.complete)], what);
  }

  /** Bytes for the answers as interactions: the state goes first, then all else, then as much of them as gets out of a page that closes. */
  #bytesForAnswers({ model, size }: ScormSession, { classes }: Snapshot, stateLength: number): number {
    if (!this.#sendsWhole()) return MOST_ANSWER_BYTES;
    const { state } = this.#dialect.elements;
    const others = model.bytes((element) => element !== state && !/^cmi\.(interactions|objectives)\./.test(element));
    const objectives = this.#objectives(classes).reduce((sum, [element, value]) => sum + size.of(element, value), 0);
    return MOST_BEACON_BYTES - OTHER_BYTES - others - objectives - stateLength;
  }

  /** Where pages may be needed, the indexes up to the first are filled, and what lies there is put in order. */
  #keepPlaces(session: ScormSession, classes: number): void {
    const first = session.state.hasPages ? classes : FIRST_PAGE;
    for (let index = first; index < FIRST_PAGE; index++) session.model.write([[`cmi.objectives.${index}.id`, FREE_PAGE]]);
    session.state.tidy();
  }

  /** Our own state says whether the course is complete. An LMS that says so itself is believed, and never told otherwise. */
  #statusEntries(session: ScormSession, complete: boolean): readonly Entry[] {
    if (!complete && session.finished) return [];
    return this.#dialect.status(complete, complete && this.#delivery.completion === 'owed');
  }

  #commit(session: ScormSession, sent: Sent): Sent {
    const checked = this.#checked(session, sent);
    if (checked.problem) return checked;
    this.#committedAt = performance.now();
    const commit = session.model.commit();
    const committed = session.api.commit();
    if (!committed.ok) return { ...sent, problem: committed };
    this.#carried = { ...sent, commit };
    return this.#carried;
  }

  /** What the trial left behind must never be stored in the place of a learner's work. */
  #checked(session: ScormSession, sent: Sent): Sent {
    if (sent.fit === 'set' || sent.fit === 'tight') session.trialLeft = false;
    if (!session.trialLeft) return sent;
    return { ...sent, problem: { ok: false, code: '0', detail: 'suspend_data could not be put back after the trial' } };
  }

  /** @param turn absent in an event after which there is no time, and a beacon is all that there is */
  async #judge(session: ScormSession, sent: Sent, turn?: Turn): Promise<SaveOutcome> {
    const { snapshot, occasion, fit, watch, commit = -1, problem } = sent;
    const { room } = session.state;
    const { complete, revision } = snapshot;
    const evidence = await watch.end();
    if (turn) this.#evidence = evidence;
    if (evidence === 'beacon' || evidence === 'fallback') this.#hasBeacon = true;
    const failure = problem?.detail ?? (turn && (await this.#failureSeen(session, watch, evidence, turn)));
    if (failure !== undefined) {
      this.#note({ type: 'failed', complete });
      this.#carried = this.#proved = undefined;
      const connection = turn ? await session.probe.check() : 'unknown';
      return { ...notSaved(this.#reasonOf(connection, evidence, watch.failed()), true, failure), room };
    }
    this.#before = sent;
    if (evidence === 'answered' || turn) session.state.stored();
    if (turn) this.#receipts = receiptsAfter(this.#receipts, evidence);
    const isAnswered = evidence === 'answered';
    const isHeard = turn !== undefined || !this.#givesReceipts(session) || isAnswered || evidence === 'unknown';
    if (isHeard) session.model.heard(commit);
    this.#note({ type: 'committed', occasion, complete, isHeard, isProven: isAnswered });
    if (fit === 'full') return { ...notSaved('full', false, `suspend_data holds ${room.limit}`), room };
    if (typeof fit === 'object') return { ...notSaved('refused', true, fit.detail), room };
    const isProven = isAnswered && session.receipts && session.state.proven;
    const dueIn = this.#answersWait ? { dueIn: REST_OF_ANSWERS_MS } : {};
    const outcome: SaveOutcome = { result: isProven ? 'saved' : 'sent', revision, room, ...dueIn };
    this.#proved = isProven ? { snapshot, outcome } : undefined;
    return outcome;
  }

  /**
   * What the LMS does not say. A beacon alone is a lost connection only where the probe says so too: some players always use one, others go over
   * to it when the page seems to leave and stays. A request that is not waited for has its answer within a moment, or shows at the next save
   * that it had none.
   */
  async #failureSeen(session: ScormSession, watch: Watch, evidence: Evidence, turn: Turn): Promise<string | undefined> {
    if (evidence === 'answered' || evidence === 'unknown') return undefined;
    if (evidence === 'fallback') return 'a request failed, and a beacon took its place';
    if (evidence === 'beacon' && isBroken(await session.probe.check())) return 'only a beacon was sent';
    await turn.rest();
    const status = watch.failed();
    if (status === undefined) return undefined;
    return isSuccess(status) ? 'another page came in the place of the LMS’s answer' : `a request of the commit ended with status ${status}`;
  }

  #givesReceipts(session: ScormSession): boolean {
    return session.receipts && this.#receipts !== 'none';
  }

  /**
   * The LMS waits for its requests, and nothing is known of it that a browser lets out of a page that closes: Chromium bars such requests there. So
   * it is in Totara 12, Sakai and the Moodle app.
   */
  #losesClosing(session: ScormSession): boolean {
    return this.#receipts === 'given' && !session.hearsPagehide && !this.#hasBeacon;
  }

  #note(event: DeliveryEvent): void {
    this.#delivery = nextDelivery(this.#delivery, event);
  }

  #reasonOf(connection: Connection, evidence: Evidence, status: number | undefined): NotSavedReason {
    if (isBroken(connection)) return connection;
    if (status === 401 || status === 403) return 'session-ended';
    return evidence === 'fallback' || this.#surroundings.page.navigator.onLine === false ? 'offline' : 'refused';
  }

  /** Not inside a click, where some LMSs only send a beacon, and not right after the commit before. @returns false where the turn is over */
  async #quietMoment(turn: Turn): Promise<boolean> {
    const isQuiet = this.#surroundings.page.event === undefined && performance.now() >= this.#committedAt + COMMIT_GAP_MS;
    return isQuiet ? !turn.isOver : turn.rest();
  }
}

/** A player that asks and waits now and then may use a beacon meanwhile; one that was never seen to wait proves nothing. */
function receiptsAfter(known: 'unknown' | 'given' | 'none', evidence: Evidence): 'unknown' | 'given' | 'none' {
  if (evidence === 'answered') return 'given';
  if (evidence === 'none' || (evidence === 'beacon' && known === 'unknown')) return 'none';
  return known;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isBroken(connection: Connection): connection is 'offline' | 'session-ended' {
  return connection === 'offline' || connection === 'session-ended';
}

function packedFrom({ report }: ScormSession, { answers, revision }: Snapshot): PackedState {
  return { answers, revision, notes: report.notes };
}

function isSameText(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
  return [...now].every(([name, text]) => before.get(name) === text);
}

/** Nothing that the LMS is told differs, but for the revision. */
function isSame(before: Snapshot, now: Snapshot): boolean {
  const isUnchanged = ([id, { text, at }]: [string, Answer]): boolean => {
    const known = before.answers.get(id);
    return known?.text === text && known.at === at;
  };
  return before.complete === now.complete && before.answers.size === now.answers.size && [...now.answers].every(isUnchanged);
}

function notSaved(reason: NotSavedReason, retry: boolean, detail?: string): SaveOutcome & { result: 'not-saved' } {
  return { result: 'not-saved', reason, retry, ...(detail === undefined ? {} : { detail }) };
}

/** Another save has begun, or the page has left: that one's outcome counts. */
const OVERTAKEN = notSaved('refused', true, 'another save took its place');
