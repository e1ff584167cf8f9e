/**
 * The only merge of two copies of a learner's answers, whatever they come from: an LMS, this browser, another browser, another tab.
 * Field by field:
 *
 * - The later text stays. Times are compared in whole seconds, since that is what survives an LMS.
 * - Of two texts of the same second the longer stays; of two as long, the one that sorts last. So the order of the copies never matters.
 * - A text that gives way is a conflict to be shown where both are of the same second, or where each is news to the other copy; but
 *   not where the text that stays begins with it.
 * - Days on which something was reached: the earliest stays, and no copy takes it back.
 * - What stays has the later time of the two: it is as new as what gave way, so that it takes its place wherever that is kept.
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
  /** What the own copy takes over: other texts, and texts of its own that stay against others and are as new as those now. */
  readonly changed: Answers;
  readonly conflicts: readonly Conflict[];
}

/** Until when the answers of each copy are known to the other copy, in milliseconds since 1970: what was changed later is news to it. */
export interface KnownUntil {
  readonly own: number;
  readonly other: number;
  /** Of some fields it is known better: until when this copy's text is known to whoever wrote the other copy's. */
  readonly ownOf?: ReadonlyMap<FieldId, number> | undefined;
  /** The same of the other copy's text, known to whoever wrote this one's. */
  readonly otherOf?: ReadonlyMap<FieldId, number> | undefined;
}

/** It is not known when the copies agreed: the times of the texts decide alone. */
export const NO_NEWS: KnownUntil = { own: Infinity, other: Infinity };

export function mergeAnswers(own: Answers, other: Answers, known: KnownUntil = NO_NEWS): Merged {
  const answers = new Map(own);
  const changed = new Map<FieldId, Answer>();
  const conflicts: Conflict[] = [];
  for (const [field, theirs] of other) {
    const mine = own.get(field);
    if (!mine) {
      answers.set(field, theirs);
      changed.set(field, theirs);
    } else if (field !== note.place) {
      const isMine = stays(field, mine, theirs);
      const [stayed, loser] = isMine ? [mine, theirs] : [theirs, mine];
      const current = { ...stayed, at: Math.max(mine.at, theirs.at) };
      answers.set(field, current);
      if (mine.text !== theirs.text && (!isMine || current.at > mine.at)) changed.set(field, current);
      if (mayBeMissed(field, mine, theirs, known) && !isContained(loser.text, current.text))
        conflicts.push({ field, current, other: loser });
    }
  }
  return { answers, changed, conflicts };
}

/** Whether whoever wrote the one text may not have known the other. */
function mayBeMissed(field: FieldId, mine: Answer, theirs: Answer, { own, other, ownOf, otherOf }: KnownUntil): boolean {
  const isNews = mine.at > (ownOf?.get(field) ?? own) && theirs.at > (otherOf?.get(field) ?? other);
  return !isNote(field) && (isNews || inSeconds(mine) === inSeconds(theirs));
}

/** Whether `mine` stays. A total order of answers: the merge is the same in any order, and of any number of copies. */
export function stays(field: FieldId, mine: Answer, theirs: Answer): boolean {
  if (isDay(field)) {
    const [first, second] = [dayOf(mine), dayOf(theirs)];
    if (first !== second) return first < second;
  }
  if (inSeconds(mine) !== inSeconds(theirs)) return inSeconds(mine) > inSeconds(theirs);
  if (mine.text.length !== theirs.text.length) return mine.text.length > theirs.text.length;
  if (mine.text !== theirs.text) return mine.text > theirs.text;
  return mine.at >= theirs.at;
}

/** Notes of when something was reached. */
export function isDay(field: FieldId): boolean {
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

/** When it was last changed, in whole seconds since 1970: what survives an LMS. */
export function inSeconds({ at }: Answer): number {
  return Math.floor(at / 1000);
}
