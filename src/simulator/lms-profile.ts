/**
 * What an LMS's SCORM player accepts, sends, keeps and hands back, as a table of limits and habits.
 * The strict layer (`scorm-runtime.ts`, `keep-attempt.ts`, `hand-over.ts`) plays any such table: an LMS is data, never code of its own.
 */
import type { BridgeHabits } from './scorm/message-bridge.ts';

export type ScormStandard = 'scorm12' | 'scorm2004';

/** Events of the course's page during which browsers and players treat a request differently. */
export type PageEventName = 'click' | 'beforeunload' | 'visibilitychange' | 'pagehide' | 'unload';

/** What else a player's page goes through. */
export type PageSign = PageEventName | 'visible' | 'pageshow';

/** What a site does to the browser that all who use its computer share. */
export interface LoginHabits {
  /** The storages of the site that are emptied when somebody logs in, with what the course keeps there. IndexedDB stays. */
  readonly atLogin?: HabitSource & { readonly empties: 'local-storage' | 'both-storages' };
}

export interface LmsProfile extends LoginHabits {
  readonly id: string;
  /** As an administrator knows it. */
  readonly title: string;
  /** One habit table for each standard that it runs; a missing one means that it refuses such packages. */
  readonly habits: Readonly<Partial<Record<ScormStandard, LmsHabits>>>;
}

interface HabitGroups {
  readonly limits: DataLimits;
  readonly answers: AnswerHabits;
  readonly sending: SendingHabits;
  readonly keeping: KeepingHabits;
  readonly modes: ModeHabits;
}

export interface LmsHabits extends HabitGroups {
  /** Where a habit is known from that goes beyond the standards. */
  readonly sources: Readonly<Partial<Record<HabitName, HabitSource>>>;
}

/** A habit by its group and name: `sending.beaconIn`. */
export type HabitName = { [Group in keyof HabitGroups]: `${Group}.${keyof HabitGroups[Group] & string}` }[keyof HabitGroups];

export interface HabitSource {
  /** File, page or report that shows it. */
  readonly source: string;
  /** Of the LMS, as far as it is known. */
  readonly version: string;
  /** run: seen happening in the LMS or in its own script; read: in its source; vendor: its maker says so; report: a user says so. */
  readonly seen: 'run' | 'read' | 'vendor' | 'report';
}

/** Lengths in UTF-16 units; `Infinity` where nothing is refused. A value beyond is refused (405, in 2004 406) and the old one stays. */
export interface DataLimits {
  /** `suspend_data`. */
  readonly state: number;
  readonly location: number;
  /** `student_response`; in 2004 `learner_response` of fill-in and long-fill-in. */
  readonly response: number;
  /** 2004: `learner_response` of every other type. */
  readonly shortResponse: number;
  readonly identifier: number;
  /** 2004: an interaction's or an objective's description. */
  readonly description: number;
  /** suspend_data beyond ASCII is refused. */
  readonly asciiState: boolean;
  /** A newline in a response is refused. */
  readonly refusesNewline: boolean;
  /** 1.2: a response must have the form its type asks for (single characters in choice and likert). */
  readonly responseForms: boolean;
  /** 2004: types of interaction whose response may not be empty: what was picked last stays. */
  readonly neverEmpty: readonly string[];
  /** Setting an index beyond `_count` is refused (1.2: 201, 2004: 351). */
  readonly refusesGap: boolean;
  /** Interactions start at index 0 in every session, whatever was stored before. */
  readonly interactionsStartAtZero: boolean;
}

