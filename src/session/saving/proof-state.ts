/**
 * What the LMS is known to have, all of it in this session: a launch by itself makes some LMSs forget, until a save of that launch arrives.
 *
 * ```
 * launch, read back      ──► read-back ──► proved   by a save that is proved; where none ever is, by sending the same again
 *                                      ──► proved   where it is known already that no save is ever proved
 * launch, not read back  ──► not-known ──► proved   by a save that is proved
 * ```
 */
import type { Answers } from '../../course/answers.ts';
import type { SaveOutcome } from '../../tracking/tracker.ts';

export type ProofState =
  /** This browser has something that the launch did not hand over. `revision`: the last that was read back or saved before, or 0. */
  | { readonly is: 'not-known'; readonly revision: number }
  /** The launch handed over all of these answers; whether this launch stores anything is not known yet. */
  | { readonly is: 'read-back'; readonly answers: Answers; readonly revision: number }
  | { readonly is: 'proved'; readonly answers: Answers; readonly revision: number };

export const NOT_KNOWN: ProofState = { is: 'not-known', revision: 0 };

/** @param receipts false where no save is ever proved: then what was read back is proof */
export function readBack(answers: Answers, revision: number, receipts: boolean): ProofState {
  return { is: receipts ? 'read-back' : 'proved', answers, revision };
}

export function notReadBack({ revision }: ProofState): ProofState {
  return { is: 'not-known', revision };
}

/** @param asked what it was asked to store. @param receipts as this outcome shows it, perhaps for the first time */
export function afterOutcome(state: ProofState, asked: Answers, outcome: SaveOutcome, receipts: boolean): ProofState {
  if (outcome.result === 'saved') return { is: 'proved', answers: asked, revision: outcome.revision };
  const isProvedNow = outcome.result === 'sent' && !receipts && state.is === 'read-back' && state.answers === asked;
  return isProvedNow ? { ...state, is: 'proved' } : state;
}

/** Undefined where that is not known. */
export function answersIn(state: ProofState): Answers | undefined {
  return state.is === 'not-known' ? undefined : state.answers;
}
