/**
 * Bytes in the 85 characters that every known LMS hands back as they were: printable ASCII without `\ ' " % & + = < >` and
 * without white space. Four bytes make five characters; a rest of one to three bytes makes one character more than it has bytes.
 */
const ALPHABET = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .filter((character) => !'\\\'"%&+=<>'.includes(character))
  .join('');
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]));
/** The same by a character's code: a launch waits until a state is read with it. */
const BY_CODE = Uint8Array.from({ length: 128 }, (_, code) => VALUES.get(String.fromCharCode(code)) ?? 0);

/** True where the text has no other characters than the 85. */
export function isBase85(text: string): boolean {
  return Array.from(text).every((character) => VALUES.has(character));
}

export function toBase85(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 4) {
    const length = Math.min(4, bytes.length - start);
    let value = 0;
    for (let index = 0; index < 4; index++) value = value * 256 + (bytes[start + index] ?? 0);
    let group = '';
    for (let digit = 0; digit < 5; digit++) {
      group = ALPHABET.charAt(value % 85) + group;
      value = Math.floor(value / 85);
    }
    text += group.slice(0, length + 1);
  }
  return text;
}

/** The bytes again. Characters that are none of the 85 count as the first of them: a checksum has to tell. */
export function fromBase85(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5));
  for (let start = 0, at = 0; start < text.length; start += 5) {
    let value = 0;
    // A short group was cut from a longer one: with the highest digits behind it, its leading bytes come out as they were.
    for (let place = start; place < start + 5; place++)
      value = value * 85 + (place < text.length ? (BY_CODE[text.charCodeAt(place)] ?? 0) : 84);
    for (let shift = 24; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = value >>> shift;
  }
  return bytes;
}

/** A number below 85 to the power of `digits`, in that many characters. */
export function numberToBase85(value: number, digits: number): string {
  let text = '';
  for (let digit = 0; digit < digits; digit++) {
    text = ALPHABET.charAt(value % 85) + text;
    value = Math.floor(value / 85);
  }
  return text;
}

/** The number again; NaN where a character is none of the 85. */
export function numberFromBase85(text: string): number {
  return Array.from(text).reduce((value, character) => value * 85 + (VALUES.get(character) ?? NaN), 0);
}
