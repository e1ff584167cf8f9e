/** More than two lines of the page hold: what is cut off is not seen, and would be read aloud. */
const SHOWN = 160;

/** The beginning of a text in one line, for what names or shows it where it is folded or removed. @param most characters */
export function firstWords(text: string, most = SHOWN): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words.length <= most) return words;
  // No half of a character that takes two.
  return `${words.slice(0, most).replace(/[\s.,;:]*[\ud800-\udbff]?$/, '')}…`;
}
