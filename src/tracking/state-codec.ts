/**
 * A learner's state as one string that every known LMS hands back as it was. Version A:
 *
 *     'A'  version; later ones count up, but for 'P', which stands before pages (`objective-pages.ts`)
 *     …    the state, compressed by context mixing with a frozen Finnish primer, in base85
 *     xxxxx  CRC-32 of all before it; it stands there in every version
 *
 * Inside, the answers stand in the order of their times, each as its id (less what it shares with the one before), its text, and
 * the seconds since the one before. After every 1,500 letters or so a 16-bit check lets a damaged state be read up to there.
 */
import type { Answer, Answers, FieldId } from '../course/answers.ts';
import { fromBase85, isBase85, numberFromBase85, numberToBase85, toBase85 } from './base85.ts';
import { crcOfText } from './checksum.ts';
import { ContextDecoder, ContextEncoder } from './context-coder.ts';
import { ContextModel, type ByteKind } from './context-model.ts';
import { MARK, readText, writeText } from './state-bytes.ts';
import { PRIMER } from './state-primer.ts';
import type { SavedState } from './tracker.ts';

/** What is packed: the learner's state, and what the tracker has to remember beside it. */
export interface PackedState extends SavedState {
  /** The tracker's own notes: short texts by name. */
  readonly notes: ReadonlyMap<string, string>;
}

export type Unpacked =
  | { readonly result: 'whole'; readonly state: PackedState }
  /** Ours, but not as it was written; `state` holds what its checks vouch for, possibly nothing. */
  | { readonly result: 'damaged'; readonly state: PackedState; readonly raw: string }
  /** Written whole by a later release of this course. */
  | { readonly result: 'newer'; readonly raw: string }
  /** Something else, of another course or another tool. */
  | { readonly result: 'foreign'; readonly raw: string }
  | { readonly result: 'empty' };

const VERSION = 'A';
const CHECK_LENGTH = 5;
const BLOCK = 1500;
const ID: ByteKind = 1;
const TEXT: ByteKind = 2;

/** Packs a state into the 85 safe characters; the first is a letter, so that nobody takes it for a number. Times become whole seconds. */
export function packState({ answers, revision, notes }: PackedState): string {
  const encoder = new ContextEncoder(primedModel());
  const check = new RunningCheck();
  let previous = '';
  const writeRecord = (id: string, text: string): void => {
    previous = writeId(id, previous, (byte) => encoder.write(byte, ID));
    writeText(text, (byte) => encoder.write(byte, TEXT));
    encoder.write(MARK.endOfText, TEXT);
  };
  encoder.writeNumber(revision);
  encoder.writeNumber(notes.size);
  for (const [name, text] of notes) writeRecord(name, text);
  check.add(String(revision), ...[...notes].flat());
  let time = 0;
  for (const [id, { text, at }] of inOrder(answers)) {
    if (check.due) {
      encoder.write(MARK.check, ID);
      encoder.writeBits(check.take(), 16);
    }
    writeRecord(id, text);
    encoder.writeNumber(at - time);
    time = at;
    check.add(id, text, String(at));
  }
  encoder.write(MARK.endOfState, ID);
  encoder.writeBits(check.take(), 16);
  const packed = VERSION + toBase85(encoder.finish());
  return packed + numberToBase85(crcOfText(packed), CHECK_LENGTH);
}

/** Reads what `packState` wrote, or as much of it as can be vouched for. Never throws. */
export function unpackState(raw: string): Unpacked {
  if (raw.trim() === '') return { result: 'empty' };
  const version = raw.charAt(0);
  const checked = raw.slice(0, -CHECK_LENGTH);
  const whole = raw.length > CHECK_LENGTH && numberFromBase85(raw.slice(-CHECK_LENGTH)) === crcOfText(checked);
  if (version !== VERSION) return { result: whole && version > VERSION && version <= 'Z' ? 'newer' : 'foreign', raw };
  const read = readState(fromBase85(whole ? checked.slice(1) : raw.slice(1)));
  if (whole && read.ended) return { result: 'whole', state: read.state };
  if (!isBase85(raw) && read.state.answers.size === 0) return { result: 'foreign', raw };
  return { result: 'damaged', state: read.state, raw };
}