/** What the API's functions answer. */
interface AnswerHabits {
  /** False: the LMS takes such packages, and a course finds no API of that standard. */
  readonly hasApi: boolean;
  /**
   * From when on the API works. content-loaded: it is there as soon as the player's script has run, but until `DOMContentLoaded` of the player's page
   * it hands over nothing, refuses what is set as not implemented (401, in 2004 402), and sends nothing.
   */
  readonly worksFrom: 'script' | 'content-loaded';
  /**
   * Milliseconds, after each of which the player's page puts what the launch handed over back into the data model, but for interactions. Nothing is
   * sent for that.
   */
  readonly putsBackEach: number;
  /** Number-like strings come back as numbers. */
  readonly numbers: boolean;
  /** Elements that GetValue answers "" for, whatever was set; `*` stands for an index. */
  readonly emptyFor: readonly string[];
  /** Elements with one fixed answer. */
  readonly fixed: Readonly<Record<string, string>>;
  /**
   * At a launch the rows of a list are counted in the order of their names as texts, 10 before 2: ten of eleven or twelve, and two too few of more.
   * An index beyond that is refused until the one before it was set.
   */
  readonly countsByName: boolean;
  /** GetValue gives the value before until the request that carries the new one has begun. */
  readonly showsWhenSent: boolean;
  /** The only elements that GetValue answers; everything else is ''. undefined: all of them. */
  readonly answersOnly: readonly string[] | undefined;
  /** A refused SetValue says "true" all the same; only GetLastError tells. */
  readonly refusalsSayTrue: boolean;
  /** Every call is a request that the page waits for: milliseconds. */
  readonly callTakes: number;
  /** A commit that the browser bars while the page goes away says null instead of "false". */
  readonly nullWhenBarred: boolean;
  /** GetValue on a write-only element throws. */
  readonly throwsOnWriteOnly: boolean;
  /** GetValue on an unknown element gives undefined. */
  readonly undefinedForUnknown: boolean;
  /** Reading an interaction: allowed, or the error code that refuses it. */
  readonly readingInteractions: 'allowed' | '404' | '201';
  /** A second Initialize in the same page: refused with the standard's error, thrown where interactions were set, or, after Finish, "true" though the session stays over. */
  readonly secondInitialize: 'refused' | 'throws' | 'in-vain';
  /** After a second Initialize suspend_data reads as empty. */
  readonly secondInitializeBlanksState: boolean;
  /** A lone surrogate: SetValue throws, Commit throws, or it passes. */
  readonly loneSurrogate: 'set-throws' | 'commit-throws' | 'passes';
  /** Commit throws on a `%` in a response that starts no escape. */
  readonly percentThrows: boolean;
  /** Globals of the player's window by which it can be told. */
  readonly globals: readonly string[];
  /** The course is on another origin than the player: its window has an object that sends each call on as a message (`message-bridge.ts`). */
  readonly bridge: BridgeHabits | undefined;
  /** A function of the player's window, by its name: what was set until it is called is not sent any more, unless it is set again. */
  readonly forgetsSetBy: string | undefined;
}

/** request: one that the player does not wait for. */
export type OwnSending = 'request' | 'beacon';

/** A redirection to that path, or to that address of another site; or a page with status 200. */
type OtherAnswer = `/${string}` | `https://${string}` | 'other-page';

