/** Learners' words as LMSs can take them in a response: nothing that breaks a request, nothing cut in silence. */

/** Stands for a line break, which many LMSs refuse in a response. */
const LINE_BREAK = ' ⏎ ';
/** What Chamilo writes into its requests unencoded, each with a character that looks like it. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '%': '％',
  '&': '＆',
  '+': '＋',
  '=': '＝',
  '<': '＜',
  '>': '＞',
  "'": '’',
  '"': '”',
  '\\': '＼',
  '#': '＃',
  ';': '；',
};

export interface ResponseRules {
  /** Most UTF-16 units in a response. */
  readonly length: number;
  /** The LMS writes responses into its requests as they are. */
  readonly unencoded: boolean;
  /** The LMS's database has no room for a character beyond U+FFFF: □ stands for it. */
  readonly withoutEmoji: boolean;
}

/** A response without control characters, what XML has no room for (U+FFFE, U+FFFF), lone surrogates and line breaks, and none that could be taken for a number. */
export function cleanResponse(text: string, { unencoded, withoutEmoji }: Omit<ResponseRules, 'length'>): string {
  let clean = text
    .trim()
    .replace(/\r\n?|[\n\u2028\u2029\u0085]/g, LINE_BREAK)
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  if (unencoded) clean = clean.replace(/[%&+=<>'"\\#;]/g, (character) => LOOKALIKES[character] ?? character);
  if (unencoded || withoutEmoji) clean = clean.replace(/[\u{10000}-\u{10ffff}]/gu, '□');
  return looksLikeNumber(clean) ? `”${clean}”` : clean;
}

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

/** LMSs turn "0401234567" and "1.50" into numbers, and take "1e3" and "1000" for the same. */
function looksLikeNumber(text: string): boolean {
  return text !== '' && !Number.isNaN(Number(text.replace(',', '.')));
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
