/** In which cell of a table a model counts how the next bit went. Small functions, which an engine puts into the loops that call them. */

/** @param bits those of the byte that are known, behind a leading 1 */
export function hashOfBits(bits: number): number {
  return Math.imul(bits, 0x3d4d51cb);
}

/** @param context hash of the bytes before, of one order @param ofBits as `hashOfBits` says */
export function hashOfCell(context: number, ofBits: number): number {
  return Math.imul(context + ofBits, 0x9e3779b1);
}

/** @param hash as `hashOfCell` says @param slotBits each order has its own 2 to the power of these cells */
export function placeOfCell(order: number, hash: number, slotBits: number): number {
  return (order << slotBits) + ((hash ^ (hash >>> 15)) >>> (32 - slotBits));
}
