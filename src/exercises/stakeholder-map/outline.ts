import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { textOf, type FieldId } from '../../course/answers.ts';
import type { Need } from '../../course/completion-rules.ts';
import type { ListItem } from '../../course/list-items.ts';
import { firstWords } from '../shared/first-words.ts';
import { isRemoved, type RemovedItem } from '../shared/removals.ts';
import type { Step } from '../shared/step.ts';
import { renderUndo } from '../shared/render-undo.ts';
import type { MapBranch } from './definition.ts';
import { inReadingOrder, type Direction } from './outline-edits.ts';
import { icon, renderOutlineKeys } from './outline-parts.ts';
import { OutlineWork, type OutlineHost } from './outline-work.ts';

const DIRECTIONS = ['up', 'down', 'in', 'out'] as const satisfies readonly Direction[];

/** A folded branch says so many of its nodes. */
const FIRST_NODES = 4;

/** Where a map is written: nested lists of text fields, each with its buttons, and keys for all that the buttons do. */
export class Outline {
  readonly #work: OutlineWork;
  /** A key was pressed that the keyboard on a screen does not have. */
  #hasKeys = false;

  constructor(host: OutlineHost) {
    this.#work = new OutlineWork(host);
  }

  /** The node that has the focus, or had it last. */
  get current(): string | undefined {
    return this.#work.current;
  }

  /** Where a node's text is written. */
  fieldOf(node: string): HTMLElement | null {
    return this.#work.fieldOf(node);
  }

  /** A tablet does not tell that a keyboard belongs to it: Tab, an arrow and Alt do. */
  #keyed({ key }: KeyboardEvent): void {
    if (this.#hasKeys || !/^(Tab|Arrow|Alt|Control)/.test(key)) return;
    this.#hasKeys = true;
    this.#work.host.requestUpdate();
  }

  #renderActions(node: ListItem): TemplateResult {
    const words = this.#work.words;
    return html`<div class="actions" id="actions-${node.id}" role="group" aria-label=${this.#work.nameOf(node.id)}>
      <button type="button" aria-disabled=${this.#work.isFull ? 'true' : 'false'} @click=${() => this.#work.add(node.id)}>
        ${words.addChild}
      </button>
      ${DIRECTIONS.map(
        (direction) =>
          html`<button
            type="button"
            data-move="${node.id}-${direction}"
            aria-disabled=${this.#work.canMove(node.id, direction) ? 'false' : 'true'}
            @click=${() => this.#work.move(node.id, direction, `[data-move="${node.id}-${direction}"]`)}
          >
            ${words[direction]}
          </button>`,
      )}
      <button type="button" class="remove" @click=${() => this.#work.remove(node)}>${words.remove}</button>
    </div>`;
  }

  #renderButtons(node: ListItem): TemplateResult {
    const words = this.#work.words;
    const name = this.#work.nameOf(node.id);
    const add = `${words.addChild}: ${name}`;
    const more = `${words.more}: ${name}`;
    const open = this.#work.opened === node.id;
    return html`<button
        type="button"
        class="icon child"
        title=${add}
        aria-label=${add}
        aria-disabled=${this.#work.isFull ? 'true' : 'false'}
        @click=${() => this.#work.add(node.id)}
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
        @click=${() => this.#work.open(open ? undefined : node.id)}
      >
        ${icon('M4 10H4.01M10 10H10.01M16 10H16.01', 4)}
      </button>`;
  }

