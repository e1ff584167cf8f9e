/**
 * What Chamilo answers a save with that it has stored, and what else: all with status 200 and the type of HTML. Seen in 1.11.28 with the player of
 * 1.11.32 (main/lp/lp_ajax_save_item.php, lp_ajax_save_objectives.php). The addresses are given without query.
 * How long it is waited for: `commit-witness.ts`.
 */

/** A save that is stored: a line of script (79 bytes). After the end of the session: its page "not allowed" (12,733). */
const SAVE = /\/lp_ajax_save_item\.php$/;
/** Objectives go here beside each save, by a request that the page waits for: it may have its answer, always an empty one, before the save has. */
const OBJECTIVES = /\/lp_ajax_save_objectives\.php$/;
/** Some 30 bytes for each folder above the item in the learning path come to the line; most pages are longer… */
const LONGEST_ANSWER_BYTES = 1_000;
/** …and the short ones of a proxy or a network still longer than the line was at first, which grows where three folders change at once. */
const MOST_MORE_BYTES = 100;

/**
 * Nothing was stored: it answers with nothing too, where another of its learning paths was opened since.
 * @param bytes of the answer; a browser that does not tell them, or says 0 of each, tells nothing
 * @param before bytes of what the same address answered at first
 */
export function isUnstored(address: string, bytes: number | undefined, before: number | undefined): boolean {
  if (bytes === undefined || !SAVE.test(address)) return false;
  const longest = before ? Math.min(LONGEST_ANSWER_BYTES, before + MOST_MORE_BYTES) : LONGEST_ANSWER_BYTES;
  return bytes > longest || (bytes === 0 && (before ?? 0) > 0);
}

/**
 * LMSInitialize asks for the learner's state, and says "true" whatever becomes of that. The answer is a script, which is the only one to set this
 * property (main/lp/lp_ajax_initialize.php, initialize_item; read in 1.9 to 2.0). @param player the window that has the API
 */
export function hasReadState(player: Window): boolean {
  const { olms } = player as unknown as { readonly olms?: Record<string, unknown> };
  return olms?.['lms_item_interactions_count'] !== undefined;
}

/** Whatever became of the save, the answer is the same. */
export function saysNothing(address: string): boolean {
  return OBJECTIVES.test(address);
}
