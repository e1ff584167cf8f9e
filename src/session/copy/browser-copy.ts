/**
 * The seam between a session and what this browser keeps of the learner's work: everything that is read or written there goes through
 * it. `CopyStore` is what stands behind it.
 */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import type { SavedState } from '../../tracking/tracker.ts';
import type { AskedTexts } from './asked-texts.ts';
import type { Origins } from './text-origins.ts';

export interface BrowserCopy {
  /** Names the learner's work in this browser, for locks and channels. */
  readonly name: string;
  /** All that this page knows of the work, for another tab; undefined where nothing was read yet, or it was removed. */
  readonly text: string | undefined;
  /** The pages of this browser that have written it, as far as they are known; this one last. */
  readonly writers: readonly string[];
  /** The database may have words that this page does not know. */
  readonly isPartial: boolean;
  /**
   * Everything that this browser keeps of the work, first of all calls. Never rejects. What comes later than this waits for, or is written by
   * another tab, is told as found.
   * @param handed what another tab has handed over of its copy. @param late the launch was a while ago
   */
  read(handed?: string, late?: boolean): Promise<KeptWork>;
  /** Writes the texts; on a page that is torn away an instant later they are kept. @returns whether they are safe in this browser, once that is known */
  write(copy: StoredCopy): Promise<boolean>;
  /**
   * Removes the texts and leaves the mark, and what is sealed. On a page that is gone an instant later it is done.
   * @param mark undefined where no LMS has anything: then a mark that is there stays. @param sealed undefined: what was sealed before stays
   */
  clear(mark: CopyMark | undefined, sealed?: SealedText): void;
  /** Keeps the other texts of fields that were edited in two places until the learner has chosen, however often the course is closed before. */
  keepOthers(others: readonly OtherText[]): void;
  /**
   * Keeps nothing more of what was found, which is another's perhaps and safe elsewhere; its texts go with the next writing.
   * @param own what stays
   */
  letGo(own: Pick<FoundWork, 'others' | 'unreadable'>): void;
  /** Keeps something that could not be read, so that it can be offered as a file. The same content is kept once. @returns whether it is safe in this browser */
  keep(unreadable: Unreadable): Promise<boolean>;
  /**
   * Removes all that this browser has of the learner's work, in every attempt; nothing is kept from then on.
   * @param mark undefined where no LMS has anything. @returns whether it is known to be gone
   */
  remove(mark: CopyMark | undefined): Promise<boolean>;
}

/** What is found in this browser of a learner's work in one attempt. */
export interface FoundWork {
  readonly stored: StoredCopy | undefined;
  readonly mark: CopyMark | undefined;
  readonly others: readonly OtherText[];
  readonly unreadable: readonly Unreadable[];
  readonly sealed?: SealedText | undefined;
  /** All of it has reached the LMS after all, so it is no news; it still says where her texts come from. */
  readonly arrived?: StoredCopy | undefined;
  /** By page that has written it; undefined where no page has. */
  readonly writings?: Readonly<Record<string, number>>;
}

/** What this browser keeps of a learner's work. */
export interface KeptWork extends FoundWork {
  /** When a page of this browser wrote it last, milliseconds since 1970. */
  readonly writtenAt: number;
  /** False where this browser keeps nothing at all. */
  readonly keeps: boolean;
  /** Whether another tab's copy has fitted into this browser: a long text is tried, since what is full can still be read. */
  readonly hasRoom: () => Promise<boolean>;
  /** What stands in the one place and in the other, where neither knows the other's last writing. */
  readonly apart: readonly FoundWork[];
  /** What she has written in other attempts at this course; `answers` is empty where only a mark is left. */
  readonly otherAttempts: readonly Answers[];
  /** What stood here last was of another activity with this course, and is kept beside. */
  readonly hadOtherWork: boolean;
}

export interface StoredCopy extends SavedState, KnownOfLms {
  /** Undefined in copies of earlier releases, and where what is saved takes no other save's place. */
  readonly origins?: Origins | undefined;
}

/** What is known of the LMS where a copy is written. */
export interface KnownOfLms {
  /** Until when the LMS is known to have everything, milliseconds since 1970; 0 where it never said so. */
  readonly confirmedAt: number;
  /** Texts of a later time that it was asked to store, or handed over. */
  readonly asked?: AskedTexts;
  /** Of each field that was changed since, the text that it was last known to have, as `AskedTexts` knows it again; 0 where it had none. Copies of earlier releases have the second alone. */
  readonly had?: ReadonlyMap<FieldId, number>;
  /** The revision that it had then. */
  readonly hadRevision?: number;
  /** It was asked to store all of the copy, in its revision. */
  readonly isAsked?: boolean;
  /** Fields whose texts it has neither handed over nor taken, as far as it said so; undefined in copies of earlier releases. */
  readonly unsent?: readonly FieldId[];
}

/** Left behind when the texts are removed. */
export interface CopyMark {
  /** The revision that the LMS is known to have. */
  readonly revision: number;
  /** The last one that it was given, with no word of what became of it: none here has its number again. */
  readonly tried?: number;
  /** No word of hers was in it: she had only looked in. */
  readonly isWordless?: boolean;
}

/** What the LMS had at the end of a session here, for a launch that has the key to it (`sealed-copy.ts`). */
export interface SealedText {
  readonly text: string;
  /** The revision of what is in it. */
  readonly revision: number;
  /** That revision was saved from here: an LMS that does not name it has been written over since (`late-receipts.ts`). */
  readonly isSavedHere?: boolean;
  /** Which other browsers' saves were in it, as the LMS's state says it. */
  readonly saves?: string;
}

/** The text of a field that gave way to another. */
export type OtherText = readonly [FieldId, Answer];

export interface Unreadable {
  readonly name: string;
  readonly content: string;
}
