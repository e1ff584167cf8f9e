/** What the versions of a learner's packed state have in common: how an id, a text and a check are written. Frozen with version A. */
import { crcOfText } from './crc32.ts';
import { MARK, readText, writeText } from './state-bytes.ts';
import type { ByteKind } from './state-model.ts';

export const ID: ByteKind = 1;
export const TEXT: ByteKind = 2;

/** Letters of a state, ids with them, that are packed at most. No learner writes so much. */
export const MOST_LETTERS = 150_000;
/**
 * Letters of all records that are read at most, since a short crafted state could be read for minutes. Times, notes and superseded
 * records come to the letters that are packed, so this is more: nothing is packed that is not read.
 */
const MOST_READ = 180_000;

/** After so many letters a check vouches for everything before it. */
const BLOCK = 1500;

/** The number of leading parts shared with the id before, and the rest. @returns the id */
export function writeId(id: string, previous: string, write: (byte: number) => void): string {
  const parts = id.split('.');
  const before = previous.split('.');
  let shared = 0;
  while (shared < Math.min(parts.length - 1, 15) && parts[shared] === before[shared]) shared++;
  write(MARK.firstShared + shared);
  writeText(parts.slice(shared).join('.'), write);
  write(MARK.endOfId);
  return id;
}

/** @param mark the byte that was written first @throws RangeError where no id begins so */
export function readId(mark: number, previous: string, read: () => number): string {
  const before = previous.split('.');
  const shared = mark - MARK.firstShared;
  if (shared < 0 || shared > Math.min(before.length, 15)) throw new RangeError();
  return [...before.slice(0, shared), readText(MARK.endOfId, read)].join('.');
}

/** Vouches for everything written so far, every so many letters; counts the letters of all. */
export class RunningCheck {
  #value = 0;
  #letters = 0;
  #total = 0;

  get due(): boolean {
    return this.#letters >= BLOCK;
  }

  /** @throws RangeError beyond `MOST_READ` letters */
  add(...texts: string[]): void {
    for (const text of texts) {
      this.#value = crcOfText(`${this.#value}:${text.length}:${text}`);
      this.#letters += text.length;
      this.#total += text.length;
    }
    if (this.#total > MOST_READ) throw new RangeError(`more than ${MOST_READ} letters`);
  }

  take(): number {
    this.#letters = 0;
    return this.#value & 0xffff;
  }

  copy(): RunningCheck {
    const copy = new RunningCheck();
    copy.#value = this.#value;
    copy.#letters = this.#letters;
    copy.#total = this.#total;
    return copy;
  }
}
