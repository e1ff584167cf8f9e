/** An arithmetic coder: a bit costs what the model did not foretell of it. Frozen with version A of the state, as the model is. */
import type { ByteKind, StateModel } from './state-model.ts';

const TOP = 2 ** 32;

/** Where a coder stands: another may go on from there with a model that has read the same. */
export interface CoderMark {
  /** What was written so far. */
  readonly bytes: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** Bytes and plain numbers into few bytes. */
export class ContextEncoder {
  readonly #model: StateModel;
  readonly #bytes: number[];
  #low: number;
  #high: number;

  /**
   * @param model has read what the decoder's has; until all is written, nobody else uses it.
   * @param from where an earlier encoder stood whose model had read the same
   */
  constructor(model: StateModel, from: CoderMark = { bytes: [], low: 0, high: TOP - 1 }) {
    this.#model = model;
    this.#bytes = [...from.bytes];
    this.#low = from.low;
    this.#high = from.high;
  }

  get mark(): CoderMark {
    return { bytes: [...this.#bytes], low: this.#low, high: this.#high };
  }

  write(byte: number, kind: ByteKind): void {
    this.#model.begin(kind);
    for (let shift = 7; shift >= 0; shift--) {
      const bit = ((byte >> shift) & 1) as 0 | 1;
      this.#narrow(bit, this.#model.foretell());
      this.#model.learn(bit);
    }
    this.#model.end();
  }

  /** A whole number from 0 to 2^48: its length is foretold, its bits are not. */
  writeNumber(value: number): void {
    const length = value === 0 ? 0 : value.toString(2).length;
    this.write(length, 0);
    if (length > 1) this.writeBits(value, length - 1);
  }

  /** The lowest bits of a number, as they are. */
  writeBits(value: number, count: number): void {
    for (let at = count - 1; at >= 0; at--) this.#narrow(Math.floor(value / 2 ** at) % 2 === 1 ? 1 : 0, 32768);
  }

  /** @returns everything written, in as few bytes as tell it from anything else. */
  finish(): Uint8Array {
    for (let length = 0; length <= 4; length++) {
      const unit = 2 ** (32 - 8 * length);
      const value = Math.ceil(this.#low / unit) * unit;
      if (value > this.#high) continue;
      for (let at = 0; at < length; at++) this.#bytes.push(Math.floor(value / 2 ** (24 - 8 * at)) % 256);
      break;
    }
    return Uint8Array.from(this.#bytes);
  }

  #narrow(bit: 0 | 1, probability: number): void {
    const middle = split(this.#low, this.#high, probability);
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    while (this.#low >>> 24 === this.#high >>> 24) {
      this.#bytes.push(this.#high >>> 24);
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 255) >>> 0;
    }
  }
}

/** What an encoder wrote, in the same order. Behind the end it reads zeros, and damaged bytes as anything: a checksum has to tell. */
export class ContextDecoder {
  readonly #model: StateModel;
  readonly #bytes: Uint8Array;
  #at: number;
  #low: number;
  #high: number;
  #value = 0;

  /**
   * @param model has read what the encoder's had; until all is read, nobody else uses it.
   * @param from where the encoder stood whose bytes are read from there on
   */
  constructor(model: StateModel, bytes: Uint8Array, from: CoderMark = { bytes: [], low: 0, high: TOP - 1 }) {
    this.#model = model;
    this.#bytes = bytes;
    this.#at = from.bytes.length;
    this.#low = from.low;
    this.#high = from.high;
    for (let count = 0; count < 4; count++) this.#value = this.#value * 256 + this.#next();
  }

  /** How many bytes count by now: the encoder had written as many. */
  get length(): number {
    return this.#at - 4;
  }

  /** Where the encoder stood when it had written what was read by now. */
  get mark(): CoderMark {
    return { bytes: [...this.#bytes.subarray(0, this.length)], low: this.#low, high: this.#high };
  }

  /** True once more has been read than was ever written. */
  get exhausted(): boolean {
    return this.#at > this.#bytes.length + 4;
  }

  read(kind: ByteKind): number {
    this.#model.begin(kind);
    for (let count = 0; count < 8; count++) this.#model.learn(this.#narrow(this.#model.foretell()));
    return this.#model.end();
  }

  readNumber(): number {
    const length = this.read(0);
    return length === 0 ? 0 : 2 ** (length - 1) + this.readBits(length - 1);
  }

  readBits(count: number): number {
    let value = 0;
    for (let at = 0; at < count; at++) value = value * 2 + this.#narrow(32768);
    return value;
  }

  #narrow(probability: number): 0 | 1 {
    const middle = split(this.#low, this.#high, probability);
    const bit = this.#value <= middle ? 1 : 0;
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    while (this.#low >>> 24 === this.#high >>> 24) {
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 255) >>> 0;
      this.#value = ((this.#value << 8) | this.#next()) >>> 0;
    }
    return bit;
  }

  #next(): number {
    return this.#bytes[this.#at++] ?? 0;
  }
}

function split(low: number, high: number, probability: number): number {
  return low + Math.floor(((high - low) * probability) / 65536);
}
