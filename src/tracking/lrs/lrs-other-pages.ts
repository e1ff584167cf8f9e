import type { Answers, FieldId } from '../../course/answers.ts';
import { isLater, type AddedAnswer } from './lrs-document.ts';

export interface Elsewhere {
  readonly elsewhere: Answers;
  readonly agreedAt: number;
  /** By field: the time of the latest text that everybody had read who wrote there since; where it is not known of one, absent. */
  readonly readUntil: ReadonlyMap<FieldId, number>;
}

/** Tells what another page has written from what this one has read or sent: by the field, the time of the change, and the text. */
export class OtherPages {
  readonly #now: () => number;
  readonly #known = new Set<string>();
  #found = new Map<FieldId, readonly AddedAnswer[]>();
  /** The time of each field's latest text by another page that this one has taken. */
  readonly #readOf = new Map<FieldId, number>();
  #agreedAt = 0;
  #readAt = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** This page has these answers. */
  know(answers: Iterable<readonly [FieldId, AddedAnswer]>): void {
    for (const [id, answer] of answers) this.#known.add(keyOf(id, answer));
  }

  /** The document holds these answers. */
  find(answers: readonly (readonly [FieldId, AddedAnswer])[]): void {
    if (this.#found.size === 0) this.#agreedAt = this.#readAt;
    this.#readAt = this.#now();
    for (const [id, answer] of answers) {
      if (this.#known.has(keyOf(id, answer))) continue;
      this.#found.set(id, [...(this.#found.get(id) ?? []), answer]);
    }
    this.know(answers);
  }

  /** There is something that this page does not show yet. */
  get hasFound(): boolean {
    return this.#found.size > 0;
  }

  /** 0 where this page has taken no other page's text of the field. */
  readOf(id: FieldId): number {
    return this.#readOf.get(id) ?? 0;
  }

  /** What was found since this was asked last; of several texts of a field the latest. From now on the page shows it. */
  take(): Elsewhere | undefined {
    if (this.#found.size === 0) return undefined;
    const elsewhere = new Map([...this.#found].map(([id, texts]) => [id, latestOf(id, texts)] as const));
    const readUntil = new Map([...this.#found].flatMap(([id, texts]) => readByAll(texts).map((at) => [id, at] as const)));
    for (const [id, { at }] of elsewhere) this.#readOf.set(id, Math.max(this.readOf(id), at));
    this.#found = new Map();
    return { elsewhere, agreedAt: this.#agreedAt, readUntil };
  }
}

/** Two browsers that follow a clock which was ahead write in the same millisecond. */
function keyOf(id: FieldId, { text, at }: AddedAnswer): string {
  return `${id} ${at} ${text}`;
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
