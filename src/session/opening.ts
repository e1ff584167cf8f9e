import { note } from '../course/answers.ts';
import { storableAnswers } from '../course/storable-answers.ts';
import { BrowserTracker } from '../tracking/browser-tracker.ts';
import { TrackingError } from '../tracking/tracking-error.ts';
import type { Launch, Tracker } from '../tracking/tracker.ts';
import { AgreedSites } from './copy/agreed-sites.ts';
import type { FoundWork, OtherText } from './copy/browser-copy.ts';
import { afterCompletion } from './after-completion.ts';
import { lastMark, NOTHING_FOUND } from './copy/found-work.ts';
import { findInBrowser, isNobodys, type InBrowser } from './copy/in-browser.ts';
import { withoutArrived, withoutSaves } from './copy/late-receipts.ts';
import type { LearnerWork } from './learner-work.ts';
import { movedFound, movedKept, movedLaunch } from './moved-work.ts';
import { distinctUnreadable, putTogether, unreadableStates, type Restored } from './restore.ts';
import { isOutcome } from './save-status.ts';
import { NOTHING_SEALED } from './copy/sealed-copy.ts';
import type { Saving } from './saving/saving.ts';
import type { CourseSessionOptions } from './session-options.ts';
import type { Stage } from './stage.ts';
import { Strays } from './copy/strays.ts';

/** The way from the launch to the open course, as often as it leads there: a tab that has lost the work can take it back. */
export class Opening {
  tracker: Tracker;
  launch: Launch | undefined;
  /** Why there is no LMS, in the phase `no-lms`. */
  problem: TrackingError | undefined;
  /** Undefined where nothing is kept in this browser, as when the learner only looks in. */
  inBrowser: InBrowser | undefined;
  restored: Restored | undefined;
  readonly strays: Strays;
  /** State that could not be read and that this browser could not keep: it is carried in the new state. */
  #carried: string | undefined;
  readonly #options: CourseSessionOptions;
  readonly #stage: Stage;
  readonly #work: LearnerWork;
  readonly #saving: Saving;
  readonly #agreed: AgreedSites;

