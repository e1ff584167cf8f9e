import type { SaveOutcome } from '../../tracking/tracker.ts';

/** Calls a tracker. Even what should never happen, a throw, ends in an outcome: nothing may stop the session. */
export async function outcomeOf(call: () => Promise<SaveOutcome>): Promise<SaveOutcome> {
  try {
    return await call();
  } catch (error) {
    console.error(error);
    return { result: 'not-saved', reason: 'refused', retry: true, detail: String(error) };
  }
}
