/**
 * What the SCORM 1.2 and 2004 trackers have in common. What differs between the standards is a `ScormDialect`; what differs between LMSs is
 * found out here, never asked by name unless there is no other sign. `scorm-saves-in-sight.ts` and `scorm-saves-at-close.ts` have the order
 * in which an LMS is told things, `scorm-commits.ts` when its "true" counts, `commit-ledger.ts` what follows from a failure.
 */
import { note } from '../../course/answers.ts';
import { hasReadState } from './chamilo-receipts.ts';
import { emptyList } from './empty-chamilo-list.ts';
import { CommitLedger } from './commit-ledger.ts';
import { isIncomplete } from './partial-state.ts';
import { untilPlayerStands } from './wait-for-player.ts';
import { notSaved } from './why-not-saved.ts';
import type { SaveCollaborators } from './save-collaborators.ts';
import { findScormApi, type ScormApi } from './scorm-api.ts';
import { ScormCommits } from './scorm-commits.ts';
import type { ScormDialect } from './scorm-dialect.ts';
import { initializeScorm, readScorm, type FoundLms, type InitializedScorm, type ScormSurroundings } from './scorm-launch.ts';
import { ScormSavesAtClose } from './scorm-saves-at-close.ts';
import { ScormSavesInSight } from './scorm-saves-in-sight.ts';
import { ScormValues } from './scorm-values.ts';
import { ObservedSending } from './observed-sending.ts';
import { untilSleep } from '../left-open.ts';
import { isDense } from '../state/state-codec.ts';
import { TrackingError } from '../tracking-error.ts';
import type { Limits } from '../limits.ts';
import type { Launch, LeavingEvent, NotSaved, PageWork, SaveOutcome, Snapshot, Tracker, Turn } from '../tracker.ts';

/** What saves to an LMS that was found. */
interface Opened extends SaveCollaborators {
  readonly inSight: ScormSavesInSight;
  readonly atClose: ScormSavesAtClose;
}

export class ScormTracker implements Tracker {
  readonly #dialect: ScormDialect;
  readonly #surroundings: ScormSurroundings;
  #opened: Opened | undefined;
  #closing: Promise<SaveOutcome> | undefined;
  #work: PageWork | undefined;
  #onRefuted: (outcome: NotSaved) => void = () => undefined;

  constructor(dialect: ScormDialect, surroundings: ScormSurroundings) {
    this.#dialect = dialect;
    this.#surroundings = surroundings;
  }

