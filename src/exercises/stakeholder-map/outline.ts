import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { AnswerEvent } from '../../course/answer-event.ts';
import { textOf, type AnswerChanges, type Answers, type FieldId } from '../../course/answers.ts';
import { childrenOf, itemFieldId, nodesOf, removal, type ListItem } from '../../course/list-field.ts';
import { SayEvent } from '../../fields/shared/announcer.ts';
import type { TreeField } from '../../fields/tree/definition.ts';
import type { Text } from '../../text/text.ts';
import { NextFocus } from '../shared/next-focus.ts';
import { isRemoved, Removals, type RemovedItem } from '../shared/removals.ts';
import { treeOf, type MapBranch, type StakeholderMap } from './definition.ts';
import { addedNode, inReadingOrder, movedNode, type Direction } from './outline-edits.ts';
import { outlineAction } from './outline-keys.ts';
import { icon, renderOutlineKeys } from './outline-parts.ts';

/** What the outline needs of its exercise. */
type Host = LitElement & {
  readonly exercise: StakeholderMap;
  readonly answers: Answers;
  readonly readOnly: boolean;
  readonly text: Text;
};

/** So many characters of a node name it where it is spoken of. */
const LONGEST_NAME = 60;
const DIRECTIONS = ['up', 'down', 'in', 'out'] as const satisfies readonly Direction[];

/** Where a map is written: nested lists of text fields, each with its buttons, and keys for all that the buttons do. */
export class Outline implements ReactiveController {
  readonly #host: Host;
  readonly #removals = new Removals();
  readonly #focus = new NextFocus();
  /** The node whose buttons for moving and removing are shown. */
  #opened: string | undefined;
  /** What the last key or button did; said to who does not see it too. */
  #told = '';
  /** The node whose new place is told as soon as the answers have it. */
  #moved: string | undefined;
  /** Those that the outline was drawn with, so that new ones are known. */
  #answers: Answers | undefined;
  #hasNewAnswers = false;
  #nodes: readonly ListItem[] = [];
  #rows: readonly (ListItem | RemovedItem)[] = [];
  #tree!: TreeField;
  /** The node that has the focus, or had it last. */
  current: string | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { answers, exercise } = this.#host;
    this.#hasNewAnswers = answers !== this.#answers;
    this.#answers = answers;
    this.#tree = treeOf(exercise);
    this.#nodes = nodesOf(answers, this.#tree.id, this.#tree.branches);
    const living = new Map(this.#nodes.map((node) => [node.id, node]));
    this.#rows = this.#removals.rows(answers, this.#tree.id).map((row) => (isRemoved(row) ? row : (living.get(row.id) ?? row)));
    if (!this.#hasNewAnswers || this.#moved === undefined) return;
    this.#tell(this.#placeOf(this.#moved));
    this.#moved = undefined;
  }

  hostUpdated(): void {
    this.#focus.take(this.#host.renderRoot, this.#hasNewAnswers)?.focus();
  }

  /** Where a node's text is written. */
  fieldOf(node: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selectorOf(this.#textField(node)));
  }

  #enter(node: string): void {
    this.current = node;
    this.#host.requestUpdate();
  }

  #open(node: string | undefined): void {
    this.#opened = node;
    this.#host.requestUpdate();
  }

