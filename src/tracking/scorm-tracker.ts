/**
 * What the SCORM 1.2 and 2004 trackers have in common: the order in which an LMS is told things, when a "true" counts, and what follows from a
 * failure. What differs between the standards is a `ScormDialect`; what differs between LMSs is found out here, never asked by name
 * unless there is no other sign.
 */
import { note } from '../course/answers.ts';
import { earnedInteractionId } from '../course/reported-ids.ts';
import type { Evidence } from './commit-witness.ts';
import type { Connection } from './connection-probe.ts';
import { reportInteractions, type ReportedPart } from './interaction-report.ts';
import { FREE_PAGE } from './objective-pages.ts';
import type { CallResult } from './scorm-api.ts';
import type { ScormDialect } from './scorm-dialect.ts';
import { FIRST_PAGE, openScorm, tryResponseLength, type ScormSession, type ScormSurroundings } from './scorm-launch.ts';
import type { Entry } from './scorm-model.ts';
import { expectedSize, type Fit } from './scorm-state.ts';
import type { PackedState } from './state-codec.ts';
import type { ClassStatus, Interaction, Launch, LeavingEvent, NotSavedReason, SaveOutcome, Snapshot, Tracker } from './tracker.ts';

/** Between two commits: some LMSs run them side by side, and the older one may win. */
const COMMIT_GAP_MS = 1_050;

type Occasion = LeavingEvent | 'pause' | 'close';
type Committed = { readonly ok: true; readonly evidence: () => Promise<Evidence> } | { readonly ok: false; readonly problem: CallResult };

export class ScormTracker implements Tracker {
  readonly #dialect: ScormDialect;
  readonly #surroundings: ScormSurroundings;
  #session: ScormSession | undefined;
  #closing: Promise<SaveOutcome> | undefined;
  /** Everything has to be set again, since a commit may be lost. */
  #resends = false;
  /** Alternates each time. */
  #again = false;
  /** "completed" was in a commit that may be lost, and the LMS may take it for sent. */
  #statusOwed = false;
  /** "completed" was in a commit that was answered, and need not be doubted again. */
  #statusStored = false;
  #receipts = true;
  #committedAt = -Infinity;
  /** The save before, whose commits must be over. */
  #turn: Promise<unknown> = Promise.resolve();
  /** The newest save that could not wait for its turn: what is older must not be written over it. */
  #hurried: { readonly revision: number; readonly outcome: Promise<SaveOutcome> } | undefined;
  /** What went out while the page was leaving sight, and was not answered: if anything comes after it, it may be lost. */
  #unanswered: { readonly snapshot: Snapshot; readonly occasion: Occasion } | undefined;
  /** The highest revision that was to be saved. */
  #newest = 0;

  constructor(dialect: ScormDialect, surroundings: ScormSurroundings) {
    this.#dialect = dialect;
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

  async saveNow(snapshot: Snapshot, event: LeavingEvent): Promise<SaveOutcome> {
    const session = this.#session;
    if (!session) return notSaved('no-lms', false, 'save before open');
    if (session.mode === 'browse') return notSaved('read-only', false);
    this.#newest = Math.max(this.#newest, snapshot.revision);
    const outcome = this.#closing ?? this.#saveAtOnce(session, snapshot, event);
    this.#hurried = { revision: snapshot.revision, outcome };
    return outcome;
  }

  async save(snapshot: Snapshot): Promise<SaveOutcome> {
    const session = this.#session;
    if (!session) return notSaved('no-lms', false, 'save before open');
    if (session.mode === 'browse') return notSaved('read-only', false);
    this.#newest = Math.max(this.#newest, snapshot.revision);
    const saved = this.#turn.then(() => this.#saveInTurn(session, snapshot));
    // One that should fail in a way that nobody foresaw must not stop those after it.
    this.#turn = saved.catch(() => undefined);
    return saved;
  }

  async #saveInTurn(session: ScormSession, snapshot: Snapshot): Promise<SaveOutcome> {
    await this.#quietMoment();
    const connection = await session.probe.check();
    const newer = this.#newerThan(snapshot);
    if (newer) return newer;
    if (connection === 'offline' || connection === 'session-ended') return notSaved(connection, true, 'the probe before the commit');
    this.#doubtUnanswered();
    return this.#saveFully(session, snapshot);
  }

