import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Answers } from '../../course/answers.ts';
import type { Text } from '../../text/text.ts';
import { AfterPause } from '../../fields/shared/say-after-pause.ts';
import { SayEvent } from '../../fields/shared/announcer.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import type { StakeholderMap } from './definition.ts';
import { drawnMap, laidOutMap } from './map-drawing.ts';
import type { MapLayout } from './map-layout.ts';
import { mapWindowStyles } from './map-window-styles.ts';
import { onTextChange } from '../shared/picture-text.ts';
import { PictureError, savePicture } from '../shared/save-picture.ts';

/** A node of the drawn map was pressed. Bubbles, and stays in the exercise. */
export class NodeEvent extends Event {
  static readonly type = 'aspa-map-node';

  constructor(readonly node: string) {
    super(NodeEvent.type, { bubbles: true });
  }
}

const SMALLEST = 0.05;
const LARGEST = 2.5;
/** Below this a map's words are hard to read: one that has no room in its window is then shown in part until the learner asks for the whole. */
const READABLE = 0.8;
const STEP = 1.25;
/** The picture follows what is typed when the typing rests for so long, in milliseconds: the keys themselves are painted sooner then. */
const DRAWN_AFTER_MS = 400;

/**
 * The window through which a map is looked at. It scrolls as the page does, by finger, wheel, keys and by dragging; zooms by
 * buttons, keys, pinching, and the wheel with Ctrl.
 *
 * @fires NodeEvent when a node is pressed
 */
@customElement('aspa-map-window')
export class MapWindow extends LitElement {
  static override readonly styles = [exerciseStyles, mapWindowStyles];

  @query('.view') private readonly view!: HTMLElement;
  @query('svg.map-picture') private readonly picture!: SVGSVGElement;
  /** A scale that the learner has chosen, or one that follows the map. */
  @state() private zoom: number | 'readable' | 'whole' = 'readable';
  @state() private failed = false;
  #room = { width: 640, height: 480 };
  #layout!: MapLayout;
  #scale = 1;
  /** Where on the map to stay while zooming: a place in the window, and what of the map was there. */
  #anchor: { readonly x: number; readonly y: number; readonly mapX: number; readonly mapY: number } | undefined;
  #drag: { readonly x: number; readonly y: number; readonly left: number; readonly top: number; moved: boolean } | undefined;
  /** The click that follows is the end of a drag, and means nothing. */
  #dragEnded = false;
  #pinch: { readonly distance: number; readonly scale: number } | undefined;
  #ignoreText: (() => void) | undefined;
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** The learner has zoomed, and is told how far. A map that grows while she writes tells nothing. */
  #zoomed = false;
  readonly #scaleSaid = new AfterPause(this);
  readonly #observer = new ResizeObserver(() => this.#measure());

  @property({ attribute: false }) exercise!: StakeholderMap;
  @property({ attribute: false }) answers: Answers = new Map();
  @property({ attribute: false }) text!: Text;
  /** The node that is written to at the moment; kept in sight. */
  @property() current: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#ignoreText?.();
    clearTimeout(this.#drawing);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ignoreText = onTextChange(() => this.requestUpdate());
    if (this.hasUpdated) this.#observer.observe(this.view);
  }

  /** Words alone wait for a rest; with a new node the current one changes too, and it is drawn at once. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    clearTimeout(this.#drawing);
    if (!this.hasUpdated || changed.size !== 1 || !changed.has('answers')) return true;
    this.#drawing = setTimeout(() => this.requestUpdate(), DRAWN_AFTER_MS);
    return false;
  }

  protected override willUpdate(): void {
    this.#layout = laidOutMap(this.exercise, this.answers, this.#room.width);
    this.#scale = this.#scaleFor(this.#layout);
  }

  protected override firstUpdated(): void {
    // Nothing is said of the scale that the map opens in; of the first zoom all the same.
    this.#scaleSaid.say('');
    this.#observer.observe(this.view);
    // Before the first paint: the map is laid out for the width that it has.
    if (this.#measured()) this.requestUpdate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#zoomed) this.#scaleSaid.say(this.#scaleInWords);
    this.#zoomed = false;
    if (this.#anchor) {
      const { x, y, mapX, mapY } = this.#anchor;
      const { left, top, scale } = this.#drawn;
      this.view.scrollBy(left + mapX * scale - x, top + mapY * scale - y);
      this.#anchor = undefined;
    } else if (changed.has('current') && this.current !== undefined) this.#show(this.current);
  }

  /** @returns whether the window has another size than before */
  #measured(): boolean {
    const { clientWidth } = this.view;
    const height = Number.parseFloat(getComputedStyle(this.view).maxHeight) || this.#room.height;
    if (clientWidth === 0 || (clientWidth === this.#room.width && height === this.#room.height)) return false;
    this.#room = { width: clientWidth, height };
    return true;
  }

  #measure(): void {
    if (this.#measured()) requestAnimationFrame(() => this.requestUpdate());
  }

  #scaleFor({ width, height }: MapLayout): number {
    if (typeof this.zoom === 'number') return this.zoom;
    const asWide = Math.min(1, this.#room.width / width);
    const whole = Math.max(SMALLEST, Math.min(asWide, this.#room.height / height));
    return this.zoom === 'whole' || whole >= READABLE ? whole : Math.max(READABLE, asWide);
  }

  /** Scrolls the window, and never the page, so far that a node is seen. */
  #show(node: string): void {
    const target = this.renderRoot.querySelector(`[data-node="${CSS.escape(node)}"]`)?.getBoundingClientRect();
    if (!target) return;
    const window = this.view.getBoundingClientRect();
    const past = (start: number, end: number, from: number, to: number): number =>
      start < from + 24 ? start - from - 24 : end > to - 24 ? end - to + 24 : 0;
    this.view.scrollBy(
      past(target.left, target.right, window.left, window.right),
      past(target.top, target.bottom, window.top, window.bottom),
    );
  }

  /** Where in the window the picture begins, and its scale. */
  get #drawn(): { readonly left: number; readonly top: number; readonly scale: number } {
    const window = this.view.getBoundingClientRect();
    const { left, top, width } = this.picture.getBoundingClientRect();
    return { left: left - window.left, top: top - window.top, scale: width / this.picture.viewBox.baseVal.width || 1 };
  }

  /** @param x in the window, in pixels from its left edge; its middle where none is given */
  #zoomTo(scale: number, x = this.#room.width / 2, y = this.#room.height / 2): void {
    const { left, top, scale: drawn } = this.#drawn;
    this.#anchor = { x, y, mapX: (x - left) / drawn, mapY: (y - top) / drawn };
    this.zoom = Math.min(LARGEST, Math.max(SMALLEST, scale));
    // Repeated presses add up before the next drawing.
    this.#scale = this.zoom;
    this.#zoomed = true;
  }

