/** What LRSs answer to whoever asks for a statement by its id (xAPI Communication 2.1.3). */
interface Found {
  readonly id?: unknown;
  readonly statements?: unknown;
}

/** Whether it is what a query is answered with. */
export function isListing(answer: unknown): boolean {
  return Array.isArray((answer as Found | null | undefined)?.statements);
}

/**
 * Whether the answer holds the statement. It is believed by the statement itself: Open edX's XBlock answers 200 to what it does not know.
 * mod_cmi5 answers with a list of one, as to a query.
 */
export function holdsStatement(answer: unknown, statementId: string): boolean {
  const found = answer as Found | null | undefined;
  const listed = Array.isArray(found?.statements) ? (found.statements as readonly (Found | null)[]) : [];
  return [found, ...listed].some((one) => String(one?.id).toLowerCase() === statementId.toLowerCase());
}
