/**
 * The only merge of two copies of a learner's answers, whatever they come from: an LMS, this browser, another browser, another tab.
 * Field by field:
 *
 * - The later text stays. Times are compared in whole seconds, since that is what survives an LMS.
 * - Of two texts of the same second the longer stays; of two as long, the one that sorts last. So the order of the copies never matters.
 * - A text that gives way is a conflict to be shown where both are of the same second, or where each is news to the other copy; but
 *   not where the text that stays begins with it.
 * - Days on which something was reached: the earliest stays, and no copy takes it back.
 * - Where the learner is, is not merged: the place of the first copy stays.
 */
import { note, type Answer, type Answers, type FieldId } from './answers.ts';

/** What stands in a field that is missing. */
export const NEVER_WRITTEN: Answer = { text: '', at: 0 };

/** A field with two texts: `current` stands in the answers, or is `NEVER_WRITTEN`; `other` gave way. */
export interface Conflict {
  readonly field: FieldId;
  readonly current: Answer;
  readonly other: Answer;
}

export interface Merged {
  readonly answers: Answers;
  readonly conflicts: readonly Conflict[];
}

/** Until when the answers of each copy are known to the other copy, in milliseconds since 1970: what was changed later is news to it. */
export interface KnownUntil {
  readonly own: number;
  readonly other: number;
}

/** It is not known when the copies agreed: the times of the texts decide alone. */
const NO_NEWS: KnownUntil = { own: Infinity, other: Infinity };

export function mergeAnswers(own: Answers, other: Answers, known: KnownUntil = NO_NEWS): Merged {
  const answers = new Map(own);
  const conflicts: Conflict[] = [];
  for (const [field, theirs] of other) {
    const mine = own.get(field);
    if (!mine) answers.set(field, theirs);
    if (!mine || field === note.place) continue;
    const [current, loser] = stays(field, mine, theirs) ? [mine, theirs] : [theirs, mine];
    answers.set(field, current);
    const isNews = mine.at > known.own && theirs.at > known.other;
    const mayBeMissed = isNews || seconds(mine) === seconds(theirs);
    if (mayBeMissed && !isNote(field) && !isContained(loser.text, current.text)) conflicts.push({ field, current, other: loser });
  }
  return { answers, conflicts };
}

/** The answers of `merged` whose text is another than in `own`. */
export function changedIn(merged: Answers, own: Answers): Answers {
  return new Map([...merged].filter(([field, { text }]) => own.get(field)?.text !== text));
}

/** Whether `mine` stays. A total order of answers: the merge is the same in any order, and of any number of copies. */
function stays(field: FieldId, mine: Answer, theirs: Answer): boolean {
  if (isDay(field)) {
    const [first, second] = [dayOf(mine), dayOf(theirs)];
    if (first !== second) return first < second;
  }
  if (seconds(mine) !== seconds(theirs)) return seconds(mine) > seconds(theirs);
  if (mine.text.length !== theirs.text.length) return mine.text.length > theirs.text.length;
  if (mine.text !== theirs.text) return mine.text > theirs.text;
  return mine.at >= theirs.at;
}

/** Notes of when something was reached. */
function isDay(field: FieldId): boolean {
  return field === note.completed || field === note.ready || field.startsWith(note.earned('')) || field.startsWith(note.filed(''));
}

/** Milliseconds since 1970; later than any where there is no time in the answer. */
function dayOf({ text }: Answer): number {
  const at = Date.parse(text);
  return Number.isNaN(at) ? Infinity : at;
}

/** Notes of the course, which the learner does not write. */
function isNote(field: FieldId): boolean {
  return field.startsWith('@');
}

function isContained(text: string, by: string): boolean {
  return text.trim() === '' || by.startsWith(text);
}

function seconds({ at }: Answer): number {
  return Math.floor(at / 1000);
}
