/** Cells that ought to say something and are not understood: counted by column, so that nobody is left out in silence. */

import { shortened } from '../counted.ts';

/** How many different cells are shown of a column, and how much of each: enough to find them. */
const EXAMPLES = 3;
const LENGTH = 24;
const LENGTH_OF_HEAD = 60;

export interface ColumnDoubts {
  readonly column: string;
  readonly count: number;
  readonly examples: readonly string[];
  /** One of them is a day that is still to come. */
  readonly hasDayToCome: boolean;
}

/** A day that is none unless its month stands first: 12/31/2026. */
const MONTH_FIRST = /^(?:\p{L}+\.?,?\s+)?(?:0?[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])\/(?:\d{4}|\d\d)(?!\d)/u;

export class Doubts {
  /** A cell with the month first was not understood: others of its kind are, as another day. */
  monthFirst = false;
  private readonly columns = new Map<string, { count: number; readonly examples: Set<string>; hasDayToCome: boolean }>();

  note(column: string, cell: string, isDayToCome = false): void {
    this.monthFirst ||= MONTH_FIRST.test(cell.trim());
    let known = this.columns.get(column);
    if (!known) this.columns.set(column, (known = { count: 0, examples: new Set(), hasDayToCome: false }));
    known.count++;
    known.hasDayToCome ||= isDayToCome;
    if (known.examples.size < EXAMPLES) known.examples.add(shortened(cell.trim(), LENGTH));
  }

  /** One entry a column. */
  get list(): ColumnDoubts[] {
    return [...this.columns].map(([column, { count, examples, hasDayToCome }]) => ({
      column: shortened(column, LENGTH_OF_HEAD),
      count,
      examples: [...examples],
      hasDayToCome,
    }));
  }
}
