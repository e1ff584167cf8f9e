import type { LitElement, ReactiveController } from 'lit';
import { AnswerEvent } from '../../course/answer-event.ts';
import { textOf, type AnswerChanges, type Answers, type FieldId } from '../../course/answers.ts';
import { childrenOf, itemFieldId, nodesOf, removal, type ListItem } from '../../course/list-items.ts';
import { SayEvent } from '../../fields/shared/announcer.ts';
import type { TreeField } from '../../fields/tree/definition.ts';
import type { Text } from '../../text/text.ts';
import type { ExerciseElement } from '../shared/exercise-element.ts';
import { firstWords } from '../shared/first-words.ts';
import { NextFocus, selectorOf } from '../shared/next-focus.ts';
import { isRemoved, Removals, type RemovedItem } from '../shared/removals.ts';
import { treeOf, type StakeholderMap } from './definition.ts';
import { addedAfter, addedNode, inReadingOrder, movedNode, nodeAbove, type Direction } from './outline-edits.ts';
import { outlineAction } from './outline-keys.ts';
import { pastedInto, typeFirst } from './pasted-lines.ts';

/** So many characters of a node name it where it is spoken of. */
const LONGEST_NAME = 60;

/** What the outline needs of its exercise. */
export type OutlineHost = Pick<ExerciseElement<StakeholderMap>, 'exercise' | 'answers' | 'readOnly' | 'text' | 'reveal'> & LitElement;

/** What the learner does to a map where it is written, by buttons and by keys: adds, moves, removes, takes back; and where the focus goes then. */
export class OutlineWork implements ReactiveController {
  readonly host: OutlineHost;
  readonly #removals = new Removals();
  readonly #focus: NextFocus;
  /** The node whose buttons for moving and removing are shown. */
  opened: string | undefined;
  /** What the last key or button did; said to who does not see it too. */
  told = '';
  /** The node whose new place is told as soon as the answers have it. */
  #moved: string | undefined;
  /** Those that the outline was drawn with, so that new ones are known. */
  #answers: Answers | undefined;
  /** Changed since those. */
  #changes: AnswerChanges = {};
  #nodes: readonly ListItem[] = [];
  /** What is drawn: nodes, and in their places those that can be taken back. */
  rows: readonly (ListItem | RemovedItem)[] = [];
  tree!: TreeField;
  /** The node that has the focus, or had it last. */
  current: string | undefined;

  constructor(host: OutlineHost) {
    this.host = host;
    host.addController(this);
    this.#focus = new NextFocus(host);
  }

  hostUpdate(): void {
    const { answers, exercise } = this.host;
    const hasNewAnswers = answers !== this.#answers;
    if (hasNewAnswers) this.#changes = {};
    this.#answers = answers;
    this.tree = treeOf(exercise);
    this.#nodes = nodesOf(answers, this.tree.id, this.tree.branches);
    const living = new Map(this.#nodes.map((node) => [node.id, node]));
    this.rows = this.#removals.rows(answers, this.tree.id).map((row) => (isRemoved(row) ? row : (living.get(row.id) ?? row)));
    if (!hasNewAnswers || this.#moved === undefined) return;
    this.#tell(this.#placeOf(this.#moved));
    this.#moved = undefined;
  }

  /** What is folded takes no focus: its branch is opened first. */
  async #goTo(target: HTMLElement): Promise<void> {
    await this.host.reveal(target);
    target.focus();
  }

  /** Where a node's text is written. */
  fieldOf(node: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(selectorOf(this.textField(node)));
  }

  enter(node: string): void {
    this.current = node;
    this.host.requestUpdate();
  }

  open(node: string | undefined): void {
    this.opened = node;
    this.host.requestUpdate();
  }

  change(changes: AnswerChanges): void {
    this.#changes = { ...this.#changes, ...changes };
    this.host.dispatchEvent(new AnswerEvent(changes));
  }

  /** The text of a node. One that was typed is not put back where the map is drawn before it has the new answers: the caret would leave its place. */
  textOf(node: string): string {
    const field = this.textField(node);
    return this.#changes[field] ?? textOf(this.host.answers, field);
  }

  write(node: string, text: string): void {
    const { maxLength } = this.tree.node;
    if (text.length >= maxLength && this.textOf(node).length < maxLength) this.#say(this.host.text.fields.tooLong);
    this.change({ [this.textField(node)]: text });
  }

  #say(words: string): void {
    this.host.dispatchEvent(new SayEvent(words));
  }

  get words(): Text['stakeholderMap'] {
    return this.host.text.stakeholderMap;
  }

  get isFull(): boolean {
    return this.#nodes.length >= this.tree.maximum;
  }

  textField(node: string): FieldId {
    return itemFieldId(this.tree.id, node, this.tree.node.id);
  }

  nameOf(id: string | undefined): string {
    const branch = this.host.exercise.branches.find((each) => each.id === id);
    if (branch) return branch.shortLabel;
    return firstWords(id === undefined ? '' : this.textOf(id), LONGEST_NAME) || this.words.unnamed;
  }

