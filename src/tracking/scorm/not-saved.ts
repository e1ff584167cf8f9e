/** How the SCORM trackers say that a save came to nothing. */
import type { NotSaved, NotSavedReason } from '../tracker.ts';

export function notSaved(reason: NotSavedReason, retry: boolean, detail?: string): NotSaved {
  return { result: 'not-saved', reason, retry, ...(detail === undefined ? {} : { detail }) };
}

/** Another save has begun, or the page has left: that one's outcome counts. */
export const OVERTAKEN = notSaved('refused', true, 'another save took its place');
