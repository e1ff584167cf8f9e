import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Steps of 1 %: in a frame of Moodle's height the figure is then wrong by at most 7 pixels until it is measured anew. */
const STEPS = Array.from({ length: 101 }, (_, step) => step / 100);

/** The course as the host draws it, below which `.window` covers the whole window of the course. */
type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * The part of the course's own window that can be seen. An LMS shows the course in a frame that often reaches below the edge of the screen;
 * the window's height does not tell, but an intersection observer knows of the pages around, those of another host too.
 */
export class SeenPart implements ReactiveController {
  readonly #host: Host;
  readonly #changed: (part: { readonly top: number; readonly height: number } | undefined) => void;
  readonly #observer = new IntersectionObserver((entries) => this.#measured(entries.at(-1)), { threshold: STEPS });
  #window: Element | null = null;

  /** @param changed gets the part in pixels of the course's window; undefined where all of it is seen */
  constructor(host: Host, changed: (part: { readonly top: number; readonly height: number } | undefined) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('resize', this.measure);
  }

  hostUpdated(): void {
    if (this.#window) return;
    this.#window = this.#host.renderRoot.querySelector('.window');
    this.measure();
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.measure);
    this.#observer.disconnect();
    this.#window = null;
  }

  /** Measures in the next frame: an observer that begins anew always tells what it sees. */
  readonly measure = (): void => {
    if (!this.#window) return;
    this.#observer.unobserve(this.#window);
    this.#observer.observe(this.#window);
  };

  #measured(entry: IntersectionObserverEntry | undefined): void {
    if (!entry) return;
    const { top, height } = entry.intersectionRect;
    // A frame that is out of sight altogether is not looked at by anybody.
    this.#changed(entry.intersectionRatio > 0.995 || height === 0 ? undefined : { top, height });
  }
}
