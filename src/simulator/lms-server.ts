/** The port between the player's page and the LMS's server: the preview speaks HTTP through it, tests keep it in memory and break it. */
import type { ScormStandard } from './lms-profile.ts';

/** What one learner's one attempt at one package holds on the server. Element names as in the standard (`cmi.suspend_data`). */
export interface StoredAttempt {
  readonly values: Readonly<Record<string, string>>;
  readonly launches: number;
  /** Total time in seconds. */
  readonly seconds: number;
  /** It has been told "completed" or "passed" at some time. */
  readonly completed: boolean;
}

export const emptyAttempt: StoredAttempt = { values: {}, launches: 0, seconds: 0, completed: false };

export type LaunchModeAsked = 'normal' | 'browse' | 'review';

export interface LaunchRequest {
  readonly standard: ScormStandard;
  readonly attempt: string;
  readonly learner: { readonly id: string; readonly name: string; readonly language?: string };
  readonly mode: LaunchModeAsked;
}

/** What the player's page starts with. */
export interface LaunchData {
  /** Values of every element that the course may read, and what stored lists hold. */
  readonly values: Readonly<Record<string, string>>;
  readonly mode: LaunchModeAsked;
  /** Which launch of the attempt it is, from 1; undefined where the player has not asked its server yet. */
  readonly launch?: number;
}

export interface StoreRequest {
  readonly attempt: string;
  /** The launch of the page that sends it. */
  readonly launch?: number;
  readonly mode: LaunchModeAsked;
  readonly values: readonly (readonly [element: string, value: string])[];
  /** Finish or Terminate. */
  readonly finish: boolean;
  /** Seconds of this session, where the course has said them. */
  readonly seconds?: number;
  /** What the total time was when the page that sends was launched. */
  readonly secondsBefore?: number;
  /** The whole stored attempt is replaced by these values (a device that comes back online). */
  readonly replace?: boolean;
}

/**
 * stored: the LMS's own "true"; refused: an error status such as 503; page: 200 with something else than an answer (a captive
 * portal, an error page, "not allowed"); session-ended: logged out; unreachable: no answer at all, offline or timed out.
 */
export type ServerAnswer = { readonly result: 'stored' | 'refused' | 'page' | 'session-ended' | 'unreachable' };

export type LaunchAnswer =
  { readonly result: 'launched'; readonly data: LaunchData } | { readonly result: Exclude<ServerAnswer['result'], 'stored'> };

export interface LmsServer {
  /** Opens the attempt for a session; counts as a launch. */
  launch(request: LaunchRequest): LaunchAnswer;
  /** Waits for the answer, as a synchronous XMLHttpRequest does. */
  store(request: StoreRequest): ServerAnswer;
  storeLater(request: StoreRequest): Promise<ServerAnswer>;
  /**
   * Delivered at best, never answered.
   * @param bytes of its body, as the LMS's player writes it
   * @returns false where the browser refuses it, since more would be in flight than it takes
   */
  beacon(request: StoreRequest, bytes: number): boolean;
  /** Where a player that works offline keeps an attempt on the device; absent where none does. */
  readonly device?: DeviceStore;
}

export interface DeviceStore {
  read(attempt: string): Readonly<Record<string, string>> | undefined;
  write(attempt: string, values: Readonly<Record<string, string>> | undefined): void;
}
