/**
 * The port between the course and whatever records it: SCORM 1.2, SCORM 2004, xAPI, cmi5, or this browser alone.
 * The session hands over a whole, declarative `Snapshot` each time; a tracker works out for itself what its LMS lacks.
 */
import type { Answer, Answers, FieldId } from '../course/answers.ts';
import type { Limits } from './limits.ts';

export interface Tracker {
  /**
   * Other sites, as origins, that the launch names and that nobody vouches for: the learner is asked about them before `open`, which sends her
   * work there. Nothing is sent before. @throws TrackingError where there is nobody to talk to
   */
  strangers?(): readonly string[];
  /** Connects and reads what was saved. The constructor does nothing. @throws TrackingError where there is no LMS to talk to. */
  open(): Promise<Launch>;
  /**
   * Sends everything the snapshot holds and asks the LMS to store it; may take its time and several requests. Every failure of the LMS is
   * an outcome; a fault of the course itself may throw, and `outcomeOf` (session/saving/save-outcome.ts) makes an outcome of it. Called in a
   * timer, never in a click or another event of the page; never while an earlier call is under way, nor within 1,050 ms after one was
   * answered. Once `turn.isOver`, it writes nothing more.
   */
  save(snapshot: Snapshot, turn: Turn): Promise<SaveOutcome>;
  /**
   * Between two saves: hands the newest texts to the LMS's page, where a player may send them by a timer of its own (SCORM Cloud) or when it
   * goes away before the course does. Asks for nothing to be stored, and proves nothing: a `save` follows. Once `turn.isOver`, it writes nothing.
   */
  set?(snapshot: Snapshot, turn: Turn): Promise<void>;
  /**
   * The learner wants it saved, or the connection is back: the next `save` asks the LMS at once, though it wanted to be left alone for longer
   * (`NotSaved.retryAfter`).
   */
  askAgain?(): void;
  /**
   * The learner ends the session: the next `save` tells all that would be told later, so that little is left for `closeNow`.
   * @param isBehind something was written since the last call began, so that another `save` follows
   */
  tellAll?(isBehind: boolean): void;
  /**
   * Like `save`, in an event after which the page may be gone: every essential call is made before this returns, and only its outcome
   * comes later. The turn of a `save` under way is over before this is called.
   */
  saveNow(snapshot: Snapshot, event: LeavingEvent): Promise<SaveOutcome>;
  /** Ends the session; as urgent as `saveNow`. Only the first call counts. */
  closeNow(snapshot: Snapshot): Promise<SaveOutcome>;
  /** Nothing is saved before she writes, or another tab has the course: what the LMS has is to be there at the next launch too. */
  suspend?(): void;
  /** Another tab writes from now on. Nothing that was set here is sent any more, not by the LMS's player either; the next `save` begins anew. */
  abandon?(): void;
  /** Before the next `save` the LMS's player sends nothing by itself of what was set and has failed: it was sent often enough before. */
  rest?(): void;
  /** @param told what became of a save that was told as sent, where the LMS's answer says later that it was not stored; not once another call was made */
  whenRefuted?(told: (outcome: NotSaved) => void): void;
  /**
   * Some players commit or end the session by themselves, before the course is told that its page leaves. Where this page does not write, or nothing
   * is told here yet, nothing of it is sent then.
   */
  whenOthersCall?(work: PageWork): void;
  /** This tab writes from now on, where another one did: what was read at the launch may be old. @param shown what this tab shows, saved or not */
  takeOver?(shown: Answers): void;
  /** Removes what the tracker itself keeps in this browser; nothing is saved after that. */
  forget?(): void;
  /** After `closeNow`: brings the learner back to the LMS, where the LMS said how (cmi5 returnURL). */
  leave?(): void;
  /** Where the LMS wants the learner to go then, on a site that nobody vouches for: offered to her, never gone to by itself. */
  wayBack?(): string | undefined;
  /** For support: what only the tracker has found out about its LMS, in the standard's terms. Never an answer, a name, an id of the learner or a secret. */
  describe?(): Readonly<Record<string, string>>;
}

/** What somebody else than the course has to know of its page. */
export interface PageWork {
  /** Neither another tab nor another learner has taken the course over from it, and it shows nothing old, as far as it can know. */
  readonly writes: () => boolean;
  /** To be stored by who ends the session, all of it before it returns; undefined where nothing is to be saved before she writes. */
  readonly last: () => Snapshot | undefined;
}

/**
 * hidden: the page went out of sight; leaving: `beforeunload`, after which `closeNow` may or may not come (never prompts); lingering: soon behind
 * it, in a page that is still here since the next one has not come.
 */
export type LeavingEvent = 'hidden' | 'leaving' | 'lingering';

/** The right to talk to the LMS. The save queue gives it to one save at a time, and takes it away when the page leaves or another tab takes over. */
export interface Turn {
  /** Nothing more may be written: something newer was, or will be. The outcome of this save is not listened to any more. */
  readonly isOver: boolean;
  /** Between two commits of one save: waits for 1,050 ms, in a timer. @returns false where the turn is over meanwhile */
  rest(): Promise<boolean>;
}

