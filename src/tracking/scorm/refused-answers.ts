import type { CallResult } from './scorm-api.ts';

/** So often an answer that is refused is set, where calls cost much: as long as others wait for their turn, one save follows another. */
const MOST_TRIES = 3;

/** Answers that the LMS refuses as they are. */
export class RefusedAnswers {
  /** By element: what was refused last, and how often. */
  readonly #refused = new Map<string, { readonly value: string; readonly times: number }>();

  /** Not of an index that there is no room for: behind it nothing is tried. */
  note(element: string, value: string, { code }: CallResult): void {
    if (!element.startsWith('cmi.interactions.') || code === '201') return;
    const before = this.#refused.get(element);
    this.#refused.set(element, { value, times: before?.value === value ? before.times + 1 : 1 });
  }

  /** The LMS took nothing at all just then: that says nothing of the answers. */
  forget(): void {
    this.#refused.clear();
  }

  /** Until it is another. */
  wasTriedOften(element: string, value: string): boolean {
    const { value: refused, times = 0 } = this.#refused.get(element) ?? {};
    return refused === value && times >= MOST_TRIES;
  }
}
