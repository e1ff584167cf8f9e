import type { Turn } from '../../src/tracking/tracker.ts';

/** A turn that nobody takes away. */
export function turn(): Turn {
  return { isOver: false, rest: () => new Promise((rested) => setTimeout(() => rested(true), 1_050)) };
}
