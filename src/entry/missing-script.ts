/**
 * Runs in the page itself, before the tag of the course's script. A page out of the browser's cache may ask for a script that an update has taken
 * away (mod_tincanlaunch: the page may be kept for six hours, and comes under the same address at each launch of a learner). Then the page is
 * loaded anew, at the same address, for which a browser asks the server; once, and where the script is missing still, it says what to do
 * (`build/missing-script-words.ts`).
 */
const LOADED_ANEW = 'aspa:loaded-anew';

addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement) || target.id !== 'course-script') return;
    if (isFirstTime(target.src)) location.reload();
    // Firefox tells it at once, others when the page has been read.
    else if (document.readyState === 'loading') addEventListener('DOMContentLoaded', saySo);
    else saySo();
  },
  true,
);

/** False too where this tab could not remember it: the page would be loaded for ever. */
function isFirstTime(script: string): boolean {
  try {
    const known = sessionStorage.getItem(LOADED_ANEW);
    sessionStorage.setItem(LOADED_ANEW, script);
    return known !== script;
  } catch {
    return false;
  }
}

function saySo(): void {
  const words = document.getElementById('not-loaded');
  if (words instanceof HTMLTemplateElement) document.body.replaceChildren(words.content);
}
