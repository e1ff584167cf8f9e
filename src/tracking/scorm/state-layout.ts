/**
 * Where a learner's state stands in a SCORM LMS.
 *
 *     ┌───────┐ ──prepared──▶ ┌────────┐ ──adopted──▶ ┌───────┐ ──filled──▶ ┌─────────┐
 *     │ whole │               │ moving │              │ paged │             │ crowded │
 *     └───────┘ ◀───broken─── └────────┘              └───────┘             └─────────┘
 *                                   ▲     prepared        │                      │
 *                                   └─────────────────────┴──────────────────────┘
 *
 *     whole    all of it in suspend_data
 *     moving   a new base stands in pages that nothing names yet; what was before still counts, and comes back where the base is `broken`
 *     paged    the base in pages, and in suspend_data a header that names them, with what has changed since
 *     crowded  the same, with little room left, though all that can be is in the base: moving once more would free nothing
 *
 * `returned` takes paged and crowded to what was before the last move. `forgotten` takes everything to whole.
 */
import type { Base } from './state-base.ts';

interface Whole {
  readonly name: 'whole';
}

interface Paged {
  readonly name: 'paged' | 'crowded';
  readonly base: Base;
  /** Before the last move; undefined where all was in suspend_data, or the pages may have been written over. */
  readonly earlier: Base | undefined;
}

export type StateLayout = Whole | Paged | { readonly name: 'moving'; readonly from: Whole | Paged; readonly to: Base };

export type LayoutEvent =
  /** A base was written into pages beside those in use. */
  | { readonly type: 'prepared'; readonly base: Base }
  /** The base could not be written, or does not read back. */
  | { readonly type: 'broken' }
  /** It reads back, and suspend_data names it from now on. */
  | { readonly type: 'adopted' }
  /** What has changed since the base leaves little room in suspend_data right after a move. */
  | { readonly type: 'filled' }
  /** The last move did not make room enough. */
  | { readonly type: 'returned' }
  /** What stands in pages does not count any more. */
  | { readonly type: 'forgotten' };

export const WHOLE: Whole = { name: 'whole' };

/** The layout of a state that was found in the LMS. */
export function layoutOn(base: Base | undefined): StateLayout {
  return pagedOrWhole(base, undefined);
}

/** The base that counts. */
export function baseOf(layout: StateLayout): Base | undefined {
  switch (layout.name) {
    case 'whole':
      return undefined;
    case 'moving':
      return baseOf(layout.from);
    case 'paged':
    case 'crowded':
      return layout.base;
  }
}

export function nextLayout(layout: StateLayout, event: LayoutEvent): StateLayout {
  switch (event.type) {
    case 'prepared':
      return { name: 'moving', from: settled(layout), to: event.base };
    case 'broken':
      return settled(layout);
    case 'adopted':
      return layout.name === 'moving' ? pagedOrWhole(layout.to, baseOf(layout)) : layout;
    case 'filled':
      return layout.name === 'paged' ? { ...layout, name: 'crowded' } : layout;
    case 'returned':
      return returned(layout);
    case 'forgotten':
      return WHOLE;
  }
}

/** Without the way back: what was before may have been written over. */
function settled(layout: StateLayout): Whole | Paged {
  const before = layout.name === 'moving' ? layout.from : layout;
  return before.name === 'whole' ? before : { ...before, earlier: undefined };
}

function returned(layout: StateLayout): StateLayout {
  const from = layout.name === 'moving' ? layout.from : layout;
  return from.name === 'whole' ? from : pagedOrWhole(from.earlier, undefined);
}

function pagedOrWhole(base: Base | undefined, earlier: Base | undefined): Whole | Paged {
  return base ? { name: 'paged', base, earlier } : WHOLE;
}
