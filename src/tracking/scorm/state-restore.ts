/** Reads what an LMS has of a learner's state, however much of it is damaged: out of suspend_data, and out of the pages. Never throws. */
import type { Answer, FieldId } from '../../course/answers.ts';
import { FREE_PAGE, HEADER_LENGTH, readGenerations, readHeader } from './objective-page-format.ts';
import { NO_STATE, readBase, stateOf, type Base } from './state-base.ts';
import { unpackState, type PackedState } from '../state/state-codec.ts';
import type { ReadUpTo } from '../state/state-reader.ts';
import type { ObjectivePages } from './objective-pages.ts';
import { withoutFillers } from '../state/placeholders.ts';

export interface RestoredState {
  readonly state: PackedState | undefined;
  /** What could not be read whole. */
  readonly unreadable?: string;
}

/** What suspend_data says, and the pages that it names. */
interface Found {
  readonly restored: RestoredState;
  /** The pages that suspend_data names, where all of them are there. */
  readonly base?: Base;
  /** Characters in suspend_data that count as the state's. */
  readonly used: number;
  /** Places that suspend_data names, or may have named. */
  readonly named: readonly number[];
  /** The whole state stands in suspend_data. */
  readonly isWhole: boolean;
  /** As far as the next states may go on from it. */
  readonly upTo?: ReadUpTo | undefined;
}

type PagesRead = Pick<ObjectivePages, 'read' | 'identifiers'>;

/** @param raw what suspend_data holds */
export function readNamed(raw: string, pages: PagesRead): Found {
  const packed = withoutFillers(raw);
  const header = readHeader('P', packed);
  if (!header) return readWhole(raw, pages);
  const changes = unpackState(packed.slice(HEADER_LENGTH));
  const changed = stateOf(changes);
  const { base, state: before } = readBase(header, pages.read);
  const revision = changes.result === 'whole' ? changed.revision : Math.max(before.revision, changed.revision);
  const state = { ...changed, revision, answers: new Map([...before.answers, ...changed.answers]) };
  const found = { named: header.places, isWhole: false };
  if (!base) {
    const unreadable = [raw, ...header.places.map(pages.read)].join('\n');
    return { ...found, restored: { state: state.answers.size > 0 ? state : undefined, unreadable }, used: 0 };
  }
  return { ...found, base, restored: changes.result === 'whole' ? { state } : { state, unreadable: raw }, used: raw.length };
}

/** The newest whole state that was written at a closing. */
export function readClosing(pages: PagesRead): { base: Base; state: PackedState; place: number } | undefined {
  let newest: { base: Base; state: PackedState; place: number } | undefined;
  for (const [place, identifier] of pages.identifiers().entries()) {
    const header = readHeader('C', identifier);
    const { base, state } = header ? readBase(header, pages.read) : {};
    if (base && state && state.revision > (newest?.state.revision ?? 0)) newest = { base, state, place };
  }
  return newest;
}

function readWhole(raw: string, pages: PagesRead): Found {
  const unpacked = unpackState(raw, true);
  const found = { used: raw.length, named: [], isWhole: false };
  switch (unpacked.result) {
    case 'empty':
      return { ...found, restored: { state: undefined }, used: 0 };
    case 'whole':
      return { ...found, restored: { state: unpacked.state }, isWhole: true, upTo: unpacked.upTo };
    case 'newer':
      return { ...found, restored: { state: undefined, unreadable: raw } };
    case 'damaged':
    case 'foreign':
      return { ...found, ...salvage(raw, pages) };
  }
}

/** What a damaged suspend_data vouches for, and the pages that its header may have named. */
function salvage(raw: string, pages: PagesRead): Pick<Found, 'restored' | 'named'> {
  const identifiers = pages.identifiers();
  const named = [...identifiers.keys()].filter((place) => identifiers[place] !== FREE_PAGE);
  const texts = [...readGenerations(identifiers), raw, ...(raw.startsWith('P') ? [raw.slice(HEADER_LENGTH)] : [])];
  const answers = new Map<FieldId, Answer>();
  let newest = NO_STATE;
  for (const state of texts.map((text) => stateOf(unpackState(text)))) {
    for (const [id, answer] of state.answers) if (answer.at >= (answers.get(id)?.at ?? 0)) answers.set(id, answer);
    if (state.revision > newest.revision) newest = state;
  }
  return {
    restored: {
      state: answers.size > 0 ? { ...newest, answers } : undefined,
      unreadable: [raw, ...identifiers.filter((_, place) => named.includes(place))].join('\n'),
    },
    named,
  };
}
