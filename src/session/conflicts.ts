import type { FieldId } from '../course/answers.ts';
import type { Conflict } from '../course/merge-answers.ts';
import type { BrowserCopy } from './browser-copy.ts';

/** Answers with two versions, until the learner has chosen; this browser keeps the other versions meanwhile. */
export class Conflicts {
  list: readonly Conflict[] = [];
  readonly #isPosition: (field: FieldId) => boolean;

  /** @param lists the ids of lists and trees: where an item stands is no text to choose between */
  constructor(lists: readonly FieldId[]) {
    this.#isPosition = (field) => lists.some((list) => field.startsWith(`${list}.`) && !field.slice(list.length + 1).includes('.'));
  }

  /** Shown, and not kept yet. */
  show(conflicts: readonly Conflict[]): void {
    this.list = conflicts.filter(({ field }) => !this.#isPosition(field));
  }

  set(conflicts: readonly Conflict[], copy: BrowserCopy | undefined): void {
    this.show(conflicts);
    this.keep(copy);
  }

  /** This browser keeps the other versions. */
  keep(copy: BrowserCopy | undefined): void {
    copy?.keepOthers(this.list.map(({ field, other }) => [field, other]));
  }

  settle(conflict: Conflict, copy: BrowserCopy | undefined): void {
    this.set(
      this.list.filter(({ field, other }) => field !== conflict.field || other.text !== conflict.other.text),
      copy,
    );
  }
}