/** How what was set travels to the server. */
export interface SendingHabits {
  /** The address the player's script posts to, below the player page. */
  readonly path: string;
  /**
   * commit: Commit and Finish send; set: each SetValue does, and they send nothing more; rest: the same when no SetValue has come for `delay`;
   * timer: every `delay` what is new, and Finish at once.
   */
  readonly sendsAt: 'commit' | 'set' | 'rest' | 'timer';
  /** The media type of what the server answers a save with that it has stored; '' where it names none. Other pages are text/html. */
  readonly answerType: '' | 'application/json' | 'text/html' | 'text/javascript' | 'text/plain' | 'text/xml';
  /** Bytes of what the server answers a save with that it has stored; undefined where that is not known. Other pages have 12,733. */
  readonly answerBytes: number | undefined;
  /**
   * Where objectives go, below the player page: once any was set, beside each commit, by a request that the page waits for. The answer is empty, with
   * status 200, whatever became of it. In a page that goes the browser bars it. undefined: with everything else.
   */
  readonly objectivesPath: string | undefined;
  /** The web server says of the package's page which version it is, by ETag or Last-Modified. */
  readonly pageHasVersion: boolean;
  /** What comes in the place of the package's page when the session has ended: the way to a page, or another page with status 200. */
  readonly pageAfterSession: OtherAnswer;
  /** The same where she is logged in, and may not see the course for a while. */
  readonly pageWhenShutOut: OtherAnswer;
  /** synchronous: the call waits for the answer; asynchronous: it says "true" at once. */
  readonly transport: 'synchronous' | 'asynchronous';
  /** Asynchronous: milliseconds from Commit to the request. */
  readonly delay: number;
  /** Asynchronous: requests run side by side and may overtake; otherwise each waits for the one before, and a hanging one stalls the rest. */
  readonly inParallel: boolean;
  /**
   * What a commit carries. set: all that the course has set since Initialize, changed or not. everything: with what was handed over. row: everything
   * but lists, of which only the entries in which anything has changed, each whole.
   */
  readonly sends: 'changes' | 'set' | 'everything' | 'row';
  /** honest: "true" = stored; lies-offline: no connection still gives "true"; always-true: no receipt at all. */
  readonly receipt: 'honest' | 'lies-offline' | 'always-true';
  /** What becomes of values whose commit failed. forgotten: marked as sent beforehand; lists-forgotten: only objectives and interactions are. */
  readonly failedValues: 'sent-again' | 'forgotten' | 'lists-forgotten';
  /** Setting a value that the player already holds is no change, so nothing is sent for it. */
  readonly equalIsUnchanged: boolean;
  /** The first commit of a session sends all objectives and interactions of earlier sessions again. */
  readonly resendsListsFirst: boolean;
  /** Page events in which the player uses a beacon. */
  readonly beaconIn: readonly PageEventName[] | 'always';
  /**
   * Until when it goes on with beacons after such an event of its own page, whether or not that led anywhere. visible: until the page is seen or
   * shown again; pageshow: until it is shown again, which a page that stays never is.
   */
  readonly beaconUntil: 'event-over' | 'visible' | 'pageshow';
  /** Whether a beacon that the browser refuses is still answered with "true". */
  readonly beaconBelieved: boolean;
  /**
   * Events of the player's own page in which it sends by itself all that the course has set since Initialize, without objectives, and how, in this
   * order. After Finish nothing.
   */
  readonly sendsByItself: Readonly<Partial<Record<PageEventName, readonly OwnSending[]>>>;
  /** Events of the player's own page, before the course is told of them, in which it calls Finish by itself, through the object that the course has too. */
  readonly finishesIn: readonly PageEventName[];
  /** A function of that object by which it does so, past Finish, which calls it too; undefined where it calls Finish itself. */
  readonly finishesBy: string | undefined;
  /** The same with Commit. */
  readonly commitsIn: readonly PageEventName[];
  /** What it so commits is stored behind what the course commits in the same event: the server works on both at once. */
  readonly ownCommitLate: boolean;
  /** Page events in which the player sends by a request that it does not wait for, and says "false", whatever becomes of it. */
  readonly unheardIn: readonly PageEventName[];
  /** What the body of a beacon, which takes 65,536 bytes, is: a part for each value, or the data model as XML or JSON, in which the state may stand twice. */
  readonly beaconBody: 'form' | 'json' | 'json-state-twice' | 'xml';
  /** Page events in which a commit never reaches the server. */
  readonly lostIn: readonly PageEventName[];
  /** Page events in which even Finish never reaches the server. */
  readonly finishLostIn: readonly PageEventName[];
  /** Finish is sent without the delay. */
  readonly finishAtOnce: boolean;
  /** Finish is stored only when a commit of the same session was answered before. */
  readonly finishNeedsCommit: boolean;
  /** After so many failed sendings in a row the player takes the page away. */
  readonly leavesAfterFailures: number;
  /** After a sending that failed Commit and Finish throw, until the LMS's page is loaded anew. */
  readonly throwsAfterFailure: boolean;
  /** Milliseconds from the launch after which every call fails, until the LMS's page is loaded anew. */
  readonly launchLasts: number;
  /** Milliseconds after a call that failed since the session has ended: then the player leaves the page, for that of the login. */
  readonly leavesAfterSession: number;
  /**
   * An answer to a request without a valid session sets the cookie of a new session, in which nobody is logged in. Where the learner logged in
   * in another tab while that request was under way, she is out again.
   */
  readonly undoesLogin: boolean;
  /** Whoever logs in, in whatever tab, comes to the page that was asked for last while nobody was logged in. */
  readonly leadsToLastAsked: boolean;
  /**
   * For whom what a page sends is stored. login: for whoever is logged in when it arrives, though the page was launched for another; last-launch:
   * for the learner of its launch, unless the attempt was launched again since, be it only to look at: then another page answers, with status 200.
   */
  readonly storesFor: 'launch' | 'last-launch' | 'login';
  /** False: what a page sends is stored whether or not anybody is logged in. */
  readonly needsSession: boolean;
  /** What cannot be sent is stored on the device, from then on everything, on top of what the launch handed over. */
  readonly onDevice: boolean;
  /**
   * Initialize reads the state by a request of its own, and says "true" even when that fails. Its answer is a script, which among others sets this
   * property of the player's first global; false where the state comes with the player's page.
   */
  readonly readsAtInitialize: string | false;
  /** After Exit the browser's Back shows the player page out of the cache, with what its first load was handed. */
  readonly cachesPlayerPage: boolean;
}

