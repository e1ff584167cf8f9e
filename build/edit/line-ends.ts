/** Edits are made in text with `\n` line ends; a file keeps its own, and its byte order mark. */

const BYTE_ORDER_MARK = '\uFEFF';

/** A file's text as edits take it. */
export function normalized(raw: string): string {
  return (raw.startsWith(BYTE_ORDER_MARK) ? raw.slice(1) : raw).replace(/\r\n?/g, '\n');
}

/**
 * @param raw a file's text as it is
 * @param after its normalized text as it shall be
 * @returns the file's text: outside of what has changed, its own to the letter
 */
export function withOwnLineEnds(raw: string, after: string): string {
  const before = normalized(raw);
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const lineEnd = /\r?\n/.exec(raw)?.[0] ?? '\n';
  const changed = after.slice(head, after.length - tail).replaceAll('\n', () => lineEnd);
  return raw.slice(0, rawOffset(raw, head)) + changed + raw.slice(rawOffset(raw, before.length - tail));
}

/** Where a place of the normalized text is in the file's own. */
function rawOffset(raw: string, offset: number): number {
  let place = raw.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  for (let passed = 0; passed < offset; passed += 1) place += raw.startsWith('\r\n', place) ? 2 : 1;
  return place;
}
