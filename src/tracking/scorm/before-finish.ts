/**
 * Players that end the session by themselves, before the course is told that the page leaves: Opigno's does so in SCORM 1.2, in `beforeunload` of its own
 * page (3.0.4, run). What is set by then is stored, and nothing after it. No event of the page comes early enough: Chromium tells a window's
 * listeners of `beforeunload` in the order in which they were added, those of the capture phase too (run), and the player's are there first.
 */

/**
 * @param api the LMS's own object, through which its player calls Finish too
 * @param finish the function's name
 * @param run called before it. A fault of it stops nothing
 * @returns gives the LMS its own function back
 */
export function beforeFinish(api: Record<string, unknown>, finish: string, run: () => void): () => void {
  const theirs = api[finish];
  if (typeof theirs !== 'function') return () => undefined;
  const isOwn = Object.hasOwn(api, finish);
  const stands = function (this: unknown, ...parameters: unknown[]): unknown {
    giveBack();
    try {
      run();
    } catch {
      // The LMS ends its session as it wants to.
    }
    return theirs.apply(this, parameters) as unknown;
  };
  const giveBack = (): void => {
    if (api[finish] !== stands) return;
    if (isOwn) api[finish] = theirs;
    else delete api[finish];
  };
  try {
    api[finish] = stands;
  } catch {
    // An object that cannot be changed.
  }
  return giveBack;
}
