import type { Turn } from '../../src/tracking/tracker.ts';

/** A turn that nobody takes away. */
export function turn(): Turn {
  return new Turns().take();
}

/** Gives the turn to one save at a time, as a save queue does. */
export class Turns {
  #current: { isOver: boolean } | undefined;

  /** The turn of the save before, if it is under way still, is over. */
  take(): Turn {
    this.end();
    const taken = {
      isOver: false,
      rest: async (): Promise<boolean> => {
        await new Promise((rested) => setTimeout(rested, 1_050));
        return !taken.isOver;
      },
    };
    this.#current = taken;
    return taken;
  }

  end(): void {
    if (this.#current) this.#current.isOver = true;
    this.#current = undefined;
  }
}
