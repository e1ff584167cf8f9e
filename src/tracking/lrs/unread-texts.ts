/**
 * Texts in the learner's document that somebody wrote over without having read them, in a page that could not ask her: it was closed at once,
 * or the one that would have told is gone. The next launch shows them.
 */
import type { Answer, FieldId } from '../../course/answers.ts';
import { isLater, pageOf, type AddedAnswer } from './lrs-document.ts';

/** @param written every answer that any page has written, as `ReadDocument` says it */
export function unreadTexts(written: readonly (readonly [FieldId, AddedAnswer])[]): [FieldId, Answer][] {
  return written.flatMap(([id, text]): [FieldId, Answer][] => {
    if (id.startsWith('@') || text.page === undefined) return [];
    const later = written.flatMap(([field, other]) => (field === id && isLater(id, other, text) ? [other] : []));
    // A tab that took the course over may have written once more what the one before had.
    const twins = written.flatMap(([field, other]) => (field === id && other.at === text.at && other.text === text.text ? [other] : []));
    if (later.length === 0 || later.some((other) => twins.some((twin) => mayKnow(other, twin)))) return [];
    return [[id, { text: text.text, at: text.at }]];
  });
}

/** Whether whoever wrote the later text had read the other, or may have. */
export function mayKnow(later: AddedAnswer, text: AddedAnswer): boolean {
  return later.text === text.text || later.page === undefined || pageOf(later) === pageOf(text) || (later.over ?? Infinity) >= text.at;
}
