import { AnswerStore } from '../course/answer-store.ts';
import { note, textOf, type AnswerChanges, type Answers, type FieldId } from '../course/answers.ts';
import { progressOf, type Progress } from '../course/completion-rules.ts';
import type { Course } from '../course/course.ts';
import { listIdsOf } from '../course/fields.ts';
import { livingAnswers, revivedItems, type IsUnread } from '../course/list-items.ts';
import { storableAnswers } from '../course/storable-answers.ts';
import type { SavedState, Snapshot } from '../tracking/tracker.ts';
import type { StoredCopy } from './copy/browser-copy.ts';
import type { LateReceipts } from './copy/late-receipts.ts';
import type { TextOrigins } from './copy/text-origins.ts';
import type { Restored } from './restore.ts';
import { interactionsOf, withheldFrom } from './reported-answers.ts';
import { earnedAt, missingNotes } from './progress-notes.ts';

/** What this browser knows of its saves; undefined where what is saved takes no other save's place. */
export interface SavesHere {
  readonly receipts?: LateReceipts | undefined;
  readonly origins?: TextOrigins | undefined;
}

/** What only a launch can say. */
export interface LaunchedWork extends SavesHere {
  /** The LMS wipes the answers when it is told that the course is complete. */
  readonly wipes: boolean;
}

/** A learner's work with the course: her answers, what they have achieved, and a snapshot of both for a tracker. */
export class LearnerWork {
  readonly course: Course;
  readonly store: AnswerStore;
  /** Ids of the lists and trees. */
  readonly lists: readonly FieldId[];
  /** Worked out when it is asked for: a launch changes answers several times before it is. */
  #progress: Progress | undefined;
  readonly #now: () => number;
  #launched: LaunchedWork;
  readonly #withheld: Snapshot['withheld'];
  #revision = 0;

  constructor(course: Course, now: () => number) {
    this.course = course;
    this.store = new AnswerStore(now);
    this.lists = listIdsOf(course);
    this.#now = now;
    this.#launched = { wipes: course.wipesOnCompletion === true };
    this.#withheld = withheldFrom(course);
    this.store.listen(() => {
      this.#progress = undefined;
      this.origins?.changed(this.store.answers, this.#revision + 1);
    });
  }

  /** Before anything is restored. */
  launched(launched: LaunchedWork): void {
    this.#launched = launched;
    this.#progress = undefined;
  }

  /** What the answers have achieved. */
  get progress(): Progress {
    return (this.#progress ??= progressOf(this.course, this.store.answers, this.#launched.wipes, this.#now()));
  }

  get receipts(): LateReceipts | undefined {
    return this.#launched.receipts;
  }

  get origins(): TextOrigins | undefined {
    return this.#launched.origins;
  }

  /** What goes out of this page, in whatever way: all but the texts of removed rows, as every system can store it. */
  get living(): Answers {
    return storableAnswers(livingAnswers(this.store.answers, this.lists));
  }

  get place(): string {
    return textOf(this.store.answers, note.place);
  }

  get revision(): number {
    return this.#revision;
  }

  /** @param isUnread of rows that are removed in these answers */
  restore(answers: Answers, revision = 0, isUnread?: IsUnread): void {
    this.#revision = Math.max(this.#revision, revision);
    this.store.restore(answers);
    const revived = revivedItems(this.store.answers, this.lists, isUnread);
    if (revived.size > 0) this.store.restore(revived);
  }

  /** At a launch. @param state what it handed over. @param before what this browser had of it, sealed or not */
  begin({ answers, revision, isUnread }: Restored, state: SavedState | undefined, before: StoredCopy | undefined): void {
    this.restore(answers, revision, isUnread);
    this.origins?.begin(this.store.answers, state?.answers ?? new Map(), before, this.#revision + 1);
  }

  /** What another browser has written, and this page did not show. Where a row of it was removed before it came, nobody who removed it had read it. */
  takeOver(found: Answers): void {
    this.restore(found, 0, (field, _words, position) => found.has(field) && !found.has(position));
  }

  /** Of a file, or of another attempt. Words whose row stands nowhere, as those of a question that is asked in a list now, are in sight at once. */
  takeIn(changes: AnswerChanges): void {
    this.store.change(changes);
    this.restore(new Map());
  }

  /** She has chosen between versions of an answer: it stands, with its row, though that was removed. @param other undefined: the one that is there stays */
  choose(field: FieldId, other?: string): void {
    this.store.choose(field, other);
    this.restore(new Map(), 0, (id) => id === field);
  }

  /** Writes down what the progress calls for, once and for good. */
  noteProgress(): void {
    const missing = missingNotes(this.progress, this.store.answers, this.#now());
    if (Object.keys(missing).length > 0) this.store.change(missing);
  }

  snapshot(duration: number): Snapshot {
    this.#revision += 1;
    this.store.leaves();
    const { course, progress } = this;
    const answers = storableAnswers(this.store.answers);
    return {
      answers: this.receipts?.signed(this.living, this.#revision) ?? this.living,
      revision: this.#revision,
      interactions: interactionsOf(course, answers),
      withheld: this.#withheld,
      classes: course.classes.map(({ id, title }) => ({ id, title, earned: progress.earnedClasses.has(id), ...earnedAt(answers, id) })),
      complete: progress.complete,
      share: progress.share,
      place: this.place,
      duration,
    };
  }
}
