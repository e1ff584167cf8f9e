import { AnswerStore } from '../course/answer-store.ts';
import { note, textOf, type Answers } from '../course/answers.ts';
import { progressOf, type Progress } from '../course/completion-rules.ts';
import type { Course } from '../course/course.ts';
import { listIdsOf } from '../course/fields.ts';
import { livingAnswers } from '../course/list-field.ts';
import { BrowserTracker } from '../tracking/browser-tracker.ts';
import { crcOfText } from '../tracking/checksum.ts';
import { TrackingError } from '../tracking/tracking-error.ts';
import type { Launch, LaunchMode, LeavingEvent, Room, SaveOutcome, Snapshot, Tracker } from '../tracking/tracker.ts';
import { ActiveClock } from './active-clock.ts';
import { mergeCopies, mergeElsewhere } from './copy-merge.ts';
import { interactionsOf, withheldFrom } from './interactions.ts';
import { previewLearnerCopy, readLearnerCopy, writeLearnerCopy } from './learner-copy.ts';
import { LocalCopy, type CopyStorage } from './local-copy.ts';
import { earnedAt, missingNotes } from './progress-notes.ts';
import { Proof } from './proof.ts';
import { restore } from './restore.ts';
import { SaveLoop } from './save-loop.ts';
import type { SaveStatus } from './save-status.ts';
import type { Conflict, CourseSessionView, ImportPreview, SessionPhase } from './session-view.ts';
import { createTabLock, type TabLock } from './tab-lock.ts';

/** A copy goes to this browser's storage so soon after a keystroke. */
const COPY_AFTER_MS = 400;
/** How long the tab that loses the course has for writing its last keystrokes into the common copy. */
const HAND_OVER_MS = 300;

export interface CourseSessionOptions {
  readonly course: Course;
  readonly tracker: Tracker;
  /** Where this browser keeps copies; undefined where it keeps none. */
  readonly storage: CopyStorage | undefined;
  /** An id for this tab, for LMSs that do not say who the learner is: nobody else's copy is found under it. */
  readonly tabId: string;
  /** The page of the LMS was reached by the Back button, so that what it hands over may be old. */
  readonly cameBack?: boolean;
  readonly now?: () => number;
  readonly random?: () => number;
  readonly createLock?: (name: string, onLost: () => void) => TabLock;
}

/**
 * One learner's session: restores, saves on pauses, reports, closes. Knows the tracker's port and never a standard; every
 * error of a tracker ends here, as a phase or a status in the learner's words.
 */
export class CourseSession implements CourseSessionView {
  readonly course: Course;
  readonly store: AnswerStore;
  phase: SessionPhase = 'opening';
  launch: Launch | undefined;
  problem: TrackingError | undefined;
  status: SaveStatus = { state: 'unchanged' };
  progress: Progress;
  conflicts: readonly Conflict[] = [];
  kept: CourseSessionView['kept'] = [];

  readonly #options: CourseSessionOptions;
  readonly #now: () => number;
  readonly #loop: SaveLoop;
  readonly #listeners = new Set<() => void>();
  /** Ids of the lists and trees. */
  readonly #lists: readonly string[];
  readonly #withheld: ReadonlySet<string>;
  #tracker: Tracker;
  #copy: LocalCopy | undefined;
  #lock: TabLock | undefined;
  #revision = 0;
  readonly #proof = new Proof();
  readonly #clock = new ActiveClock();
  #copyIsSafe = false;
  #copyTimer: ReturnType<typeof setTimeout> | undefined;
  #room: Room | undefined;
  #exiting = false;
  /** This browser could not keep what could not be read. */
  #carries = false;

  constructor(options: CourseSessionOptions) {
    this.#options = options;
    this.course = options.course;
    this.#tracker = options.tracker;
    this.#now = options.now ?? Date.now;
    this.store = new AnswerStore(this.#now);
    this.progress = progressOf(this.course, this.store.answers);
    this.#lists = listIdsOf(this.course);
    this.#withheld = withheldFrom(this.course);
    this.#loop = new SaveLoop({
      save: (turn) => this.#save((snapshot) => this.#tracker.save(snapshot, turn)),
      saveNow: (event: LeavingEvent) => this.#save((snapshot) => this.#tracker.saveNow(snapshot, event)),
      onSaving: () => this.#setStatus({ state: 'saving', local: this.#copyIsSafe }),
      onOutcome: (outcome, retryAt, asOf) => this.#told(outcome, retryAt, asOf),
      now: this.#now,
      random: options.random ?? Math.random,
    });
    this.store.listen((changed) => this.#changed(changed));
  }

