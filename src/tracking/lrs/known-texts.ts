/**
 * Who knows which text of the learner's document: which ones this page shows or has shown, which another page has written and this one does
 * not show yet, until when whoever wrote a text had read the others, and which texts gave way unread. It rests on what each answer in the
 * document says of itself (`AddedAnswer`).
 *
 * Two neighbours know something alike, and are kept apart for a reason. `src/session/proof.ts` knows whether an LMS of any standard has all of
 * what was written, as of a moment: nothing of single texts, or of who wrote them. `src/session/moved-work.ts` knows which of these texts a page
 * of another release does not show: that takes the course's earlier ids, of which no tracker knows.
 */
import type { Answer, FieldId } from '../../course/answers.ts';
import type { Elsewhere } from '../tracker.ts';
import { isLater, pageOf, type AddedAnswer } from './lrs-document.ts';

type TextOfField = readonly [FieldId, AddedAnswer];

export class KnownTexts {
  readonly #page: string;
  readonly #now: () => number;
  /** By field, what this page shows or has shown. */
  readonly #shown = new Map<FieldId, AddedAnswer[]>();
  /** By field, what other pages have written, and this one does not show yet. */
  #found = new Map<FieldId, readonly AddedAnswer[]>();
  /** The time of each field's latest text by another page that this one has shown. */
  readonly #readOf = new Map<FieldId, number>();
  #agreedAt = 0;
  #readAt = 0;

  /** @param page the name under which this page writes */
  constructor(page: string, now: () => number) {
    this.#page = page;
    this.#now = now;
  }

  /** This page shows these answers. */
  show(answers: Iterable<TextOfField>): void {
    for (const [id, answer] of answers)
      if (!holds(this.#shown.get(id), answer)) this.#shown.set(id, [...(this.#shown.get(id) ?? []), answer]);
  }

  /** The document holds these answers. */
  find(answers: readonly TextOfField[]): void {
    if (this.#found.size === 0) this.#agreedAt = this.#readAt;
    this.#readAt = this.#now();
    // An LRS may store a letter as another: what this page has added is its own all the same.
    const others = answers.filter(([, answer]) => pageOf(answer) !== this.#page);
    const shown = others.filter(([id, answer]) => holds(this.#shown.get(id), answer));
    for (const [id, answer] of others) {
      const isShown = shown.some(([field, other]) => field === id && isOrKnew(other, answer));
      if (isShown) this.#hasRead(id, answer.at);
      else if (!holds(this.#found.get(id), answer)) this.#found.set(id, [...(this.#found.get(id) ?? []), answer]);
    }
  }

  /** There is something that this page does not show yet. */
  get hasFound(): boolean {
    return this.#found.size > 0;
  }

  /** What this page writes is written over this text, as `AddedAnswer` says it: 0 where it has shown no other page's text of the field. */
  overOf(id: FieldId): number {
    return this.#readOf.get(id) ?? 0;
  }

  /** What was found since this was asked last; of several texts of a field the latest. From now on the page shows it. */
  take(): Elsewhere | undefined {
    if (this.#found.size === 0) return undefined;
    const found = [...this.#found];
    const answers = new Map(found.map(([id, texts]) => [id, latestOf(id, texts)] as const));
    const readUntil = new Map(found.flatMap(([id, texts]) => readByAll(texts).map((at) => [id, at] as const)));
    const each = found.flatMap(([id, texts]) => texts.map((text) => [id, text] as const));
    this.show(each);
    for (const [id, { at }] of answers) this.#hasRead(id, at);
    this.#found = new Map();
    return { answers, agreedAt: this.#agreedAt, readUntil, unread: unreadTexts(each) };
  }

  #hasRead(id: FieldId, at: number): void {
    this.#readOf.set(id, Math.max(this.overOf(id), at));
  }
}

/**
 * Texts that somebody wrote over without having read them, in a page that could not ask the learner: it was closed at once, or the one that
 * would have told is gone. The next launch shows them.
 * @param written every answer that any page has written, as `ReadDocument` says it
 */
export function unreadTexts(written: readonly TextOfField[]): [FieldId, Answer][] {
  return written.flatMap(([id, text]): [FieldId, Answer][] => {
    if (id.startsWith('@') || text.page === undefined) return [];
    const later = written.flatMap(([field, other]) => (field === id && isLater(id, other, text) ? [other] : []));
    // A tab that took the course over may have written once more what the one before had.
    const twins = written.flatMap(([field, other]) => (field === id && other.at === text.at && other.text === text.text ? [other] : []));
    if (later.length === 0 || later.some((other) => twins.some((twin) => mayKnow(other, twin)))) return [];
    return [[id, { text: text.text, at: text.at }]];
  });
}

/** Two browsers that follow a clock which was ahead write in the same millisecond. */
function holds(texts: readonly AddedAnswer[] | undefined, { text, at }: AddedAnswer): boolean {
  return texts?.some((other) => other.at === at && other.text === text) === true;
}

/**
 * Whether the shown text is the other, as her own words of another tab or of before a reload are, or was written by somebody who knew it.
 */
function isOrKnew(shown: AddedAnswer, other: AddedAnswer): boolean {
  if (shown.at === other.at) return shown.text === other.text;
  return shown.at > other.at && shown.page !== undefined && mayKnow(shown, other);
}

/** Whether whoever wrote the later text had read the other, or may have. */
function mayKnow(later: AddedAnswer, text: AddedAnswer): boolean {
  return later.text === text.text || later.page === undefined || pageOf(later) === pageOf(text) || (later.over ?? Infinity) >= text.at;
}

/** The one that the document holds, in whatever order they were found. */
function latestOf(id: FieldId, texts: readonly AddedAnswer[]): Answer {
  const { text, at } = texts.reduce((one, other) => (isLater(id, other, one) ? other : one));
  return { text, at };
}

/** Whoever wrote the latest may have read a text that was itself written without knowing this page's. @returns none or one */
function readByAll(texts: readonly AddedAnswer[]): number[] {
  const overs = texts.map(({ over }) => over);
  return overs.includes(undefined) ? [] : [Math.min(...overs.filter((over) => over !== undefined))];
}
