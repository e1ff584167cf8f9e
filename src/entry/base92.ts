/**
 * Bytes in the 92 printable ASCII characters that stand in a script between quotation marks as they are: without `"`, `\` and `<`, which may end it.
 * Thirteen bits make two characters, lowest bits first, and fourteen where the pair has room for them, as in basE91 (J. Henke); a rest of at most
 * six bits makes one.
 */
const BASE = 92;
const PAIR_BITS = 13;
const PAIR_MASK = 0x1fff;
/** Pairs that are left over, once each of thirteen bits has one: whatever is less in thirteen bits has room for one more. */
const ROOMY = BASE * BASE - PAIR_MASK - 1;
const LAST_BITS = 6;
/** The codes of `"`, `<` and `\`. */
const SKIPPED = [34, 60, 92];

export function toBase92(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits <= PAIR_BITS) continue;
    const size = bitsIn(held);
    text += pairOf(held & (2 ** size - 1));
    held >>>= size;
    bits -= size;
  }
  if (bits > LAST_BITS) return text + pairOf(held);
  return bits > 0 ? text + characterOf(held) : text;
}

/**
 * The bytes again, and no more: a browser that inflates them refuses what comes behind their end. A launch waits for it, so it reads codes out of a
 * table: on a slow computer that takes a tenth of the time.
 */
export function fromBase92(text: string): Uint8Array<ArrayBuffer> {
  const codes = new TextEncoder().encode(text);
  const values = new Uint8Array(128);
  for (let value = 0; value < BASE; value++) values[codeOf(value)] = value;
  const { length } = codes;
  const bytes = new Uint8Array(length);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let place = 0; place < length; place += 2) {
    const first = values[codes[place] as number] as number;
    const isPair = place + 1 < length;
    const value = isPair ? first * BASE + (values[codes[place + 1] as number] as number) : first;
    held |= value << bits;
    for (bits += isPair ? bitsIn(value) : LAST_BITS; bits > 7; bits -= 8, held >>>= 8) bytes[at++] = held;
  }
  return bytes.subarray(0, at);
}

/** How many of these bits a pair has. */
function bitsIn(held: number): number {
  return (held & PAIR_MASK) < ROOMY ? PAIR_BITS + 1 : PAIR_BITS;
}

function pairOf(value: number): string {
  return characterOf(Math.floor(value / BASE)) + characterOf(value % BASE);
}

function characterOf(value: number): string {
  return String.fromCharCode(codeOf(value));
}

function codeOf(value: number): number {
  let code = value + 32;
  for (const skipped of SKIPPED) if (code >= skipped) code += 1;
  return code;
}
