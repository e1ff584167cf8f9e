/** Long work of a page in slices, between which it can be used: no frame is late by more than a slice. */

/** Milliseconds. */
const SLICE = 12;
/** The clock is looked at once in so many steps. */
const STEPS = 256;

/** Asked between slices: true ends the work. */
type IsOver = () => boolean;

/**
 * Calls `step` with 0 to `count` - 1. What one slice is enough for is done at once.
 * @returns undefined where all is done already
 */
export function inSlices(count: number, isOver: IsOver, step: (index: number) => void): Promise<void> | undefined {
  let index = 0;
  const slice = (): boolean => {
    const end = performance.now() + SLICE;
    while (index < count) {
      step(index++);
      if (index % STEPS === 0 && performance.now() > end) return false;
    }
    return true;
  };
  if (slice()) return undefined;
  return (async () => {
    do await pause();
    while (!isOver() && !slice());
  })();
}

/** A stable order, by merging ever longer runs. */
export async function sortedInSlices<Item>(
  items: readonly Item[],
  isOver: IsOver,
  compare: (one: Item, other: Item) => number,
): Promise<Item[]> {
  let runs: Item[] = [...items];
  for (let width = 1; width < items.length && !isOver(); width *= 2) {
    const from = runs;
    const merged: Item[] = [];
    let [start, left, right] = [0, 0, Math.min(width, items.length)];
    const step = (): void => {
      const [leftEnd, rightEnd] = [Math.min(start + width, items.length), Math.min(start + 2 * width, items.length)];
      const takesLeft = left < leftEnd && (right >= rightEnd || compare(from[left] as Item, from[right] as Item) <= 0);
      merged.push(from[takesLeft ? left++ : right++] as Item);
      if (left >= leftEnd && right >= rightEnd) [start, left, right] = [rightEnd, rightEnd, Math.min(rightEnd + width, items.length)];
    };
    const merging = inSlices(items.length, isOver, step);
    if (merging) await merging;
    runs = merged;
  }
  return runs;
}

/** Until the page has done what waits, by a message: timers wait longer and longer. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
