/**
 * Bytes in the 91 printable ASCII characters that stand in a script between quotation marks as they are: without `"`, `\` and `<`, which may end
 * it, and without white space. Thirteen bits make two characters, lowest bits first; a rest of at most six bits makes one.
 */
const PAIR_BITS = 13;
const LAST_BITS = 6;
/** Codes that are left out. */
const [QUOTE, LESS_THAN, BACKSLASH] = [34, 60, 92];

export function toBase91(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits < PAIR_BITS) continue;
    text += pairOf(held & 0x1fff);
    held >>>= PAIR_BITS;
    bits -= PAIR_BITS;
  }
  if (bits > LAST_BITS) return text + pairOf(held);
  return bits > 0 ? text + characterOf(held) : text;
}

/** The bytes again, and no more: a browser that inflates them refuses what comes behind their end. */
export function fromBase91(text: string): Uint8Array<ArrayBuffer> {
  const pairs = text.length >> 1;
  const bytes = new Uint8Array((pairs * PAIR_BITS + (text.length & 1) * LAST_BITS) >> 3);
  let [held, bits, at] = [0, 0, 0];
  for (let place = 0; place < text.length; place += 2) {
    const isPair = place + 1 < text.length;
    held |= (valueAt(text, place) * (isPair ? 91 : 1) + (isPair ? valueAt(text, place + 1) : 0)) << bits;
    for (bits += isPair ? PAIR_BITS : LAST_BITS; bits > 7; bits -= 8, held >>>= 8) bytes[at++] = held;
  }
  return bytes;
}

function pairOf(value: number): string {
  return characterOf(Math.floor(value / 91)) + characterOf(value % 91);
}

function characterOf(value: number): string {
  let code = value + 33;
  for (const skipped of [QUOTE, LESS_THAN, BACKSLASH]) if (code >= skipped) code += 1;
  return String.fromCharCode(code);
}

function valueAt(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code - 33 - +(code > QUOTE) - +(code > LESS_THAN) - +(code > BACKSLASH);
}
