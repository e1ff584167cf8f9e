/** Answers as every system can store them. */
import type { Answers } from './answers.ts';

/**
 * Without what makes some systems refuse all that comes with it. PostgreSQL's jsonb takes no NUL, nor half of a surrogate pair, which many
 * JSON parsers refuse too: such a half is shown as U+FFFD, and is that from here on. NUL is not shown at all.
 * @returns the same answers where there is none of it
 */
export function storableAnswers(answers: Answers): Answers {
  const changed = [...answers].flatMap(([id, { text, at }]) => {
    const storable = storableText(text);
    return storable === text ? [] : [[id, { text: storable, at }] as const];
  });
  return changed.length === 0 ? answers : new Map([...answers, ...changed]);
}

/** A text as `storableAnswers` has it. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}
