import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { textOf, type AnswerChanges, type Answers, type FieldId } from '../../course/answers.ts';
import { needsOf, type Need } from '../../course/completion-rules.ts';
import { childrenOf, itemFieldId, nodesOf, removal, type ListItem } from '../../course/list-field.ts';
import type { TreeField } from '../../fields/tree/definition.ts';
import type { Text } from '../../text/text.ts';
import { compareStyles, renderCompare } from '../shared/compare.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { NextFocus } from '../shared/next-focus.ts';
import { treeOf, type MapBranch, type StakeholderMap as StakeholderMapExercise } from './definition.ts';
import './map-view.ts';
import type { NodeEvent } from './map-view.ts';
import { mapOutlineStyles } from './styles.ts';
import { addedNode, inReadingOrder, movedNode, type Direction } from './outline-edits.ts';
import { icon, renderOutlineKeys } from './outline-parts.ts';
import { outlineAction } from './outline-keys.ts';
import { mapPicture } from './picture.ts';
import { Sides } from './sides.ts';
import { isRemoved, Removals, type RemovedItem } from '../shared/removals.ts';

/** So many characters of a node name it where it is spoken of. */
const LONGEST_NAME = 60;
const DIRECTIONS = ['up', 'down', 'in', 'out'] as const satisfies readonly Direction[];

/**
 * A mind map of the people and places around a library. The outline is where it is written: nested lists of text fields, each with
 * its buttons, and keys for all that the buttons do. The drawn map is the outline's live view.
 */
@customElement('aspa-stakeholder-map')
export class StakeholderMap extends ExerciseElement<StakeholderMapExercise> {
  static override readonly styles = [exerciseStyles, compareStyles, mapOutlineStyles];
  static override readonly answerPicture = (exercise: StakeholderMapExercise, answers: Answers, text: Text): TemplateResult =>
    mapPicture(exercise, answers, text);

  /** The node that has the focus, or had it last. */
  @state() private current: string | undefined;
  /** The node whose buttons for moving and removing are shown. */
  @state() private opened: string | undefined;
  /** What the last key or button did; said to who does not see it too. */
  @state() private told = '';
  readonly #removals = new Removals(this);
  readonly #sides = new Sides(this);
  readonly #focus = new NextFocus();
  /** The node whose new place is told as soon as the answers have it. */
  #moved: string | undefined;
  #nodes: readonly ListItem[] = [];
  #rows: readonly (ListItem | RemovedItem)[] = [];
  #tree!: TreeField;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('exercise')) this.#tree = treeOf(this.exercise);
    this.#nodes = nodesOf(this.answers, this.#tree.id, this.#tree.branches);
    const living = new Map(this.#nodes.map((node) => [node.id, node]));
    this.#rows = this.#removals.rows(this.answers, this.#tree.id).map((row) => (isRemoved(row) ? row : (living.get(row.id) ?? row)));
    if (!changed.has('answers') || this.#moved === undefined) return;
    this.#tell(this.#placeOf(this.#moved));
    this.#moved = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const target = this.#focus.take(this.renderRoot, changed.has('answers'));
    if (!target) return;
    target.focus();
  }

  /** Shows the side of the map that an element stands in. */
  override async reveal(element: Element): Promise<void> {
    await this.#sides.reveal(element);
    await super.reveal(element);
  }

  /** Branches in which something stands. */
  protected override get tally(): readonly [done: number, all: number] {
    const { branches } = this.exercise;
    return [branches.length - needsOf(this.exercise, this.course, this.answers).length, branches.length];
  }

  protected override goOn([need]: readonly Need[]): { readonly place: FieldId; readonly title: string } | undefined {
    const branch = this.exercise.branches.find(({ label }) => label === need?.label);
    return need && branch && { place: need.field, title: branch.shortLabel };
  }

  get #full(): boolean {
    return this.#nodes.length >= this.#tree.maximum;
  }

  #textField(node: string): FieldId {
    return itemFieldId(this.#tree.id, node, this.#tree.node.id);
  }

