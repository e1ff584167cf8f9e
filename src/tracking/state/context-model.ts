/**
 * Foretells the bits of a learner's state, one by one, from the bytes before them: at seven lengths of context, by the word begun and
 * by the longest repeat. The forecasts are weighed by what they were worth lately (logistic mixing) and corrected by what such a
 * mixture was worth. Integers only, so that every browser comes to the same bits.
 *
 * FROZEN with version A of the state: no number here may ever change, or what was saved with it is lost.
 */
import { hashOfBits, hashOfCell, placeOfCell } from './cell-place.ts';
import { CellTable } from './cell-table.ts';
import { inSteps, squash, STRETCH, stretch } from './logistic.ts';
import type { ByteKind, StateModel } from './state-model.ts';

const HISTORY_BITS = 17;
const HISTORY = (1 << HISTORY_BITS) - 1;
const SLOT_BITS = 18;
const ORDERS = 8;
const INPUTS = 2 * ORDERS + 2;
const REPEAT_LENGTH = 4;
const REPEAT_LIMIT = 31;
const MIXER_SETS = 3 * 256 + 3 * 32;
const HASH = 0x2f0b4c47;

/** By counts: the share of its error that a probability learns, 2/(2n + 3) after n bits. A little more, so that no whole step is rounded down. */
const SHARE = Float64Array.from({ length: 256 }, (_, counts) => (2 + 2 ** -39) / (2 * Math.min((counts >> 4) + (counts & 15), 20) + 3));
/** The counts after a 0, and from 256 on after a 1. */
const NEXT_COUNTS = Uint8Array.from({ length: 512 }, (_, at) => nextCounts(at & 255, at < 256 ? 0 : 1));

/** All that a model has learned, in arrays that another thread can be given. */
export interface ModelTables {
  /**
   * For each context and bit: a check against mix-ups (8 bits), how often 0 and 1 came lately (8), and the probability by them (16). In one
   * cell, since most of the time goes into fetching it from memory.
   */
  readonly cells: Int32Array<ArrayBuffer>;
  /** What such counts were worth in fact, for each order; likewise for repeats by their length, and for the whole mixture. */
  readonly worth: Uint16Array<ArrayBuffer>;
  readonly repeatWorth: Uint16Array<ArrayBuffer>;
  readonly mixtureWorth: Uint16Array<ArrayBuffer>;
  /** Whole numbers, of a type that spares a browser the question whether a product is -0 or too large. */
  readonly weights: Float64Array<ArrayBuffer>;
  readonly history: Uint8Array<ArrayBuffer>;
  /** By the hash of the last bytes: where they came before. */
  readonly places: Int32Array<ArrayBuffer>;
  /** For each kind: bytes so far, where the repeat goes on, its length. */
  readonly lengths: Int32Array<ArrayBuffer>;
  readonly repeats: Int32Array<ArrayBuffer>;
  readonly repeated: Int32Array<ArrayBuffer>;
}

function newTables(): ModelTables {
  return {
    cells: new Int32Array(ORDERS << SLOT_BITS),
    worth: Uint16Array.from({ length: ORDERS * 256 }, (_, at) => expectation((at >> 4) & 15, at & 15)),
    repeatWorth: new Uint16Array(2 * (REPEAT_LIMIT + 1)).fill(32768),
    mixtureWorth: rows(
      Uint16Array.from({ length: 33 }, (_, at) => squash((at - 16) * 128)),
      1 << 12,
    ),
    weights: new Float64Array(INPUTS * MIXER_SETS).fill(11000),
    history: new Uint8Array(3 << HISTORY_BITS),
    places: new Int32Array(3 << 16),
    lengths: new Int32Array(3),
    repeats: new Int32Array(3),
    repeated: new Int32Array(3),
  };
}

