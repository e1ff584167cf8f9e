/**
 * Why a tracker could not open. Thrown by trackers, caught by the session only. fetch-refused: the one-time token was not given;
 * session-over: the LMS has ended this launch's session, and another launch is needed; barred-site: the launch names a site that the
 * course's settings do not; not-sent: the learner does not want her work to be sent there.
 */
export type TrackingErrorCode =
  'no-lms' | 'initialize-failed' | 'launch-incomplete' | 'fetch-refused' | 'session-over' | 'unreachable' | 'barred-site' | 'not-sent';

export class TrackingError extends Error {
  override readonly name = 'TrackingError';

  /**
   * @param code for the learner's text
   * @param detail what happened and where, for support; no answers, no secrets
   */
  constructor(
    readonly code: TrackingErrorCode,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
  }
}