  #nameOf(id: string | undefined): string {
    const branch = this.exercise.branches.find((each) => each.id === id);
    if (branch) return branch.shortLabel;
    const name = id === undefined ? '' : textOf(this.answers, this.#textField(id)).replace(/\s+/g, ' ').trim();
    return (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).trimEnd()}…` : name) || this.text.stakeholderMap.unnamed;
  }

  #focusText(node: string): void {
    this.current = node;
    this.#focus.ask(selectorOf(this.#textField(node)));
  }

  #add(parent: string, after?: string): void {
    if (this.#full) {
      this.#tell(this.text.stakeholderMap.full(this.#tree.maximum));
      return;
    }
    const { id, changes } = addedNode(this.answers, this.#tree, parent, after);
    this.#focusText(id);
    this.opened = undefined;
    this.change(changes);
    if (this.#nodes.length === this.#tree.maximum - 1) this.say(this.text.stakeholderMap.full(this.#tree.maximum));
  }

  #tell(words: string): void {
    this.told = words;
    this.say(words);
  }

  #move(node: string, direction: Direction, focus: string): void {
    const changes = movedNode(this.answers, this.#tree, node, direction);
    if (Object.keys(changes).length === 0) {
      this.#tell(this.text.stakeholderMap.cannotMove);
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
    return this.text.stakeholderMap.moved(this.#nameOf(node), this.#nameOf(parent), place, siblings.length);
  }

  #remove(node: ListItem): void {
    this.opened = undefined;
    const changes = this.#removals.remove(this.answers, this.#tree.id, node, this.#removedName(node));
    this.#focus.ask(`[data-undo="${CSS.escape(`${this.#tree.id}.${node.id}`)}"]`);
    this.change(changes);
  }

  #removedName(node: ListItem): string {
    const below = Object.keys(removal(this.answers, this.#tree.id, node.id)).length - 1;
    return this.text.stakeholderMap.removedWithChildren(this.#nameOf(node.id), below);
  }

  /** A node in which nothing was written leaves nothing that could be put back. */
  #removeEmpty(node: ListItem): void {
    const order = inReadingOrder(this.#nodes, this.#tree.branches);
    const before = order[order.findIndex(({ id }) => id === node.id) - 1];
    if (before) this.#focusText(before.id);
    else this.#focus.ask(selectorOf(`${this.#tree.id}.${node.parent ?? ''}`));
    this.change({ [`${this.#tree.id}.${node.id}`]: '' });
  }

