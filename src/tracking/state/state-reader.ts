/** Reads the bytes of a learner's state, of any version, as far as its checks vouch for them. */
import type { Answer, FieldId } from '../../course/answers.ts';
import { ContextDecoder } from './arithmetic-coder.ts';
import { MARK, readText, readTextInSteps } from './state-bytes.ts';
import type { ByteKind, StateModel } from './state-model.ts';
import { ID, readId, RunningCheck, TEXT } from './state-records.ts';
import type { Heading, Steps, WriterMark } from './state-writer.ts';

/** Outside stay so many bytes at the end, and no more than this share of all: what was changed last is likely to change again. */
const LAST_BYTES = 600;
const LAST_SHARE = 1 / 8;

/** What stands in a text before its last records, and the model that has read it: a writer may go on from there. */
export interface ReadUpTo {
  readonly model: StateModel;
  readonly mark: WriterMark;
  readonly heading: Heading;
  /** In the order in which they stand; `at` in whole seconds. */
  readonly records: readonly (readonly [FieldId, Answer | undefined])[];
}

/** What was read. An id without an answer was removed. */
export interface ReadRecords {
  readonly answers: ReadonlyMap<FieldId, Answer | undefined>;
  readonly revision: number;
  readonly notes: ReadonlyMap<string, string>;
  /** Read up to its end, and the last check holds. */
  readonly ended: boolean;
  /** Where a model was given for it, and there is any record. */
  readonly upTo: ReadUpTo | undefined;
}

/**
 * Never throws; damaged bytes read as anything, and only what a check vouches for is given.
 * @param model has read what stands before every state of its form, or what was written up to `from`; it is this reader's alone until it is done
 * @param from reads only what was written after it
 * @param keeping becomes the model that has read all but the last records
 */
export function* readRecords(bytes: Uint8Array, model: StateModel, from?: WriterMark, keeping?: StateModel): Steps<ReadRecords> {
  const decoder = new ContextDecoder(model, bytes, from?.coder);
  const read = (kind: ByteKind) => (): number => {
    if (decoder.exhausted) throw new RangeError();
    return decoder.read(kind);
  };
  const check = from?.check.copy() ?? new RunningCheck();
  const answers = new Map<FieldId, Answer | undefined>();
  const pending: [FieldId, Answer | undefined][] = [];
  let previous = from?.previous ?? '';
  let time = from?.time ?? 0;
  let heading = { revision: 0, notes: new Map<string, string>() };
  let vouched = heading;
  let ended = false;
  const firstOfLast = bytes.length - Math.min(LAST_BYTES, bytes.length * LAST_SHARE);
  const records: [FieldId, Answer | undefined][] = [];
  let upTo: ReadUpTo | undefined;
  const recorded = (text?: string): void => {
    pending.push([previous, text === undefined ? undefined : { text, at: time * 1000 }]);
    if (!keeping || upTo) return;
    records.push([previous, text === undefined ? undefined : { text, at: time }]);
    if (decoder.length < firstOfLast) return;
    keeping.become(model);
    upTo = { model: keeping, mark: { coder: decoder.mark, check: check.copy(), previous, time }, heading, records };
  };
  const readHeading = (): typeof heading => {
    const revision = decoder.readNumber();
    const count = decoder.readNumber();
    const notes = new Map<string, string>();
    check.add(String(revision));
    for (let index = 0; index < count; index++) {
      previous = readId(read(ID)(), previous, read(ID));
      notes.set(previous, readText(MARK.endOfText, read(TEXT)));
      check.add(previous, notes.get(previous) ?? '');
    }
    return { revision, notes };
  };
  try {
    if (!from) heading = readHeading();
    while (!ended) {
      yield;
      let mark = read(ID)();
      if (mark === MARK.notes) {
        heading = readHeading();
        mark = read(ID)();
      }
      if (mark === MARK.check || mark === MARK.endOfState) {
        if (decoder.readBits(16) !== check.take()) break;
        for (const [id, answer] of pending.splice(0)) answers.set(id, answer);
        vouched = heading;
        ended = mark === MARK.endOfState;
        continue;
      }
      const isEarlier = mark === MARK.earlier;
      previous = readId(isEarlier ? read(ID)() : mark, previous, read(ID));
      const first = read(TEXT)();
      if (first === MARK.removed) {
        check.add(previous);
        recorded();
        continue;
      }
      const text = yield* readTextInSteps(MARK.endOfText, read(TEXT), first);
      time += decoder.readNumber() * (isEarlier ? -1 : 1);
      if (!Number.isSafeInteger(time * 1000)) break;
      check.add(previous, text, String(time));
      recorded(text);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return { answers, ...vouched, ended, upTo };
}
