import type { Answers, FieldId } from '../../course/answers.ts';
import { isPosition } from '../../course/list-items.ts';
import { NEVER_WRITTEN, type Conflict } from '../../course/merge-answers.ts';
import type { BrowserCopy, OtherText } from '../copy/browser-copy.ts';
import { undecided } from '../restore.ts';

/** Answers with two versions, until the learner has chosen; this browser keeps the other versions meanwhile. */
export class Conflicts {
  list: readonly Conflict[] = [];
  readonly #isPosition: (field: FieldId) => boolean;
  readonly #copy: () => BrowserCopy | undefined;

  /** @param lists the ids of lists and trees: where an item stands is no text to choose between. @param copy undefined where nothing is kept */
  constructor(lists: readonly FieldId[], copy: () => BrowserCopy | undefined) {
    this.#copy = copy;
    this.#isPosition = (field) => isPosition(field, lists);
  }

  /** The other versions. */
  get others(): OtherText[] {
    return this.list.map(({ field, other }) => [field, other]);
  }

  /** With what stands in the answers by now: she may have written on since they were found. */
  against(answers: Answers): readonly Conflict[] {
    return this.list.map((conflict) => ({ ...conflict, current: answers.get(conflict.field) ?? NEVER_WRITTEN }));
  }

  /** Shown, and not kept yet. */
  show(conflicts: readonly Conflict[]): void {
    this.list = conflicts.filter(({ field }) => !this.#isPosition(field));
  }

  /** @param others texts that gave way somewhere else. @param answers that stand against them */
  add(conflicts: readonly Conflict[], others: readonly OtherText[], answers: Answers): void {
    this.#set(undecided([...this.list, ...conflicts], answers, others));
  }

  /** This browser keeps the other versions. */
  keep(): void {
    this.#copy()?.keepOthers(this.others);
  }

  settle(conflict: Conflict): void {
    this.#set(this.list.filter(({ field, other }) => field !== conflict.field || other.text !== conflict.other.text));
  }

  #set(conflicts: readonly Conflict[]): void {
    this.show(conflicts);
    this.keep();
  }
}
