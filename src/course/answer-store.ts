/**
 * The only holder of a learner's answers while the course is open. Components read from it and ask for changes; the session
 * saves what it holds.
 */
import type { Answer, AnswerChanges, Answers, FieldId } from './answers.ts';
import { inSeconds } from './merge-answers.ts';

/** Told after every change; `changed` are the ids whose text is now another. */
export type AnswerListener = (changed: ReadonlySet<FieldId>) => void;

export class AnswerStore {
  #answers: Answers = new Map();
  /** Of these somebody else may know. */
  #known: Answers = new Map();
  readonly #listeners = new Set<AnswerListener>();
  readonly #now: () => number;

  /** @param now milliseconds since 1970; a test gives its own clock. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** A picture of all answers that later changes leave as it is. */
  get answers(): Answers {
    return this.#answers;
  }

  /** Takes over restored or imported answers with their times, replacing fields of the same id. */
  restore(restored: Answers): void {
    this.#apply([...restored]);
    this.leaves();
  }

  /** What is held now goes out of this page: what comes after it must be told from it by its second (`merge-answers.ts`). */
  leaves(): void {
    this.#known = this.#answers;
  }

  /** Writes changed texts with the time of now. Texts that are the same already are left with their old time. */
  change(changes: AnswerChanges): void {
    const now = this.#now();
    this.#apply(
      Object.entries(changes)
        .filter(([id, text]) => (this.#answers.get(id)?.text ?? '') !== text)
        .map(([id, text]) => [id, { text, at: this.#timeAfter(id, now) }]),
    );
  }

  /**
   * The learner has chosen between versions of an answer: what stays is written anew, so that whoever has the other one knows.
   * @param text undefined: the one that is there
   */
  choose(id: FieldId, text = this.#answers.get(id)?.text ?? ''): void {
    this.#apply([[id, { text, at: this.#timeAfter(id, this.#now()) }]]);
  }

  /** @returns a function that ends the listening. */
  listen(listener: AnswerListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Not before the last change of the field, or of one below it: a row is removed after what was written in it. In a later second than what somebody
   * else may know, also where this computer's clock is behind the one that wrote before.
   */
  #timeAfter(id: FieldId, now: number): number {
    const below = `${id}.`;
    let last = 0;
    for (const [other, answer] of this.#answers)
      if (other === id || other.startsWith(below))
        last = Math.max(last, this.#known.get(other) === answer ? (inSeconds(answer) + 1) * 1000 : answer.at);
    return Math.max(last, now);
  }

  #apply(entries: readonly (readonly [FieldId, Answer])[]): void {
    if (entries.length === 0) return;
    const changed = new Set(entries.filter(([id, { text }]) => (this.#answers.get(id)?.text ?? '') !== text).map(([id]) => id));
    this.#answers = new Map([...this.#answers, ...entries]);
    for (const listener of this.#listeners) listener(changed);
  }
}
