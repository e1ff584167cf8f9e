/**
 * Foretells the bits of a short state from up to four bytes before them and from the word begun. It has a fraction of the context model's work
 * and nothing to read before the first word, so a launch does not wait for it (`docs/decisions/light-state.md`). Integers only, so that every
 * browser comes to the same bits.
 *
 * FROZEN with version C of the state: no number here may ever change, or what was saved with it is lost.
 */
import { hashOfBits, hashOfCell, placeOfCell } from './cell-place.ts';
import { CellTable } from './cell-table.ts';
import { inSteps, squash, STRETCH } from './logistic.ts';
import type { ByteKind, StateModel } from './state-model.ts';

/** No byte before, one to four of them, and the word begun. */
const ORDERS = 6;
const WORD = ORDERS - 1;
const SLOT_BITS = 16;
/** Bytes of its past that each kind remembers, and in their place behind them the word. */
const PAST = 6;
/** The weights are chosen by the kind and by how many orders know something. */
const SETS = 8;
/** Of an order's forecast, before it is known what such were worth, in 1/65536. */
const FIRST_WEIGHT = 20_000;
/** A cell learns from no more than the last bits, so many. */
const MOST_COUNTED = 30;
const HASH = 0x2f0b4c47;

/** By count: the share of its error that a probability learns, 2/(2n + 3) after n bits. A little more, so that no whole step is rounded down. */
const SHARE = Float64Array.from({ length: MOST_COUNTED + 1 }, (_, count) => (2 + 2 ** -39) / (2 * count + 3));

export class LightModel implements StateModel {
  /** For each context and bit: the probability of a 1 (16 bits), and how often it came (8). */
  readonly #cells = new Int32Array(ORDERS << SLOT_BITS).fill(32768 << 8);
  readonly #table = new CellTable(this.#cells, ORDERS, SLOT_BITS);
  readonly #weights = new Int32Array(3 * SETS * ORDERS).fill(FIRST_WEIGHT);
  readonly #past = new Int32Array(3 * PAST);
  // Within a byte and a bit:
  readonly #hashes = new Int32Array(ORDERS);
  readonly #slots = new Int32Array(ORDERS);
  readonly #inputs = new Int32Array(ORDERS);
  #kind: ByteKind = 0;
  #bits = 1;
  /** Where the set of weights begins, and what was foretold. */
  #set = 0;
  #foretold = 0;

  become(other: LightModel): void {
    this.#table.become(other.#table);
    this.#weights.set(other.#weights);
    this.#past.set(other.#past);
  }

  begin(kind: ByteKind): void {
    const past = kind * PAST;
    this.#kind = kind;
    this.#bits = 1;
    let hash = kind + 1;
    for (let order = 0; order < WORD; order++) {
      this.#hashes[order] = hash;
      hash = Math.imul(hash + (this.#past[past + order] as number) + 1, HASH) + order;
    }
    this.#hashes[WORD] = Math.imul((this.#past[past + WORD] as number) + kind + 1, 0x2c1b3c6d);
  }

  foretell(): number {
    const cells = this.#cells;
    const hashes = this.#hashes;
    const slots = this.#slots;
    const inputs = this.#inputs;
    const bits = hashOfBits(this.#bits);
    let known = 0;
    for (let order = 0; order < ORDERS; order++) {
      const hash = hashOfCell(hashes[order] as number, bits);
      const slot = placeOfCell(order, hash, SLOT_BITS);
      const cell = cells[slot] as number;
      const isKnown = (cell & 255) > 0;
      slots[order] = slot;
      inputs[order] = isKnown ? (STRETCH[cell >>> 12] as number) : 0;
      if (isKnown) known++;
    }
    const weights = this.#weights;
    const set = (this.#set = (this.#kind * SETS + known) * ORDERS);
    let sum = 0;
    for (let order = 0; order < ORDERS; order++) sum += (inputs[order] as number) * (weights[set + order] as number);
    this.#foretold = squash(inSteps(sum));
    return this.#foretold;
  }

  learn(bit: 0 | 1): void {
    const cells = this.#cells;
    const weights = this.#weights;
    const slots = this.#slots;
    const inputs = this.#inputs;
    const set = this.#set;
    const target = bit === 1 ? 65535 : 0;
    const error = target - this.#foretold;
    for (let order = 0; order < ORDERS; order++) {
      const input = inputs[order] as number;
      // Such an input would change nothing.
      if (input !== 0) weights[set + order] = (weights[set + order] as number) + ((Math.imul(input, error) + 32768) >> 16);
      const slot = slots[order] as number;
      const cell = cells[slot] as number;
      const count = cell & 255;
      const chance = cell >>> 8;
      const nextChance = chance + (((target - chance) * (SHARE[count] as number)) | 0);
      cells[slot] = (nextChance << 8) | (count < MOST_COUNTED ? count + 1 : MOST_COUNTED);
    }
    this.#bits = (this.#bits << 1) | bit;
  }

  end(): number {
    const byte = this.#bits & 255;
    this.#table.remember(byte, this.#hashes);
    const past = this.#kind * PAST;
    for (let back = WORD - 1; back > 0; back--) this.#past[past + back] = this.#past[past + back - 1] as number;
    this.#past[past] = byte;
    const word = this.#past[past + WORD] as number;
    // Marks and spaces end a word.
    this.#past[past + WORD] = byte <= 32 ? 0 : Math.imul(word + byte, HASH);
    return byte;
  }
}
