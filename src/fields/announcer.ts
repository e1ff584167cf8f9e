import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Tells things to a screen reader politely, the same sentence twice in a row too. The host renders `render()` once, for good. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #message = '';
  #again = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  say(message: string): void {
    if (message === '') return;
    this.#again = message === this.#message && !this.#again;
    this.#message = message;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    // A no-break space makes the same sentence another text, which is what a live region hears.
    return html`<div class="unseen" role="status" aria-live="polite">${this.#message}${this.#again ? '\u00a0' : ''}</div>`;
  }
}
