/** Where not all that a learner has written fits into an LMS: which part of it is stored there. */
import { note, type Answer, type Answers, type FieldId } from '../../course/answers.ts';
import { changedSince } from './state-base.ts';
import type { PackedState } from '../state/state-codec.ts';

/** A note in the state: not all that the learner had written fitted. */
const PARTLY = 'partly';

/** A packed state, and the answers that are in it. */
export interface FittingPart {
  readonly text: string;
  readonly answers: Answers;
}

/** Whether not all that the learner had written fitted when this was stored. */
export function isIncomplete(state: PackedState | undefined): boolean {
  return state?.notes.has(PARTLY) === true;
}

/**
 * What was there stays, and so much is added of what is new as has room, the shortest first.
 * @param had what was there
 * @param pack a state's text; undefined where it does not fit
 * @returns undefined where not even that fits which was there
 */
export function mostThatFits(state: PackedState, had: Answers, pack: (part: PackedState) => string | undefined): FittingPart | undefined {
  // Of what does not fit nobody is told that it has arrived.
  const missing = [...changedSince(had, state).answers].filter(([id]) => id !== note.saves).sort(byLength);
  const withFirst = (count: number): FittingPart | undefined => {
    const answers = new Map([...had, ...missing.slice(0, count)]);
    const text = pack({ ...state, answers, notes: new Map([...state.notes, [PARTLY, '1']]) });
    return text === undefined ? undefined : { text, answers };
  };
  let fitting = withFirst(0);
  if (fitting === undefined) return undefined;
  // So many of the shortest fit, and not one more: found by halving, since each try packs all changes.
  for (let [fits, full] = [0, missing.length + 1]; full - fits > 1;) {
    const middle = Math.floor((fits + full) / 2);
    const part = withFirst(middle);
    if (part) [fits, fitting] = [middle, part];
    else full = middle;
  }
  return fitting;
}

/** The course's own notes first: they are short, and say what was earned. Not a state that could not be read: no word behind it would have room. */
function byLength([id, { text }]: [FieldId, Answer], [otherId, other]: [FieldId, Answer]): number {
  return Number(isShortNote(otherId)) - Number(isShortNote(id)) || text.length - other.text.length;
}

function isShortNote(id: FieldId): boolean {
  return id.startsWith('@') && id !== note.unreadable;
}