  async open(): Promise<Launch> {
    const { page } = this.#surroundings;
    const stands = await untilPlayerStands(page, () => findScormApi(page, this.#dialect.functions)?.window);
    const initialized = await initializeScorm(this.#dialect, this.#surroundings);
    const { api } = initialized;
    this.#hearOthers(api);
    if (isDense(initialized.handedOver)) await this.#untilPrimed(initialized);
    const opened = (this.#opened = this.#open(initialized));
    const { lms, values } = opened;
    const { restored, mode } = lms;
    if (mode !== 'browse') values.setStatus(restored.state?.answers.get(note.completed)?.text !== undefined);
    const launch = this.#launch(opened);
    return isUnfed(launch, stands && initialized.fed) || mayLackState(lms) ? { ...launch, doubtful: true } : launch;
  }

  async save(snapshot: Snapshot, turn: Turn): Promise<SaveOutcome> {
    return storing(this.#opened, ({ inSight }) => inSight.save(snapshot, untilSleep(turn)));
  }

  async set(snapshot: Snapshot, turn: Turn): Promise<void> {
    const { lms, inSight } = this.#opened ?? {};
    if (inSight && lms?.mode !== 'browse') await inSight.between(snapshot, turn);
  }

  /** All of it before the first `await`. */
  async saveNow(snapshot: Snapshot, event: LeavingEvent): Promise<SaveOutcome> {
    return storing(this.#opened, ({ atClose }) => this.#closing ?? atClose.atOnce(snapshot, event));
  }

  whenRefuted(told: (outcome: NotSaved) => void): void {
    this.#onRefuted = told;
  }

  whenOthersCall(work: PageWork): void {
    this.#work = work;
    // Another window may stand before the same object.
    if (this.#opened) this.#hearOthers(this.#opened.lms.api);
  }

  /** Set before anything was read (`initializeScorm`). A player that sends all it has at each commit would put an old state over what another tab has saved. */
  suspend(): void {
    if (this.#opened?.lms.forgets) this.#opened.lms.api.commit();
  }

  abandon(): void {
    if (!this.#opened) return;
    const { ledger, lms } = this.#opened;
    ledger.abandon();
    lms.state.forget();
    emptyList(lms.api.window);
  }

  rest(): void {
    if (this.#opened && emptyList(this.#opened.lms.api.window)) this.#opened.ledger.abandon();
  }

  /** In browse mode without Finish: it would write too, and in some LMSs complete what has no status. */
  closeNow(snapshot: Snapshot): Promise<SaveOutcome> {
    this.#closing ??= Promise.resolve(storing(this.#opened, ({ atClose }) => atClose.close(snapshot)));
    return this.#closing;
  }

  describe(): Readonly<Record<string, string>> {
    const { functions } = this.#dialect;
    if (!this.#opened) return { API: `no ${functions.object}` };
    const { lms, sending } = this.#opened;
    const { page } = lms;
    const { window } = lms.api;
    const place = window === page ? 'the same window' : window === page.parent ? 'the parent' : 'a window above or the opener';
    return {
      API: `${functions.object} in ${place}`,
      'objective pages': lms.state.hasPages ? (lms.state.proven ? 'proven' : 'not yet read back') : 'none',
      response: `${lms.responses.found ?? '?'} characters`,
      encoded: `${!lms.unencoded}`,
      finished: `${lms.finished}`,
      'a closing page': sending.losesClosing ? 'may not be heard' : 'is heard, as far as is known',
    };
  }

  #hearOthers(api: ScormApi): void {
    api.beforeOthers((call) => {
      const { lms, atClose } = this.#opened ?? {};
      if (lms?.mode === 'browse') return true;
      if (!this.#work?.writes() || !atClose) return false;
      const isLeaving = api.window.event?.type === 'beforeunload';
      const last = call === 'finish' || isLeaving ? this.#work.last() : undefined;
      if (last && !atClose.setForOthers(last, call, isLeaving)) return false;
      if (call === 'finish') api.letOthers();
      return true;
    });
  }

  /** A page that is left meanwhile leaves no session behind that nobody has ended. */
  async #untilPrimed({ api, mode }: InitializedScorm): Promise<void> {
    const { page, primed } = this.#surroundings;
    if (!primed) return;
    let isLeft = false;
    const leave = (): void => {
      isLeft = true;
      if (mode !== 'browse') api.finish();
    };
    page.addEventListener('pagehide', leave);
    await primed;
    page.removeEventListener('pagehide', leave);
    if (isLeft) throw new TrackingError('initialize-failed', 'the page was left before the state was read');
  }

  #open(initialized: InitializedScorm): Opened {
    const { now = () => performance.now(), statusWhenComplete = 'completed' } = this.#surroundings;
    const { maySendWhole, standInNeedsCommit } = this.#dialect;
    const lms = readScorm(this.#dialect, this.#surroundings, initialized);
    const sending = new ObservedSending({ receipts: lms.receipts, hearsPagehide: lms.hearsPagehide, maySendWhole });
    const ledger = new CommitLedger();
    const values = new ScormValues(lms, this.#dialect, sending, ledger, statusWhenComplete);
    const commits = new ScormCommits(lms, sending, ledger, (outcome) => this.#onRefuted(outcome));
    const parts: SaveCollaborators = { lms, sending, ledger, values, commits, standInNeedsCommit, now };
    const inSight = new ScormSavesInSight(parts);
    return { ...parts, inSight, atClose: new ScormSavesAtClose(parts, inSight) };
  }

  #launch(opened: Opened): Launch {
    const { api, restored, mode, finished } = opened.lms;
    const { elements } = this.#dialect;
    const name = api.get(elements.learnerName);
    const language = api.get(elements.language).replaceAll('_', '-');
    return {
      learner: { id: api.get(elements.learnerId), ...(name ? { name } : {}) },
      mode,
      state: restored.state && { answers: restored.state.answers, revision: restored.state.revision },
      ...(language ? { language } : {}),
      limits: limitsOf(opened),
      finished,
      ...(restored.unreadable === undefined ? {} : { unreadable: restored.unreadable }),
      ...(isIncomplete(restored.state) ? { isIncomplete: true } : {}),
      ...(isLaterAttempt(this.#surroundings.page) ? { isLaterAttempt: true } : {}),
    };
  }
}

/** What is asked later is answered by what is known then. */
function limitsOf({ lms, sending, commits }: Opened): Limits {
  const { state, restored, storesAfterCompletion, finished, forgets } = lms;
  return {
    get stateLength() {
      return state.room.limit;
    },
    get receipts() {
      return sending.givesReceipts;
    },
    get saveSooner() {
      return sending.losesClosing;
    },
    replaces: true,
    forgets,
    isUnseen: lms.api.isFacade,
    get isLeftOpen() {
      return commits.isLeftOpen;
    },
    storesForLogin: true,
    storesAfterCompletion,
    wipesOnCompletion: finished && !restored.state && restored.unreadable === undefined,
  };
}

/**
 * Moodle and Totara open the course from a page whose address has the attempt's number, in a frame or a window of its own (mod/scorm/loadSCO.php; its
 * query is made in locallib.php, scorm_get_toc_object; read in 4.5). Where a site lets no address be told, nothing is known.
 */
function isLaterAttempt({ document: { referrer } }: Window): boolean {
  return Number(/\/mod\/scorm\/loadSCO\.php\?(?:.*&)?attempt=(\d+)/.exec(referrer)?.[1] ?? 1) > 1;
}

/** The LMS's page did not stand or answer in time, and its API knows nobody: it may not have been given the learner and her state. */
function isUnfed({ learner, state, unreadable, mode }: Launch, stands: boolean): boolean {
  return !stands && mode !== 'browse' && !learner.id && !state && unreadable === undefined;
}

/** Chamilo handed over nothing, since nothing came or something else did: the learner may have a state there all the same. */
function mayLackState({ api, unencoded, mode, restored }: FoundLms): boolean {
  return unencoded && mode !== 'browse' && !restored.state && restored.unreadable === undefined && !hasReadState(api.window);
}

/** Calls where there is an LMS that may be told anything. */
function storing<T>(opened: Opened | undefined, call: (opened: Opened) => T): T | NotSaved {
  if (!opened) return notSaved('no-lms', false, 'nothing can be saved before open');
  return opened.lms.mode === 'browse' ? notSaved('read-only', false) : call(opened);
}
