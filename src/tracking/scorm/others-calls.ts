/**
 * Players that commit or end the session by themselves, before the course is told that the page leaves: Opigno's calls Finish in SCORM 1.2 and Commit
 * in 2004, in `beforeunload` of its own page (3.0.4, run). Of a page that writes, what is set by then is stored; of one that has lost the course to
 * another tab, it would put old texts over newer ones. No event of the page comes early enough: Chromium tells a window's listeners of
 * `beforeunload` in the order in which they were added, those of the capture phase too (run), and the player's are there first.
 */

/** On what stands in the place of a function of the LMS: that function, for whoever calls it for the course, or stands there after a page that left it. */
const OWN = Symbol.for('aspa-own');

type Call = (...parameters: unknown[]) => unknown;

/** The LMS's own function, whatever page of the course stands before it; undefined where there is none. */
export function ownFunction(api: Record<string, unknown>, name: string): Call | undefined {
  const found = api[name] as (Call & { readonly [OWN]?: Call }) | undefined;
  return typeof found === 'function' ? (found[OWN] ?? found) : undefined;
}

/**
 * @param api the LMS's own object, through which its player calls too. One that does not give back what is put into it (a facade) stays as it is
 * @param name of the function
 * @param goesOn asked before each call; where it says no, the caller hears "true" and the LMS nothing. A fault of it stops nothing
 * @returns ends it, and gives the LMS its own function back unless somebody has taken ours along
 */
export function beforeCalls(api: Record<string, unknown>, name: string, goesOn: () => boolean): () => void {
  const theirs = ownFunction(api, name);
  if (!theirs || !keepsWhatIsPut(api)) return () => undefined;
  const isOwn = Object.hasOwn(api, name);
  let isOver = false;
  const stands = function (this: unknown, ...parameters: unknown[]): unknown {
    try {
      if (!isOver && !goesOn()) return 'true';
    } catch {
      // The LMS does as it wants to.
    }
    return theirs.apply(this, parameters);
  };
  api[name] = Object.assign(stands, { [OWN]: theirs });
  return () => {
    isOver = true;
    if (api[name] !== stands) return;
    if (isOwn) api[name] = theirs;
    else delete api[name];
  };
}

function keepsWhatIsPut(api: Record<string | symbol, unknown>): boolean {
  try {
    api[OWN] = OWN;
    const isThere = api[OWN] === OWN;
    delete api[OWN];
    return isThere;
  } catch {
    return false;
  }
}
