/** A SCORM 1.2 run-time in this browser, for the package that needs no LMS: what it is told stays in local storage. */
import * as run from 'scorm-again/scorm12/min';

const STORED = 'aspa:run-time';

/** What of scorm-again's API is used here; its build exports by name what its types call the default. */
interface RunTime {
  on(event: 'LMSCommit', listener: () => void): void;
  renderCMIToJSONObject(): object;
  loadFromJSON(json: object): void;
}
const { Scorm12API } = run as unknown as { readonly Scorm12API: new (settings: object) => RunTime };

/** The page that gets an `API`. */
export interface RunTimePage {
  API?: unknown;
}

/**
 * Puts the run-time's API into the page, with what was kept there before.
 * @param storage undefined where the browser keeps nothing
 * @returns a function that removes what is kept
 */
export function installRunTime(page: RunTimePage, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined): () => void {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  const kept = storage?.getItem(STORED);
  if (kept) restore(api, kept);
  api.on('LMSCommit', () => storage?.setItem(STORED, JSON.stringify(api.renderCMIToJSONObject())));
  page.API = api;
  return () => storage?.removeItem(STORED);
}

/** What cannot be read any more is left: the session's own copy has the answers too. */
function restore(api: RunTime, kept: string): void {
  try {
    api.loadFromJSON(JSON.parse(kept) as object);
  } catch (error) {
    console.warn('The run-time’s own record could not be read; the course goes on from its copy.', error);
  }
}
