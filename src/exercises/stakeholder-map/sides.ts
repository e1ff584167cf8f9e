import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { AnswerEvent } from '../../course/answer-event.ts';
import { isAnswered, note, type Answers } from '../../course/answers.ts';
import { FOLDED } from '../shared/hidden-until-found.ts';
import type { Text } from '../../text/text.ts';

/** Where a map is written, and where it is looked at. */
export type Side = 'list' | 'picture';

/** What the sides need of their exercise. */
type Host = LitElement & { readonly answers: Answers; readonly readOnly: boolean; readonly text: Text };

const SIDES = ['list', 'picture'] as const satisfies readonly Side[];
/** A list of 480 pixels and a picture of 300 have room beside each other; in the letters' own size. */
const BESIDE_EM = 43.5;

/**
 * List and picture of a map: beside each other where there is room, and else one of them under two tabs, which is remembered. Without tabs, one
 * below the other, where the learner has asked for all at once or may only read. What is not shown stays in the document.
 */
export class Sides implements ReactiveController {
  readonly #host: Host;
  readonly #observer = new ResizeObserver(() => this.#resized());
  #isNarrow = false;
  /** What was shown last in this session, by a tab or by a way to a field. */
  #shown: Side | undefined;
  #wereTabs = false;
  /** Find in page has found something on the other side than the one in which she writes: both are there until she chooses. */
  #areBothFound = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    // What another browser remembers later folds nothing away here.
    this.#shown ??= this.shown;
    if (this.areTabs && !this.#wereTabs) this.#shown = this.#focused ?? this.#shown;
    this.#wereTabs = this.areTabs;
  }

  hostConnected(): void {
    // At once, so that it is drawn first for the width that it has.
    this.#resized();
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  get areBeside(): boolean {
    return !this.#isNarrow;
  }

  /** One of the two is hidden. */
  get areTabs(): boolean {
    return this.#isNarrow && !this.#host.readOnly && !isAnswered(this.#host.answers, note.allSteps);
  }

  get shown(): Side {
    return this.#shown ?? (isAnswered(this.#host.answers, note.mapShown) ? 'picture' : 'list');
  }

  /** Shows a side, without remembering it. */
  show(side: Side): void {
    if (this.shown === side && !this.#areBothFound) return;
    this.#shown = side;
    this.#areBothFound = false;
    this.#host.requestUpdate();
  }

  #find(side: Side): void {
    if (this.#focused === undefined || this.#focused === side) return this.show(side);
    this.#areBothFound = true;
    this.#host.requestUpdate();
  }

  /** Shows the side that an element stands in. */
  async reveal(element: Element): Promise<void> {
    const side = element.closest<HTMLElement>('[data-side]')?.dataset['side'] as Side | undefined;
    if (side === undefined || !this.areTabs || this.shown === side) return;
    this.show(side);
    await this.#host.updateComplete;
  }

  #resized(): void {
    const { offsetWidth } = this.#host;
    if (offsetWidth === 0) return;
    const isNarrow = offsetWidth < BESIDE_EM * Number.parseFloat(getComputedStyle(this.#host).fontSize);
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    this.#host.requestUpdate();
  }

  /** The side in which the focus is. A telephone that is turned, or steps that are shown one at a time again, leave the learner where she writes. */
  get #focused(): Side | undefined {
    return this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('[data-side]')?.dataset['side'] as Side | undefined;
  }

  #choose(side: Side): void {
    this.show(side);
    this.#host.dispatchEvent(new AnswerEvent({ [note.mapShown]: side === 'picture' ? 'yes' : '' }));
  }

  #key(event: KeyboardEvent): void {
    const other = this.shown === 'list' ? 'picture' : 'list';
    const to = { ArrowLeft: other, ArrowRight: other, Home: 'list', End: 'picture' }[event.key] as Side | undefined;
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (to !== this.shown) this.#choose(to);
    this.#host.renderRoot.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  }

  renderTabs(): TemplateResult | typeof nothing {
    if (!this.areTabs) return nothing;
    const { sides, sidesLabel } = this.#host.text.stakeholderMap;
    return html`<div class="tabs" role="tablist" aria-label=${sidesLabel} @keydown=${(event: KeyboardEvent) => this.#key(event)}>
      ${SIDES.map(
        (side) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${side}"
            aria-controls="side-${side}"
            aria-selected=${side === this.shown ? 'true' : 'false'}
            tabindex=${side === this.shown ? '0' : '-1'}
            @click=${() => this.#choose(side)}
          >
            ${sides[side]}
          </button>`,
      )}
    </div>`;
  }

  renderSide(side: Side, content: TemplateResult): TemplateResult {
    const isTab = this.areTabs;
    const isFolded = isTab && side !== this.shown && !this.#areBothFound;
    // What is folded has no role and no name: it would be told as a panel in which nothing is.
    return html`<section
      class="side ${side}"
      id="side-${side}"
      data-side=${side}
      role=${isTab && !isFolded ? 'tabpanel' : nothing}
      aria-labelledby=${isFolded ? nothing : isTab ? `tab-${side}` : `name-${side}`}
      hidden=${isFolded ? FOLDED : nothing}
      @beforematch=${() => this.#find(side)}
    >
      <h3 id="name-${side}">${this.#host.text.stakeholderMap.sides[side]}</h3>
      ${content}
    </section>`;
  }
}
