/**
 * Players that commit or end the session by themselves, before the course is told that the page leaves: Opigno's calls Finish in SCORM 1.2 and Commit
 * in 2004, in `beforeunload` of its own page (3.0.4, run). Of a page that writes, what is set by then is stored; of one that has lost the course to
 * another tab, it would put old texts over newer ones. No event of the page comes early enough: Chromium tells a window's listeners of
 * `beforeunload` in the order in which they were added, those of the capture phase too (run), and the player's are there first.
 */

/**
 * @param api the LMS's own object, through which its player calls too
 * @param name of the function
 * @param goesOn asked before each call; where it says no, the caller hears "true" and the LMS nothing. A fault of it stops nothing
 * @returns gives the LMS its own function back
 */
export function beforeCalls(api: Record<string, unknown>, name: string, goesOn: () => boolean): () => void {
  const theirs = api[name];
  if (typeof theirs !== 'function') return () => undefined;
  const isOwn = Object.hasOwn(api, name);
  const stands = function (this: unknown, ...parameters: unknown[]): unknown {
    try {
      if (!goesOn()) return 'true';
    } catch {
      // The LMS does as it wants to.
    }
    return theirs.apply(this, parameters) as unknown;
  };
  try {
    api[name] = stands;
  } catch {
    // An object that cannot be changed.
  }
  return () => {
    if (api[name] !== stands) return;
    if (isOwn) api[name] = theirs;
    else delete api[name];
  };
}