  constructor(options: CourseSessionOptions, stage: Stage, work: LearnerWork, saving: Saving) {
    this.tracker = options.tracker;
    this.#options = options;
    this.#stage = stage;
    this.#work = work;
    this.#saving = saving;
    this.#agreed = new AgreedSites(options, options.now);
    this.strays = new Strays(options, work.store, (found) => this.#takeIn(found));
  }

  /** The sites that the learner is asked about, in the phase `unconfirmed`. @throws TrackingError where the launch does not say which */
  get strangers(): readonly string[] {
    return this.tracker.strangers?.() ?? [];
  }

  /** Opens the LMS, restores and saves for the first time. Never rejects: what goes wrong is a phase. */
  async start(): Promise<void> {
    await this.#connect();
    await this.#stage.until(() => this.#stage.phase !== 'open' || this.#saving.waits || isOutcome(this.#saving.report.status));
  }

  /** The learner wants her work to be sent to the sites that she was asked about; in this browser she is not asked again. */
  sendThere(): Promise<void> {
    this.#stage.go('opening');
    void this.#agreed.agree(this.strangers);
    return this.#openTracker();
  }

  /** She does not: nothing is asked of them either. */
  sendNothing(): void {
    this.problem = new TrackingError('not-sent', `The learner did not agree to ${this.strangers.join(', ')}.`);
    this.#stage.go('no-lms');
  }

  /** With a copy in this browser only. */
  goOnWithoutLms(): Promise<void> {
    this.#stage.go('opening');
    this.tracker = new BrowserTracker();
    return this.#connect();
  }

  /** Takes the course over from the other tab. */
  async takeOver(): Promise<void> {
    this.#stage.go('opening');
    this.tracker.takeOver?.(this.#work.living);
    await this.#restore(true, await this.inBrowser?.lock.steal());
  }

  /** What gave way in the LMS unread: the learner is offered it once. */
  get #gaveWay(): readonly OtherText[] {
    return this.restored ? [] : (this.launch?.unread ?? []);
  }

  showCourse(): void {
    this.#stage.go('open');
    if (this.launch?.mode !== 'browse') this.#completeNotes();
    this.#saving.open();
    if (this.#saving.isOn && !this.#saving.here.isOnly) void this.#lookForStrays();
  }

  async takeStrays(): Promise<void> {
    if (this.inBrowser) await this.strays.take(this.inBrowser);
  }

  async #lookForStrays(): Promise<void> {
    if (!this.launch || !this.inBrowser) return;
    await this.strays.look(this.launch, this.inBrowser, () => this.#stage.phase === 'open');
    this.#stage.tell();
  }

  /** Opens the tracker, unless she has to be asked first where her work may be sent. */
  async #connect(): Promise<void> {
    try {
      const { strangers } = this;
      if (strangers.length > 0 && !(await this.#agreed.has(strangers))) return this.#stage.go('unconfirmed');
    } catch (cause) {
      return this.#fail(cause);
    }
    return this.#openTracker();
  }

  async #openTracker(): Promise<void> {
    try {
      await this.#enter(await this.tracker.open());
    } catch (cause) {
      this.#fail(cause);
    }
  }

  #fail(cause: unknown): void {
    this.problem = cause instanceof TrackingError ? cause : new TrackingError('initialize-failed', String(cause), { cause });
    this.#stage.go('no-lms');
  }

  async #enter(opened: Launch): Promise<void> {
    const moved = movedLaunch(opened, this.#options.course.moved);
    const launch = (this.launch = withoutSaves(moved));
    const wipes = afterCompletion(this.#work.course, launch.limits) === 'wipes';
    if (launch.mode === 'browse') {
      this.#work.launched({ wipes });
      this.#saving.begin(launch);
      this.#work.restore(launch.state?.answers ?? new Map());
      return this.showCourse();
    }
    const { lock, receipts, origins } = (this.inBrowser = findInBrowser(moved, this.#options, this.#work, {
      knownOfLms: () => this.#saving.knownOfLms(),
      found: (work) => this.#found(work),
      safe: () => this.#saving.copied(),
      lost: () => this.#lost(),
    }));
    this.#work.launched({ wipes, receipts, origins });
    this.#saving.begin(launch, this.inBrowser);
    if (await lock.acquire()) return this.#restore(false);
    this.tracker.suspend?.();
    this.#stage.go('elsewhere');
  }

  /**
   * What this browser has in the open is read first: a text of nobody's is set aside before whoever is here now is shown it. Then what is sealed is
   * opened, with the key out of the launch's state. An unreadable state is kept before the first save takes its place in the LMS. Nothing is
   * changed before the last wait is over.
   * @param isTaken as `Sources` says it. @param handed what the tab that had the work has handed over
   */
  async #restore(isTaken: boolean, handed?: string): Promise<void> {
    const { launch, inBrowser } = this;
    if (!launch || !inBrowser) return;
    const late = isTaken || this.#options.cameBack === true;
    const read = movedKept(withoutArrived(await inBrowser.copy.read(handed, late), this.#work), this.#options.course.moved);
    const isAnothers = !this.#saving.openedAt && (await this.#isSetAside(read));
    const found = isAnothers ? { ...read, ...NOTHING_FOUND, mark: late ? lastMark(read) : undefined } : read;
    const unsealed = await inBrowser.sealed.open(found, launch.state);
    const kept = { ...found, stored: found.stored ?? unsealed.stored, others: [...found.others, ...unsealed.others, ...this.#gaveWay] };
    const isFull = late && handed === undefined && !(await kept.hasRoom());
    const isKept = launch.unreadable === undefined || (await inBrowser.copy.keep({ name: 'lms-state', content: launch.unreadable }));
    // Another tab may have taken it meanwhile.
    if (this.#stage.phase !== 'opening') return;
    this.#carried = isKept ? undefined : launch.unreadable;
    // As the other copies have it.
    const held = storableAnswers(this.#work.store.answers);
    this.restored = putTogether({
      launch,
      kept,
      held,
      wasOpen: this.#saving.openedAt > 0,
      late,
      isTaken,
      isFull,
      unsealed,
      receipts: this.#work.receipts,
    });
    this.#work.begin(this.restored, launch.state, unsealed.before);
    this.#saving.restored(this.restored);
    if (this.restored.isStale) this.#stage.go('stale');
    else this.showCourse();
    // Of two only one was opened, and none beside words in the open.
    for (const record of kept.apart) void this.#foundSealed(record);
  }

  /** What must be in the answers before the first save. */
  #completeNotes(): void {
    // The first save takes its place in the LMS.
    if (this.#carried !== undefined) this.#work.store.change({ [note.unreadable]: this.#carried });
    // With the first save of all: a page that is opened elsewhere before has no other one.
    if (!this.launch?.state) this.inBrowser?.sealed.giveKey();
    this.#work.noteProgress();
  }

  /** In a database that answered late, or written by another tab. */
  #found(found: FoundWork): boolean {
    // While the course opens, what is put together would lack it: it is found again before anything takes its place.
    if (this.#stage.phase === 'closed' || this.#stage.phase === 'opening') return false;
    const work = movedFound(withoutArrived(found, this.#work), this.#options.course.moved);
    if (this.launch && isNobodys(this.launch, work)) void this.#setAside(work);
    else this.#takeIn(work);
    void this.#foundSealed(found);
    return true;
  }

  async #foundSealed(found: FoundWork): Promise<void> {
    const { stored, others } = (await this.inBrowser?.sealed.open(found, this.launch?.state)) ?? NOTHING_SEALED;
    if (stored && this.#stage.phase !== 'closed') this.#takeIn({ ...found, ...NOTHING_FOUND, stored, others });
  }

  #takeIn(work: FoundWork): void {
    if (this.restored) this.restored = { ...this.restored, unreadable: distinctUnreadable(this.restored.unreadable, work.unreadable) };
    this.#saving.found(work);
  }

  /** Found while the course is open; where it can be kept nowhere else, it is taken in. */
  async #setAside(work: FoundWork): Promise<void> {
    if (!(await this.#isSetAside(work))) return this.#takeIn(work);
    await this.inBrowser?.keeper.now();
    await this.#lookForStrays();
  }

  /** @returns whether it is another's, perhaps, and safe as such */
  async #isSetAside(work: FoundWork): Promise<boolean> {
    const { launch } = this;
    if (!launch || !isNobodys(launch, work) || !(await this.strays.keep(work))) return false;
    this.inBrowser?.copy.letGo({
      others: this.#saving.conflicts.others,
      unreadable: this.restored?.unreadable ?? unreadableStates([launch.unreadable ?? '']),
    });
    return true;
  }

  #lost(): void {
    this.#saving.lose();
    this.#stage.go('elsewhere');
  }
}
