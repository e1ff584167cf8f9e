/**
 * Writes a learner's state as version B or C, record by record, and may go on later from where it stood (`mark`): what has been written stays,
 * and a later record of the same id takes its place.
 *
 *     revision, notes             as of when the writing began
 *     records                     [check] [earlier] id, text, seconds since the record before; or id, removed
 *     [notes] revision, notes     where they have changed since
 *     endOfState                  with the last check
 */
import type { FieldId } from '../../course/answers.ts';
import { numberToBase85, toBase85 } from './base85.ts';
import { crcOfText } from './crc32.ts';
import { ContextEncoder, type CoderMark } from './arithmetic-coder.ts';
import { MARK, writeText } from './state-bytes.ts';
import type { StateModel } from './state-model.ts';
import { ID, RunningCheck, TEXT, writeId } from './state-records.ts';

export const CHECK_LENGTH = 5;
/** Letters between two points at which others may have their turn. */
const STEP = 200;

/** What stands at the beginning, or at the end. */
export interface Heading {
  readonly revision: number;
  readonly notes: ReadonlyMap<string, string>;
}

/** Where a writer stands, between two records. */
export interface WriterMark {
  readonly coder: CoderMark;
  readonly check: RunningCheck;
  readonly previous: string;
  /** Seconds since 1970 of the last record. */
  readonly time: number;
}

/** Work that can be interrupted at each `yield`. */
export type Steps<T = void> = Generator<undefined, T, undefined>;

export class StateWriter {
  readonly #version: string;
  readonly #encoder: ContextEncoder;
  readonly #check: RunningCheck;
  #previous: string;
  #time: number;

  /**
   * @param version the state's first character
   * @param model has read what was written up to `from`, and is this writer's alone until it is done
   */
  constructor(version: string, model: StateModel, from?: WriterMark) {
    this.#version = version;
    this.#encoder = new ContextEncoder(model, from?.coder);
    this.#check = from?.check.copy() ?? new RunningCheck();
    this.#previous = from?.previous ?? '';
    this.#time = from?.time ?? 0;
  }

  get mark(): WriterMark {
    return { coder: this.#encoder.mark, check: this.#check.copy(), previous: this.#previous, time: this.#time };
  }

  *begin(heading: Heading): Steps {
    yield* this.#heading(heading);
  }

  /** @param seconds since 1970 @throws RangeError where no reader would read so many letters */
  *answer(id: FieldId, text: string, seconds: number): Steps {
    this.#vouch();
    // Before it is written: a text that is refused costs nothing.
    this.#check.add(id, text, String(seconds));
    const since = seconds - this.#time;
    if (since < 0) this.#encoder.write(MARK.earlier, ID);
    yield* this.#record(id, text);
    this.#encoder.writeNumber(Math.abs(since));
    this.#time = seconds;
  }

  removed(id: FieldId): void {
    this.#vouch();
    this.#id(id);
    this.#encoder.write(MARK.removed, TEXT);
    this.#check.add(id);
  }

  /** @param heading where it has changed since the beginning. @returns everything written, in the 85 safe characters */
  *end(heading?: Heading): Steps<string> {
    if (heading) {
      this.#encoder.write(MARK.notes, ID);
      yield* this.#heading(heading);
    }
    this.#encoder.write(MARK.endOfState, ID);
    this.#encoder.writeBits(this.#check.take(), 16);
    const packed = this.#version + toBase85(this.#encoder.finish());
    return packed + numberToBase85(crcOfText(packed), CHECK_LENGTH);
  }

  *#heading({ revision, notes }: Heading): Steps {
    this.#encoder.writeNumber(revision);
    this.#encoder.writeNumber(notes.size);
    for (const [name, text] of notes) yield* this.#record(name, text);
    this.#check.add(String(revision), ...[...notes].flat());
  }

  *#record(id: string, text: string): Steps {
    this.#id(id);
    for (let start = 0; start < text.length; start += STEP) {
      writeText(text.slice(start, start + STEP), (byte) => this.#encoder.write(byte, TEXT));
      yield;
    }
    this.#encoder.write(MARK.endOfText, TEXT);
  }

  #id(id: string): void {
    this.#previous = writeId(id, this.#previous, (byte) => this.#encoder.write(byte, ID));
  }

  #vouch(): void {
    if (!this.#check.due) return;
    this.#encoder.write(MARK.check, ID);
    this.#encoder.writeBits(this.#check.take(), 16);
  }
}
