import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import { isLater, pageOf, type AddedAnswer } from './lrs-document.ts';
import { mayKnow, unreadTexts } from './unread-texts.ts';

export interface Elsewhere {
  readonly elsewhere: Answers;
  readonly agreedAt: number;
  /** By field: the time of the latest text that everybody had read who wrote there since; where it is not known of one, absent. */
  readonly readUntil: ReadonlyMap<FieldId, number>;
  /** Texts that gave way to those in `elsewhere`, of a page that had not read them. */
  readonly unread: readonly (readonly [FieldId, Answer])[];
}

/** Tells what another page has written from what this one shows or has shown: by the field, the time of the change, and the text. */
export class OtherPages {
  readonly #page: string;
  readonly #now: () => number;
  /** By field, what this page shows or has shown. */
  readonly #shown = new Map<FieldId, AddedAnswer[]>();
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
  know(answers: Iterable<readonly [FieldId, AddedAnswer]>): void {
    for (const [id, answer] of answers)
      if (!holds(this.#shown.get(id), answer)) this.#shown.set(id, [...(this.#shown.get(id) ?? []), answer]);
  }

  /** The document holds these answers. */
  find(answers: readonly (readonly [FieldId, AddedAnswer])[]): void {
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

  /** 0 where this page has shown no other page's text of the field. */
  readOf(id: FieldId): number {
    return this.#readOf.get(id) ?? 0;
  }

  /** What was found since this was asked last; of several texts of a field the latest. From now on the page shows it. */
  take(): Elsewhere | undefined {
    if (this.#found.size === 0) return undefined;
    const found = [...this.#found];
    const elsewhere = new Map(found.map(([id, texts]) => [id, latestOf(id, texts)] as const));
    const readUntil = new Map(found.flatMap(([id, texts]) => readByAll(texts).map((at) => [id, at] as const)));
    const each = found.flatMap(([id, texts]) => texts.map((text) => [id, text] as const));
    this.know(each);
    for (const [id, { at }] of elsewhere) this.#hasRead(id, at);
    this.#found = new Map();
    return { elsewhere, agreedAt: this.#agreedAt, readUntil, unread: unreadTexts(each) };
  }

  #hasRead(id: FieldId, at: number): void {
    this.#readOf.set(id, Math.max(this.readOf(id), at));
  }
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

/** The one that the document holds, in whatever order they were found. */
function latestOf(id: FieldId, texts: readonly AddedAnswer[]): { readonly text: string; readonly at: number } {
  const { text, at } = texts.reduce((one, other) => (isLater(id, other, one) ? other : one));
  return { text, at };
}

/** Whoever wrote the latest may have read a text that was itself written without knowing this page's. @returns none or one */
function readByAll(texts: readonly AddedAnswer[]): number[] {
  const overs = texts.map(({ over }) => over);
  return overs.includes(undefined) ? [] : [Math.min(...overs.filter((over) => over !== undefined))];
}