  #zoomBy(factor: number): void {
    this.#zoomTo(this.#scale * factor);
  }

  #showWhole(): void {
    this.zoom = 'whole';
    this.#zoomed = true;
  }

  get #scaleInWords(): string {
    return this.text.stakeholderMap.scale(Math.round(this.#scale * 100));
  }

  readonly #wheel = {
    passive: false,
    handleEvent: (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const window = this.view.getBoundingClientRect();
      this.#zoomTo(this.#scale * Math.exp(-event.deltaY / 300), event.clientX - window.left, event.clientY - window.top);
    },
  };

  readonly #touch = {
    passive: false,
    handleEvent: (event: TouchEvent): void => {
      const [first, second] = event.touches;
      if (!first || !second) {
        this.#pinch = undefined;
        return;
      }
      event.preventDefault();
      const distance = Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY);
      this.#pinch ??= { distance, scale: this.#scale };
      const window = this.view.getBoundingClientRect();
      this.#zoomTo(
        (this.#pinch.scale * distance) / this.#pinch.distance,
        (first.clientX + second.clientX) / 2 - window.left,
        (first.clientY + second.clientY) / 2 - window.top,
      );
    },
  };

  #pressed(event: PointerEvent): void {
    this.#dragEnded = false;
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    const { scrollLeft, scrollTop } = this.view;
    this.#drag = { x: event.clientX, y: event.clientY, left: scrollLeft, top: scrollTop, moved: false };
  }

  #dragged(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) < 4) return;
    if (!drag.moved) this.view.setPointerCapture(event.pointerId);
    drag.moved = true;
    this.view.classList.add('dragged');
    this.view.scrollTo(drag.left - dx, drag.top - dy);
  }

  #released(): void {
    this.view.classList.remove('dragged');
    this.#dragEnded = this.#drag?.moved ?? false;
    this.#drag = undefined;
  }

  #clicked(event: Event): void {
    const node = (event.target as Element).closest<SVGElement>('[data-node]')?.dataset['node'];
    if (!this.#dragEnded && node !== undefined) this.dispatchEvent(new NodeEvent(node));
    this.#dragEnded = false;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+') this.#zoomBy(STEP);
    else if (event.key === '-') this.#zoomBy(1 / STEP);
    else if (event.key === '0') this.#showWhole();
    else return;
    event.preventDefault();
  }

  async #save(kind: 'svg' | 'png'): Promise<void> {
    this.failed = false;
    this.requestUpdate();
    await this.updateComplete;
    try {
      await savePicture(this.picture, this.text.stakeholderMap.fileName, kind);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      console.warn(error);
      this.failed = true;
      this.dispatchEvent(new SayEvent(this.text.stakeholderMap.notSaved));
    }
  }

  #renderTools(): TemplateResult {
    const words = this.text.stakeholderMap;
    return html`<div class="tools">
      <button class="step" type="button" aria-label=${words.zoomOut} title=${words.zoomOut} @click=${() => this.#zoomBy(1 / STEP)}>
        −
      </button>
      <span class="scale">${this.#scaleInWords}</span>
      <button class="step" type="button" aria-label=${words.zoomIn} title=${words.zoomIn} @click=${() => this.#zoomBy(STEP)}>+</button>
      <button class="quiet" type="button" @click=${this.#showWhole}>${words.fit}</button>
    </div>`;
  }

  #renderSaves(): TemplateResult {
    const words = this.text.stakeholderMap;
    return html`<div class="saves">
        <button class="quiet" type="button" @click=${() => this.#save('png')}>${words.savePng}</button>
        <button class="quiet" type="button" @click=${() => this.#save('svg')}>${words.saveSvg}</button>
      </div>
      ${this.failed ? html`<p>${words.notSaved}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const { exercise, text, current } = this;
    const look = { scale: this.#scale, ...(current === undefined ? {} : { current }) };
    return html`<div class="frame">
        ${this.#renderTools()}
        <div
          class="view"
          role="group"
          tabindex="0"
          aria-label=${text.stakeholderMap.view}
          @wheel=${this.#wheel}
          @touchstart=${this.#touch}
          @touchmove=${this.#touch}
          @touchend=${this.#touch}
          @touchcancel=${this.#touch}
          @pointerdown=${this.#pressed}
          @pointermove=${this.#dragged}
          @pointerup=${this.#released}
          @pointercancel=${this.#released}
          @click=${this.#clicked}
          @keydown=${this.#key}
        >
          ${drawnMap(exercise, this.#layout, text, look)}
        </div>
      </div>
      ${this.#renderSaves()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-map-window': MapWindow;
  }
}
