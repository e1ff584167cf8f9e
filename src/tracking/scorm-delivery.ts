/**
 * What an LMS is known to have of what it was told. Several LMSs take a value for sent before it is, and send it again only when it changes:
 * so what may be lost is told again in other words that mean the same.
 *
 *                 left sight, no answer came              another save begins
 *     ┌──────┐ ─────────────────────────────▶ ┌─────────┐ ───────────────────▶ ┌──────┐
 *     │ told │                                │ unheard │                      │ lost │ ◀─┐ a save out of sight begins:
 *     └──────┘ ◀──────────────────────────────┴─────────┴───────────────────── └──────┘ ──┘ it tells what is new, no more
 *        │ ▲      a save in sight begins: everything is told, in other words      ▲
 *        │ └─ committed                                                           │
 *        └────────────────── a commit failed, or another tab wrote ───────────────┘
 *
 * Completion goes its own way, since it must never be taken back: `open` until it was in a commit that was answered, then `proven`; `owed`
 * after a commit that may be lost had it. While it is owed, another word stands in for "completed", and "completed" has to follow.
 */
import type { LeavingEvent } from './tracker.ts';

/** pause: a save in sight, with time; close: the last one. */
export type Occasion = LeavingEvent | 'pause' | 'close';

interface Telling {
  /** The words in use. They change each time that everything is told again. */
  readonly words: 'first' | 'other';
  readonly completion: 'open' | 'owed' | 'proven';
}

export type Delivery = Telling &
  (
    | { readonly name: 'told' }
    /** `event` in which it was sent; `complete`: completion was in it. */
    | { readonly name: 'unheard'; readonly event: LeavingEvent; readonly complete: boolean }
    | { readonly name: 'lost' }
  );

export type DeliveryEvent =
  | { readonly type: 'begins'; readonly occasion: Occasion }
  /** The commit returned without an error. `isHeard`: not sent out of sight without an answer; `isProven`: it was answered. */
  | {
      readonly type: 'committed';
      readonly occasion: Occasion;
      readonly complete: boolean;
      readonly isHeard: boolean;
      readonly isProven: boolean;
    }
  | { readonly type: 'failed'; readonly complete: boolean }
  /** "completed" follows the word that stood in for it. */
  | { readonly type: 'completed-follows' }
  | { readonly type: 'abandoned' };

export const NOTHING_TOLD: Delivery = { name: 'told', words: 'first', completion: 'open' };

export function nextDelivery(state: Delivery, event: DeliveryEvent): Delivery {
  switch (event.type) {
    case 'begins':
      return begun(state, event.occasion);
    case 'committed':
      return committed(state, event);
    case 'failed':
      return lost(state, event.complete);
    case 'completed-follows':
      return { ...state, completion: 'open' };
    case 'abandoned':
      return lost(state, false);
  }
}

/** Everything has to be set again when it goes from the one to the other. */
export function tellsAgain(before: Delivery, after: Delivery): boolean {
  return before.words !== after.words;
}

function begun(state: Delivery, occasion: Occasion): Delivery {
  // What went out a moment ago, in `beforeunload`, will not have been answered in any LMS that uses a beacon there.
  if (state.name === 'unheard' && occasion === 'close' && state.event === 'leaving') return state;
  const known = state.name === 'unheard' ? lost(state, state.complete) : state;
  if (known.name !== 'lost' || occasion !== 'pause') return known;
  return { name: 'told', words: known.words === 'first' ? 'other' : 'first', completion: known.completion };
}

function committed(state: Delivery, { occasion, complete, isHeard, isProven }: DeliveryEvent & { readonly type: 'committed' }): Delivery {
  const known = { ...state, completion: isProven && complete && state.completion === 'open' ? ('proven' as const) : state.completion };
  // Whatever else it is by now, it became so after this commit.
  if (isHeard || occasion === 'pause' || occasion === 'close') return known;
  if (state.name === 'lost') return lost(state, complete);
  return { name: 'unheard', event: occasion, complete, words: known.words, completion: known.completion };
}

function lost({ words, completion }: Telling, complete: boolean): Delivery {
  return { name: 'lost', words, completion: complete && completion === 'open' ? 'owed' : completion };
}
