/** A long answer in parts that each fit into a response of the LMS, or cut short with a mark. */

/** Behind an answer of which the LMS is told no more. */
export const GOES_ON = ' […]';

/** The text in parts of at most `length` units; no visible character is cut in two unless it alone is longer. */
export function splitResponse(text: string, length: number): string[] {
  if (text.length <= length) return [text];
  const parts: string[] = [];
  let part = '';
  for (const grapheme of graphemesOf(text)) {
    for (const piece of grapheme.length > length ? Array.from(grapheme) : [grapheme]) {
      if (part.length + piece.length > length) {
        parts.push(part);
        part = '';
      }
      part += piece;
    }
  }
  return [...parts, part];
}

/** Its beginning, with a mark that it goes on. */
export function cutResponse(text: string, length: number): string {
  return length === 0 ? '' : (splitResponse(text, length)[0] ?? '') + GOES_ON;
}

/**
 * Stretches of a text: of plain characters, or of others with the neighbours that they may join. Plain ones join nothing (ASCII, Latin, the usual
 * quotation marks and dashes, € and ⏎): between two of them a visible character always ends (Unicode UAX #29, GB999).
 */
const STRETCHES = ((plain: string): RegExp => new RegExp(`([${plain}]+)(?=[${plain}]|$)|[${plain}]?(?:[^${plain}]+[${plain}]?)+`, 'g'))(
  '\\u0020-\\u007e\\u00a0-\\u02ff\\u2010-\\u2027\\u20ac\\u23ce',
);

/** Units of a stretch that are read at once. */
const WINDOW = 1_000;

/** A segmenter takes about a microsecond for each character, and a page that closes has little time: plain ones are told without it. */
function* graphemesOf(text: string): Iterable<string> {
  if (typeof Intl.Segmenter !== 'function') return yield* text;
  for (const [stretch, plain] of text.matchAll(STRETCHES)) {
    if (plain !== undefined) yield* plain;
    else yield* segmentsOf(stretch);
  }
}

/**
 * Window by window, since V8 reads a long text in quadratic time: 80,000 letters that are none of the plain ones in 48 seconds. The last
 * character of a window may go on in the next one, and is read again there.
 */
function* segmentsOf(stretch: string): Iterable<string> {
  const segmenter = new Intl.Segmenter();
  for (let from = 0; from < stretch.length;) {
    const segments = [...segmenter.segment(stretch.slice(from, from + WINDOW))];
    const whole = from + WINDOW < stretch.length && segments.length > 1 ? segments.slice(0, -1) : segments;
    for (const { segment } of whole) {
      yield segment;
      from += segment.length;
    }
  }
}
