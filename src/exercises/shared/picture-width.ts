import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onTextChange } from './picture-text.ts';

/** The room that a drawn picture has, and a redraw when it changes, when a font has arrived, or when the text is spaced otherwise. */
export class PictureWidth implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #place: () => HTMLElement | null;
  #observer: ResizeObserver | undefined;
  #ignoreText: (() => void) | undefined;
  #observed: HTMLElement | null = null;
  /** In pixels. */
  value = 640;

  constructor(host: ReactiveControllerHost, place: () => HTMLElement | null) {
    this.#host = host;
    this.#place = place;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === 0 || width === this.value) return;
      this.value = width;
      // In the next frame: a picture that changes its height while being observed would be told in a loop.
      requestAnimationFrame(() => this.#host.requestUpdate());
    });
    this.#observed = null;
    this.#ignoreText = onTextChange(() => this.#host.requestUpdate());
  }

  hostUpdated(): void {
    const place = this.#place();
    if (!place || place === this.#observed) return;
    this.#observer?.disconnect();
    this.#observer?.observe(place);
    this.#observed = place;
  }

  hostDisconnected(): void {
    this.#ignoreText?.();
    this.#observer?.disconnect();
  }
}
