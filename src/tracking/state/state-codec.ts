/**
 * A learner's state as one string that every known LMS hands back as it was:
 *
 *     'B'  version; later ones count up, but for 'P', which stands before pages (`objective-page-format.ts`)
 *     …    the state, compressed by what a model foretells of it (`state-form.ts`), in base85
 *     xxxxx  CRC-32 of all before it; it stands there in every version
 *
 * Inside, the answers stand in the order of their times, each as its id (less what it shares with the one before), its text, and
 * the seconds since the one before. After every 1,500 letters or so a 16-bit check lets a damaged state be read up to there.
 *
 * Version A, which release 1.0.0 wrote, is read for ever. B differs in what stands behind the answers (`state-writer.ts`): it can be
 * continued, so that a save packs only what has changed (`state-packer.ts`). C is B by a lighter model.
 */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import { fromBase85, isBase85, numberFromBase85 } from './base85.ts';
import { crcOfText } from './crc32.ts';
import { withoutFillers } from './placeholders.ts';
import { DENSE, LIGHT, type StateForm } from './state-form.ts';
import { readRecords, type ReadUpTo } from './state-reader.ts';
import { CHECK_LENGTH, StateWriter, type Steps } from './state-writer.ts';
import type { SavedState } from '../tracker.ts';

/** What is packed: the learner's state, and what the tracker has to remember beside it. */
export interface PackedState extends SavedState {
  /** The tracker's own notes: short texts by name. */
  readonly notes: ReadonlyMap<string, string>;
}

export type Unpacked =
  /** `upTo`: as far as a `StatePacker` may go on from it, where that was asked for. */
  | { readonly result: 'whole'; readonly state: PackedState; readonly upTo?: ReadUpTo | undefined }
  /** Ours, but not as it was written; `state` holds what its checks vouch for, possibly nothing. */
  | { readonly result: 'damaged'; readonly state: PackedState; readonly raw: string }
  /** Written whole by a later release of this course. */
  | { readonly result: 'newer'; readonly raw: string }
  /** Something else, of another course or another tool. */
  | { readonly result: 'foreign'; readonly raw: string }
  | { readonly result: 'empty' };

const VERSION_A = 'A';
/** May stand behind a state, as often as may be. */
export const PADDING = 'A';

/**
 * Packs a state into the 85 safe characters; the first is a letter, so that nobody takes it for a number. Times become whole seconds.
 * @throws RangeError where there are more letters than are ever read (`MOST_READ`); `MOST_LETTERS` never come to so many
 */
export function packState(state: PackedState, form = DENSE): string {
  return finish(packing(state, form));
}

function* packing({ answers, revision, notes }: PackedState, form: StateForm): Steps<string> {
  const writer = new StateWriter(form.version, form.working(form.begun));
  yield* writer.begin({ revision, notes });
  for (const [id, { text, at }] of inOrder(answers)) yield* writer.answer(id, text, at);
  return yield* writer.end();
}

/**
 * Reads what `packState` or a `StatePacker` wrote, or as much of it as can be vouched for. Never throws.
 * @param goesOn a `StatePacker` is to go on from it: keeps one more model
 */
export function unpackState(padded: string, goesOn = false): Unpacked {
  // A trial of an empty suspend_data may be left in it: padding behind nothing.
  if (/^(?:\s*|A{20,})$/.test(padded)) return { result: 'empty' };
  const raw = withoutPadding(withoutFillers(padded));
  const version = raw.charAt(0);
  const checked = raw.slice(0, -CHECK_LENGTH);
  const whole = isWhole(raw);
  const form = formOf(version);
  if (!form) return { result: whole && version > LIGHT.version && version <= 'Z' ? 'newer' : 'foreign', raw: padded };
  const bytes = fromBase85(whole ? checked.slice(1) : raw.slice(1));
  const keeping = goesOn && whole && version === form.version ? form.newModel() : undefined;
  const read = finish(readRecords(bytes, form.working(form.begun), undefined, keeping));
  const answers = new Map([...read.answers].filter((record): record is [FieldId, Answer] => record[1] !== undefined));
  const state = { answers, revision: read.revision, notes: read.notes };
  if (whole && read.ended) return { result: 'whole', state, upTo: read.upTo };
  if (!isBase85(raw) && answers.size === 0) return { result: 'foreign', raw: padded };
  return { result: 'damaged', state, raw };
}

/** Whether it takes long to read: the primer is read first. */
export function isDense(raw: string): boolean {
  return raw.trim() !== '' && formOf(raw.charAt(0)) !== LIGHT;
}

function formOf(version: string): StateForm | undefined {
  if (version === LIGHT.version) return LIGHT;
  return version === DENSE.version || version === VERSION_A ? DENSE : undefined;
}

/** A checksum may end like padding. */
function withoutPadding(text: string): string {
  const end = text.length - (/A{20,}$/.exec(text)?.[0].length ?? 0);
  for (let length = end; length < Math.min(text.length, end + CHECK_LENGTH); length++)
    if (isWhole(text.slice(0, length))) return text.slice(0, length);
  return text;
}

function isWhole(raw: string): boolean {
  return raw.length > CHECK_LENGTH && numberFromBase85(raw.slice(-CHECK_LENGTH)) === crcOfText(raw.slice(0, -CHECK_LENGTH));
}

/** Oldest first; `at` in whole seconds. */
export function inOrder(answers: Answers): [FieldId, Answer][] {
  return [...answers]
    .map(([id, { text, at }]): [FieldId, Answer] => [id, { text, at: at > 0 && at < 8.64e15 ? Math.floor(at / 1000) : 0 }])
    .sort(([, a], [, b]) => a.at - b.at);
}

/** All steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
