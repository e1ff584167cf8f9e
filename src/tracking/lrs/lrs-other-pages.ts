import type { Answer, Answers, FieldId } from '../../course/answers.ts';

export interface Elsewhere {
  readonly elsewhere: Answers;
  readonly agreedAt: number;
}

/** Tells what another page has written from what this one has read or sent: by the field and the time of the change. */
export class OtherPages {
  readonly #now: () => number;
  readonly #known = new Set<string>();
  #found = new Map<FieldId, Answer>();
  #agreedAt = 0;
  #readAt = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** This page has these answers. */
  know(answers: Iterable<readonly [FieldId, Answer]>): void {
    for (const [id, { at }] of answers) this.#known.add(`${id} ${at}`);
  }

  /** The document holds these answers. */
  find(answers: readonly (readonly [FieldId, Answer])[]): void {
    if (this.#found.size === 0) this.#agreedAt = this.#readAt;
    this.#readAt = this.#now();
    for (const [id, answer] of answers) {
      const there = this.#found.get(id);
      if (!this.#known.has(`${id} ${answer.at}`) && (!there || there.at < answer.at)) this.#found.set(id, answer);
    }
    this.know(answers);
  }

  /** What was found since this was asked last; of several texts of a field the latest. */
  take(): Elsewhere | undefined {
    if (this.#found.size === 0) return undefined;
    const elsewhere = this.#found;
    this.#found = new Map();
    return { elsewhere, agreedAt: this.#agreedAt };
  }
}
