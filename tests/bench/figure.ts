/** What a measurement came to, and what it is held to. */
import type { BenchFigure } from './records-bench.ts';

export interface Figure extends BenchFigure {
  /** The value must reach it; `limit` is for values that must stay below. */
  readonly atLeast?: number;
}

/** Where packages are, how often something is measured, and whom to tell how it goes. */
export interface BenchOptions {
  /** The folder of built packages. */
  readonly packages: string;
  /** Fewer rounds: figures to look at while developing, not to quote. */
  readonly quick: boolean;
  readonly tell: (line: string) => void;
}

export function keepsLimit({ value, limit = Infinity, atLeast = -Infinity }: Figure): boolean {
  return value < limit && value >= atLeast;
}

/** @throws RangeError where there are no values */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError('There is no median of no values.');
  return middle;
}
