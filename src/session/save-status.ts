import type { NotSavedReason } from '../tracking/tracker.ts';

/** How safe the learner's work is, for the words beside the title. */
export type SaveStatus =
  /** Nothing has been written in this session. */
  | { readonly state: 'unchanged' }
  /** Something was written after the last save, and waits for the next. */
  | { readonly state: 'pending' }
  | { readonly state: 'saving'; readonly local: boolean }
  /** saved: the LMS proved it; sent: handed over without a receipt. `at` in milliseconds since 1970. */
  | { readonly state: 'saved' | 'sent'; readonly at: number }
  /** storage: without an LMS, and this browser keeps nothing or is full. `local`: the text is safe in this browser. `retryAt`: when it is tried again, if it is. */
  | { readonly state: 'not-saved'; readonly reason: NotSavedReason | 'storage'; readonly local: boolean; readonly retryAt?: number }
  /** Without an LMS, kept in this browser only. */
  | { readonly state: 'local'; readonly at: number };

/** Whether it is known how the last save went. */
export function isOutcome({ state }: SaveStatus): boolean {
  return state !== 'unchanged' && state !== 'pending' && state !== 'saving';
}
