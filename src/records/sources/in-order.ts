/** Several things under way at once, their results in the order of the list. The first failure ends it. */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncIterable<Result> {
  const under = new Map<number, Promise<Result>>();
  let next = 0;
  const start = (): void => {
    const item = items[next] as Item;
    const promise = work(item);
    // Its failure is told when its turn comes; until then it must not count as unhandled.
    promise.catch(() => {});
    under.set(next++, promise);
  };
  while (next < Math.min(atOnce, items.length)) start();
  for (let turn = 0; turn < items.length; turn++) {
    const result = await under.get(turn);
    under.delete(turn);
    if (next < items.length) start();
    yield result as Result;
  }
}
