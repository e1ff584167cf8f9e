/**
 * Packs a learner's state in one form again and again, each time only what has changed since its checkpoint: a long state is packed in slices, so that
 * typing goes on, and a page that closes has only its last words to pack.
 *
 * It keeps a checkpoint: the packed answers that were not changed lately, and the model that has read them. Each state is those, and behind
 * them the answers that differ, of which the later record counts. Where superseded records take too much room, a new checkpoint is made.
 */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import { fromBase85 } from './base85.ts';
import { finish, inOrder, type PackedState } from './state-codec.ts';
import { lettersIn } from './letters.ts';
import type { StateForm } from './state-form.ts';
import type { StateModel } from './state-model.ts';
import { MOST_LETTERS } from './state-records.ts';
import { readRecords } from './state-reader.ts';
import { CHECK_LENGTH, StateWriter, type Heading, type Steps, type WriterMark } from './state-writer.ts';

/** The answers changed last stay outside of the checkpoint, so many letters of them: they are likely to change again. */
const RECENT_LETTERS = 1_200;
/** Superseded letters, of all, for which a new checkpoint is made. */
const MOST_SUPERSEDED = 0.04;
/** A slice of packing; what is typed waits for no longer, on a computer four times slower than most. */
const SLICE_MS = 10;

/** What has been packed of a state, and the model that has read it. */
interface Checkpoint {
  readonly model: StateModel;
  /** undefined: nothing is written yet, not even the heading. */
  readonly mark: WriterMark | undefined;
  readonly heading: Heading;
  /** In whole seconds. */
  readonly answers: Answers;
  /** Letters of all its records, superseded ones with them. */
  readonly letters: number;
}

/** A record that a checkpoint lacks: an answer, or the id of one that was removed. */
type Difference = readonly [FieldId, Answer | undefined];

export interface StatePackerOptions {
  /** Lets others have their turn between two slices. */
  readonly pause?: () => Promise<void>;
  /** Milliseconds of a clock that nobody sets. */
  readonly now?: () => number;
}

export class StatePacker {
  readonly #form: StateForm;
  readonly #pause: () => Promise<void>;
  readonly #now: () => number;
  #checkpoint: Checkpoint | undefined;
  /** A model of an earlier checkpoint, for the next one: models are large. */
  #spare: StateModel | undefined;
  #packed: { readonly state: PackedState; readonly text: string } | undefined;

  constructor(
    form: StateForm,
    { pause = () => new Promise((go) => setTimeout(go)), now = () => performance.now() }: StatePackerOptions = {},
  ) {
    this.#form = form;
    this.#pause = pause;
    this.#now = now;
  }

  /**
   * Packs in slices and reads back what it has packed, so that `pack` has it ready.
   * @param isShort the LMS has little room: nothing superseded is left in the text
   * @param isOver whether the state is of no interest any more
   * @throws Error where what was packed does not read back: a fault of this course
   */
  async prepare(state: PackedState, isShort: boolean, isOver: () => boolean): Promise<void> {
    if (lettersIn(state.answers) > MOST_LETTERS || this.#has(state)) return;
    const checkpoint = this.#checkpointFor(state, isShort);
    const older = differences(checkpoint.answers, olderOf(state.answers), state.answers);
    if (older.length > 0) {
      const extended = await this.#inSlices(this.#extended(checkpoint, older), isOver);
      if (!extended) return;
      this.#spare = this.#checkpoint?.model;
      this.#checkpoint = extended;
    }
    // All of it changed a moment ago: nothing that was superseded is carried along.
    else if (checkpoint.mark === undefined) this.#checkpoint = undefined;
    const text = await this.#inSlices(this.#provenText(state), isOver);
    if (text !== undefined) this.#packed = { state, text };
  }

  /**
   * The state in the 85 safe characters, whether it was prepared or not.
   * @returns undefined where there are more letters than are ever read again (`MOST_LETTERS`)
   */
  pack(state: PackedState): string | undefined {
    if (lettersIn(state.answers) > MOST_LETTERS) return undefined;
    if (!this.#has(state)) {
      const { checkpoint, lacking } = this.#toGoOnFrom(state);
      this.#packed = { state, text: finish(this.#text(checkpoint, lacking, state)) };
    }
    return this.#packed?.text;
  }

  #has({ answers, revision, notes }: PackedState): boolean {
    const packed = this.#packed?.state;
    return packed !== undefined && packed.answers === answers && isSame(packed, { revision, notes });
  }

  #empty({ revision, notes }: Heading): Checkpoint {
    return { model: this.#form.begun, mark: undefined, heading: { revision, notes }, answers: new Map(), letters: 0 };
  }

