/**
 * Bytes in the 91 printable ASCII characters that stand in a script between quotation marks as they are: without `"`, `\` and `<`, which may end
 * it, and without white space. Thirteen bits make two characters, lowest bits first; a rest of at most six bits makes one.
 */
const PAIR_BITS = 13;
const LAST_BITS = 6;
/** The codes of `"`, `<` and `\`. */
const SKIPPED = [34, 60, 92];

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

/**
 * The bytes again, and no more: a browser that inflates them refuses what comes behind their end. A launch waits for it, so it reads codes out of a
 * table: on a slow computer that takes a tenth of the time.
 */
export function fromBase91(text: string): Uint8Array<ArrayBuffer> {
  const codes = new TextEncoder().encode(text);
  const values = new Uint8Array(128);
  for (let value = 0; value < 91; value++) values[codeOf(value)] = value;
  const { length } = codes;
  const bytes = new Uint8Array(((length >> 1) * PAIR_BITS + (length & 1) * LAST_BITS) >> 3);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let place = 0; place < length; place += 2) {
    const value = values[codes[place] as number] as number;
    const isPair = place + 1 < length;
    held |= (isPair ? value * 91 + (values[codes[place + 1] as number] as number) : value) << bits;
    for (bits += isPair ? PAIR_BITS : LAST_BITS; bits > 7; bits -= 8, held >>>= 8) bytes[at++] = held;
  }
  return bytes;
}

function pairOf(value: number): string {
  return characterOf(Math.floor(value / 91)) + characterOf(value % 91);
}

function characterOf(value: number): string {
  return String.fromCharCode(codeOf(value));
}

function codeOf(value: number): number {
  let code = value + 33;
  for (const skipped of SKIPPED) if (code >= skipped) code += 1;
  return code;
}