  #change(changes: AnswerChanges): void {
    this.#host.dispatchEvent(new AnswerEvent(changes));
  }

  #say(words: string): void {
    this.#host.dispatchEvent(new SayEvent(words));
  }

  get #words(): Text['stakeholderMap'] {
    return this.#host.text.stakeholderMap;
  }

  get #full(): boolean {
    return this.#nodes.length >= this.#tree.maximum;
  }

  #textField(node: string): FieldId {
    return itemFieldId(this.#tree.id, node, this.#tree.node.id);
  }

  #nameOf(id: string | undefined): string {
    const branch = this.#host.exercise.branches.find((each) => each.id === id);
    if (branch) return branch.shortLabel;
    const name = id === undefined ? '' : textOf(this.#host.answers, this.#textField(id)).replace(/\s+/g, ' ').trim();
    return (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).trimEnd()}…` : name) || this.#words.unnamed;
  }

  #focusText(node: string): void {
    this.#enter(node);
    this.#focus.ask(selectorOf(this.#textField(node)));
  }

  #add(parent: string, after?: string): void {
    if (this.#full) {
      this.#tell(this.#words.full(this.#tree.maximum));
      return;
    }
    const { id, changes } = addedNode(this.#host.answers, this.#tree, parent, after);
    this.#focusText(id);
    this.#open(undefined);
    this.#change(changes);
    if (this.#nodes.length === this.#tree.maximum - 1) this.#say(this.#words.full(this.#tree.maximum));
  }

  #tell(words: string): void {
    this.#told = words;
    this.#host.requestUpdate();
    this.#say(words);
  }

  #move(node: string, direction: Direction, focus: string): void {
    const changes = movedNode(this.#host.answers, this.#tree, node, direction);
    if (Object.keys(changes).length === 0) {
      this.#tell(this.#words.cannotMove);
      return;
    }
    this.#focus.ask(focus);
    this.#moved = node;
    this.#change(changes);
  }

  /** Where a node stands, in words. */
  #placeOf(node: string): string {
    const parent = this.#nodes.find(({ id }) => id === node)?.parent;
    const siblings = childrenOf(this.#nodes, parent ?? '');
    const place = siblings.findIndex(({ id }) => id === node) + 1;
    return this.#words.moved(this.#nameOf(node), this.#nameOf(parent), place, siblings.length);
  }

  #remove(node: ListItem): void {
    this.#open(undefined);
    const changes = this.#removals.remove(this.#host.answers, this.#tree.id, node, this.#removedName(node));
    this.#focus.ask(`[data-undo="${CSS.escape(`${this.#tree.id}.${node.id}`)}"]`);
    this.#change(changes);
  }

  #removedName(node: ListItem): string {
    const below = Object.keys(removal(this.#host.answers, this.#tree.id, node.id)).length - 1;
    return this.#words.removedWithChildren(this.#nameOf(node.id), below);
  }

  /** A node in which nothing was written leaves nothing that could be put back. */
  #removeEmpty(node: ListItem): void {
    const order = inReadingOrder(this.#nodes, this.#tree.branches);
    const before = order[order.findIndex(({ id }) => id === node.id) - 1];
    if (before) this.#focusText(before.id);
    else this.#focus.ask(selectorOf(`${this.#tree.id}.${node.parent ?? ''}`));
    this.#change({ [`${this.#tree.id}.${node.id}`]: '' });
  }

  #undo(node: string): void {
    const changes: AnswerChanges = this.#removals.undo(this.#tree.id, node);
    this.#focusText(node);
    this.#change(changes);
  }

  #step(node: string, by: 1 | -1): boolean {
    const order = inReadingOrder(this.#nodes, this.#tree.branches);
    const other = order[order.findIndex(({ id }) => id === node) + by];
    if (!other) return false;
    this.fieldOf(other.id)?.focus();
    return true;
  }

  #key(event: KeyboardEvent, node: ListItem): void {
    const action = outlineAction(event, event.currentTarget as HTMLTextAreaElement);
    if (action === undefined) return;
    if (action === 'previous' || action === 'next') {
      if (this.#step(node.id, action === 'previous' ? -1 : 1)) event.preventDefault();
      return;
    }
    if (this.#host.readOnly || (action === 'remove-empty' && childrenOf(this.#nodes, node.id).length > 0)) return;
    event.preventDefault();
    if (action === 'add-sibling') this.#add(node.parent ?? '', node.id);
    else if (action === 'add-child') this.#add(node.id);
    else if (action === 'remove') this.#remove(node);
    else if (action === 'remove-empty') this.#removeEmpty(node);
    else this.#move(node.id, action, selectorOf(this.#textField(node.id)));
  }

  /** Closes a node's buttons, and takes the focus out of them back to where they were opened. */
  #escape(event: KeyboardEvent): void {
    const opened = this.#opened;
    if (event.key !== 'Escape' || event.isComposing || opened === undefined) return;
    event.preventDefault();
    if ((event.target as Element).closest('.actions')) this.#host.renderRoot.querySelector<HTMLElement>(`[data-more="${opened}"]`)?.focus();
    this.#open(undefined);
  }

  #renderActions(node: ListItem): TemplateResult {
    const words = this.#words;
    return html`<div class="actions" id="actions-${node.id}" role="group" aria-label=${this.#nameOf(node.id)}>
      <button type="button" aria-disabled=${this.#full ? 'true' : 'false'} @click=${() => this.#add(node.id)}>${words.addChild}</button>
      ${DIRECTIONS.map(
        (direction) =>
          html`<button
            type="button"
            data-move="${node.id}-${direction}"
            aria-disabled=${Object.keys(movedNode(this.#host.answers, this.#tree, node.id, direction)).length === 0 ? 'true' : 'false'}
            @click=${() => this.#move(node.id, direction, `[data-move="${node.id}-${direction}"]`)}
          >
            ${words[direction]}
          </button>`,
      )}
      <button type="button" class="remove" @click=${() => this.#remove(node)}>${words.remove}</button>
    </div>`;
  }

  #renderButtons(node: ListItem): TemplateResult {
    const words = this.#words;
    const name = this.#nameOf(node.id);
    const add = `${words.addChild}: ${name}`;
    const more = `${words.more}: ${name}`;
    const open = this.#opened === node.id;
    return html`<button
        type="button"
        class="icon child"
        title=${add}
        aria-label=${add}
        aria-disabled=${this.#full ? 'true' : 'false'}
        @click=${() => this.#add(node.id)}
      >
        ${icon('M3 3V9H9M13 5V13M9 9H17')}</button
      ><button
        type="button"
        class="icon"
        title=${more}
        aria-label=${more}
        data-more=${node.id}
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls=${open ? `actions-${node.id}` : nothing}
        @click=${() => this.#open(open ? undefined : node.id)}
      >
        ${icon('M4 10H4.01M10 10H10.01M16 10H16.01', 4)}
      </button>`;
  }

  #renderNode(node: ListItem): TemplateResult {
    const field = this.#textField(node.id);
    const value = textOf(this.#host.answers, field).replace(/\r\n?/g, '\n');
    return html`<div class="row">
        <div class="grow" data-text=${value}>
          <textarea
            rows="1"
            data-field=${field}
            maxlength=${this.#tree.node.maxLength}
            aria-label=${this.#words.node(this.#nameOf(node.parent))}
            ?readonly=${this.#host.readOnly}
            .value=${live(value)}
            @input=${(event: Event) => this.#change({ [field]: (event.target as HTMLTextAreaElement).value })}
            @focus=${() => this.#enter(node.id)}
            @keydown=${(event: KeyboardEvent) => this.#key(event, node)}
          ></textarea>
        </div>
        ${this.#host.readOnly ? nothing : this.#renderButtons(node)}
      </div>
      ${this.#opened === node.id && !this.#host.readOnly ? this.#renderActions(node) : nothing} ${this.#renderChildren(node.id)}`;
  }

  #renderUndo(node: RemovedItem): TemplateResult {
    const { removed, undoRemoval } = this.#host.text.fields;
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
        this.#host.readOnly
          ? nothing
          : html`<button
              type="button"
              data-field="${this.#tree.id}.${branch.id}"
              aria-disabled=${this.#full ? 'true' : 'false'}
              @click=${() => this.#add(branch.id)}
            >
              ${branch.add ?? this.#words.add(branch.shortLabel)}
            </button>`
      }
    </section>`;
  }

  /** @param foot what stands below it */
  render(foot: TemplateResult | typeof nothing): TemplateResult {
    const words = this.#words;
    return html`<div class="outline" data-field=${this.#tree.id} tabindex="-1" @keydown=${(event: KeyboardEvent) => this.#escape(event)}>
      ${this.#host.readOnly ? nothing : html`<p class="help">${words.outlineHelp}</p>`}
      ${this.#host.exercise.branches.map((branch) => this.#renderBranch(branch))}
      <p class="told">${this.#told || (this.#full ? words.full(this.#tree.maximum) : '')}</p>
      ${this.#host.readOnly ? nothing : renderOutlineKeys(words)} ${foot}
    </div>`;
  }
}

function selectorOf(field: FieldId): string {
  return `[data-field="${CSS.escape(field)}"]`;
}
