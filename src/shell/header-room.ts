import type { ReactiveController, ReactiveElement } from 'lit';

/** Some air between the header and what is scrolled to, in pixels. */
const AIR = 24;

/** Keeps what is scrolled to, and what gets the focus, clear of a header that grows when it has something to tell. */
export class HeaderRoom implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #observer = new ResizeObserver(() => this.#measure());
  #header: HTMLElement | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const header = this.#host.renderRoot.querySelector<HTMLElement>('.top');
    if (header === this.#header) return;
    this.hostDisconnected();
    this.#header = header;
    if (header) this.#observer.observe(header);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#header = null;
    document.documentElement.style.removeProperty('scroll-padding-top');
  }

  #measure(): void {
    const { position, height } = this.#header ? getComputedStyle(this.#header) : { position: '', height: '' };
    const covered = position === 'sticky' ? Number.parseFloat(height) : 0;
    document.documentElement.style.setProperty('scroll-padding-top', `${String(covered + AIR)}px`);
  }
}
