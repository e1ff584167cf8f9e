import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** So long nothing must change until it is said, in milliseconds. */
const PAUSE = 1000;

/**
 * Words for a live region that would else be said at each key, over each other and over what is typed: they are said when the typing pauses.
 * What changes at each key is shown beside it, hidden from a screen reader.
 */
export class AfterPause implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: string | undefined;
  /** What stands in the live region. */
  words = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** The first words ever are there when the page is drawn, and are said to nobody who has not come to them. */
  say(words: string): void {
    if (words === this.#next) return;
    const isFirst = this.#next === undefined;
    this.#next = words;
    clearTimeout(this.#timer);
    if (isFirst) this.#put();
    else this.#timer = setTimeout(() => this.#put(), PAUSE);
  }

  #put(): void {
    this.words = this.#next ?? '';
    this.#host.requestUpdate();
  }
}
