import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLeftOpenSince, thisMoment } from '../../tracking/left-open.ts';

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focusin'] as const;

/** Whether the learner has come back to the page after so long without a sign of her that she may have gone on elsewhere. */
export class TimeAway implements ReactiveController {
  /** Until it is put away. */
  wasLong = false;
  #seen = thisMoment();
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#seen = thisMoment();
    for (const sign of SIGNS) window.addEventListener(sign, this.#sign, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    for (const sign of SIGNS) window.removeEventListener(sign, this.#sign, { capture: true });
  }

  putAway(): void {
    this.wasLong = false;
    this.#host.requestUpdate();
  }

  readonly #sign = (): void => {
    const isLong = isLeftOpenSince(this.#seen);
    this.#seen = thisMoment();
    if (!isLong || this.wasLong) return;
    this.wasLong = true;
    this.#host.requestUpdate();
  };
}
