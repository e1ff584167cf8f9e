/**
 * Waits for the LMS's page around the course. A course that comes out of the browser's cache runs before a large page has: it finds no API yet,
 * or one that answers '' to everything and drops what is set, since the page gives it the learner and her state only at `DOMContentLoaded`
 * (Opigno LMS 3.0.4, run: in 3 of 6 launches with no state and no learner, on a slow connection in all of them without an API).
 */

/** A page that is written by a script and never closed is loading for ever: with an API in sight it is not waited for longer. */
const WITH_API_MS = 10_000;
const MOST_TRIES = 100;
/** A window that waits for a request answers no message meanwhile. */
const ANSWERED_MS = 1_000;
/** Without one there is nothing to go on with. */
const WITHOUT_API_MS = 30_000;

/**
 * @param holder the window that has the API; undefined where there is none yet
 * @returns whether they stand: false where that took too long
 */
export async function untilPlayerStands(page: Window, holder: () => Window | undefined): Promise<boolean> {
  const loading = playerWindows(page, holder()).filter(isLoading);
  if (loading.length === 0) return true;
  let stands = false;
  const stand = Promise.all(loading.map(contentLoaded)).then(() => (stands = true));
  await Promise.race([stand, pause(WITH_API_MS)]);
  if (!holder()) await Promise.race([stand, pause(WITHOUT_API_MS - WITH_API_MS)]);
  // Some pages leave what they do then to a timer.
  await pause(0);
  return stands;
}

/**
 * What a facade answers once the other window has been heard. Nothing else may be asked meanwhile: the answer to that would take the place of an
 * error (scorm-again 3.4.3, CrossFrameAPI, run).
 */
export async function answeredLater(ask: () => string): Promise<string> {
  ask();
  await pause(ANSWERED_MS);
  return ask();
}

/**
 * Waits for what a facade hands over. One between windows of two origins answers each question with '' until the other window has answered it, and
 * Initialize with "true" at once (scorm-again 3.4.3, CrossFrameAPI, run).
 * @param given what is waited for, as far as it is there; asked again and again. @param most so many tenths of a second at most
 * @returns whether anything came in that time, ten seconds where nothing else is said
 */
export async function untilFed(given: () => string, most = MOST_TRIES): Promise<boolean> {
  for (let tries = 0; given() === ''; tries++) {
    if (tries === most) return false;
    await pause(WITH_API_MS / MOST_TRIES);
  }
  return true;
}

/**
 * Those above the course, where they have the API. Where the opener has it, or one above that, only the one with it: what an opener's script
 * writes around the course is often never closed, and so loading for ever. Where none has it yet, any of them may get it.
 */
function playerWindows(page: Window, holder: Window | undefined): Window[] {
  const around = above(page);
  if (holder && holder !== page && !around.includes(holder)) return [holder];
  const openers = holder ? [] : [page, ...around].map(openerOf).filter((opener) => opener !== undefined);
  return [...new Set([...around, ...(holder ? [holder] : []), ...openers.flatMap((opener) => [opener, ...above(opener)])])];
}

function above(window: Window): Window[] {
  const found = new Set<Window>();
  for (let at = window; at.parent && at.parent !== at && !found.has(at.parent); at = at.parent) found.add(at.parent);
  return [...found];
}

/** Undefined for a window of another origin that tells nothing. */
function openerOf(window: Window): Window | undefined {
  try {
    return (window.opener as Window | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** False for a window of another origin: of that one nothing can be known. */
function isLoading(window: Window): boolean {
  try {
    const { readyState } = window.document;
    if (readyState === 'loading') return true;
    if (readyState !== 'interactive') return false;
    const [navigation] = window.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.domContentLoadedEventEnd === 0;
  } catch {
    return false;
  }
}

/** At the window, so that the document's own listeners have been told. */
function contentLoaded(window: Window): Promise<void> {
  return new Promise((loaded) => {
    for (const sign of ['DOMContentLoaded', 'load']) window.addEventListener(sign, () => loaded(), { once: true });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((over) => setTimeout(over, milliseconds));
}
