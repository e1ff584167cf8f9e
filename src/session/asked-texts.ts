/**
 * Which of her texts this browser has asked the LMS to store, or has found there, though they were changed after the time until when it is known to
 * have everything: it gives no receipts, or the clock was ahead where they were written. One that comes back from there is no news of another
 * browser to the copy here.
 */
import type { Answers, FieldId } from '../course/answers.ts';
import { inSeconds } from '../course/merge-answers.ts';

/** By field, when each text was changed, in whole seconds since 1970, as it comes back from an LMS; the latest last. */
export type AskedTexts = ReadonlyMap<FieldId, readonly number[]>;

export const NOTHING_ASKED: AskedTexts = new Map();

/** So many of a field are remembered. The one that comes back is the last that arrived; it is older only where several saves were lost in a row. */
const REMEMBERED = 5;

/** With these. @param provenUntil until when the LMS is known to have everything, milliseconds since 1970 */
export function withAsked(asked: AskedTexts, answers: Answers, provenUntil: number): AskedTexts {
  const all = new Map(asked);
  for (const [field, answer] of answers) {
    const before = all.get(field) ?? [];
    const isNew = answer.at > provenUntil && !field.startsWith('@') && !before.includes(inSeconds(answer));
    if (isNew) all.set(field, [...before, inSeconds(answer)].slice(-REMEMBERED));
  }
  return all;
}

/** Of these answers, as an LMS hands them over, those that this browser has asked it to store; by field, their times. */
export function askedOf(answers: Answers, asked: AskedTexts = NOTHING_ASKED): ReadonlyMap<FieldId, number> {
  const own = [...answers].filter(([field, answer]) => asked.get(field)?.includes(inSeconds(answer)));
  return new Map(own.map(([field, { at }]) => [field, at]));
}
