/** Lets a press do nothing while what the press before it began is not there yet: a double click opens one window. */

/** @returns what runs its task unless another one is still running */
export function oneAtATime(): (task: () => Promise<void>) => Promise<void> {
  let isRunning = false;
  return async (task) => {
    if (isRunning) return;
    isRunning = true;
    try {
      await task();
    } finally {
      isRunning = false;
    }
  };
}
