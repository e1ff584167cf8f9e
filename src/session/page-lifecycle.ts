import type { Leaving } from './leaving.ts';
import type { Saving } from './saving/saving.ts';

/** What a session does at what its page goes through (`page-events.ts`). What must happen has happened when these return. */
export class PageLifecycle {
  readonly #saving: Saving;
  readonly #leaving: Leaving;

  constructor(saving: Saving, leaving: Leaving) {
    this.#saving = saving;
    this.#leaving = leaving;
  }

  resume(): void {
    this.#saving.resume();
  }

  reconnect(): void {
    this.#saving.reconnect();
  }

  /** The window has the focus again, or she presses or writes something. */
  learnerIsHere(): void {
    this.#saving.learnerIsHere();
  }

  hide(): void {
    this.#saving.hide();
  }

  /** `beforeunload`: what ILIAS hears last. Never prompts. */
  leave(): void {
    this.#saving.leave();
  }

  /** Soon behind `beforeunload`: a link was followed, say, and the next page has not come. */
  linger(): void {
    this.#saving.linger();
  }

  /** `pagehide`: the end. */
  end(): void {
    this.#leaving.end();
  }
}
