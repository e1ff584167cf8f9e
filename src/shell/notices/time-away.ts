import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** So long without a sign of her she may have gone on elsewhere, in milliseconds. */
const LONG_MS = 15 * 60_000;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focusin'] as const;

/** Whether the learner has come back to the page after a long time without a sign of her: by the clock of the day, since a computer may have slept. */
export class TimeAway implements ReactiveController {
  /** Until it is put away. */
  wasLong = false;
  #seenAt = 0;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#seenAt = Date.now();
    for (const sign of SIGNS) window.addEventListener(sign, this.#seen, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    for (const sign of SIGNS) window.removeEventListener(sign, this.#seen, { capture: true });
  }

  putAway(): void {
    this.wasLong = false;
    this.#host.requestUpdate();
  }

  readonly #seen = (): void => {
    const now = Date.now();
    const isLong = now - this.#seenAt >= LONG_MS;
    this.#seenAt = now;
    if (!isLong || this.wasLong) return;
    this.wasLong = true;
    this.#host.requestUpdate();
  };
}