/** What the server does with what it gets, and what a later launch is handed. */
interface KeepingHabits {
  /** The order in which one request's values are written, so what a torn request leaves. state-first: as the data model lists them. */
  readonly order: 'as-set' | 'state-first';
  readonly interactions: 'kept' | 'not-kept';
  readonly objectives: 'kept' | 'not-kept';
  /** The only elements that are kept at all; undefined: all of them. */
  readonly keepsOnly: readonly string[] | undefined;
  /** Bytes (UTF-8) of a response that are kept; what is behind them is cut off. */
  readonly responseBytes: number;
  /** A request with interactions replaces the whole list; a skipped index blanks all of it. */
  readonly blanksInteractionsOnSet: boolean;
  /** Lists are deleted and inserted again without a transaction. */
  readonly rewritesLists: boolean;
  /** Responses travel unencoded in a query: `&` cuts and starts a parameter, `+` is a space, at Finish `=` and `&` empty the response. */
  readonly responsesUnencoded: boolean;
  /** What one character beyond U+FFFF is stored as; undefined: as it is. */
  readonly astralAs: string | undefined;
  /** One such character in a request: an error, at which the server stops. What stands before it there is stored. */
  readonly astralStops: boolean;
  readonly collapsesWhiteSpace: boolean;
  readonly dropsNul: boolean;
  /** One control character, newlines included, loses the whole request. */
  readonly controlCharactersLoseBatch: boolean;
  /** A score that is no number ≥ 0: kept, stored as 0, or the whole request is lost. */
  readonly badScore: 'kept' | 'zero' | 'loses-batch';
  /** Number-like texts of interactions lose leading and trailing zeros. */
  readonly numbersFromText: boolean;
  /** A value that equals the stored one as a number ("0e11", "0e99") is not stored. */
  readonly comparesLoosely: boolean;
  /** A `'` in the location loses the state of the same request. */
  readonly quoteInLocationLosesState: boolean;
  /** How values get into the player's page at launch. in-script: the state stands in a JavaScript string unescaped; by-template: `{word}` is a placeholder, and gone. */
  readonly printed: 'as-stored' | 'in-script' | 'by-template';
  /** 2004: without `cmi.exit=suspend` the next launch is handed no state. */
  readonly needsSuspend: boolean;
  /** The stored exit is blanked at each launch, so a crash counts as an exit without suspend. */
  readonly blanksExitAtLaunch: boolean;
  /** Longest timestamp that is kept; longer ones are cut. */
  readonly timestampLength: number;
  /** The statuses that complete the attempt. */
  readonly completesOn: readonly string[];
  /** A score that comes after the status in one request, or after it was stored, is dropped. */
  readonly scoreBeforeStatus: boolean;
  /** wipes: the state is emptied as well, and nothing is stored from then on. */
  readonly afterCompletion: 'stores' | 'stores-nothing' | 'starts-empty' | 'wipes';
  /** A status that the course never set becomes completed: at Finish, or on any leaving of the page. */
  readonly unsetStatusCompletes: 'never' | 'at-finish' | 'on-leaving';
  /** When session_time is added to the total time. since-launch: at each commit, but to what stood there at the launch; finish-since-launch: so at Finish. */
  readonly addsTime: 'at-finish' | 'at-each-commit' | 'since-launch' | 'finish-since-launch' | 'never';
}

export type ModeStores = 'all' | 'all-but-status' | 'nothing';

interface ModeHabits {
  /** The mode of a launch after completion. */
  readonly whenCompleted: 'normal' | 'review';
  /** What is stored in each mode; the answer is "true" all the same. */
  readonly review: ModeStores;
  readonly browse: ModeStores;
}
