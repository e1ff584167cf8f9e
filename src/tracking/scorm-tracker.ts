/**
 * What the SCORM 1.2 and 2004 trackers have in common: the order in which an LMS is told things, when a "true" counts, and what follows from a
 * failure. What differs between the standards is a `ScormDialect`; what differs between LMSs is found out here, never asked by name
 * unless there is no other sign.
 */
import { note } from '../course/answers.ts';
import { earnedInteractionId } from '../course/reported-ids.ts';
import { WindowWitness, type CommitWitness, type Evidence } from './commit-witness.ts';
import { ConnectionProbe, type Connection } from './connection-probe.ts';
import { reportInteractions, type ReportedPart, type ReportRules } from './interaction-report.ts';
import { FREE_PAGE } from './objective-pages.ts';
import { findScormApi, type CallResult, type SCORM12_FUNCTIONS, type ScormApi } from './scorm-api.ts';
import { ScormModel, type Entry } from './scorm-model.ts';
import { ScormState, type Fit } from './scorm-state.ts';
import type { PackedState } from './state-codec.ts';
import type {
  ClassStatus,
  Interaction,
  Launch,
  LaunchMode,
  NotSavedReason,
  SaveOccasion,
  SaveOutcome,
  Snapshot,
  Tracker,
} from './tracker.ts';
import { TrackingError } from './tracking-error.ts';

/** One SCORM version's names and forms. `again`: other values that mean the same, for LMSs that take what failed for sent. */
export interface ScormDialect {
  readonly functions: typeof SCORM12_FUNCTIONS;
  readonly elements: {
    readonly state: string;
    readonly location: string;
    readonly exit: string;
    readonly status: string;
    readonly mode: string;
    readonly learnerId: string;
    readonly learnerName: string;
    readonly language: string;
    readonly sessionTime: string;
  };
  /** Lengths that suspend_data may have, longest first; the last is what the standard promises. */
  readonly stateLengths: readonly number[];
  /** Likewise for a free response. */
  readonly responseLengths: readonly number[];
  /** `bytes` for the whole model: what an LMS sends at closing has to stay below a beacon's 65,536 bytes. */
  readonly report: Pick<ReportRules, 'options' | 'unanswered' | 'bytes'>;
  /** Objective identifiers can be rewritten, so that they can hold pages. */
  readonly pages: boolean;
  /** In review mode an LMS may store nothing and still say "true". */
  readonly reviewMayStoreNothing: boolean;
  status(complete: boolean, again: boolean): readonly Entry[];
  objective(index: number, status: ClassStatus, again: boolean): readonly Entry[];
  interaction(part: ReportedPart, again: boolean): readonly Entry[];
  sessionTime(milliseconds: number): string;
}

export interface ScormSurroundings {
  /** The course's own window. */
  readonly page: Window;
  /** Given by tests; watches the LMS's windows otherwise. */
  readonly witness?: CommitWitness;
}

/** A state over this is on its way out too long; see "under 50 KB" in the README. */
const LONGEST_STATE = 50_000;
/** Below this, pages are worth their price in a report's columns. */
const SHORT_STATE = 20_000;
/** Objectives from this index on may hold pages; the classes come before. */
const FIRST_PAGE = 10;
/** Between two commits: some LMSs run them side by side, and the older one may win. */
const COMMIT_GAP_MS = 1_050;

type Committed = { readonly ok: true; readonly evidence: () => Promise<Evidence> } | { readonly ok: false; readonly problem: CallResult };

/** Everything that exists only once the LMS was found. */
interface Session {
  readonly api: ScormApi;
  readonly model: ScormModel;
  readonly state: ScormState;
  readonly witness: CommitWitness;
  readonly probe: ConnectionProbe;
  readonly mode: LaunchMode;
  readonly unencoded: boolean;
  /** The LMS says so itself. */
  readonly finished: boolean;
  order: readonly string[];
  responseLength: number | undefined;
  /** The first save of the session has been made. */
  begun: boolean;
}

