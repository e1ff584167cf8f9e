/** How the SCORM trackers say that a save came to nothing. */
import type { BrokenConnection } from './connection-probe.ts';
import type { NotSaved, NotSavedReason } from '../tracker.ts';

export function notSaved(reason: NotSavedReason, retry: boolean, detail?: string): NotSaved {
  return { result: 'not-saved', reason, retry, ...(detail === undefined ? {} : { detail }) };
}

/** @param detail where that was found out */
export function notConnected(connection: BrokenConnection, detail: string): NotSaved {
  if (connection === 'logged-out') return loggedOut(detail);
  return notSaved(connection, true, detail);
}

/**
 * Moodle answers each request of an ended session with the cookie of a new one, in which nobody is logged in: a login that the learner makes
 * meanwhile in another tab is undone (4.5.6, run).
 */
export function loggedOut(detail: string): NotSaved {
  return { ...notSaved('session-ended', true, detail), waitsForLearner: true };
}

/**
 * ILIAS answers "not allowed", with status 200, to a page after which the course was launched anew, in whatever browser (7.10, run). It never stores from
 * that page again. What looks the same may pass, such as a page that a server shows for a while where another one hands out the files.
 */
export function replaced(detail: string): NotSaved {
  return notSaved('replaced', true, detail);
}

/** Another save has begun, or the page has left: that one's outcome counts. Where the computer has slept in the middle, another one is to begin. */
export const OVERTAKEN: NotSaved = { ...notSaved('refused', true, 'another save took its place'), isLeftToClose: true };
