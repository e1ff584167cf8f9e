/**
 * What an LMS is known to have of what it was told. Several LMSs take a value for sent before it is, and send it again only when it changes:
 * so what may be lost is told again in other words that mean the same.
 *
 *                 left sight, no answer came
 *     ┌──────┐ ─────────────────────────────▶ ┌─────────┐ ─┐ another save out of
 *     │ told │                                │ unheard │ ◀┘ sight: only what is new
 *     └──────┘ ◀───────────────────────────── └─────────┘
 *       ▲  │     a save in sight repeats what      │
 *       │  │     was told out of sight             │ a commit failed,
 *       │  │                                       │ or another tab wrote
 *       │  │ a commit failed, or another tab wrote ▼
 *       │  └────────────────────────────────▶ ┌──────┐ ─┐ a save out of sight:
 *       └──────────────────────────────────── │ lost │ ◀┘ only what is new
 *          a save in sight repeats everything └──────┘
 *
 * Completion goes its own way, since it must never be taken back: `open` until it was in a commit that was answered, then `proven`; `owed`
 * after a commit that may be lost had it. While it is owed, another word stands in for "completed", and "completed" has to follow.
 */
import type { LeavingEvent } from '../tracker.ts';

/**
 * in-sight: a save from a timer, on a page that is expected to stay: with time for several commits, and for their answers; close: the last
 * one.
 */
export type Occasion = LeavingEvent | 'in-sight' | 'close';

interface Telling {
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

export const NOTHING_TOLD: Delivery = { name: 'told', completion: 'open' };

export function nextDelivery(state: Delivery, event: DeliveryEvent): Delivery {
  switch (event.type) {
    case 'begins':
      return begun(state, event.occasion);
    case 'committed':
      return committed(state, event);
    case 'failed':
      return { name: 'lost', completion: doubted(state.completion, event.complete) };
    case 'completed-follows':
      return { ...state, completion: 'open' };
    case 'abandoned':
      return { name: 'lost', completion: state.completion };
  }
}

/** Whether what is in doubt is told again: a page that lingers has just been barred. */
export function repeatsDoubted(occasion: Occasion): boolean {
  return occasion === 'in-sight' || occasion === 'lingering';
}

/** What a save that begins has to tell again. */
export function repeats(state: Delivery, occasion: Occasion): 'nothing' | 'unheard' | 'everything' {
  if (!repeatsDoubted(occasion) || state.name === 'told') return 'nothing';
  return state.name === 'lost' ? 'everything' : 'unheard';
}

function begun(state: Delivery, occasion: Occasion): Delivery {
  if (state.name !== 'unheard') return repeatsDoubted(occasion) ? { name: 'told', completion: state.completion } : state;
  // What went out a moment ago, in `beforeunload`, will not have been answered in any LMS that uses a beacon there.
  if (occasion === 'close' && state.event === 'leaving') return state;
  const completion = doubted(state.completion, state.complete);
  return repeatsDoubted(occasion) ? { name: 'told', completion } : { ...state, completion };
}

function committed(state: Delivery, { occasion, complete, isHeard, isProven }: DeliveryEvent & { readonly type: 'committed' }): Delivery {
  const completion = isProven && complete && state.completion === 'open' ? 'proven' : state.completion;
  // Whatever else than told it is by now, it became so after this commit.
  if (isHeard || occasion === 'in-sight' || occasion === 'close') return { ...state, completion };
  if (state.name === 'lost') return { name: 'lost', completion: doubted(completion, complete) };
  return { name: 'unheard', event: occasion, complete: complete || (state.name === 'unheard' && state.complete), completion };
}

function doubted(completion: Telling['completion'], complete: boolean): Telling['completion'] {
  return complete && completion === 'open' ? 'owed' : completion;
}