  #focusText(node: string): void {
    this.enter(node);
    this.#focus.ask(selectorOf(this.textField(node)));
  }

  add(parent: string, after?: string): void {
    if (this.isFull) {
      this.#tell(this.words.full(this.tree.maximum));
      return;
    }
    const { id, changes } = addedNode(this.host.answers, this.tree, parent, after);
    this.#focusText(id);
    this.open(undefined);
    this.change(changes);
    if (this.#nodes.length === this.tree.maximum - 1) this.#say(this.words.full(this.tree.maximum));
  }

  #tell(words: string): void {
    this.told = words;
    this.host.requestUpdate();
    this.#say(words);
  }

  canMove(node: string, direction: Direction): boolean {
    return Object.keys(movedNode(this.host.answers, this.tree, node, direction)).length > 0;
  }

  /** @param focus selector of what has the focus afterwards */
  move(node: string, direction: Direction, focus: string): void {
    const changes = movedNode(this.host.answers, this.tree, node, direction);
    if (Object.keys(changes).length === 0) {
      this.#tell(this.words.cannotMove);
      return;
    }
    this.#focus.ask(focus);
    this.#moved = node;
    this.change(changes);
  }

  /** Where a node stands, in words. */
  #placeOf(node: string): string {
    const parent = this.#nodes.find(({ id }) => id === node)?.parent;
    const siblings = childrenOf(this.#nodes, parent ?? '');
    const place = siblings.findIndex(({ id }) => id === node) + 1;
    return this.words.moved(this.nameOf(node), this.nameOf(parent), place, siblings.length);
  }

  remove(node: ListItem): void {
    this.open(undefined);
    const below = Object.keys(removal(this.host.answers, this.tree.id, node.id)).length - 1;
    const name = this.words.removedWithChildren(this.nameOf(node.id), below);
    const changes = this.#removals.remove(this.host.answers, this.tree.id, node, name);
    this.#focus.ask(`[data-undo="${CSS.escape(`${this.tree.id}.${node.id}`)}"]`);
    this.change(changes);
  }

  /** A node in which nothing was written leaves nothing that could be put back. She stays in its branch. */
  #removeEmpty(node: ListItem): void {
    const above = nodeAbove(this.#nodes, this.tree.branches, node.id);
    if (above) this.#focusText(above.id);
    else this.#focus.ask(selectorOf(`${this.tree.id}.${node.parent ?? ''}`));
    this.change({ [`${this.tree.id}.${node.id}`]: '' });
  }

  undo(node: string): void {
    const changes = this.#removals.undo(this.tree.id, node, this.tree.maximum - this.#nodes.length);
    if (!changes) return this.#tell(this.words.full(this.tree.maximum));
    this.#focusText(node);
    this.change(changes);
  }

  #walk(node: string, by: 1 | -1): boolean {
    const order = inReadingOrder(this.#nodes, this.tree.branches);
    const other = order[order.findIndex(({ id }) => id === node) + by];
    const field = other && this.fieldOf(other.id);
    if (!field) return false;
    void this.#goTo(field);
    return true;
  }

  key(event: KeyboardEvent, node: ListItem): void {
    const action = outlineAction(event, event.currentTarget as HTMLTextAreaElement);
    if (action === undefined) return;
    if (action === 'previous' || action === 'next') {
      if (this.#walk(node.id, action === 'previous' ? -1 : 1)) event.preventDefault();
      return;
    }
    // What was removed below it can be put back only while it stands.
    if (this.host.readOnly || (action === 'remove-empty' && this.rows.some(({ parent }) => parent === node.id))) return;
    event.preventDefault();
    if (action === 'add-sibling') this.add(node.parent ?? '', node.id);
    else if (action === 'add-child') this.add(node.id);
    else if (action === 'remove') this.remove(node);
    else if (action === 'remove-empty') this.#removeEmpty(node);
    else this.move(node.id, action, selectorOf(this.textField(node.id)));
  }

  /** Several lines that are pasted become as many nodes, each with one of them. They stay one text where there is no room for so many. */
  paste(event: ClipboardEvent, node: ListItem): void {
    if (this.host.readOnly) return;
    const area = event.currentTarget as HTMLTextAreaElement;
    const { lines, length } = pastedInto(area, event);
    const limit = this.tree.node.maxLength;
    const [first = '', ...others] = lines;
    const haveRoom = this.#nodes.length + others.length <= this.tree.maximum && lines.every((line) => line.length <= limit);
    if (others.length === 0 || !haveRoom) {
      if (length > limit) this.#tell(this.host.text.fields.pasteCut);
      return;
    }
    event.preventDefault();
    typeFirst(area, first);
    const added = addedAfter(this.host.answers, this.tree, node.id, others);
    this.#focusText(added.at(-1)?.id ?? node.id);
    this.change(Object.assign({ [this.textField(node.id)]: first }, ...added.map(({ changes }) => changes)) as AnswerChanges);
    this.#tell(this.words.pasted(lines.length));
  }

  /** Closes a node's buttons, and takes the focus out of them back to where they were opened. */
  escape(event: KeyboardEvent): void {
    const opened = this.opened;
    if (event.key !== 'Escape' || event.isComposing || opened === undefined) return;
    event.preventDefault();
    if ((event.target as Element).closest('.actions')) this.host.renderRoot.querySelector<HTMLElement>(`[data-more="${opened}"]`)?.focus();
    this.open(undefined);
  }
}
