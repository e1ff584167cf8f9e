/** All of a state as one text for suspend_data: lightly while it is short, so that the next launch reads it at once, and densely from there on. */
import type { Answers } from '../../course/answers.ts';
import { lettersIn } from '../state/letters.ts';
import { PackedLength } from '../state/packed-length.ts';
import { isDense, type PackedState } from '../state/state-codec.ts';
import { DENSE, LIGHT } from '../state/state-form.ts';
import { StatePacker } from '../state/state-packer.ts';
import type { ReadUpTo } from '../state/state-reader.ts';

/** Of suspend_data a state packed lightly takes so much at most. */
const LITTLE = 1 / 3;
/** A whole licence, as most learners write it. The more a state takes, the less goes out beside it when a page is closed. */
const MOST_LIGHT_LETTERS = 15_000;

/** Less tells little of what a letter takes. */
const LETTERS_TO_LEARN_FROM = 500;

export class LightOrDense {
  /** Characters that answers take packed densely, by what was measured so far. */
  readonly lengths = new PackedLength();
  /** Characters that a letter takes packed lightly: at most one, until some were. */
  #lightPerLetter = 1;
  readonly #light = new StatePacker(LIGHT);
  readonly #dense = new StatePacker(DENSE);

  /** Goes on from what was read. @param isLight it was packed lightly */
  goOnFrom(upTo: ReadUpTo, isLight: boolean): void {
    (isLight ? this.#light : this.#dense).goOnFrom(upTo);
  }

  /**
   * Packs in slices what `pack` is going to need.
   * @param capacity of suspend_data, in characters
   * @param isShort nothing superseded is left in the text @param isOver whether it is of no interest any more
   */
  async packAhead(state: PackedState, capacity: number, isShort: boolean, isOver: () => boolean): Promise<void> {
    if (isLittle(state.answers, capacity)) {
      await this.#light.prepare(state, isShort, isOver);
      if (isOver() || isShortEnough(this.#light.pack(state), capacity)) return;
    }
    await this.#dense.prepare(state, isShort, isOver);
  }

  /** As `StatePacker` says it. */
  shorten(state: PackedState): void {
    this.#dense.shorten(state);
  }

  /** @returns undefined where there are more letters than are ever read again (`MOST_LETTERS`) */
  pack(state: PackedState, capacity: number): string | undefined {
    const light = isLittle(state.answers, capacity) ? this.#light.pack(state) : undefined;
    // Nearly always a letter takes less than a character, but one of a rare script may take several.
    const text = isShortEnough(light, capacity) ? light : this.#dense.pack(state);
    if (text !== undefined && isDense(text)) this.lengths.learn(state.answers, text);
    else if (text !== undefined) this.#learn(lettersIn(state.answers), text);
    return text;
  }

  /** Characters that answers take packed. */
  expected(answers: Answers, capacity: number): number {
    return isLittle(answers, capacity) ? Math.ceil(lettersIn(answers) * this.#lightPerLetter) : this.lengths.expected(answers);
  }

  #learn(letters: number, light: string): void {
    if (letters > LETTERS_TO_LEARN_FROM) this.#lightPerLetter = Math.min(1, light.length / letters);
  }
}

function isLittle(answers: Answers, capacity: number): boolean {
  return lettersIn(answers) <= Math.min(capacity * LITTLE, MOST_LIGHT_LETTERS);
}

function isShortEnough(light: string | undefined, capacity: number): light is string {
  return light !== undefined && light.length <= capacity * LITTLE;
}
