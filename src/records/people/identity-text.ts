/** Names, addresses, numbers and units as one line of text, whatever a source holds: anybody can put anything into her own name. */

/** White space of every kind, and control characters, which some programs take for line breaks. */
const BREAKS = /[\p{White_Space}\p{Cc}]+/gu;
/** They turn the order of the letters around them, so that a text looks like another one (Unicode TR #36, 3). */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/** @returns undefined where nothing is left */
export function identityText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const folded = text.replace(TURNS, '').replace(BREAKS, ' ').trim();
  return folded === '' ? undefined : folded;
}
