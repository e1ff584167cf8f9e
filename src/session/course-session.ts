import type { AnswerStore } from '../course/answer-store.ts';
import { note, type AnswerChanges, type Answers, type FieldId } from '../course/answers.ts';
import type { Progress } from '../course/completion-rules.ts';
import type { Course } from '../course/course.ts';
import { isPosition } from '../course/list-items.ts';
import type { Conflict } from '../course/merge-answers.ts';
import type { TrackingError } from '../tracking/tracking-error.ts';
import type { Launch, LaunchMode } from '../tracking/tracker.ts';
import type { OtherText } from './copy/browser-copy.ts';
import { LearnerFile } from './file/learner-file.ts';
import { LearnerWork } from './learner-work.ts';
import { Leaving } from './leaving.ts';
import { Opening } from './opening.ts';
import { PageLifecycle } from './page-lifecycle.ts';
import { undecided } from './restore.ts';
import type { SaveStatus } from './save-status.ts';
import { Saving } from './saving/saving.ts';
import type { CourseSessionOptions } from './session-options.ts';
import type { CopyHere, CourseSessionView, SessionPhase } from './session-view.ts';
import { Stage } from './stage.ts';
import { sessionFacts, type SessionFacts } from './session-facts.ts';

/**
 * One learner's session with the course, from the launch to the end. Knows the tracker's port and never a standard; every error of a
 * tracker ends here, as a phase or a status in the learner's words.
 */
export class CourseSession implements CourseSessionView {
  readonly course: Course;
  readonly store: AnswerStore;
  readonly file: LearnerFile;
  readonly lifecycle: PageLifecycle;
  readonly #stage = new Stage();
  readonly #work: LearnerWork;
  readonly #saving: Saving;
  readonly #opening: Opening;
  readonly #leaving: Leaving;
  /** Where she has come to on a page that was left open: noted with the next words, since for a place alone nothing old goes over another computer's. */
  #unnoted: string | undefined;

  constructor(options: CourseSessionOptions) {
    const { course, now = Date.now, random = Math.random } = options;
    this.course = course;
    this.#work = new LearnerWork(course, now);
    this.store = this.#work.store;
    this.file = new LearnerFile({
      course,
      store: this.store,
      living: () => this.#work.living,
      others: () => this.#others,
      write: (changes) => {
        this.#work.takeIn(changes);
        this.#saving.goodMoment();
      },
      offer: (others) => this.#saving.offer(others),
      now,
    });
    this.#saving = new Saving({
      work: this.#work,
      tracker: () => this.#opening.tracker,
      onChange: () => this.#stage.tell(),
      onOutcome: ({ isLast }) => this.#leaving.told(isLast),
      now,
      random,
    });
    this.#opening = new Opening(options, this.#stage, this.#work, this.#saving);
    this.#leaving = new Leaving(this.#stage, this.#work, this.#saving, this.#opening);
    this.lifecycle = new PageLifecycle(this.#saving, this.#leaving);
    this.store.listen((changed) => this.#changed(changed));
  }

  get phase(): SessionPhase {
    return this.#stage.phase;
  }
  get launch(): Launch | undefined {
    return this.#opening.launch;
  }
  get mode(): LaunchMode {
    return this.launch?.mode ?? 'normal';
  }
  get problem(): TrackingError | undefined {
    return this.#opening.problem;
  }
  get strangers(): readonly string[] {
    return this.#opening.strangers;
  }
  get wayBack(): string | undefined {
    return this.#opening.tracker.wayBack?.();
  }
  get status(): SaveStatus {
    return this.#saving.report.status;
  }
  get roomLeft(): number | undefined {
    return this.#saving.report.roomLeft;
  }
  get progress(): Progress {
    return this.#work.progress;
  }
  get place(): string {
    return this.#work.place;
  }
  get conflicts(): readonly Conflict[] {
    return this.#saving.conflicts.against(this.store.answers);
  }
  get kept(): CourseSessionView['kept'] {
    return this.#opening.restored?.unreadable ?? [];
  }
  get earlier(): Answers | undefined {
    return this.#opening.restored?.earlier;
  }
  get strays(): Answers | undefined {
    return this.#opening.strays.answers;
  }
  get lacksWords(): boolean {
    return this.#opening.restored?.lacksWords ?? false;
  }

  get copyHere(): CopyHere {
    if (!this.#opening.restored?.keeps) return 'nothing';
    return this.#saving.copyHere(this.kept.length + this.#others.length > 0);
  }
  get support(): SessionFacts {
    return sessionFacts(this.#opening, this.#saving, this.#work.revision);
  }

  listen(listener: () => void): () => void {
    return this.#stage.listen(listener);
  }

  start(): Promise<void> {
    return this.#opening.start();
  }

  async sendThere(): Promise<void> {
    if (this.phase === 'unconfirmed') await this.#opening.sendThere();
  }

  sendNothing(): void {
    if (this.phase === 'unconfirmed') this.#opening.sendNothing();
  }

  async goOnWithoutLms(): Promise<void> {
    if (this.phase === 'no-lms') await this.#opening.goOnWithoutLms();
  }

  async takeOver(): Promise<void> {
    if (this.phase === 'elsewhere') await this.#opening.takeOver();
  }

  goOnAnyway(): void {
    if (this.phase === 'stale') this.#opening.showCourse();
  }

  visit(place: string): void {
    this.#unnoted = this.#saving.isLeftOpen ? place : undefined;
    if (place !== this.place && this.#unnoted === undefined) this.#write({ [note.place]: place });
  }

  saveSoon(): void {
    // The field may be left only since another window came to the front: a page that has rested is not saved for that.
    if (!this.#saving.queue.hasRested) this.#saving.goodMoment();
  }

  takeDown(notes: AnswerChanges): void {
    this.#write(notes);
  }

  resolve(conflict: Conflict, keep: 'current' | 'other'): void {
    // First, since this browser keeps both only until it is settled.
    this.#work.choose(conflict.field, keep === 'other' ? conflict.other.text : undefined);
    this.#saving.settle(conflict);
    // What stays is no change of hers, and whoever has the other text is to know all the same.
    this.#saving.goodMoment();
    this.#stage.tell();
  }

  async takeStrays(): Promise<void> {
    const taking = this.#opening.takeStrays();
    this.#stage.tell();
    await taking;
  }

  async removeFromBrowser(): Promise<boolean> {
    const isGone = await this.#saving.removeFromBrowser();
    // Not before: how it ends is told there.
    this.#stage.go(this.#saving.here.isOnly ? 'closed' : this.phase);
    return isGone;
  }

  exit(): Promise<void> {
    return this.#leaving.exit();
  }

  stay(): void {
    this.#leaving.stay();
  }

  exitUnsaved(): void {
    this.#leaving.exitUnsaved();
  }

  /** Texts that no LMS is known to have: other versions of answers, and what was written in other attempts. */
  get #others(): OtherText[] {
    const others = [...this.#saving.conflicts.others, ...(this.#opening.restored?.otherAttempts ?? [])];
    const lacking = undecided([], this.store.answers, others).filter(({ field }) => !isPosition(field, this.#work.lists));
    return lacking.map(({ field, other }) => [field, other]);
  }

  #write(changes: AnswerChanges): void {
    this.store.change(changes);
    this.#saving.goodMoment();
  }

  #changed(changed: ReadonlySet<FieldId>): void {
    if (changed.size > 0) {
      this.#saving.changed(changed);
      if (this.#saving.isOn) this.#work.noteProgress();
      if (this.#unnoted !== undefined) this.visit(this.#unnoted);
    }
    this.#stage.tell();
  }
}