function readState(bytes: Uint8Array): { state: PackedState; ended: boolean } {
  const decoder = new ContextDecoder(primedModel(), bytes);
  const read = (kind: ByteKind) => (): number => {
    if (decoder.exhausted) throw new RangeError('the end is missing');
    return decoder.read(kind);
  };
  const check = new RunningCheck();
  const answers = new Map<FieldId, Answer>();
  const pending: [FieldId, Answer][] = [];
  const notes = new Map<string, string>();
  let vouched: ReadonlyMap<string, string> = new Map();
  let revision = 0;
  let ended = false;
  try {
    let previous = '';
    const count = ((revision = decoder.readNumber()), decoder.readNumber());
    check.add(String(revision));
    for (let index = 0; index < count; index++) {
      previous = readId(read(ID)(), previous, read(ID));
      notes.set(previous, readText(MARK.endOfText, read(TEXT)));
      check.add(previous, notes.get(previous) ?? '');
    }
    for (let time = 0; !ended;) {
      const mark = read(ID)();
      if (mark === MARK.check || mark === MARK.endOfState) {
        if (decoder.readBits(16) !== check.take()) break;
        for (const [id, answer] of pending.splice(0)) answers.set(id, answer);
        vouched = notes;
        ended = mark === MARK.endOfState;
        continue;
      }
      previous = readId(mark, previous, read(ID));
      const text = readText(MARK.endOfText, read(TEXT));
      time += decoder.readNumber();
      if (!Number.isSafeInteger(time * 1000)) break;
      pending.push([previous, { text, at: time * 1000 }]);
      check.add(previous, text, String(time));
    }
  } catch (error) {
    // Damaged bytes read as anything; what was vouched for before them stands.
    if (!(error instanceof RangeError)) throw error;
  }
  return { state: { answers, revision: vouched === notes ? revision : 0, notes: vouched }, ended };
}

/** Oldest first, in whole seconds. */
function inOrder(answers: Answers): [FieldId, Answer][] {
  return [...answers]
    .map(([id, { text, at }]): [FieldId, Answer] => [id, { text, at: at > 0 && at < 8.64e15 ? Math.floor(at / 1000) : 0 }])
    .sort(([, a], [, b]) => a.at - b.at);
}

/** The number of leading parts shared with the id before, and the rest. @returns the id */
function writeId(id: string, previous: string, write: (byte: number) => void): string {
  const parts = id.split('.');
  const before = previous.split('.');
  let shared = 0;
  while (shared < Math.min(parts.length - 1, 15) && parts[shared] === before[shared]) shared++;
  write(MARK.firstShared + shared);
  writeText(parts.slice(shared).join('.'), write);
  write(MARK.endOfId);
  return id;
}

function readId(mark: number, previous: string, read: () => number): string {
  const before = previous.split('.');
  const shared = mark - MARK.firstShared;
  if (shared < 0 || shared > Math.min(before.length, 15)) throw new RangeError(`byte ${mark} before an id`);
  return [...before.slice(0, shared), readText(MARK.endOfId, read)].join('.');
}

/** Vouches for everything written so far, every so many letters. */
class RunningCheck {
  #value = 0;
  #letters = 0;

  get due(): boolean {
    return this.#letters >= BLOCK;
  }

  add(...texts: string[]): void {
    for (const text of texts) {
      this.#value = crcOfText(`${this.#value}:${text.length}:${text}`);
      this.#letters += text.length;
    }
  }

  take(): number {
    this.#letters = 0;
    return this.#value & 0xffff;
  }
}

let primed: ContextModel | undefined;
let working: ContextModel | undefined;

/** A model that has read the primer and nothing else. There is one, since it is large: it is good until the next call. */
function primedModel(): ContextModel {
  primed ??= readPrimer();
  working ??= new ContextModel();
  working.become(primed);
  return working;
}

function readPrimer(): ContextModel {
  const model = new ContextModel();
  const write = (byte: number, kind: ByteKind): void => {
    model.begin(kind);
    for (let shift = 7; shift >= 0; shift--) {
      model.foretell();
      model.learn(((byte >> shift) & 1) as 0 | 1);
    }
    model.end();
  };
  let previous = '';
  for (const [id, text] of PRIMER) {
    previous = writeId(id, previous, (byte) => write(byte, ID));
    writeText(text, (byte) => write(byte, TEXT));
    write(MARK.endOfText, TEXT);
  }
  return model;
}
