/** How long answers become when they are packed: a guess, until some were. */
import type { Answers } from '../../course/answers.ts';

/** Characters that a letter takes packed, as far as nothing was measured. */
const USUAL_PER_LETTER = 0.44;
const LETTERS_TO_LEARN_FROM = 500;
/** Characters that an answer takes packed beside its letters: its name and time. */
const ANSWER_LENGTH = 3;

export class PackedLength {
  #perLetter = USUAL_PER_LETTER;

  /** Characters that answers take packed, by what was measured so far. */
  expected(answers: Answers): number {
    return Math.ceil(lettersOfTexts(answers) * this.#perLetter + answers.size * ANSWER_LENGTH);
  }

  /** @param text what those answers became */
  learn(answers: Answers, text: string): void {
    const letters = lettersOfTexts(answers);
    if (letters > LETTERS_TO_LEARN_FROM) this.#perLetter = Math.max(0.1, (text.length - answers.size * ANSWER_LENGTH) / letters);
  }
}

/** Ids take next to nothing, since most share their beginning with the one before. */
function lettersOfTexts(answers: Answers): number {
  let letters = 0;
  for (const { text } of answers.values()) letters += text.length;
  return letters;
}