  get mode(): LaunchMode {
    return this.launch?.mode ?? 'normal';
  }

  get place(): string {
    return textOf(this.store.answers, note.place);
  }

  get roomLeft(): number | undefined {
    return this.#room && Math.max(0, 1 - this.#room.used / this.#room.limit);
  }

  /** Opens the LMS and restores. Never rejects: what goes wrong is a phase. */
  async start(): Promise<void> {
    try {
      await this.#enter(await this.#tracker.open());
    } catch (cause) {
      this.problem = cause instanceof TrackingError ? cause : new TrackingError('initialize-failed', String(cause), { cause });
      this.#setPhase('no-lms');
    }
  }

  async goOnWithoutLms(): Promise<void> {
    if (this.phase !== 'no-lms') return;
    this.#setPhase('opening');
    this.#tracker = new BrowserTracker();
    await this.start();
  }

  async takeOver(): Promise<void> {
    if (this.phase !== 'elsewhere') return;
    this.#setPhase('opening');
    await this.#lock?.steal();
    await new Promise((handedOver) => setTimeout(handedOver, HAND_OVER_MS));
    // Unless a third tab has taken it meanwhile.
    if (this.#phaseIs('opening')) await this.#restore(true);
  }

  async goOnAnyway(): Promise<void> {
    if (this.phase === 'stale') await this.#open();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  visit(place: string): void {
    if (place === this.place) return;
    this.store.change({ [note.place]: place });
    this.#saveNow();
  }

  saveSoon(): void {
    if (this.#writes && (this.#proof.isMissing || this.launch?.limits.receipts === false)) this.#loop.soon();
  }

  sayReady(): void {
    this.store.change({ [note.ready]: new Date(this.#now()).toISOString() });
    this.#saveNow();
  }

  resolve(conflict: Conflict, keep: 'current' | 'other'): void {
    this.#setConflicts(this.conflicts.filter((other) => other !== conflict));
    if (keep === 'other') this.store.change({ [conflict.field]: conflict.other.text });
    this.#tell();
  }

  exportCopy(): string {
    return writeLearnerCopy(this.course, this.#living, this.#now());
  }

  previewImport(json: string): ImportPreview {
    return previewLearnerCopy(this.course, this.store.answers, readLearnerCopy(this.course, json));
  }

  importCopy(json: string): void {
    const imported = readLearnerCopy(this.course, json);
    this.store.change(Object.fromEntries([...imported].map(([id, { text }]) => [id, text])));
    this.#saveNow();
  }

  async exit(): Promise<void> {
    if (this.phase !== 'open' || this.#exiting) return;
    this.#exiting = true;
    this.#loop.stop();
    // Here is time for a save whose answer is heard; and a click, in which some LMSs only send a beacon, is over after it.
    if (this.#writes) {
      this.#setStatus({ state: 'saving', local: this.#copyIsSafe });
      await this.#loop.last();
    }
    this.#exiting = false;
    // Ended by the page, or taken over by another tab.
    if (!this.#phaseIs('open')) return;
    const outcome = await this.#close();
    // What did not arrive stays in sight, with a copy to take.
    if (outcome.result !== 'not-saved' || outcome.reason === 'read-only') this.#tracker.leave?.();
  }

  // What the page goes through (page-lifecycle.ts).

  /** The page is in sight: counts time, and saves. */
  resume(): void {
    const wasAway = !this.#clock.runs;
    if (wasAway) this.#clock.start();
    this.reconnect();
    // The learner may have been in another tab of the LMS: some forget at each launch that an earlier one goes on, until they are told again.
    if (this.#writes && wasAway) this.#loop.soon();
  }

  /** The connection is back, or may be: a waiting retry is made at once. */
  reconnect(): void {
    this.#loop.retryNow();
    // What went out when the page was hidden may have gone by beacon, and nobody knows whether it arrived.
    if (this.#writes && this.#proof.isMissing) this.#loop.soon();
  }

  /** The page went out of sight. Everything that must happen has happened when this returns. */
  hide(): void {
    this.#clock.stop();
    this.#keepCopy();
    if (this.#writes && (this.#proof.isMissing || this.launch?.limits.receipts === false)) this.#loop.at('hidden');
  }

  /** `beforeunload`: what ILIAS hears last. Never prompts. */
  leave(): void {
    this.#keepCopy();
    if (this.#writes) this.#loop.at('leaving');
  }

  /** `pagehide`: the end. Everything that must happen has happened when this returns. */
  end(): void {
    if (this.phase === 'open') {
      void this.#close();
    } else if (this.phase === 'stale') {
      // The page that the learner loads instead must find the work free.
      this.#lock?.release();
      this.#setPhase('closed');
    }
  }

  async #enter(launch: Launch): Promise<void> {
    this.launch = launch;
    if (launch.mode === 'browse') {
      this.store.restore(launch.state?.answers ?? new Map());
      await this.#open();
      return;
    }
    const { id, name = '', attempt } = launch.learner;
    // One tab may have been used by several learners.
    const learner = id || `${this.#options.tabId}-${crcOfText(name)}`;
    this.#copy = new LocalCopy({ course: this.course.id, learner, ...(attempt === undefined ? {} : { attempt }) }, this.#options.storage);
    this.#carries = launch.unreadable !== undefined && !this.#copy.keep('lms-state', launch.unreadable);
    this.#lock = (this.#options.createLock ?? createTabLock)(this.#copy.name, () => this.#lost());
    if (await this.#lock.acquire()) await this.#restore(this.#options.cameBack ?? false);
    else this.#setPhase('elsewhere');
  }

  /** @param late as `Sources` says it */
  async #restore(late: boolean): Promise<void> {
    const { launch } = this;
    const restored = restore({ launch, copy: this.#copy, held: this.store.answers, late });
    const { answers, isAhead, lmsRevision, confirmedAt } = restored;
    this.#revision = Math.max(this.#revision, restored.revision);
    this.kept = restored.kept;
    this.store.restore(answers);
    this.#setConflicts(restored.conflicts);
    this.#proof.at = confirmedAt;
    // Without a copy too: then this browser knows nothing that the LMS has not.
    if (!isAhead) this.#proof.given(lmsRevision, this.#now());
    this.#proof.readBack = isAhead ? undefined : this.store.answers;
    // A launch by itself makes some LMSs forget, until a save of that launch arrives. Where no save is ever proved, what was read back is proof.
    this.#proof.isMissing = isAhead || launch?.limits.receipts !== false;
    if (restored.isStale) this.#setPhase('stale');
    else await this.#open();
  }

  async #open(): Promise<void> {
    this.#clock.start();
    this.#keepCopy();
    this.#setPhase('open');
    // Before the first save, which takes its place in the LMS.
    if (this.#carries) this.store.change({ [note.unreadable]: this.launch?.unreadable ?? '' });
    this.#noteProgress();
    await this.#loop.launch();
  }

  #setConflicts(conflicts: readonly Conflict[]): void {
    this.conflicts = conflicts;
    this.#copy?.keepOthers(conflicts.map(({ field, other }) => [field, other]));
  }

  #saveNow(): void {
    if (this.#writes) this.#loop.soon();
  }

  #lost(): void {
    // A page that an LMS has frozen hears of it late, when the other tab has written into the common copy already.
    const copy = this.#writes ? this.#copy?.read() : undefined;
    if (copy) this.store.restore(mergeCopies(copy.answers, { answers: this.#living, confirmedAt: 0 }).answers);
    this.#keepCopy();
    this.#loop.stop();
    this.#tracker.abandon?.();
    this.#setPhase('elsewhere');
  }

  /** Asked after something was waited for, in which the phase may have become another. */
  #phaseIs(phase: SessionPhase): boolean {
    return this.phase === phase;
  }

  get #writes(): boolean {
    return this.phase === 'open' && this.mode !== 'browse';
  }

  /** What goes out of this page, in whatever way: all but the texts of removed rows. */
  get #living(): Answers {
    return livingAnswers(this.store.answers, this.#lists);
  }

  #changed(changed: ReadonlySet<string>): void {
    this.progress = progressOf(this.course, this.store.answers);
    if (this.#writes && changed.size > 0) {
      this.#proof.isMissing = true;
      this.#copyTimer ??= setTimeout(() => this.#keepCopy(), COPY_AFTER_MS);
      this.#loop.changed();
      this.#noteProgress();
    }
    this.#tell();
  }

  #noteProgress(): void {
    if (!this.#writes) return;
    const missing = missingNotes(this.progress, this.store.answers, this.#now());
    if (Object.keys(missing).length > 0) this.store.change(missing);
  }

  #keepCopy(): void {
    clearTimeout(this.#copyTimer);
    this.#copyTimer = undefined;
    if (!this.#copy || !this.#writes) return;
    this.#copyIsSafe = this.#copy.write({ answers: this.#living, revision: this.#revision, confirmedAt: this.#proof.at });
    this.#loop.hasLocalCopy = this.#copyIsSafe;
  }

  async #save(send: (snapshot: Snapshot) => Promise<SaveOutcome>): Promise<SaveOutcome> {
    // Before the LMS is asked: some players take the page away at once when their session has ended.
    this.#keepCopy();
    const { answers } = this.store;
    const outcome = await outcomeOf(() => send(this.#snapshot()));
    this.#hear(outcome);
    if (answers !== this.store.answers) return outcome;
    if (outcome.result === 'saved') this.#proof.given(outcome.revision, this.#now());
    // That an LMS gives no receipts may show at its first save only.
    else if (outcome.result === 'sent' && this.launch?.limits.receipts === false && answers === this.#proof.readBack)
      this.#proof.isMissing = false;
    return outcome;
  }

  async #close(): Promise<SaveOutcome> {
    this.#loop.stop();
    this.#clock.stop();
    this.#keepCopy();
    const asOf = this.#now();
    const hasAll = !this.#proof.isMissing && this.mode !== 'browse';
    const ending = outcomeOf(() => this.#tracker.closeNow(this.#snapshot()));
    this.#clearCopy();
    this.#setPhase('closed');
    this.#lock?.release();
    const outcome = await ending;
    this.#hear(outcome);
    if (outcome.result === 'saved') {
      this.#proof.given(outcome.revision, this.#now());
      this.#clearCopy();
    }
    // What was proved before stays so, whatever became of the goodbye.
    this.#told(hasAll ? { result: 'saved', revision: this.#proof.revision } : outcome, undefined, asOf);
    return outcome;
  }

  /** What another browser has written is shown here too; of what was written in both the learner keeps what she likes. */
  #hear(outcome: SaveOutcome): void {
    if (outcome.result === 'not-saved' || !outcome.elsewhere) return;
    const { taken, conflicts } = mergeElsewhere(this.store.answers, outcome.elsewhere, outcome.agreedAt ?? this.#proof.at);
    this.store.restore(taken);
    this.#setConflicts([...this.conflicts.filter(({ field }) => !outcome.elsewhere?.has(field)), ...conflicts]);
    this.#tell();
  }

  /** Whoever uses this browser next finds no text once the LMS has it all, and will have it at the next launch. */
  #clearCopy(): void {
    const { thisBrowserOnly, storesAfterCompletion } = this.launch?.limits ?? {};
    // What is reviewed was handed over after completion.
    const forgets = storesAfterCompletion === false && this.progress.complete && this.mode !== 'review';
    if (!this.#proof.isMissing && !forgets && thisBrowserOnly !== true) this.#copy?.clear({ revision: this.#proof.revision });
  }

  /** @param asOf what was written after that is not part of it */
  #told(outcome: SaveOutcome, retryAt: number | undefined, asOf: number): void {
    this.#room = outcome.room ?? this.#room;
    const onlyHere = this.launch?.limits.thisBrowserOnly === true;
    if (onlyHere && !this.#copyIsSafe) {
      this.#setStatus({ state: 'not-saved', reason: 'storage', local: false });
    } else if (outcome.result === 'not-saved') {
      const { reason } = outcome;
      this.#setStatus({ state: 'not-saved', reason, local: this.#copyIsSafe, ...(retryAt === undefined ? {} : { retryAt }) });
    } else {
      this.#setStatus({ state: onlyHere ? 'local' : outcome.result, at: asOf });
    }
  }

  #snapshot(): Snapshot {
    this.#revision += 1;
    const { course, progress } = this;
    const { answers } = this.store;
    return {
      answers: this.#living,
      revision: this.#revision,
      interactions: interactionsOf(course, answers),
      withheld: this.#withheld,
      classes: course.classes.map(({ id, title }) => ({ id, title, earned: progress.earnedClasses.has(id), ...earnedAt(answers, id) })),
      complete: progress.complete,
      share: progress.share,
      place: this.place,
      duration: this.#clock.elapsed,
    };
  }

  #setPhase(phase: SessionPhase): void {
    this.phase = phase;
    this.#tell();
  }

  #setStatus(status: SaveStatus): void {
    this.status = status;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Even what should never happen, a throw, ends in an outcome: nothing may stop the session. */
async function outcomeOf(call: () => Promise<SaveOutcome>): Promise<SaveOutcome> {
  try {
    return await call();
  } catch (error) {
    console.error('Saving failed in the course itself', error);
    return { result: 'not-saved', reason: 'refused', retry: true, detail: String(error) };
  }
}