/** What the LMS handed over. */
export interface Launch {
  readonly learner: Learner;
  readonly mode: LaunchMode;
  /** Another site than the course's own to which the learner's work is sent: what this browser keeps for one is not for another. `isVouchedFor`: by the course's settings; else by the learner alone. */
  readonly site?: { readonly origin: string; readonly isVouchedFor: boolean };
  /** What was saved last; undefined at the first launch. */
  readonly state: SavedState | undefined;
  /** Texts that gave way there to those of a page which had not read them, or does not show them. */
  readonly unread?: readonly (readonly [FieldId, Answer])[];
  /** The language the LMS asks for, BCP 47, if it says; several with commas between, the best first. */
  readonly language?: string;
  readonly limits: Limits;
  /** The LMS handed over nothing, and was not seen to be asked for anything, or its page did not stand in time: what is written now may be written over work that it has. */
  readonly doubtful?: boolean;
  /** Not all that the learner had written fitted into the LMS when the state was saved: the rest is where she wrote it. */
  readonly isIncomplete?: boolean;
  /** Saved state that could not be read whole; kept so that the learner can be given it as a file. */
  readonly unreadable?: string;
  /** The LMS itself says that the course is complete. */
  readonly finished?: boolean;
  /** The LMS tells that the learner has opened an attempt at this activity before this one. */
  readonly isLaterAttempt?: boolean;
}

/** normal: all is stored; browse: the tracker writes no answer and no status, and says `read-only`; review: finished before, and what may be stored then is up to the LMS. */
export type LaunchMode = 'normal' | 'browse' | 'review';

export interface Learner {
  /** Opaque; tells learners on a shared computer apart. */
  readonly id: string;
  /** For the licence card; never sent anywhere. */
  readonly name?: string;
  /** Tells attempts or registrations apart where the LMS says. */
  readonly attempt?: string;
}

/** A learner's state as it is saved. */
export interface SavedState {
  readonly answers: Answers;
  /** Counts up at each snapshot; the newer of two copies has the higher. */
  readonly revision: number;
}

/** Everything the course knows at one moment, in the course's words. */
export interface Snapshot extends SavedState {
  /** Every question that may be reported, in the content's order, answered or not; private ones are left out. */
  readonly interactions: readonly Interaction[];
  /** Questions whose answers nobody may be told, though an earlier release of the course may have told them. */
  readonly withheld: Pick<ReadonlySet<FieldId>, 'has'>;
  readonly classes: readonly ClassStatus[];
  /** The LMS may be told that the course is complete. Never goes back to false. */
  readonly complete: boolean;
  /** Done exercises of all, 0 to 1. */
  readonly share: number;
  /** Where the learner is, `[A-Za-z0-9_./-]`. */
  readonly place: string;
  /** Active time of this session in milliseconds. */
  readonly duration: number;
}

export interface ClassStatus {
  readonly id: string;
  readonly title: string;
  readonly earned: boolean;
  /** When it was first earned, milliseconds since 1970; SCORM reports the day (`earnedInteractionId`), xAPI the timestamp. */
  readonly earnedAt?: number;
  /** That day is out of a file which the learner has taken in: she could have written it herself. */
  readonly fromFile?: true;
}

/** One question with the learner's answer to it, as a trainer reads it. */
export interface Interaction {
  /** Stable, ASCII, readable: `b.channels.phone.skill`. */
  readonly id: FieldId;
  readonly type: 'text' | 'choice' | 'likert';
  /** The question. */
  readonly description: string;
  /** The answer: free text, or option ids with `choice` and `likert`. Empty where nothing is written. */
  readonly response: readonly string[];
  /** The options of `choice`, the steps of `likert`. */
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  /** When it was last changed, milliseconds since 1970. */
  readonly at: number;
}

export type SaveOutcome =
  /** saved: the LMS proved that it has stored it; sent: handed over without a receipt. */
  | {
      readonly result: 'saved' | 'sent';
      readonly revision: number;
      readonly room?: Room;
      readonly elsewhere?: Elsewhere;
      /** The tracker has more to tell in so many milliseconds, even if nothing changes: `save` is called again then, or earlier. */
      readonly dueIn?: number;
    }
  | NotSaved;

/** What the learner has written meanwhile in another browser, as far as it is found out. */
export interface Elsewhere {
  /** The latest text of each field, under the one name of the field where it stands. Of both texts of a field the later one is saved. */
  readonly answers: Answers;
  /** When this page last knew what other browsers had written, milliseconds since 1970. What was changed here after that, they did not know either. */
  readonly agreedAt: number;
  /** Of some fields it is known better: the time of the latest text that everybody had read who wrote there since. */
  readonly readUntil: ReadonlyMap<FieldId, number>;
  /** Texts that gave way to those in `answers`, of a page that had not read them. */
  readonly unread: readonly (readonly [FieldId, Answer])[];
}

/** How much of what the LMS holds the packed state takes, in characters. */
export interface Room {
  readonly used: number;
  readonly limit: number;
}

export interface NotSaved {
  readonly result: 'not-saved';
  readonly reason: NotSavedReason;
  /** Whether trying again later can help. */
  readonly retry: boolean;
  /** Nothing failed: `saveNow` has left it to the `closeNow` that follows, or the computer slept in a `save`. A page that stays saves soon; the learner is told nothing. */
  readonly isLeftToClose?: true;
  /**
   * With `retry`: only once the learner is at the page again, or the connection is back, never after a time. She is logged out, and the answer to
   * a request of the page may undo the login that she is making in another tab.
   */
  readonly waitsForLearner?: true;
  /** Not before so many milliseconds, where the other side says (Retry-After). */
  readonly retryAfter?: number;
  readonly room?: Room;
  /** For the console and for support: the LMS's own words. Never an answer, never a secret. */
  readonly detail?: string;
}

/** offline: no connection; session-ended: logged out, or the token expired; other-page: a page came in the place of the LMS's answer, as where she is shut out, is logged out or a network asks for a login; replaced: it stores from another launch only; refused: the LMS says no; full: the work does not fit; read-only: this mode stores nothing; no-lms: there is none. */
export type NotSavedReason = 'offline' | 'session-ended' | 'other-page' | 'replaced' | 'refused' | 'full' | 'read-only' | 'no-lms';
