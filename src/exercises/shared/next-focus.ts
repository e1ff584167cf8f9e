import type { FieldId } from '../../course/answers.ts';

/** Remembers what shall get the focus as soon as the changed answers are drawn. Not before: what is moved in the page loses the focus on the way. */
export class NextFocus {
  #selector: string | undefined;

  /** @param selector of one element below the exercise's root */
  ask(selector: string): void {
    this.#selector = selector;
  }

  /**
   * Once: the element that was asked for.
   * @param hasNewAnswers the answers that are drawn are others than before
   * @returns undefined where nothing was asked for, or it is not drawn yet
   */
  take(root: ParentNode, hasNewAnswers: boolean): HTMLElement | undefined {
    if (this.#selector === undefined || !hasNewAnswers) return undefined;
    const target = root.querySelector<HTMLElement>(this.#selector);
    if (target) this.#selector = undefined;
    return target ?? undefined;
  }
}

/** Of what carries a field, below the exercise's root. */
export function selectorOf(field: FieldId): string {
  return `[data-field="${CSS.escape(field)}"]`;
}
