/**
 * Packs a learner's state in one form again and again, each time only what has changed since its checkpoint: a long state is packed in slices, so that
 * typing goes on, and a page that closes has only its last words to pack. What the text looks like is told in `state-codec.ts`, its characters in `base85.ts`.
 *
 * It keeps a checkpoint: the packed answers that were not changed lately, and the model that has read them; at first perhaps those of a state that was
 * read. Each state is those, and behind them the answers that differ, of which the later record counts. Where superseded records take too much room, a
 * new checkpoint is made.
 *
 * While she types on in one answer, the others that differ stay the same from save to save. They are kept in a lead, which is a checkpoint
 * further on: it changes nothing in the text, and only spares that they are packed and read back each time.
 */
import type { Answer, FieldId } from '../../course/answers.ts';
import { fromBase85 } from './base85.ts';
import {
  differences,
  lackingIn,
  olderOf,
  sharedRecords,
  type Checkpoint,
  type Difference,
  type ToGoOnFrom,
  withRecords,
  type Written,
} from './checkpoint.ts';
import { finish, inOrder, type PackedState } from './state-codec.ts';
import { lettersIn } from './letters.ts';
import type { StateForm } from './state-form.ts';
import type { StateModel } from './state-model.ts';
import { MOST_LETTERS } from './state-records.ts';
import { readRecords, type ReadUpTo } from './state-reader.ts';
import { CHECK_LENGTH, StateWriter, type Heading, type Steps } from './state-writer.ts';

/** Superseded letters, of all, for which a new checkpoint is made. */
const MOST_SUPERSEDED = 0.04;
/** A slice of packing; what is typed waits for no longer, on a computer four times slower than most. */
const SLICE_MS = 10;

const NO_RECORDS = { records: [], answers: new Map(), letters: 0 } as const;

/** What is kept from one state to the next. */
type Kept = 'checkpoint' | 'lead';

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
  #lead: Checkpoint | undefined;
  /** What has read back last. */
  #proven: Written | undefined;
  /** One for each that is kept: models are large. */
  readonly #models: { [kept in Kept]?: StateModel } = {};
  #packed: { readonly state: PackedState; readonly text: string } | undefined;

  constructor(
    form: StateForm,
    { pause = () => new Promise((go) => setTimeout(go)), now = () => performance.now() }: StatePackerOptions = {},
  ) {
    this.#form = form;
    this.#pause = pause;
    this.#now = now;
  }

  /** Goes on from a text of this form that was read, as if it had packed it itself. */
  goOnFrom({ model, mark, heading, records }: ReadUpTo): void {
    this.#models.checkpoint = model;
    this.#checkpoint = { model, mark, heading, ...withRecords(NO_RECORDS, records) };
    this.#lead = this.#proven = this.#packed = undefined;
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
      if (!(await this.#inSlices(this.#extend('checkpoint', checkpoint, older), isOver))) return;
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

  /** There is no room for what `pack` has come to: nothing that was superseded is left in the next one. */
  shorten(state: PackedState): void {
    if (this.#checkpoint && this.#checkpoint !== this.#checkpointFor(state, true)) this.#checkpoint = this.#packed = undefined;
  }

  #has({ answers, revision, notes }: PackedState): boolean {
    const packed = this.#packed?.state;
    return packed !== undefined && packed.answers === answers && isSame(packed, { revision, notes });
  }

  #empty({ revision, notes }: Heading): Checkpoint {
    return { model: this.#form.begun, mark: undefined, heading: { revision, notes }, ...NO_RECORDS };
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
  #toGoOnFrom(state: PackedState): ToGoOnFrom {
    const checkpoint = this.#checkpoint ?? this.#empty(state);
    const lacking = lackingIn(checkpoint, state);
    const letters = lettersIn(new Map(lacking.flatMap(([id, answer]) => (answer ? [[id, answer]] : []))));
    if (checkpoint.letters + letters <= MOST_LETTERS) return this.#furthest(checkpoint, lacking);
    const empty = this.#empty(state);
    return { checkpoint: empty, lacking: lackingIn(empty, state) };
  }

  /**
   * Writes records behind a checkpoint and keeps where that leads to.
   * @returns that it is kept. Its model may be the one of `from`: the two change at once, and `from` is not to be used any more
   */
  *#extend(kept: Kept, from: Checkpoint, records: readonly Difference[]): Steps<true> {
    const working = this.#form.working(from.model);
    const writer = new StateWriter(this.#form.version, working, from.mark);
    if (!from.mark) yield* writer.begin(from.heading);
    for (const [id, answer] of records) yield* write(writer, id, answer);
    const model = (this.#models[kept] ??= this.#form.newModel());
    model.become(working);
    const extended = { model, mark: writer.mark, heading: from.heading, ...withRecords(from, records) };
    if (kept === 'checkpoint') this.#checkpoint = extended;
    else this.#lead = extended;
    return true;
  }

  /** The lead, where a text that goes on from the checkpoint passes it. */
  #furthest(checkpoint: Checkpoint, lacking: readonly Difference[]): ToGoOnFrom {
    const records = [...checkpoint.records, ...lacking];
    const lead = this.#lead;
    const isPassed =
      lead && lead.records.length > checkpoint.records.length && sharedRecords(lead, { ...checkpoint, records }) === lead.records.length;
    return isPassed ? { checkpoint: lead, lacking: records.slice(lead.records.length) } : { checkpoint, lacking };
  }

  /** What is the same as in the last text is likely to be so in the next one too. */
  *#moveLead({ checkpoint, lacking }: ToGoOnFrom): Steps {
    if (!this.#proven) return;
    const same = sharedRecords(this.#proven, { ...checkpoint, records: [...checkpoint.records, ...lacking] });
    const further = lacking.slice(0, Math.max(0, same - checkpoint.records.length));
    if (further.length > 0) yield* this.#extend('lead', checkpoint, further);
  }

  /** @throws Error where it does not read back */
  *#provenText(state: PackedState): Steps<string> {
    const settled = this.#checkpoint ?? this.#empty(state);
    const lackingBehind = lackingIn(settled, state);
    yield* this.#moveLead(this.#furthest(settled, lackingBehind));
    const { checkpoint, lacking } = this.#furthest(settled, lackingBehind);
    const text = yield* this.#text(checkpoint, lacking, state);
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
      this.#checkpoint = this.#lead = this.#proven = undefined;
      throw new Error('not yet read back');
    }
    this.#proven = { heading: checkpoint.heading, records: [...checkpoint.records, ...lacking] };
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

function* write(writer: StateWriter, id: FieldId, answer: Answer | undefined): Steps {
  if (answer) yield* writer.answer(id, answer.text, answer.at);
  else writer.removed(id);
}

function isSame(first: Heading, second: Heading): boolean {
  if (first.revision !== second.revision || first.notes.size !== second.notes.size) return false;
  return [...first.notes].every(([name, text]) => second.notes.get(name) === text);
}
