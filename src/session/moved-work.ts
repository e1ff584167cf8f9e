/** A learner's work of an earlier release of the course, under the ids of now, from wherever it comes. */
import { currentId, moveAnswers, notShownThere, type MovedIds } from '../course/moved-ids.ts';
import type { Launch } from '../tracking/tracker.ts';
import type { FoundWork, KeptWork, OtherText } from './browser-copy.ts';

export function movedLaunch(launch: Launch, moved: MovedIds): Launch {
  const { state } = launch;
  return state ? { ...launch, state: { ...state, answers: moveAnswers(state.answers, moved) } } : launch;
}

export function movedFound<Work extends FoundWork>(found: Work, moved: MovedIds): Work {
  const { stored, others } = found;
  return {
    ...found,
    stored: stored && { ...stored, answers: moveAnswers(stored.answers, moved) },
    others: [
      ...others.map(([id, answer]): OtherText => [currentId(id, moved), answer]),
      ...notShownThere(stored?.answers ?? new Map(), moved),
    ],
  };
}

export function movedKept(kept: KeptWork, moved: MovedIds): KeptWork {
  return { ...movedFound(kept, moved), otherAttempts: kept.otherAttempts.map((answers) => moveAnswers(answers, moved)) };
}
