/** The older part of a state that is too long for suspend_data: packed as a text of its own, and cut into pages. */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import { makeHeader, readPages, type PageHeader } from './objective-page-format.ts';
import { lettersIn } from '../state/letters.ts';
import { withoutPlaceholders } from '../state/placeholders.ts';
import { packState, unpackState, type PackedState, type Unpacked } from '../state/state-codec.ts';
import { MOST_LETTERS } from '../state/state-records.ts';

export interface Base extends PageHeader {
  readonly text: string;
  readonly answers: Answers;
}

export const NO_STATE: PackedState = { answers: new Map(), revision: 0, notes: new Map() };

/** `base` only where all of it is there; `state` as far as its checks vouch for it. */
export function readBase(header: PageHeader, pageAt: (place: number) => string): { base?: Base; state: PackedState } {
  const { text, whole } = readPages(header, pageAt);
  const unpacked = unpackState(text);
  const state = stateOf(unpacked);
  return whole && unpacked.result === 'whole' ? { base: { ...header, text, answers: state.answers }, state } : { state };
}

/** What can be read of a packed state; an empty one where that is nothing. */
export function stateOf(unpacked: Unpacked): PackedState {
  return unpacked.result === 'whole' || unpacked.result === 'damaged' ? unpacked.state : NO_STATE;
}

/** What the state has that the base has not; a base holds whole seconds. */
export function changedSince(base: Answers, state: PackedState): PackedState {
  const isChanged = ([id, { text, at }]: [FieldId, Answer]): boolean => {
    const before = base.get(id);
    return before?.text !== text || Math.floor(before.at / 1000) !== Math.floor(at / 1000);
  };
  return { ...state, answers: new Map([...state.answers].filter(isChanged)) };
}

/** What suspend_data holds beside a base: the header that names its pages, and what has changed since. @returns undefined where that is more than is ever read again */
export function changesText(base: Base, state: PackedState): string | undefined {
  const changes = changedSince(base.answers, state);
  return lettersIn(changes.answers) > MOST_LETTERS ? undefined : withoutPlaceholders(makeHeader('P', base) + packState(changes));
}