  #undo(node: string): void {
    const changes: AnswerChanges = this.#removals.undo(this.#tree.id, node);
    this.#focusText(node);
    this.change(changes);
  }

  #step(node: string, by: 1 | -1): boolean {
    const order = inReadingOrder(this.#nodes, this.#tree.branches);
    const other = order[order.findIndex(({ id }) => id === node) + by];
    if (!other) return false;
    this.renderRoot.querySelector<HTMLElement>(selectorOf(this.#textField(other.id)))?.focus();
    return true;
  }

  #key(event: KeyboardEvent, node: ListItem): void {
    const action = outlineAction(event, event.currentTarget as HTMLTextAreaElement);
    if (action === undefined) return;
    if (action === 'previous' || action === 'next') {
      if (this.#step(node.id, action === 'previous' ? -1 : 1)) event.preventDefault();
      return;
    }
    if (this.readOnly || (action === 'remove-empty' && childrenOf(this.#nodes, node.id).length > 0)) return;
    event.preventDefault();
    if (action === 'add-sibling') this.#add(node.parent ?? '', node.id);
    else if (action === 'add-child') this.#add(node.id);
    else if (action === 'remove') this.#remove(node);
    else if (action === 'remove-empty') this.#removeEmpty(node);
    else this.#move(node.id, action, selectorOf(this.#textField(node.id)));
  }

  /** Closes a node's buttons, and takes the focus out of them back to where they were opened. */
  #escape(event: KeyboardEvent): void {
    const { opened } = this;
    if (event.key !== 'Escape' || event.isComposing || opened === undefined) return;
    event.preventDefault();
    if ((event.target as Element).closest('.actions')) this.renderRoot.querySelector<HTMLElement>(`[data-more="${opened}"]`)?.focus();
    this.opened = undefined;
  }

  async #picked(event: NodeEvent): Promise<void> {
    const target = this.renderRoot.querySelector<HTMLElement>(selectorOf(this.#textField(event.node)));
    if (!target) return;
    await this.reveal(target);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  }

  #renderActions(node: ListItem): TemplateResult {
    const words = this.text.stakeholderMap;
    return html`<div class="actions" id="actions-${node.id}" role="group" aria-label=${this.#nameOf(node.id)}>
      <button type="button" aria-disabled=${this.#full ? 'true' : 'false'} @click=${() => this.#add(node.id)}>${words.addChild}</button>
      ${DIRECTIONS.map(
        (direction) =>
          html`<button
            type="button"
            data-move="${node.id}-${direction}"
            aria-disabled=${Object.keys(movedNode(this.answers, this.#tree, node.id, direction)).length === 0 ? 'true' : 'false'}
            @click=${() => this.#move(node.id, direction, `[data-move="${node.id}-${direction}"]`)}
          >
            ${words[direction]}
          </button>`,
      )}
      <button type="button" class="remove" @click=${() => this.#remove(node)}>${words.remove}</button>
    </div>`;
  }

  #renderButtons(node: ListItem): TemplateResult {
    const words = this.text.stakeholderMap;
    const name = this.#nameOf(node.id);
    const open = this.opened === node.id;
    return html`<button
        type="button"
        class="icon child"
        title="${words.addChild}: ${name}"
        aria-label="${words.addChild}: ${name}"
        aria-disabled=${this.#full ? 'true' : 'false'}
        @click=${() => this.#add(node.id)}
      >
        ${icon('M3 3V9H9M13 5V13M9 9H17')}</button
      ><button
        type="button"
        class="icon"
        title="${words.more}: ${name}"
        aria-label="${words.more}: ${name}"
        data-more=${node.id}
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls=${open ? `actions-${node.id}` : nothing}
        @click=${() => (this.opened = open ? undefined : node.id)}
      >
        ${icon('M4 10H4.01M10 10H10.01M16 10H16.01', 4)}
      </button>`;
  }

  #renderNode(node: ListItem): TemplateResult {
    const field = this.#textField(node.id);
    const value = textOf(this.answers, field).replace(/\r\n?/g, '\n');
    return html`<div class="row">
        <div class="grow" data-text=${value}>
          <textarea
            rows="1"
            data-field=${field}
            maxlength=${this.#tree.node.maxLength}
            aria-label=${this.text.stakeholderMap.node(this.#nameOf(node.parent))}
            ?readonly=${this.readOnly}
            .value=${live(value)}
            @input=${(event: Event) => this.change({ [field]: (event.target as HTMLTextAreaElement).value })}
            @focus=${() => (this.current = node.id)}
            @keydown=${(event: KeyboardEvent) => this.#key(event, node)}
          ></textarea>
        </div>
        ${this.readOnly ? nothing : this.#renderButtons(node)}
      </div>
      ${this.opened === node.id && !this.readOnly ? this.#renderActions(node) : nothing} ${this.#renderChildren(node.id)}`;
  }

  #renderUndo(node: RemovedItem): TemplateResult {
    const { removed, undoRemoval } = this.text.fields;
    return html`<div class="undo">
      <span id="removed-${node.id}">${removed(node.name)}</span>
      <button
        class="quiet"
        type="button"
        data-undo="${this.#tree.id}.${node.id}"
        aria-describedby="removed-${node.id}"
        @click=${() => this.#undo(node.id)}
      >
        ${undoRemoval}
      </button>
    </div>`;
  }

  #renderChildren(parent: string): TemplateResult | typeof nothing {
    const rows = this.#rows.filter((row) => row.parent === parent);
    if (rows.length === 0) return nothing;
    return html`<ul>
      ${repeat(
        rows,
        ({ id }) => id,
        (row) => html`<li>${isRemoved(row) ? this.#renderUndo(row) : this.#renderNode(row)}</li>`,
      )}
    </ul>`;
  }

  #renderBranch(branch: MapBranch): TemplateResult {
    return html`<section class="branch" aria-labelledby="branch-${branch.id}">
      <h4 id="branch-${branch.id}">${branch.shortLabel}</h4>
      <p class="question">${branch.label}</p>
      ${this.#renderChildren(branch.id)}
      ${
        this.readOnly
          ? nothing
          : html`<button
              type="button"
              data-field="${this.#tree.id}.${branch.id}"
              aria-disabled=${this.#full ? 'true' : 'false'}
              @click=${() => this.#add(branch.id)}
            >
              ${branch.add ?? this.text.stakeholderMap.add(branch.shortLabel)}
            </button>`
      }
    </section>`;
  }

  /** There is something to compare, and something stands under every branch. */
  get #isComparable(): boolean {
    return this.exercise.compare !== undefined && needsOf(this.exercise, this.course, this.answers).length === 0;
  }

  #renderPicture(): TemplateResult {
    return html`<aspa-map-view
      .exercise=${this.exercise}
      .answers=${this.answers}
      .text=${this.text}
      .current=${this.current}
      @aspa-map-node=${this.#picked}
    ></aspa-map-view>`;
  }

  #renderOutline(): TemplateResult {
    const words = this.text.stakeholderMap;
    return html`<div class="outline" data-field=${this.#tree.id} tabindex="-1" @keydown=${this.#escape}>
      ${this.readOnly ? nothing : html`<p class="help">${words.outlineHelp}</p>`}
      ${this.exercise.branches.map((branch) => this.#renderBranch(branch))}
      <p class="told">${this.told || (this.#full ? words.full(this.#tree.maximum) : '')}</p>
      ${this.readOnly ? nothing : renderOutlineKeys(words)}
      ${renderCompare({ compare: this.exercise.compare, answered: this.#isComparable, of: this.exercise.title }, this.text)}
    </div>`;
  }

  protected override renderWork(): TemplateResult {
    const { areBeside, areTabs } = this.#sides;
    return html`${this.#sides.renderTabs()}
      <div class="map ${areBeside ? 'beside' : areTabs ? 'tabbed' : ''}">
        ${this.#sides.renderSide('list', this.#renderOutline())} ${this.#sides.renderSide('picture', this.#renderPicture())}
      </div>`;
  }
}

function selectorOf(field: FieldId): string {
  return `[data-field="${CSS.escape(field)}"]`;
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-stakeholder-map': StakeholderMap;
  }
}
