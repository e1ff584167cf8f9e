import { AnswerStore } from '../../src/course/answer-store.ts';
import { note, textOf, type AnswerChanges, type Answers } from '../../src/course/answers.ts';
import type { Conflict } from '../../src/course/merge-answers.ts';
import { progressOf, type Progress } from '../../src/course/completion-rules.ts';
import type { Course } from '../../src/course/course.ts';
import { LearnerFile } from '../../src/session/file/learner-file.ts';
import { undecided } from '../../src/session/restore.ts';
import type { SaveStatus } from '../../src/session/save-status.ts';
import type { CopyHere, CourseSessionView, SessionPhase } from '../../src/session/session-view.ts';
import type { SessionFacts } from '../../src/session/session-facts.ts';
import type { Launch, LaunchMode } from '../../src/tracking/tracker.ts';
import type { TrackingError } from '../../src/tracking/tracking-error.ts';
import { course as fixture } from './fixture-course.ts';

/** A session without a tracker: the shell's other side, whose every state a test can set. */
export class FakeSession implements CourseSessionView {
  course: Course;
  readonly store = new AnswerStore();
  readonly file: LearnerFile;
  phase: SessionPhase = 'open';
  launch: Launch | undefined = { learner: { id: 'x', name: 'Aino Virtanen' }, mode: 'normal', state: undefined, limits: limits() };
  problem: TrackingError | undefined;
  strangers: readonly string[] = [];
  wayBack: string | undefined;
  status: SaveStatus = { state: 'unchanged' };
  conflicts: readonly Conflict[] = [];
  kept: CourseSessionView['kept'] = [];
  earlier: Answers | undefined;
  strays: Answers | undefined;
  lacksWords = false;
  copyHere: CopyHere = 'copied';
  /** Whether removing is known to have been done. */
  isRemovingSure = true;
  roomLeft: number | undefined;
  support: SessionFacts = {
    tracker: { API: 'API in the parent' },
    saves: [],
    revision: 7,
    room: undefined,
    keepsCopy: true,
    openedAt: Date.now(),
    isKnownHere: true,
  };
  readonly calls: string[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(course: Partial<Course> = {}, answers: Readonly<Record<string, string>> = {}) {
    this.course = { ...fixture, ...course };
    this.store.change(answers);
    const { store } = this;
    this.file = new LearnerFile({
      course: this.course,
      store,
      living: () => store.answers,
      others: () => this.conflicts.map(({ field, other }) => [field, other]),
      write: (changes) => store.change(changes),
      offer: (others) => (this.conflicts = undecided(this.conflicts, store.answers, others)),
      now: Date.now,
    });
  }

  get mode(): LaunchMode {
    return this.launch?.mode ?? 'normal';
  }

  get progress(): Progress {
    return progressOf(this.course, this.store.answers);
  }

  get place(): string {
    return textOf(this.store.answers, note.place);
  }

  /** Changes what the session says, and tells the shell. */
  set(
    state: Partial<
      Pick<
        FakeSession,
        | 'strangers'
        | 'wayBack'
        | 'phase'
        | 'launch'
        | 'problem'
        | 'status'
        | 'conflicts'
        | 'kept'
        | 'earlier'
        | 'strays'
        | 'lacksWords'
        | 'roomLeft'
        | 'copyHere'
        | 'support'
        | 'course'
      >
    >,
  ): void {
    Object.assign(this, state);
    for (const listener of this.#listeners) listener();
  }

  launchAs(mode: LaunchMode, changed: Partial<Launch['limits']> = {}): void {
    this.set({ launch: { learner: { id: 'x', name: 'Aino Virtanen' }, mode, state: undefined, limits: { ...limits(), ...changed } } });
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  visit(place: string): void {
    this.calls.push(`visit ${place}`);
    this.store.change({ [note.place]: place });
  }

  saveSoon(): void {
    this.calls.push('saveSoon');
  }

  sendThere(): Promise<void> {
    this.calls.push('sendThere');
    this.set({ phase: 'open' });
    return Promise.resolve();
  }

  sendNothing(): void {
    this.calls.push('sendNothing');
    this.set({ phase: 'no-lms' });
  }

  goOnWithoutLms(): Promise<void> {
    this.calls.push('goOnWithoutLms');
    this.launchAs('normal', { thisBrowserOnly: true });
    this.set({ phase: 'open' });
    return Promise.resolve();
  }

  takeOver(): Promise<void> {
    this.calls.push('takeOver');
    this.set({ phase: 'open' });
    return Promise.resolve();
  }

  goOnAnyway(): void {
    this.calls.push('goOnAnyway');
    this.set({ phase: 'open' });
  }

  takeDown(notes: AnswerChanges): void {
    this.store.change(notes);
  }

  resolve(conflict: Conflict, keep: 'current' | 'other'): void {
    this.calls.push(`resolve ${conflict.field} ${keep}`);
    if (keep === 'other') this.store.change({ [conflict.field]: conflict.other.text });
    this.set({ conflicts: this.conflicts.filter((other) => other !== conflict) });
  }

  takeStrays(): Promise<void> {
    this.calls.push('takeStrays');
    return Promise.resolve();
  }

  removeFromBrowser(): Promise<boolean> {
    this.calls.push('removeFromBrowser');
    this.set({ copyHere: this.isRemovingSure ? 'removed' : 'uncertain', ...(this.copyHere === 'only' ? { phase: 'closed' } : {}) });
    return Promise.resolve(this.isRemovingSure);
  }

  stay(): void {
    this.calls.push('stay');
    this.set({ phase: 'open' });
  }

  exitUnsaved(): void {
    this.calls.push('exitUnsaved');
    this.set({ phase: 'closed' });
  }

  exit(): Promise<void> {
    this.calls.push('exit');
    this.set({ phase: 'closed' });
    return Promise.resolve();
  }
}

function limits(): Launch['limits'] {
  return { receipts: true, storesAfterCompletion: true };
}
