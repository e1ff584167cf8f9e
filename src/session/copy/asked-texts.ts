/**
 * Which of her texts this browser has asked the LMS to store, or has found there, though they were changed after the time until when it is known to
 * have everything: it gives no receipts, or the clock was ahead where they were written. One that comes back from there is no news of another
 * browser to the copy here.
 */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import { inSeconds } from '../../course/merge-answers.ts';
import { storableText } from '../../course/storable-answers.ts';
import { crcOfText } from '../../tracking/state/crc32.ts';
import type { KnownOfLms } from './browser-copy.ts';

/** By field, each text as `markOf` knows it again; the latest last. */
export type AskedTexts = ReadonlyMap<FieldId, readonly number[]>;

export const NOTHING_ASKED: AskedTexts = new Map();

/** So many of a field are remembered. The one that comes back is the last that arrived; it is older only where several saves were lost in a row. */
const REMEMBERED = 10;

/**
 * When a text was changed, in whole seconds since 1970, as it comes back from an LMS; with a checksum of what it says there behind the point, 0.001
 * to 0.999. Two computers whose clocks are behind the last text's time both count on from that, and write two texts of one second.
 */
function markOf(answer: Answer): number {
  return inSeconds(answer) + ((crcOfText(storableText(answer.text)) % 999) + 1) / 1000;
}

/** Whether it is one of those texts. Copies of earlier releases have the seconds alone. */
export function isMarked(marks: readonly number[], answer: Answer): boolean {
  return marks.includes(markOf(answer)) || marks.includes(inSeconds(answer));
}

/** With one more of a field. */
export function withMark(marked: AskedTexts, field: FieldId, answer: Answer): AskedTexts {
  const before = marked.get(field) ?? [];
  return isMarked(before, answer) ? marked : new Map(marked).set(field, [...before, markOf(answer)].slice(-REMEMBERED));
}

/** With these. @param provenUntil until when the LMS is known to have everything, milliseconds since 1970 */
export function withAsked(asked: AskedTexts, answers: Answers, provenUntil: number): AskedTexts {
  const all = new Map(asked);
  for (const [field, answer] of answers) {
    const before = all.get(field) ?? [];
    const isNew = answer.at > provenUntil && !field.startsWith('@') && !isMarked(before, answer);
    if (isNew) all.set(field, [...before, markOf(answer)].slice(-REMEMBERED));
  }
  return all;
}

/**
 * Of these answers, as an LMS hands them over, those of which it is known whether they are news to this browser, as `KnownUntil` says it. One that it
 * had before is none, nor one that this browser has asked it to store; any other is, whatever the clock says where it was written. What is older than
 * what it had before, as a launch out of a cache or of a tab that has waited since, may hold any text of before that.
 * @param revision in which they were handed over
 */
export function knownOf(
  answers: Answers,
  { asked = NOTHING_ASKED, had: before = new Map(), hadRevision = 0 }: Partial<KnownOfLms> = {},
  revision = 0,
): ReadonlyMap<FieldId, number> {
  const had: NonNullable<KnownOfLms['had']> = revision < hadRevision ? new Map() : before;
  return new Map(
    [...answers].flatMap(([field, answer]) => {
      if (isMarked([had.get(field) ?? -1, ...(asked.get(field) ?? [])], answer)) return [[field, answer.at] as const];
      return had.has(field) ? [[field, -Infinity] as const] : [];
    }),
  );
}

/** Whether it is the same text of the same second, which is what survives an LMS. */
export function isSame(one: Answer | undefined, other: Answer): boolean {
  return one === other || (one?.text === other.text && inSeconds(one) === inSeconds(other));
}

/** Of a text that nobody remembers (`hadLast`) the second alone. */
function lastMark(had: Answer): number {
  return had.text === '' ? inSeconds(had) : markOf(had);
}

/** Of these answers, what the LMS had of those that were changed since; as `KnownOfLms.had` says it. */
export function hadBefore(answers: Answers, before: Answers): ReadonlyMap<FieldId, number> {
  return new Map(
    [...answers].flatMap(([field, answer]) => {
      const had = before.get(field);
      return isSame(had, answer) || field.startsWith('@') ? [] : [[field, had ? lastMark(had) : 0] as const];
    }),
  );
}

/** What an LMS was last known to have, by what the copy here says of it. @param shown what is shown with that copy */
export function hadLast(shown: Answers, { had = new Map() }: KnownOfLms): Answers {
  return new Map(
    [...shown].flatMap(([field, answer]) => {
      const mark = had.get(field);
      if (mark === undefined) return [[field, answer] as const];
      // The text is another; which one, nobody remembers.
      return mark === 0 ? [] : [[field, { text: '', at: Math.floor(mark) * 1000 }] as const];
    }),
  );
}
