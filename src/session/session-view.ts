import type { AnswerStore } from '../course/answer-store.ts';
import type { AnswerChanges, Answers, FieldId } from '../course/answers.ts';
import type { Progress } from '../course/completion-rules.ts';
import type { Course } from '../course/course.ts';
import type { Conflict } from '../course/merge-answers.ts';
import type { TrackingError } from '../tracking/tracking-error.ts';
import type { Launch, LaunchMode } from '../tracking/tracker.ts';
import type { UnfitAnswer } from './file/import-limits.ts';
import type { SessionFacts } from './session-facts.ts';
import type { SaveStatus } from './save-status.ts';

/** Where a session stands. */
export type SessionPhase =
  /** The LMS is asked. */
  | 'opening'
  /** The launch names a site that nobody vouches for, and nothing is sent there before the learner says so. */
  | 'unconfirmed'
  /** No LMS was found, or it refused; the learner may go on with a local copy. */
  | 'no-lms'
  /** Another tab of this browser has the course. */
  | 'elsewhere'
  /**
   * The LMS handed over older work than it is known to have, or may have (its page came out of a cache), and writing would put the older over
   * the newer: reload the LMS's page.
   */
  | 'stale'
  /** The learner can write. */
  | 'open'
  /** The learner wants to leave, and her work is being saved; where the status says `not-saved` it could not be, and she chooses. */
  | 'closing'
  /** The session has ended, and the status says with what outcome, once it is known. */
  | 'closed';

/** What a file of the learner's own copy would change, before it is taken in. */
export interface ImportPreview {
  readonly added: readonly FieldId[];
  readonly changed: readonly { readonly field: FieldId; readonly current: string; readonly imported: string }[];
  readonly same: readonly FieldId[];
  /** Answers to questions that this version of the course does not have: the learner chooses whether they are taken in too. */
  readonly unknown: readonly FieldId[];
  /** Answers that are not taken in. */
  readonly unfit: readonly UnfitAnswer[];
  /** Classes that are earned according to it and not here. */
  readonly earned: readonly string[];
  /** So many answers have another version in it, between which the learner chooses once they are taken in. */
  readonly versions: number;
}

/**
 * What this browser has of the learner's work. nothing: none, or the browser keeps nothing; copied: the LMS has all of it; ahead: the LMS is not
 * known to have all of it; only: no LMS has anything; removed: the learner has had it removed, and nothing is kept any more; uncertain: likewise, and
 * the browser has not confirmed that it is gone.
 */
export type CopyHere = 'nothing' | 'copied' | 'ahead' | 'only' | 'removed' | 'uncertain';

/** The learner's own copy as a file (`docs/learner-file.md`). */
export interface LearnerFileView {
  /** @returns the text of a JSON file */
  export(): string;
  /** @throws Error with a reason where the text is no copy of this course's answers. */
  preview(json: string): ImportPreview;
  /**
   * Takes over the answers of the file, `all` with those to unknown questions. Where it has another text than one that the learner was not shown
   * when she `looked`, she chooses. @throws as `preview`
   */
  import(json: string, all: boolean, looked?: ImportPreview): void;
  /** Takes over the earlier work that this browser has. What was written meanwhile stays, and she chooses where that is another text. */
  importEarlier(earlier: Answers): void;
}

/** A session of one learner with the course, as the shell sees it. */
export interface CourseSessionView {
  readonly course: Course;
  readonly store: AnswerStore;
  readonly file: LearnerFileView;
  readonly phase: SessionPhase;
  readonly mode: LaunchMode;
  readonly launch: Launch | undefined;
  /** Why there is no LMS, in the phase `no-lms`. */
  readonly problem: TrackingError | undefined;
  /** The sites, as origins, that the launch would send the learner's work to, in the phase `unconfirmed`. */
  readonly strangers: readonly string[];
  /** Once the session has ended: where the LMS wants the learner to go, on a site that nobody vouches for. */
  readonly wayBack: string | undefined;
  readonly status: SaveStatus;
  readonly progress: Progress;
  /** A deep link without `#`: `b` or `b/b.channels`. */
  readonly place: string;
  readonly conflicts: readonly Conflict[];
  /** Saved state that could not be read; offered to the learner as files. */
  readonly kept: readonly { readonly name: string; readonly content: string }[];
  /**
   * The LMS handed over nothing, though this browser or the LMS itself tells that the learner has worked in it before: a new attempt. What this browser
   * has of the earlier work, empty where it is no longer here.
   */
  readonly earlier: Answers | undefined;
  /** Answers that somebody wrote in this browser while no LMS was to be found; the learner says whether they are hers. */
  readonly strays: Answers | undefined;
  /** Some of what she has written did not fit into the LMS, and is in another browser only. */
  readonly lacksWords: boolean;
  readonly copyHere: CopyHere;
  /** Room left for answers in the LMS, 0 (full) to 1 (empty); undefined where no limit is known. */
  readonly roomLeft: number | undefined;
  readonly support: SessionFacts;
  /** Told after every change of anything above but the answers (for those, `store.listen`). @returns a function that ends it. */
  listen(listener: () => void): () => void;
  /** Remembers where the learner is, and saves. */
  visit(place: string): void;
  /** A field was left or a chapter changed: a good moment to save. */
  saveSoon(): void;
  /** After `unconfirmed`: opens the course with the sites that it named. */
  sendThere(): Promise<void>;
  /** After `unconfirmed`: nothing is sent anywhere. */
  sendNothing(): void;
  /** After `no-lms`: goes on with a copy in this browser only. */
  goOnWithoutLms(): Promise<void>;
  /** After `elsewhere`: takes the course over from the other tab. */
  takeOver(): Promise<void>;
  /** After `stale`: goes on from what the LMS handed over. */
  goOnAnyway(): void;
  /** Writes notes of the course (`@…`), which are no answers, and saves. */
  takeDown(notes: AnswerChanges): void;
  /** Keeps the current or the other text of a field that was edited in two places. */
  resolve(conflict: Conflict, keep: 'current' | 'other'): void;
  /** Takes over the strays as her own. @returns when they are safe under her name, or in doubt */
  takeStrays(): Promise<void>;
  /**
   * Removes all that this browser has of the learner's work in this course. What is open stays so and is saved in the LMS; where there is none,
   * the session ends. @returns whether it is known to be gone
   */
  removeFromBrowser(): Promise<boolean>;
  /**
   * Saves, tells the LMS that the learner leaves, and goes back to it where it said how (cmi5 returnURL). Where saving fails, the phase
   * stays `closing` and it is tried again; called again, at once. @returns a promise that is kept once it has ended or failed
   */
  exit(): Promise<void>;
  /** After an `exit` that failed: goes on with the course. */
  stay(): void;
  /** After an `exit` that failed: ends all the same. What is not saved stays in this browser, where it keeps a copy. */
  exitUnsaved(): void;
}