  /** A later save that did not wait: this one has nothing to add, and would write older work over newer. */
  #newerThan({ revision }: Snapshot): Promise<SaveOutcome> | undefined {
    if (this.#closing) return this.#closing;
    return this.#hurried && this.#hurried.revision > revision ? this.#hurried.outcome : undefined;
  }

  abandon(): void {
    this.#hurried = { revision: this.#newest + 1, outcome: Promise.resolve(notSaved('read-only', false, 'another tab has the course')) };
    this.#resends = true;
    this.#session?.state.forget();
  }

  closeNow(snapshot: Snapshot): Promise<SaveOutcome> {
    this.#closing ??= Promise.resolve(this.#close(snapshot));
    return this.#closing;
  }

  #open(): Launch {
    const session = openScorm(this.#dialect, this.#surroundings);
    this.#session = session;
    this.#receipts = session.receipts;
    const { api, restored, mode } = session;
    const { elements } = this.#dialect;
    // Some LMSs complete whatever has no status, even when the learner just looks in.
    if (mode !== 'browse')
      session.model.write(this.#statusEntries(session, restored.state?.answers.get(note.completed)?.text !== undefined));
    const name = api.get(elements.learnerName);
    const language = api.get(elements.language).replaceAll('_', '-');
    const receipts = (): boolean => this.#receipts;
    return {
      learner: { id: api.get(elements.learnerId), ...(name ? { name } : {}) },
      mode,
      state: restored.state && { answers: restored.state.answers, revision: restored.state.revision },
      ...(language ? { language } : {}),
      limits: {
        stateLength: session.state.room.limit,
        get receipts() {
          return receipts();
        },
        storesAfterCompletion: session.storesAfterCompletion,
      },
      ...(restored.unreadable === undefined ? {} : { unreadable: restored.unreadable }),
    };
  }

  /** A save in a quiet moment, with everything that takes more than one commit. */
  async #saveFully(session: ScormSession, snapshot: Snapshot): Promise<SaveOutcome> {
    if (this.#resends) {
      session.model.forget();
      this.#again = !this.#again;
      this.#resends = false;
    }
    const parts = this.#report(session, snapshot);
    const packed = packedFrom(session, snapshot);
    let fit = session.state.set(packed);
    this.#setClasses(session, snapshot);
    if (!session.begun) this.#keepPlaces(session, Math.min(snapshot.classes.length, FIRST_PAGE));
    this.#setAnswers(session, snapshot, parts);
    session.begun = true;
    if ((fit === 'full' || fit === 'tight') && session.state.prepare(packed)) {
      const moved = await this.#committed(session, snapshot, fit);
      if (moved.result === 'not-saved' && moved.reason !== 'full') return moved;
      await this.#quietMoment();
      const newer = this.#newerThan(snapshot);
      if (newer) return newer;
      const adopted = session.state.adopt(packed);
      if (adopted !== 'full' || fit === 'full') fit = adopted;
    }
    const outcome = await this.#committed(session, snapshot, fit);
    if (outcome.result === 'not-saved' || !this.#statusOwed) return outcome;
    await this.#quietMoment();
    const newer = this.#newerThan(snapshot);
    if (newer) return newer;
    this.#statusOwed = false;
    session.model.write(this.#dialect.status(true, false));
    return this.#committed(session, snapshot, fit);
  }

  /** A save in an event after which the page may be gone: all of it before the first `await`. */
  #saveAtOnce(session: ScormSession, snapshot: Snapshot, occasion: Occasion): Promise<SaveOutcome> {
    this.#doubtUnanswered();
    const fit = this.#setAtOnce(session, snapshot);
    return this.#judge(session, snapshot, fit, this.#commit(session, fit), occasion);
  }

  #close(snapshot: Snapshot): Promise<SaveOutcome> | SaveOutcome {
    const session = this.#session;
    if (!session) return notSaved('no-lms', false, 'close before open');
    // Without Finish: it would write too, and in some LMSs complete what has no status.
    if (session.mode === 'browse') return notSaved('read-only', false);
    // What went out a moment ago, in `beforeunload`, will not have been answered in any LMS that uses a beacon there.
    if (this.#unanswered?.occasion === 'hidden') this.#doubtUnanswered();
    const fit = this.#setAtOnce(session, snapshot);
    const committed = this.#commit(session, fit);
    // Finish stores too.
    if (session.trialLeft) return this.#judge(session, snapshot, fit, committed, 'close');
    if (this.#statusOwed) session.model.write(this.#dialect.status(true, false));
    // Only now, since some LMSs add it to the total at each commit.
    session.model.write([[this.#dialect.elements.sessionTime, this.#dialect.sessionTime(snapshot.duration)]]);
    const finished = session.api.finish();
    return this.#judge(session, snapshot, fit, finished.ok ? committed : { ok: false, problem: finished }, 'close');
  }

  /**
   * The page may be gone in a moment. The state goes first, since Open edX lets only the first Set out of a page that closes; and only what has
   * changed follows, since a beacon takes 65,536 bytes or nothing.
   */
  #setAtOnce(session: ScormSession, snapshot: Snapshot): Fit {
    const parts = session.begun ? this.#report(session, snapshot) : [];
    const packed = packedFrom(session, snapshot);
    const fit = session.state.set(packed);
    this.#setClasses(session, snapshot);
    const closed = fit === 'full' ? session.state.setClosing(packed) : fit;
    this.#setAnswers(session, snapshot, parts);
    return closed;
  }

  /** That the learner will come back, and the classes as objectives. */
  #setClasses(session: ScormSession, snapshot: Snapshot): void {
    const classes = snapshot.classes.slice(0, FIRST_PAGE);
    session.model.write([
      ...this.#dialect.suspends,
      ...classes.flatMap((status, index) => [...this.#dialect.objective(index, status, this.#again)]),
    ]);
  }

  /** Every interaction from 0 on without a gap, place and status. */
  #setAnswers(session: ScormSession, snapshot: Snapshot, parts: readonly ReportedPart[]): void {
    const { model } = session;
    for (const part of parts) if (model.write(this.#dialect.interaction(part, this.#again))?.code === '201') break;
    const place = snapshot.place.replace(/[^A-Za-z0-9_.-]/g, '.').slice(0, 250);
    model.write([[this.#dialect.elements.location, place + (this.#again ? '.' : '')], ...this.#statusEntries(session, snapshot.complete)]);
  }

  /** The answers as interactions; keeps their order. */
  #report(session: ScormSession, snapshot: Snapshot): readonly ReportedPart[] {
    const { report } = this.#dialect;
    const { parts, order } = reportInteractions(
      [...snapshot.classes.map(earnedInteraction), ...snapshot.interactions],
      session.order,
      new Map([...snapshot.answers].filter(([id]) => !snapshot.withheld.has(id))),
      {
        ...report,
        unencoded: session.unencoded,
        length: (session.responseLength ??= tryResponseLength(session.api, this.#dialect)),
        bytes: report.bytes - expectedSize(snapshot.answers),
      },
    );
    session.order = order;
    return parts;
  }

  /** Where pages may be needed, the indexes up to the first are filled, and what lies there is put in order. */
  #keepPlaces(session: ScormSession, classes: number): void {
    if (!session.state.hasPages) return;
    for (let index = classes; index < FIRST_PAGE; index++) session.model.write([[`cmi.objectives.${index}.id`, FREE_PAGE]]);
    session.state.tidy();
  }

  /** Our own state says whether the course is complete. An LMS that says so itself is believed, and never told otherwise. */
  #statusEntries(session: ScormSession, complete: boolean): readonly Entry[] {
    if (!complete && session.finished) return [];
    return this.#dialect.status(complete, complete && this.#statusOwed);
  }

  #commit(session: ScormSession, fit: Fit): Committed {
    if (fit === 'set' || fit === 'tight') session.trialLeft = false;
    // What the trial left behind must never be stored in the place of a learner's work.
    if (session.trialLeft)
      return { ok: false, problem: { ok: false, code: '0', detail: 'suspend_data could not be put back after the trial' } };
    this.#committedAt = performance.now();
    const evidence = session.witness.watch();
    const problem = session.api.commit();
    if (problem.ok) return { ok: true, evidence };
    void evidence();
    return { ok: false, problem };
  }

  #committed(session: ScormSession, snapshot: Snapshot, fit: Fit): Promise<SaveOutcome> {
    return this.#judge(session, snapshot, fit, this.#commit(session, fit), 'pause');
  }

  async #judge(session: ScormSession, snapshot: Snapshot, fit: Fit, committed: Committed, occasion: Occasion): Promise<SaveOutcome> {
    const room = session.state.room;
    // In an event in which a beacon is all that there is.
    const hurried = occasion !== 'pause';
    if (!committed.ok) {
      this.#doubtful(snapshot);
      const connection = hurried ? 'unknown' : await session.probe.check();
      return { ...notSaved(this.#reasonOf(connection), true, committed.problem.detail), room };
    }
    const evidence = await committed.evidence();
    if (evidence === 'beacon' && !hurried) {
      this.#doubtful(snapshot);
      const connection = await session.probe.check();
      return { ...notSaved(connection === 'session-ended' ? connection : 'offline', true, 'only a beacon was sent'), room };
    }
    if (evidence === 'answered' || !hurried) session.state.stored();
    if (hurried && (evidence === 'beacon' || evidence === 'none') && this.#receipts) this.#unanswered = { snapshot, occasion };
    this.#statusStored ||= evidence === 'answered' && snapshot.complete && !this.#statusOwed;
    if (fit === 'full') return { ...notSaved('full', false, `suspend_data holds ${room.limit}`), room };
    if (typeof fit === 'object') return { ...notSaved('refused', true, fit.detail), room };
    if (evidence === 'none' && !hurried) this.#receipts = false;
    const proven = evidence === 'answered' && this.#receipts && session.state.proven;
    return { result: proven ? 'saved' : 'sent', revision: snapshot.revision, room };
  }

  #doubtUnanswered(): void {
    if (this.#unanswered) this.#doubtful(this.#unanswered.snapshot);
    this.#unanswered = undefined;
  }

  /** A commit that may be lost: everything is set again, in other words where an LMS may take it for sent. */
  #doubtful({ complete }: Snapshot): void {
    this.#resends = true;
    this.#statusOwed ||= complete && !this.#statusStored;
  }

  #reasonOf(connection: Connection): NotSavedReason {
    if (connection === 'offline' || connection === 'session-ended') return connection;
    return this.#surroundings.page.navigator.onLine === false ? 'offline' : 'refused';
  }

  /** Not inside a click, where some LMSs only send a beacon, and not right after the last commit. */
  async #quietMoment(): Promise<void> {
    const { page } = this.#surroundings;
    const wait = this.#committedAt + COMMIT_GAP_MS - performance.now();
    if (wait > 0 || page.event !== undefined) await new Promise((rested) => setTimeout(rested, Math.max(0, wait)));
  }
}

function packedFrom({ order }: ScormSession, { answers, revision }: Snapshot): PackedState {
  return { answers, revision, notes: new Map([['questions', order.join(' ')]]) };
}

/** The day on which a class was earned, for records: objectives have no dates. */
function earnedInteraction({ id, title, earnedAt }: ClassStatus): Interaction {
  const response = earnedAt === undefined ? [] : [dayOf(earnedAt)];
  return { id: earnedInteractionId(id), type: 'text', description: title, response, at: earnedAt ?? 0 };
}

/** `2026-11-24` on this computer's calendar. */
function dayOf(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function notSaved(reason: NotSavedReason, retry: boolean, detail?: string): SaveOutcome & { result: 'not-saved' } {
  return { result: 'not-saved', reason, retry, ...(detail === undefined ? {} : { detail }) };
}
