import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { wideWindow } from '../../theme/window-width.ts';

/** Whether the course's window is wide; draws the host anew where that changes. */
export class WideWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #query = matchMedia(wideWindow.cssText);

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get matches(): boolean {
    return this.#query.matches;
  }

  hostConnected(): void {
    this.#query.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#query.removeEventListener('change', this.#changed);
  }

  readonly #changed = (): void => this.#host.requestUpdate();
}
