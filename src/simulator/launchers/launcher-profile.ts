import type { LoginHabits } from '../lms-profile.ts';

/** How a launcher of xAPI or cmi5 packages behaves: what its launch address looks like, and what its endpoint takes, refuses and drops. */
export interface LauncherProfile extends LoginHabits {
  readonly id: string;
  readonly title: string;
  readonly known: KnownFrom;
  readonly standard: 'xapi' | 'cmi5';
  readonly address: AddressHabits;
  /** cmi5 only: how the LMS prepares the launch. */
  readonly launchData?: LaunchDataHabits;
  readonly endpoint: EndpointHabits;
  /** Where its grade comes from. */
  readonly grading: 'score-of-completed' | 'latest-progress' | 'completion';
  readonly opens: 'window' | 'frame';
  /** The `Cache-Control` of the package's files; absent where the browser asks for each of them anew at every launch. */
  readonly fileCaching?: string;
}

/** Where habits are known from: run here, read in the source or a specification, told by the vendor, or by a user. */
export interface KnownFrom {
  readonly source: string;
  readonly version: string;
  readonly seen: 'run' | 'read' | 'vendor' | 'report';
}

export interface LaunchLearner {
  readonly id: string;
  /** "Sukunimi, Etunimi". */
  readonly name: string;
  readonly language: string;
}

export interface AddressHabits {
  /** The actor as it stands in the address; `homePage` is the launcher's own address. */
  readonly actor: (learner: LaunchLearner, homePage: string) => Readonly<Record<string, unknown>>;
  /** False where the JSON is pasted into the address as it is. */
  readonly encodesActor: boolean;
  readonly activityParameter: 'activity_id' | 'activityId';
  readonly endpointEndsInSlash: boolean;
  /** The `auth` parameter: with or without "Basic ", or empty; absent where there is none. */
  readonly auth?: 'basic' | 'bare' | 'empty';
  /** cmi5's one-time token; `errorText`: whether the second answer has one. */
  readonly fetch?: { readonly token: 'base64' | 'hex'; readonly errorText: boolean };
  readonly registration: 'of-attempt' | 'of-everybody' | 'none';
  readonly grouping?: boolean;
  /** The endpoint and the credentials are the launcher's own, so each launch of a registration has the same address: a browser may keep the page. */
  readonly isTheSameAtEachLaunch?: boolean;
  /** What else is in the address. */
  readonly extra?: Readonly<Record<string, string>>;
}

export interface LaunchDataHabits {
  readonly template: 'contextTemplate' | 'contentTemplate' | 'none';
  readonly sessionId: boolean;
  /** More of LaunchData as this LMS writes it. */
  readonly more: Readonly<Record<string, unknown>>;
  readonly returnUrl: 'given' | 'empty' | 'none';
  readonly preferences: 'given' | 'misspelt' | 'none';
  /** A satisfied course comes back in Review. */
  readonly reviewOnceSatisfied: boolean;
}

export interface EndpointHabits {
  /**
   * Each request is sent on to another address of the same site (302): where it is a POST, a browser asks there with GET, without a body (Fetch, 4.4,
   * "HTTP-redirect fetch"). One for a token is not.
   */
  readonly sentOn: boolean;
  /** The version of xAPI that each request has to name (`X-Experience-API-Version`); another is answered with 400. */
  readonly version: '1.0' | '2.0';
  /** Statements are refused until the learner preferences were asked for. */
  readonly preferencesFirst: boolean;
  /** same-person: the learner by her identifier; same-json: name and objectType too have to be those of the launch. */
  readonly agents: 'same-person' | 'same-json';
  /** The largest body of a request in bytes; a larger one is answered with 413. */
  readonly largestBody: number;
  /** Statements may be queried. */
  readonly statementReads: boolean;
  /** One that is asked for by its id: the statement itself (xAPI Communication 2.1.3), or a list of one, as a query gives it. */
  readonly single: 'bare' | 'listed';
  /** passed: both ways; hidden: not shown to the course's origin; stripped: conditions are not forwarded and no etag comes back. */
  readonly etags: 'passed' | 'hidden' | 'stripped';
  /** suspendData: no other document is kept, and one that is not known is answered with 200 and `{"success":true}`. */
  readonly states: 'any' | 'suspendData';
  /**
   * What becomes of a document that is posted (xAPI Communication 2.2): merged by its top-level keys, or at every level; ignored, with 200
   * and `{"success":true}`; or not found, 404.
   */
  readonly posts: 'merged' | 'merged-deep' | 'ignored' | 'not-found';
  /** A statement whose id is there already: as the LRS says, or 400, whatever it holds. */
  readonly resent: 'as-lrs' | '400';
  /** Statements of one request: all or none; or one after another, each only while the session has not been terminated by another request. */
  readonly stores: 'all-or-none' | 'one-by-one';
  /** single: only a statement in a PUT of its own is heard; any other is answered with 200 and `{"success":true}`, and not kept. */
  readonly hears: 'all' | 'single';
  /** How a failure of the LRS behind it is told: as it is, or as 412, whatever it was. */
  readonly failures: 'told' | 'as-412';
  /** Statements are held to the cmi5 specification, and refused with 403. */
  readonly judges: boolean;
  /** One `completed` a registration, whatever its form. */
  readonly completedOnce: boolean;
  /** Statements that are answered with 200 and not kept. */
  readonly drops: 'none' | 'about-anything-else';
  readonly endsWithTerminated: boolean;
  /** A launch ends the learner's session that is still open, in whatever browser (cmi5 9.3, abandoned). */
  readonly abandonsOpen: boolean;
  /** The status with which a session that is over is answered. */
  readonly over: 401 | 403;
  /** `Infinity` where a token lives as long as its session. */
  readonly tokenMinutes: number;
}
