/** Cells that ought to say something and are not understood: counted by column, so that nobody is left out in silence. */

import { counted, shortened } from './counted.ts';

/** How many different cells are shown of a column, and how much of each: enough to find them. */
const EXAMPLES = 3;
const LENGTH = 24;
const LENGTH_OF_HEAD = 60;

export class Doubts {
  private readonly columns = new Map<string, { count: number; readonly examples: Set<string> }>();

  note(column: string, cell: string): void {
    let known = this.columns.get(column);
    if (!known) this.columns.set(column, (known = { count: 0, examples: new Set() }));
    known.count++;
    if (known.examples.size < EXAMPLES) known.examples.add(shortened(cell.trim(), LENGTH));
  }

  /** One text a column. */
  get texts(): string[] {
    return [...this.columns].map(
      ([column, { count, examples }]) =>
        `${counted(count, 'cell', 'cells')} of “${shortened(column, LENGTH_OF_HEAD)}”, such as ${[...examples].map((cell) => `“${cell}”`).join(', ')}`,
    );
  }
}