export class ContextModel implements StateModel {
  readonly #cells: Int32Array;
  readonly #table: CellTable;
  readonly #worth: Uint16Array;
  readonly #repeatWorth: Uint16Array;
  readonly #mixtureWorth: Uint16Array;
  readonly #weights: Float64Array;
  readonly #history: Uint8Array;
  readonly #places: Int32Array;
  readonly #lengths: Int32Array;
  readonly #repeats: Int32Array;
  readonly #repeated: Int32Array;
  #word = 0;
  // Within a byte and a bit:
  readonly #hashes = new Int32Array(ORDERS);
  readonly #slots = new Int32Array(ORDERS);
  readonly #fetched = new Int32Array(ORDERS);
  readonly #inputs = new Int32Array(INPUTS);
  /** Where the two sets of weights begin, and what each makes of the inputs. */
  #first = 0;
  #second = 0;
  #firstMixed = 0;
  #secondMixed = 0;
  #repeat = -1;
  #kind: ByteKind = 0;
  #bits = 1;
  #correction = 0;

  /** @param tables what a model has learned that has just read a whole text; nobody else may use them from now on */
  constructor(readonly tables: ModelTables = newTables()) {
    this.#cells = tables.cells;
    this.#table = new CellTable(tables.cells, ORDERS, SLOT_BITS);
    this.#worth = tables.worth;
    this.#repeatWorth = tables.repeatWorth;
    this.#mixtureWorth = tables.mixtureWorth;
    this.#weights = tables.weights;
    this.#history = tables.history;
    this.#places = tables.places;
    this.#lengths = tables.lengths;
    this.#repeats = tables.repeats;
    this.#repeated = tables.repeated;
  }

  /** A word begins anew. */
  become(other: ContextModel): void {
    this.#table.become(other.#table);
    this.#worth.set(other.#worth);
    this.#repeatWorth.set(other.#repeatWorth);
    this.#mixtureWorth.set(other.#mixtureWorth);
    this.#weights.set(other.#weights);
    this.#history.set(other.#history);
    this.#places.set(other.#places);
    this.#lengths.set(other.#lengths);
    this.#repeats.set(other.#repeats);
    this.#repeated.set(other.#repeated);
    this.#word = 0;
  }

