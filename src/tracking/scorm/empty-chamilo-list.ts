/**
 * Chamilo's player remembers what the course has set since LMSInitialize, and sends all of it with each commit, and by itself when its page goes,
 * whoever has written meanwhile. SCORM has no word that ends this: LMSFinish empties the list too, but sends it once more before. The player's own
 * function sends nothing (main/lp/scorm_api.php; seen in 1.11.28 with the player of 1.11.32, read in one of 2009 and in 2.0). What is set after it
 * is remembered again. In some versions LMSGetValue gives "not attempted" as the status from then on, which the player sends only once it is set.
 */
const FUNCTION = 'reinit_updatable_vars_list';

/** @param player the window that has the API. @returns whether it was emptied: not where the player is none of Chamilo's */
export function emptyList(player: Window): boolean {
  try {
    const empty = (player as unknown as Record<string, unknown>)[FUNCTION];
    if (typeof empty !== 'function') return false;
    empty.call(player);
    return true;
  } catch {
    // A window of another origin, or a player that has changed: then it sends what it has.
    return false;
  }
}