export class ScormTracker implements Tracker {
  readonly #dialect: ScormDialect;
  readonly #surroundings: ScormSurroundings;
  #session: Session | undefined;
  #closing: Promise<SaveOutcome> | undefined;
  /** Everything has to be set again, since a commit may be lost. */
  #resends = false;
  /** Alternates each time. */
  #again = false;
  /** "completed" was in a commit that may be lost, and the LMS may take it for sent. */
  #statusOwed = false;
  #receipts = true;
  #committedAt = -Infinity;
  /** The save before, whose commits must be over. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(dialect: ScormDialect, surroundings: ScormSurroundings) {
    this.#dialect = dialect;
    this.#surroundings = surroundings;
  }

  open(): Promise<Launch> {
    return Promise.resolve().then(() => this.#open());
  }

  async save(snapshot: Snapshot, occasion: SaveOccasion): Promise<SaveOutcome> {
    const session = this.#session;
    if (!session) return notSaved('no-lms', false, 'save before open');
    if (session.mode === 'browse') return notSaved('read-only', false);
    if (occasion === 'hidden' || occasion === 'leaving') return this.#saveAtOnce(session, snapshot);
    const turn = this.#turn.then(() => this.#saveInTurn(session, snapshot));
    this.#turn = turn;
    return turn;
  }

  async #saveInTurn(session: Session, snapshot: Snapshot): Promise<SaveOutcome> {
    await this.#quietMoment();
    const connection = await session.probe.check();
    if (this.#closing) return this.#closing;
    if (connection === 'offline' || connection === 'session-ended') return notSaved(connection, true, 'the probe before the commit');
    return this.#saveFully(session, snapshot);
  }

  close(snapshot: Snapshot): Promise<SaveOutcome> {
    this.#closing ??= Promise.resolve(this.#close(snapshot));
    return this.#closing;
  }

  #open(): Launch {
    const { functions, elements } = this.#dialect;
    const { page } = this.#surroundings;
    const api = findScormApi(page, functions);
    if (!api) throw new TrackingError('no-lms', `no ${functions.object} in this window, its parents or its opener`);
    const initialized = api.initialize();
    if (!initialized.ok) throw new TrackingError('initialize-failed', initialized.detail);
    const mode = modeOf(api.get(elements.mode));
    const model = new ScormModel(api);
    if (mode !== 'browse') model.write([[elements.exit, 'suspend']]);
    const stateLength = mode === 'browse' ? LONGEST_STATE : this.#tryStateLength(api);
    const state = this.#stateIn(api, model, stateLength, mode);
    const restored = state.restore();
    const unencoded = holds([page, api.window], 'olms');
    const probe = new ConnectionProbe(page);
    if (mode !== 'browse') probe.calibrate();
    const reviewIsDoubtful = mode === 'review' && this.#dialect.reviewMayStoreNothing && !holds([page, api.window], 'M');
    this.#receipts = !unencoded && !reviewIsDoubtful;
    this.#session = {
      api,
      model,
      state,
      witness: this.#surroundings.witness ?? new WindowWitness([api.window, parentOf(api.window), topOf(api.window)]),
      probe,
      mode,
      unencoded,
      finished: /^(completed|passed)$/.test(api.get(elements.status)),
      order: restored.state?.notes.get('questions')?.split(' ').filter(Boolean) ?? [],
      responseLength: undefined,
      begun: false,
    };
    if (mode !== 'browse') model.write(this.#statusEntries(this.#session, restored.state?.answers.get(note.completed)?.text !== undefined));
    const name = api.get(elements.learnerName);
    const language = api.get(elements.language);
    const receipts = (): boolean => this.#receipts;
    return {
      learner: { id: api.get(elements.learnerId), ...(name ? { name } : {}) },
      mode,
      state: restored.state && { answers: restored.state.answers, revision: restored.state.revision },
      ...(language ? { language: language.replaceAll('_', '-') } : {}),
      limits: {
        stateLength: state.room.limit,
        get receipts() {
          return receipts();
        },
        storesAfterCompletion: !unencoded && !reviewIsDoubtful,
      },
      ...(restored.unreadable === undefined ? {} : { unreadable: restored.unreadable }),
    };
  }

  /** Finds out what suspend_data holds, and puts back what was there. Nothing is committed in between. */
  #tryStateLength(api: ScormApi): number {
    const { elements, stateLengths } = this.#dialect;
    const before = api.get(elements.state);
    const promised = stateLengths.at(-1) ?? 0;
    for (const length of stateLengths.slice(0, -1)) {
      if (!api.set(elements.state, 'A'.repeat(length)).ok) continue;
      const held = api.get(elements.state).length;
      api.set(elements.state, before);
      if (held === length) return Math.min(length, LONGEST_STATE);
    }
    return promised;
  }

  #stateIn(api: ScormApi, model: ScormModel, length: number, mode: LaunchMode): ScormState {
    const { elements, pages } = this.#dialect;
    const identifier = (place: number): string => `cmi.objectives.${FIRST_PAGE + place}.id`;
    return new ScormState({
      length,
      read: () => api.get(elements.state),
      write: (text) => model.write([[elements.state, text]]),
      ...(pages && length < SHORT_STATE && mode !== 'browse'
        ? { pages: { read: (place) => api.get(identifier(place)), write: (place, text) => model.write([[identifier(place), text]]) } }
        : {}),
    });
  }

  /** A save in a quiet moment, with everything that takes more than one commit. */
  async #saveFully(session: Session, snapshot: Snapshot): Promise<SaveOutcome> {
    if (this.#resends) {
      session.model.forget();
      this.#again = !this.#again;
      this.#resends = false;
    }
    const packed = this.#setAll(session, snapshot, false);
    let fit = session.state.set(packed);
    if ((fit === 'full' || fit === 'tight') && session.state.prepare(packed)) {
      const moved = await this.#committed(session, snapshot, fit);
      if (moved.result === 'not-saved' && moved.reason !== 'full') return moved;
      await this.#quietMoment();
      if (this.#closing) return this.#closing;
      const adopted = session.state.adopt(packed);
      if (adopted !== 'full' || fit === 'full') fit = adopted;
    }
    const outcome = await this.#committed(session, snapshot, fit);
    if (outcome.result === 'not-saved' || !this.#statusOwed) return outcome;
    await this.#quietMoment();
    if (this.#closing) return this.#closing;
    this.#statusOwed = false;
    session.model.write(this.#dialect.status(true, false));
    return this.#committed(session, snapshot, fit);
  }

  /** A save in an event after which the page may be gone: all of it before the first `await`. */
  #saveAtOnce(session: Session, snapshot: Snapshot): Promise<SaveOutcome> {
    const fit = this.#setAtOnce(session, snapshot);
    return this.#judge(session, snapshot, fit, this.#commit(session), true);
  }

  #close(snapshot: Snapshot): Promise<SaveOutcome> | SaveOutcome {
    const session = this.#session;
    if (!session) return notSaved('no-lms', false, 'close before open');
    if (session.mode === 'browse') {
      session.api.finish();
      return notSaved('read-only', false);
    }
    const fit = this.#setAtOnce(session, snapshot);
    const committed = this.#commit(session);
    if (this.#statusOwed) session.model.write(this.#dialect.status(true, false));
    // Only now, since some LMSs add it to the total at each commit.
    session.model.write([[this.#dialect.elements.sessionTime, this.#dialect.sessionTime(snapshot.duration)]]);
    const finished = session.api.finish();
    return this.#judge(session, snapshot, fit, finished.ok ? committed : { ok: false, problem: finished }, true);
  }

  #setAtOnce(session: Session, snapshot: Snapshot): Fit {
    const packed = this.#setAll(session, snapshot, true);
    const fit = session.state.set(packed);
    return fit === 'full' ? session.state.setClosing(packed) : fit;
  }

  /**
   * Sets all but the state: objectives first, then every interaction from 0 on without a gap, status and place.
   * @param hurried the page may be gone in a moment: only what has changed, since a beacon takes 65,536 bytes or nothing
   */
  #setAll(session: Session, snapshot: Snapshot, hurried: boolean): PackedState {
    const { model } = session;
    const { elements } = this.#dialect;
    const classes = snapshot.classes.slice(0, FIRST_PAGE);
    model.write([
      [elements.exit, 'suspend'],
      ...classes.flatMap((status, index) => [...this.#dialect.objective(index, status, this.#again)]),
    ]);
    if (!session.begun && !hurried) this.#keepPlaces(session, classes.length);
    if (session.begun || !hurried) this.#setInteractions(session, snapshot);
    session.begun ||= !hurried;
    const place = snapshot.place.replace(/[^A-Za-z0-9_.-]/g, '.').slice(0, 250);
    model.write([[elements.location, place + (this.#again ? '.' : '')], ...this.#statusEntries(session, snapshot.complete)]);
    return { answers: snapshot.answers, revision: snapshot.revision, notes: new Map([['questions', session.order.join(' ')]]) };
  }

  #setInteractions(session: Session, snapshot: Snapshot): void {
    const { report } = this.#dialect;
    const { parts, order } = reportInteractions(
      [...snapshot.classes.map(earnedInteraction), ...snapshot.interactions],
      session.order,
      snapshot.answers,
      {
        ...report,
        unencoded: session.unencoded,
        length: (session.responseLength ??= this.#tryResponseLength(session)),
        bytes: report.bytes - session.state.room.used,
      },
    );
    session.order = order;
    for (const part of parts) if (session.model.write(this.#dialect.interaction(part, this.#again))?.code === '201') break;
  }

  /** Where pages may be needed, the indexes up to the first are filled, and what lies there is put in order. */
  #keepPlaces(session: Session, classes: number): void {
    if (!session.state.hasPages) return;
    for (let index = classes; index < FIRST_PAGE; index++) session.model.write([[`cmi.objectives.${index}.id`, FREE_PAGE]]);
    session.state.tidy();
  }

  #tryResponseLength({ api }: Session): number {
    const { responseLengths } = this.#dialect;
    const [promised = 255, ...longer] = [...responseLengths].reverse();
    if (longer.length === 0) return promised;
    const entries = this.#dialect.interaction({ index: 0, id: 'trial', response: '', interaction: TRIAL }, false);
    for (const [element, value] of entries) api.set(element, value);
    const response = entries.at(-1)?.[0] ?? '';
    return longer.reverse().find((length) => api.set(response, 'a'.repeat(length)).ok) ?? promised;
  }

  /** Our own state says whether the course is complete. An LMS that says so itself is believed, and never told otherwise. */
  #statusEntries(session: Session, complete: boolean): readonly Entry[] {
    if (!complete && session.finished) return [];
    return this.#dialect.status(complete, complete && this.#statusOwed);
  }

  #commit(session: Session): Committed {
    this.#committedAt = Date.now();
    const evidence = session.witness.watch();
    const problem = session.api.commit();
    if (problem.ok) return { ok: true, evidence };
    void evidence();
    return { ok: false, problem };
  }

  #committed(session: Session, snapshot: Snapshot, fit: Fit): Promise<SaveOutcome> {
    return this.#judge(session, snapshot, fit, this.#commit(session), false);
  }

  /** @param hurried in an event in which a beacon is all that there is */
  async #judge(session: Session, snapshot: Snapshot, fit: Fit, committed: Committed, hurried: boolean): Promise<SaveOutcome> {
    const room = session.state.room;
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
    if (fit === 'full') return { ...notSaved('full', false, `suspend_data holds ${room.limit}`), room };
    if (typeof fit === 'object') return { ...notSaved('refused', true, fit.detail), room };
    if (evidence === 'none' && !hurried) this.#receipts = false;
    const proven = evidence === 'answered' && this.#receipts && session.state.proven;
    return { result: proven ? 'saved' : 'sent', revision: snapshot.revision, room };
  }

  /** A commit that may be lost: everything is set again, in other words where an LMS may take it for sent. */
  #doubtful({ complete }: Snapshot): void {
    this.#resends = true;
    this.#statusOwed ||= complete;
  }

  #reasonOf(connection: Connection): NotSavedReason {
    if (connection === 'offline' || connection === 'session-ended') return connection;
    return this.#surroundings.page.navigator.onLine === false ? 'offline' : 'refused';
  }

  /** Not inside a click, where some LMSs only send a beacon, and not right after the last commit. */
  async #quietMoment(): Promise<void> {
    const { page } = this.#surroundings;
    const wait = this.#committedAt + COMMIT_GAP_MS - Date.now();
    if (wait > 0 || page.event !== undefined) await new Promise((rested) => setTimeout(rested, Math.max(0, wait)));
  }
}

const TRIAL: Interaction = { id: 'trial', type: 'text', description: '', response: [], at: 0 };

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

function modeOf(text: string): LaunchMode {
  return text === 'browse' || text === 'review' ? text : 'normal';
}

function notSaved(reason: NotSavedReason, retry: boolean, detail?: string): SaveOutcome & { result: 'not-saved' } {
  return { result: 'not-saved', reason, retry, ...(detail === undefined ? {} : { detail }) };
}

/** Whether one of the windows, or one above it, has a global of that name. */
function holds(windows: readonly Window[], name: string): boolean {
  return windows
    .flatMap((window) => [window, parentOf(window), topOf(window)])
    .some((window) => {
      try {
        return name in window;
      } catch {
        return false;
      }
    });
}

function parentOf(window: Window): Window {
  return window.parent ?? window;
}

function topOf(window: Window): Window {
  return window.top ?? window;
}
