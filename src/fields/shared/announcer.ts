import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/**
 * Words for a screen reader, sent up from whatever has something to tell to the one live region above it. A page of fields with a region
 * each would be dozens of them. Bubbles and leaves shadow roots; an exercise says what is said in it, and stops the event.
 */
export class SayEvent extends Event {
  static readonly type = 'aspa-say';

  constructor(readonly words: string) {
    super(SayEvent.type, { bubbles: true, composed: true });
  }
}

/** Tells things to a screen reader politely, the same sentence twice in a row too. The host renders `render()` once, for good. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #message = '';
  #again = false;
  /** Something waits to be drawn: what is said meanwhile is said after it, not in its place. */
  #isWaiting = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#isWaiting = false;
  }

  say(message: string): void {
    if (message === '') return;
    const words = this.#isWaiting ? `${this.#message} ${message}` : message;
    this.#again = words === this.#message && !this.#again;
    this.#message = words;
    this.#isWaiting = true;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    // A no-break space makes the same sentence another text, which is what a live region hears.
    return html`<div class="unseen" role="status" aria-live="polite">${this.#message}${this.#again ? '\u00a0' : ''}</div>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'aspa-say': SayEvent;
  }
}
