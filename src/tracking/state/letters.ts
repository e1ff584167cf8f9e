/** How long answers are, counted as the limit of a packed state counts them (`MOST_LETTERS`). */
import type { Answers } from '../../course/answers.ts';

/** Letters of ids and texts. */
export function lettersIn(answers: Answers): number {
  let letters = 0;
  for (const [id, { text }] of answers) letters += id.length + text.length;
  return letters;
}
