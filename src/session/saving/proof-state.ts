/**
 * What the LMS is known to have, all of it in this session: a launch by itself makes some LMSs forget, until a save of that launch arrives.
 *
 * ```
 * launch, read back      ──► read-back ──► proved   by a save that is proved; where none ever is, by sending the same again
 * launch, read back      ────────────────► proved   where it is known by then that no save is ever proved
 * launch, not read back  ──► unknown ──► proved   by a save that is proved
 * ```
 */
import type { Answers } from '../../course/answers.ts';
import type { SaveOutcome } from '../../tracking/tracker.ts';

export type ProofState =
  /** This browser has something that the launch did not hand over. */
  | { readonly is: 'unknown'; readonly answers?: undefined }
  /** The launch handed over all of these answers; whether this launch stores anything is not known yet. */
  | { readonly is: 'read-back'; readonly answers: Answers }
  | { readonly is: 'proved'; readonly answers: Answers };

/** @param asked what it was asked to store. @param receipts as this outcome shows it, perhaps for the first time */
export function afterOutcome(state: ProofState, asked: Answers, outcome: SaveOutcome, receipts: boolean): ProofState {
  const isReadBack = state.is === 'read-back' && state.answers === asked;
  const isProved = outcome.result === 'saved' || (outcome.result === 'sent' && !receipts && isReadBack);
  return isProved ? { is: 'proved', answers: asked } : state;
}