  begin(kind: ByteKind): void {
    this.#kind = kind;
    this.#bits = 1;
    let hash = kind + 1;
    for (let order = 0; order < ORDERS - 1; order++) {
      this.#hashes[order] = hash;
      hash = Math.imul(hash + this.#back(order + 1) + 1, HASH) + order;
    }
    this.#hashes[ORDERS - 1] = Math.imul(this.#word + kind + 1, 0x2c1b3c6d);
  }

  foretell(): number {
    const cells = this.#cells;
    const inputs = this.#inputs;
    const worth = this.#worth;
    const hashes = this.#hashes;
    const slots = this.#slots;
    const fetched = this.#fetched;
    const weights = this.#weights;
    const bits = hashOfBits(this.#bits);
    const repeat = (this.#repeat = this.#repeatState());
    const first = (this.#kind * 256 + this.#bits) * INPUTS;
    const second = (768 + this.#kind * 32 + (repeat < 0 ? 0 : 1 + Math.min(repeat >> 1, 15))) * INPUTS;
    inputs[INPUTS - 1] = 256;
    const byRepeat = (inputs[INPUTS - 2] = repeat < 0 ? 0 : stretch(this.#repeatWorth[repeat] as number));
    let firstSum = byRepeat * (weights[first + INPUTS - 2] as number) + 256 * (weights[first + INPUTS - 1] as number);
    let secondSum = byRepeat * (weights[second + INPUTS - 2] as number) + 256 * (weights[second + INPUTS - 1] as number);
    // All are fetched from memory before the first is looked at: the processor then waits once and not for each.
    for (let order = 0; order < ORDERS; order++) {
      const hash = hashOfCell(hashes[order] as number, bits);
      const slot = placeOfCell(order, hash, SLOT_BITS);
      slots[order] = slot;
      // Its check and its counts as they stand; where the check is another's, 0.
      fetched[order] = (cells[slot] as number) ^ (hash << 24);
    }
    for (let order = 0; order < ORDERS; order++) {
      const cell = fetched[order] as number;
      const counts = (cell >> 16) & 255;
      if (cell >>> 24 !== 0 || counts === 0) {
        // Nothing is known yet, or it was of another context.
        const slot = slots[order] as number;
        cells[slot] = ((cells[slot] as number) ^ cell) | 32768;
        inputs[2 * order] = inputs[2 * order + 1] = 0;
        continue;
      }
      const input = (inputs[2 * order] = STRETCH[(worth[(order << 8) + counts] as number) >> 4] as number);
      const next = (inputs[2 * order + 1] = STRETCH[(cell & 65535) >> 4] as number);
      const firstAt = first + 2 * order;
      const secondAt = second + 2 * order;
      firstSum += input * (weights[firstAt] as number) + next * (weights[firstAt + 1] as number);
      secondSum += input * (weights[secondAt] as number) + next * (weights[secondAt + 1] as number);
    }
    this.#first = first;
    this.#second = second;
    const firstSteps = inSteps(firstSum);
    const secondSteps = inSteps(secondSum);
    this.#firstMixed = squash(firstSteps);
    this.#secondMixed = squash(secondSteps);
    return this.#correct((firstSteps + secondSteps) >> 1);
  }

  learn(bit: 0 | 1): void {
    const target = bit === 1 ? 65535 : 0;
    const cells = this.#cells;
    const inputs = this.#inputs;
    const worth = this.#worth;
    const slots = this.#slots;
    const weights = this.#weights;
    const first = this.#first;
    const second = this.#second;
    const firstError = target - this.#firstMixed;
    const secondError = target - this.#secondMixed;
    for (let input = 0; input < INPUTS; input++) {
      const value = inputs[input] as number;
      // Such an input would change nothing.
      if (value === 0) continue;
      weights[first + input] = (weights[first + input] as number) + ((Math.imul(value, firstError) + 32768) >> 16);
      weights[second + input] = (weights[second + input] as number) + ((Math.imul(value, secondError) + 32768) >> 16);
    }
    const nextCounts = bit << 8;
    for (let order = 0; order < ORDERS; order++) {
      const slot = slots[order] as number;
      const cell = cells[slot] as number;
      const counts = (cell >> 16) & 255;
      const chance = cell & 65535;
      const nextChance = chance + (((target - chance) * (SHARE[counts] as number)) | 0);
      cells[slot] = (cell & (255 << 24)) | ((NEXT_COUNTS[nextCounts + counts] as number) << 16) | nextChance;
      const at = (order << 8) + counts;
      const now = worth[at] as number;
      worth[at] = now + ((target - now) >> 7);
    }
    const repeat = this.#repeat;
    if (repeat >= 0) {
      approach(this.#repeatWorth, repeat, target, 6);
      if ((repeat & 1) !== bit) this.#repeated[this.#kind] = 0;
    }
    approach(this.#mixtureWorth, this.#correction, target, 6);
    this.#bits = (this.#bits << 1) | bit;
  }

  end(): number {
    const byte = this.#bits & 255;
    this.#table.remember(byte, this.#hashes);
    if (this.#kind === 0) return byte;
    this.#remember(this.#kind, byte);
    // A text begins after the last part of its id, so that a scale's steps are known by their scale.
    if (this.#kind === 1 && byte === 1) for (let shift = 8; shift <= 16; shift += 8) this.#remember(2, (this.#word >> shift) & 255);
    const letter = byte >= 192 || (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
    this.#word = letter ? Math.imul(this.#word + (byte | 32), HASH) : 0;
    return byte;
  }

  /** Adds a byte to the past of its kind, and goes on with a repeat or looks for one. */
  #remember(kind: ByteKind, byte: number): void {
    const start = kind << HISTORY_BITS;
    const length = (this.#lengths[kind] as number) + 1;
    this.#lengths[kind] = length;
    this.#history[start + ((length - 1) & HISTORY)] = byte;
    let hash = 0;
    for (let back = 1; back <= REPEAT_LENGTH; back++)
      hash = Math.imul(hash + (this.#history[start + ((length - back) & HISTORY)] as number) + 1, HASH);
    const place = (kind << 16) + (hash >>> 16);
    const next = (this.#repeats[kind] as number) + 1;
    if ((this.#repeated[kind] as number) > 0 && this.#history[start + ((next - 1) & HISTORY)] === byte) {
      this.#repeats[kind] = next;
      this.#repeated[kind] = Math.min((this.#repeated[kind] as number) + 1, REPEAT_LIMIT);
    } else {
      const before = (this.#repeats[kind] = this.#places[place] as number);
      let same = 0;
      while (
        same < before &&
        same < REPEAT_LIMIT &&
        this.#history[start + ((before - 1 - same) & HISTORY)] === this.#history[start + ((length - 1 - same) & HISTORY)]
      )
        same++;
      this.#repeated[kind] = same;
    }
    this.#places[place] = length;
  }

  /** The byte so many bytes ago. */
  #back(distance: number): number {
    return this.#history[(this.#kind << HISTORY_BITS) + (((this.#lengths[this.#kind] as number) - distance) & HISTORY)] as number;
  }

  /** Twice the length of the repeat, plus the bit that it foretells; -1 where there is none. */
  #repeatState(): number {
    const length = this.#repeated[this.#kind] as number;
    if (length === 0) return -1;
    const byte = (this.#history[(this.#kind << HISTORY_BITS) + ((this.#repeats[this.#kind] as number) & HISTORY)] as number) | 256;
    const known = 31 - Math.clz32(this.#bits);
    return byte >> (8 - known) === this.#bits ? 2 * length + ((byte >> (7 - known)) & 1) : -1;
  }

  /** Half the mixture, half what mixtures of that size were worth after the last byte. */
  #correct(steps: number): number {
    const hash = Math.imul((this.#back(1) << 10) + (this.#kind << 8) + this.#bits, 0x9e3779b1) >>> 20;
    const at = hash * 33 + ((steps + 2048) >> 7);
    const beyond = (steps + 2048) & 127;
    this.#correction = beyond < 64 ? at : at + 1;
    const worth = ((this.#mixtureWorth[at] as number) * (128 - beyond) + (this.#mixtureWorth[at + 1] as number) * beyond) >> 7;
    return Math.max(24, Math.min(65512, (squash(steps) + worth) >> 1));
  }
}

/** So many times the same numbers. */
function rows(numbers: Uint16Array, times: number): Uint16Array<ArrayBuffer> {
  const all = new Uint16Array(numbers.length * times);
  for (let at = 0; at < all.length; at += numbers.length) all.set(numbers, at);
  return all;
}

/** The probability of a 1 after so many zeros and ones, before anything is known of it. */
function expectation(zeros: number, ones: number): number {
  return Math.floor(((5 * ones + 2) * 65535) / (5 * (zeros + ones) + 4));
}

function approach(table: Uint16Array, at: number, target: number, rate: number): void {
  const now = table[at] as number;
  table[at] = now + ((target - now) >> rate);
}

/** One more of what came; of many of the other, half is forgotten. */
function nextCounts(counts: number, bit: 0 | 1): number {
  const zeros = counts >> 4;
  const ones = counts & 15;
  return bit === 1
    ? ((zeros > 3 ? (zeros >> 1) + 1 : zeros) << 4) | Math.min(ones + 1, 15)
    : (Math.min(zeros + 1, 15) << 4) | (ones > 3 ? (ones >> 1) + 1 : ones);
}
