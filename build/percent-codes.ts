/**
 * Markdown writes other letters than ASCII as percent codes, and its author would not know the name again.
 * @returns undefined where a percent sign is no code of a letter
 */
export function withoutPercentCodes(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
