import type { FieldId } from '../../course/answers.ts';

export const CELLS = ['skill', 'presence', 'development'] as const;
export type Cell = (typeof CELLS)[number];

/** A scale's note stands under the scale's id with this after it. */
export const NOTE = '_note';
/** "Not my work" stands under the channel's id with this after it, beside a list's items, which stand under the list's own. */
const NOT_MINE = '_not_mine';
/** The only option of "not my work". */
export const NOT_MINE_OPTION = 'not_mine';

interface Identified {
  readonly id: string;
}

/** The channels in which she serves, as she picked them. */
export function mineField({ id }: Identified): FieldId {
  return `${id}.mine`;
}

export function notMineField({ id }: Identified, channel: string): FieldId {
  return `${id}.${channel}${NOT_MINE}`;
}

/** Kept where the exercise was done by the rule of version 1.0.0 when she was first asked which channels are hers. */
export function doneBefore({ id }: Identified): FieldId {
  return `${id}.done_before`;
}
