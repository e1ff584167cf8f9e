import type { LitElement, ReactiveController } from 'lit';
import type { Answers, FieldId } from '../../course/answers.ts';
import { bringFromHeader } from './bring-into-view.ts';

/** What it needs of its exercise. */
type Host = LitElement & { readonly answers: Answers; reveal(element: Element): Promise<void> };

/** Gives the focus to what is asked for as soon as the changed answers are drawn. Not before: a node that gets another parent is drawn anew. */
export class NextFocus implements ReactiveController {
  readonly #host: Host;
  #selector: string | undefined;
  /** Those that were there when it was asked for. */
  #before: Answers | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** @param selector of one element below the exercise's root */
  ask(selector: string): void {
    this.#selector = selector;
    this.#before = this.#host.answers;
  }

  hostUpdated(): void {
    const { renderRoot, answers } = this.#host;
    const target = this.#selector !== undefined && answers !== this.#before ? renderRoot.querySelector<HTMLElement>(this.#selector) : null;
    if (!target) return;
    this.#selector = undefined;
    void this.#focus(target);
  }

  /** What is folded takes no focus: its step is opened first. */
  async #focus(target: HTMLElement): Promise<void> {
    await this.#host.reveal(target);
    await (target as Partial<LitElement>).updateComplete;
    target.focus();
    // What folds above it takes the row up with it: its heading would lie under the header.
    bringFromHeader(target.closest('[data-step], li') ?? target);
  }
}

/** Of what carries a field, below the exercise's root. */
export function selectorOf(field: FieldId): string {
  return `[data-field="${CSS.escape(field)}"]`;
}