  #renderNode(node: ListItem): TemplateResult {
    const field = this.#work.textField(node.id);
    const value = this.#work.textOf(node.id).replace(/\r\n?/g, '\n');
    const { maxLength } = this.#work.tree.node;
    const write = (event: Event): void => this.#work.write(node.id, (event.target as HTMLTextAreaElement).value);
    const isFull = value.length >= maxLength && !this.#work.host.readOnly;
    return html`<div class="row">
        <div class="grow" data-text=${value}>
          <textarea
            rows="1"
            data-field=${field}
            maxlength=${maxLength}
            aria-label=${this.#work.words.node(this.#work.nameOf(node.parent))}
            ?readonly=${this.#work.host.readOnly}
            .value=${live(value)}
            @input=${write}
            @change=${write}
            @focus=${() => this.#work.enter(node.id)}
            @keydown=${(event: KeyboardEvent) => this.#work.key(event, node)}
            @paste=${(event: ClipboardEvent) => this.#work.paste(event, node)}
          ></textarea>
        </div>
        ${this.#work.host.readOnly ? nothing : this.#renderButtons(node)}
      </div>
      ${isFull ? html`<p class="full">${this.#work.host.text.fields.tooLong}</p>` : nothing}
      ${this.#work.opened === node.id && !this.#work.host.readOnly ? this.#renderActions(node) : nothing} ${this.#renderChildren(node.id)}`;
  }

  #renderUndo({ id, name }: RemovedItem): TemplateResult {
    const { tree, isFull, host } = this.#work;
    return renderUndo(`${tree.id}.${id}`, name, isFull, host.text.fields, () => this.#work.undo(id));
  }

  #renderChildren(parent: string): TemplateResult | typeof nothing {
    const rows = this.#work.rows.filter((row) => row.parent === parent);
    if (rows.length === 0) return nothing;
    return html`<ul>
      ${repeat(
        rows,
        ({ id }) => id,
        (row) => html`<li>${isRemoved(row) ? this.#renderUndo(row) : this.#renderNode(row)}</li>`,
      )}
    </ul>`;
  }

  /**
   * Each branch with all that hangs under it is a step.
   * @param needs what lacks, in the whole exercise
   */
  steps(needs: readonly Need[]): Step[] {
    const { exercise } = this.#work.host;
    return exercise.branches.map((branch) => {
      const texts = this.#textsUnder(branch);
      return {
        id: `${exercise.id}.${branch.id}`,
        title: branch.shortLabel,
        isUnderHeading: true,
        isDone: !needs.some(({ field }) => field === this.#fieldOfBranch(branch)),
        state: texts.length === 0 ? '' : this.#work.words.nodes(texts.length),
        line: texts.length === 0 ? nothing : html`${firstWords(texts.slice(0, FIRST_NODES).join(' · '))}`,
        content: this.#renderBranch(branch),
      };
    });
  }

  /** What is written under a branch, in the order in which it is read. */
  #textsUnder(branch: MapBranch): string[] {
    const nodes = this.#work.rows.filter((row) => !isRemoved(row));
    const texts = inReadingOrder(nodes, [branch]).map(({ id }) => textOf(this.#work.host.answers, this.#work.textField(id)).trim());
    return texts.filter((text) => text !== '');
  }

  #fieldOfBranch({ id }: MapBranch): FieldId {
    return `${this.#work.tree.id}.${id}`;
  }

  #renderBranch(branch: MapBranch): TemplateResult {
    return html`<div class="branch">
      <p class="question">${branch.label}</p>
      ${this.#renderChildren(branch.id)}
      ${
        this.#work.host.readOnly
          ? nothing
          : html`<button
              type="button"
              data-field=${this.#fieldOfBranch(branch)}
              aria-disabled=${this.#work.isFull ? 'true' : 'false'}
              @click=${() => this.#work.add(branch.id)}
            >
              ${branch.add ?? this.#work.words.add(branch.shortLabel)}
            </button>`
      }
    </div>`;
  }

  /**
   * @param branches its steps, as they are drawn
   * @param foot what stands below it
   */
  render(branches: TemplateResult, foot: TemplateResult | typeof nothing): TemplateResult {
    const words = this.#work.words;
    return html`<div
      class="outline"
      data-field=${this.#work.tree.id}
      tabindex="-1"
      @keydown=${(event: KeyboardEvent) => this.#work.escape(event)}
      @keyup=${(event: KeyboardEvent) => this.#keyed(event)}
    >
      ${this.#work.host.readOnly ? nothing : html`<p class="help">${words.outlineHelp}</p>`} ${branches}
      <p class="told">${this.#work.told || (this.#work.isFull ? words.full(this.#work.tree.maximum) : '')}</p>
      ${this.#work.host.readOnly ? nothing : renderOutlineKeys(words, this.#hasKeys)} ${foot}
    </div>`;
  }
}
