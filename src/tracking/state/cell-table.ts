/**
 * A model's large table, which can be made the same as another's again and again. To copy all of the context model's 8 MB takes longer than to
 * pack two hundred letters; so a table remembers the bytes that were read, and where two began as the same only the cells of those are copied.
 */
import { hashOfBits, hashOfCell, placeOfCell } from './cell-place.ts';

/** Of the cells so many may be those of remembered bytes: beyond that a copy of all is as fast. */
const REMEMBERED = 1 / 48;

export class CellTable {
  readonly cells: Int32Array;
  readonly #orders: number;
  readonly #slotBits: number;
  /** What was read since the beginning: each byte, and behind it the hashes by which its cells are found. */
  readonly #read: Int32Array;
  #length = 0;
  /** Stands for all cells as they were then: two tables that share it differ in the cells of what was read since, and in no others. */
  #beginning = {};

  /** @param orders hashes of a byte, each of which has its own 2 to the power of `slotBits` cells */
  constructor(cells: Int32Array, orders: number, slotBits: number) {
    this.cells = cells;
    this.#orders = orders;
    this.#slotBits = slotBits;
    this.#read = new Int32Array(Math.floor((cells.length * REMEMBERED) / (8 * orders)) * (1 + orders));
  }

  /** To be called once a byte has been read, and no other cells may have changed. */
  remember(byte: number, hashes: Int32Array): void {
    const read = this.#read;
    if (this.#length === read.length) return this.#beginAnew();
    read[this.#length++] = byte;
    for (let order = 0; order < hashes.length; order++) read[this.#length++] = hashes[order] as number;
  }

  become(other: CellTable): void {
    if (this.#beginning === other.#beginning) {
      this.#copyRead(other, this);
      this.#copyRead(other, other);
    } else this.cells.set(other.cells);
    if (other.#length > 0) other.#beginAnew();
    this.#beginning = other.#beginning;
    this.#length = 0;
  }

  /** @param from whose cells are copied @param reader who has read what they belong to */
  #copyRead(from: CellTable, reader: CellTable): void {
    const read = reader.#read;
    for (let at = 0; at < reader.#length; at += 1 + this.#orders) {
      const byte = (read[at] as number) | 256;
      for (let bitsLeft = 8; bitsLeft > 0; bitsLeft--) {
        const bits = hashOfBits(byte >> bitsLeft);
        for (let order = 0; order < this.#orders; order++) {
          const slot = placeOfCell(order, hashOfCell(read[at + 1 + order] as number, bits), this.#slotBits);
          this.cells[slot] = from.cells[slot] as number;
        }
      }
    }
  }

  #beginAnew(): void {
    this.#beginning = {};
    this.#length = 0;
  }
}
