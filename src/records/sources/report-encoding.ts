/** The text of a report's bytes: UTF-8, UTF-16, Windows-1252 (Latin-1 with a few more signs), or the MS-DOS code page 850. */

/** By the byte order mark, else by what the bytes of a file, or of a line, can be. */
export function decode(bytes: Uint8Array): string {
  const mark = hexOf(bytes.subarray(0, 3));
  if (mark.startsWith('fffe')) return decoded(bytes, 'utf-16le');
  if (mark.startsWith('feff')) return decoded(bytes, 'utf-16be');
  const [zerosAtEven, zerosAtOdd] = [0, 1].map(
    (parity) => bytes.subarray(0, 400).filter((byte, index) => byte === 0 && index % 2 === parity).length,
  );
  if ((zerosAtOdd ?? 0) > 50 || (zerosAtOdd ?? 0) * 8 > Math.min(400, bytes.length)) return decoded(bytes, 'utf-16le');
  if ((zerosAtEven ?? 0) * 8 > Math.min(400, bytes.length)) return decoded(bytes, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const signs = isOfDos(bytes) ? DOS : WINDOWS;
    return linesOf(bytes)
      .map((line) => decodedLine(line, signs))
      .join('');
  }
}

/** In small hexadecimal figures. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Reports that were put together may have lines in two encodings: one of them must not spell the names of all others wrongly.
 * @param signs what the bytes from 0x80 on mean where the line is no UTF-8; beyond them Latin-1 holds
 */
function decodedLine(line: Uint8Array, signs: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return Array.from(line, (byte) => signs[byte - 0x80] ?? String.fromCharCode(byte)).join('');
  }
}

/** Each with its line break. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(from, next));
    from = next;
  }
  return lines;
}

/** Without the byte order mark. */
function decoded(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** The bytes 0x80 to 0x9f of Windows-1252 (Encoding Standard, index-windows-1252); those above are Latin-1's. Some versions of Node decode them wrongly. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
/** The bytes 0x80 to 0xff of code page 850 (Unicode Consortium, MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT). Browsers do not know it. */
const DOS =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';
/** ä, ö and å of code page 850; in Windows-1252 these bytes are „, ” and †, which never stand between two letters. */
const DOS_VOWELS: readonly number[] = [0x84, 0x94, 0x86];

/** Excel's "CSV (MS-DOS)". */
function isOfDos(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => DOS_VOWELS.includes(byte) && isLetter(bytes[at - 1]) && isLetter(bytes[at + 1]));
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && /[a-z]/i.test(String.fromCharCode(byte));
}
