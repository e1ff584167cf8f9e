/**
 * Bytes in the 91 printable characters other than `"`, `\` and `<`, thirteen bits in two of them: so scripts lay packed between the releases. Only read
 * any more.
 */
const VALUES = new Map(
  Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
    .filter((character) => !'"\\<'.includes(character))
    .map((character, value) => [character, value]),
);

export function fromBase91(text: string): Uint8Array {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const [first = '', second] of text.match(/..?/g) ?? []) {
    const value = VALUES.get(first) ?? 0;
    held |= (second === undefined ? value : value * 91 + (VALUES.get(second) ?? 0)) << bits;
    for (bits += second === undefined ? 6 : 13; bits > 7; bits -= 8, held >>>= 8) bytes.push(held & 0xff);
  }
  return Uint8Array.from(bytes);
}
