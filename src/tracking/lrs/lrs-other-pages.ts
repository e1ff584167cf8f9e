import type { Answers, FieldId } from '../../course/answers.ts';
import type { AddedAnswer } from './lrs-document.ts';

export interface Elsewhere {
  readonly elsewhere: Answers;
  readonly agreedAt: number;
  /** By field: the time of the latest text that whoever wrote this one had read; where it is not known, absent. */
  readonly readUntil: ReadonlyMap<FieldId, number>;
}

/** Tells what another page has written from what this one has read or sent: by the field and the time of the change. */
export class OtherPages {
  readonly #now: () => number;
  readonly #known = new Set<string>();
  #found = new Map<FieldId, AddedAnswer>();
  /** The time of each field's latest text by another page that this one has read. */
  readonly #readOf = new Map<FieldId, number>();
  #agreedAt = 0;
  #readAt = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** This page has these answers. */
  know(answers: Iterable<readonly [FieldId, AddedAnswer]>): void {
    for (const [id, { at }] of answers) this.#known.add(`${id} ${at}`);
  }

  /** The document holds these answers. */
  find(answers: readonly (readonly [FieldId, AddedAnswer])[]): void {
    if (this.#found.size === 0) this.#agreedAt = this.#readAt;
    this.#readAt = this.#now();
    for (const [id, answer] of answers) {
      if (this.#known.has(`${id} ${answer.at}`)) continue;
      this.#readOf.set(id, Math.max(this.readOf(id), answer.at));
      const there = this.#found.get(id);
      if (!there || there.at < answer.at) this.#found.set(id, answer);
    }
    this.know(answers);
  }

  /** 0 where this page has read no other page's text of the field. */
  readOf(id: FieldId): number {
    return this.#readOf.get(id) ?? 0;
  }

  /** What was found since this was asked last; of several texts of a field the latest. */
  take(): Elsewhere | undefined {
    if (this.#found.size === 0) return undefined;
    const found = [...this.#found];
    this.#found = new Map();
    return {
      elsewhere: new Map(found.map(([id, { text, at }]) => [id, { text, at }])),
      agreedAt: this.#agreedAt,
      readUntil: new Map(found.flatMap(([id, { over }]) => (over === undefined ? [] : [[id, over]]))),
    };
  }
}