  /** The last one, where what it has superseded is little; else one with nothing in it. */
  #checkpointFor(state: PackedState, isShort: boolean): Checkpoint {
    const checkpoint = this.#checkpoint;
    if (!checkpoint) return this.#empty(state);
    let living = 0;
    for (const [id, { text }] of checkpoint.answers) if (state.answers.get(id)?.text === text) living += id.length + text.length;
    const superseded = checkpoint.letters - living;
    return superseded > (isShort ? 0 : checkpoint.letters * MOST_SUPERSEDED) ? this.#empty(state) : checkpoint;
  }

  /** The last one, and what it lacks. What was exchanged as a whole since (a file of hers) would come to more letters behind it than are ever read: then one with nothing in it. */
  #toGoOnFrom(state: PackedState): { readonly checkpoint: Checkpoint; readonly lacking: readonly Difference[] } {
    const checkpoint = this.#checkpoint ?? this.#empty(state);
    const lacking = lackingIn(checkpoint, state);
    const letters = lettersIn(new Map(lacking.flatMap(([id, answer]) => (answer ? [[id, answer]] : []))));
    if (checkpoint.letters + letters <= MOST_LETTERS) return { checkpoint, lacking };
    const empty = this.#empty(state);
    return { checkpoint: empty, lacking: lackingIn(empty, state) };
  }

  *#extended(from: Checkpoint, older: readonly Difference[]): Steps<Checkpoint> {
    const working = this.#form.working(from.model);
    const writer = new StateWriter(this.#form.version, working, from.mark);
    if (!from.mark) yield* writer.begin(from.heading);
    const answers = new Map(from.answers);
    let { letters } = from;
    for (const [id, answer] of older) {
      yield* write(writer, id, answer);
      letters += id.length + (answer?.text.length ?? 0);
      if (answer) answers.set(id, answer);
      else answers.delete(id);
    }
    const { mark } = writer;
    const model = this.#spare ?? this.#form.newModel();
    model.become(working);
    return { model, mark, heading: from.heading, answers, letters };
  }

  /** @throws Error where it does not read back */
  *#provenText(state: PackedState): Steps<string> {
    const checkpoint = this.#checkpoint ?? this.#empty(state);
    const text = yield* this.#text(checkpoint, lackingIn(checkpoint, state), state);
    const bytes = fromBase85(text.slice(1, -CHECK_LENGTH));
    const read = yield* readRecords(bytes, this.#form.working(checkpoint.model), checkpoint.mark);
    const answers = new Map(checkpoint.answers);
    for (const [id, answer] of read.answers) {
      if (answer) answers.set(id, { text: answer.text, at: answer.at / 1000 });
      else answers.delete(id);
    }
    const wanted = inOrder(state.answers);
    const isWhole = answers.size === wanted.length && differences(answers, wanted, state.answers).length === 0;
    if (!read.ended || !isWhole) {
      this.#checkpoint = undefined;
      throw new Error('The packed state does not read back.');
    }
    return text;
  }

  /** The checkpoint's records, and those that it lacks. */
  *#text(checkpoint: Checkpoint, lacking: readonly Difference[], state: PackedState): Steps<string> {
    const writer = new StateWriter(this.#form.version, this.#form.working(checkpoint.model), checkpoint.mark);
    if (!checkpoint.mark) yield* writer.begin(checkpoint.heading);
    for (const [id, answer] of lacking) yield* write(writer, id, answer);
    return yield* writer.end(isSame(checkpoint.heading, state) ? undefined : state);
  }

  /** @returns undefined where it was over before it was done, or somebody else has used the model in between */
  async #inSlices<T>(steps: Steps<T>, isOver: () => boolean): Promise<T | undefined> {
    for (;;) {
      const until = this.#now() + SLICE_MS;
      do {
        const step = steps.next();
        if (step.done) return step.value;
      } while (this.#now() < until);
      const { uses } = this.#form;
      await this.#pause();
      if (isOver() || this.#form.uses !== uses) return undefined;
    }
  }
}

/** Oldest first, without those changed last: at least one, and as many as have `RECENT_LETTERS`. */
function olderOf(answers: Answers): readonly [FieldId, Answer][] {
  const ordered = inOrder(answers);
  let recent = 0;
  let count = ordered.length;
  while (count > 0 && recent < RECENT_LETTERS) recent += ordered[--count]?.[1].text.length ?? 0;
  return ordered.slice(0, count);
}

/** The records that a checkpoint lacks of a state. */
function lackingIn({ answers }: Checkpoint, state: PackedState): Difference[] {
  return differences(answers, inOrder(state.answers), state.answers);
}

/** @param wanted in whole seconds, oldest first @param living ids that are not removed */
function differences(written: Answers, wanted: readonly [FieldId, Answer][], living: Answers): Difference[] {
  const removed = [...written.keys()].filter((id) => !living.has(id)).map((id): Difference => [id, undefined]);
  const changed = wanted.filter(([id, { text, at }]) => {
    const before = written.get(id);
    return before?.text !== text || before.at !== at;
  });
  return [...removed, ...changed];
}

function* write(writer: StateWriter, id: FieldId, answer: Answer | undefined): Steps {
  if (answer) yield* writer.answer(id, answer.text, answer.at);
  else writer.removed(id);
}

function isSame(first: Heading, second: Heading): boolean {
  if (first.revision !== second.revision || first.notes.size !== second.notes.size) return false;
  return [...first.notes].every(([name, text]) => second.notes.get(name) === text);
}
