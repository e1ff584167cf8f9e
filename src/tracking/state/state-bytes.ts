/**
 * Texts as bytes, one for each letter that Finnish uses: ISO 8859-1 with some typographic marks where it has none, and three bytes
 * for any other UTF-16 unit, so that every string comes back, half surrogate pairs too. Frozen with version A of the state; the marks
 * `earlier`, `notes` and `removed` came with version B.
 */

/** Bytes that never stand for a letter. */
export const MARK = { endOfId: 1, endOfText: 2, check: 3, endOfState: 4, earlier: 5, notes: 6, removed: 7, firstShared: 16 } as const;

/** Letters of one text that are read at most. */
const LONGEST_TEXT = 300_000;

/** Letters between two points at which others may have their turn. */
const STEP = 256;
const ESCAPE = 27;
const TYPOGRAPHIC = '”–…’€•“‘—›‹″ŠšŽž';
const FIRST_TYPOGRAPHIC = 0x80;

export function writeText(text: string, write: (byte: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const typographic = TYPOGRAPHIC.indexOf(text.charAt(at));
    if (typographic >= 0) write(FIRST_TYPOGRAPHIC + typographic);
    else if (unit === 9 || unit === 10 || (unit >= 32 && unit < 127) || (unit >= 160 && unit < 256)) write(unit);
    else {
      write(ESCAPE);
      write(unit >> 8);
      write(unit & 255);
    }
  }
}

/** Reads up to the mark `end`. @throws RangeError where a byte cannot stand there */
export function readText(end: number, read: () => number): string {
  const steps = readTextInSteps(end, read, read());
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Like `readText`, with a `yield` now and then. @param first the first byte, which has been read already */
export function* readTextInSteps(end: number, read: () => number, first: number): Generator<undefined, string, undefined> {
  const units: number[] = [];
  for (let byte = first; byte !== end; byte = read()) {
    if (byte === ESCAPE) units.push((read() << 8) | read());
    else if (byte >= FIRST_TYPOGRAPHIC && byte < FIRST_TYPOGRAPHIC + TYPOGRAPHIC.length)
      units.push(TYPOGRAPHIC.charCodeAt(byte - FIRST_TYPOGRAPHIC));
    else if (byte === 9 || byte === 10 || byte >= 32) units.push(byte);
    else throw new RangeError();
    if (units.length % STEP === 0) yield;
    // A text without an end.
    if (units.length > LONGEST_TEXT) throw new RangeError();
  }
  let text = '';
  for (let start = 0; start < units.length; start += 8192) text += String.fromCharCode(...units.slice(start, start + 8192));
  return text;
}
