/** "1 row", "2 rows". @param number how the language writes a number: "12 345" */
export function counted(count: number, one: string, several: string, number: (count: number) => string = String): string {
  return `${number(count)} ${count === 1 ? one : several}`;
}

/** How much of somebody else's texts a message holds: enough to find them. */
const MOST_LISTED = 12;
const LONGEST_LISTED = 60;

/**
 * The first of several texts of a file or an LMS, each cut to a length that can be read, and how many more there are.
 *
 * @param more the words for how many more
 */
export function listed(texts: readonly string[], separator: string, more: (count: number) => string): string {
  const shown = texts.slice(0, MOST_LISTED).map((text) => shortened(text, LONGEST_LISTED));
  const left = texts.length - shown.length;
  return shown.join(separator) + (left > 0 ? `${separator}… (${more(left)})` : '');
}

/** With an ellipsis in place of what is cut away. */
export function shortened(text: string, length: number): string {
  // Of a text of millions of letters no more than is shown is looked at.
  const letters = [...text.slice(0, 2 * length + 2)];
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : text;
}
