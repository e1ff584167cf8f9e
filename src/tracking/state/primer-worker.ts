/** A worker that is given the primer and gives what a context model has learned from it (`prime-aside.ts`). */
import type { ModelTables } from './context-model.ts';
import { readPrimer } from './read-primer.ts';
import type { Primer } from './state-primer.ts';

addEventListener('message', ({ data }: MessageEvent<Primer>) => {
  const { tables } = readPrimer(data);
  const buffers = Object.values<ModelTables[keyof ModelTables]>({ ...tables }).map(({ buffer }) => buffer);
  postMessage(tables, { transfer: buffers });
});
