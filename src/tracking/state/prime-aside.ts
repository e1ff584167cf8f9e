/**
 * Reads the primer in a worker while the page makes itself ready: of a launch in SCORM that is the longest piece of work, and nothing else waits
 * for it. Where there are no workers, the page reads it itself when it is needed first.
 */
import type { ModelTables } from './context-model.ts';
import { takePrimed } from './primed-model.ts';
import { PRIMER } from './state-primer.ts';

/** The page itself takes no longer on the slowest telephone. */
const PATIENCE = 2_000;

/**
 * @param script of the worker (`primer-worker.ts`)
 * @returns once the state can be read at once, or the worker is given up. Never rejects
 */
export function primeAside(script: string, patience = PATIENCE): Promise<void> {
  return new Promise((resolve) => {
    let address = '';
    let worker: Worker;
    try {
      address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      worker = new Worker(address);
    } catch {
      // There are none, or they are barred.
      return resolve();
    }
    const end = (): void => {
      clearTimeout(timer);
      worker.terminate();
      URL.revokeObjectURL(address);
      resolve();
    };
    const timer = setTimeout(end, patience);
    worker.addEventListener('message', ({ data }: MessageEvent<ModelTables>) => {
      takePrimed(data);
      end();
    });
    // As where the LMS's own policy bars it.
    worker.addEventListener('error', end);
    worker.addEventListener('messageerror', end);
    worker.postMessage(PRIMER);
  });
}
