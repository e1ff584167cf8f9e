import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { SayEvent } from './announcer.ts';

/** So long nothing must change until it is said, in milliseconds. */
const PAUSE = 1000;

/**
 * Words that change at each key are said when the typing pauses: a screen reader would else say them over each other and over what is typed.
 * What the page shows beside it changes at once, and is in no live region.
 */
export class AfterPause implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: string | undefined;

  constructor(host: ReactiveControllerHost & EventTarget) {
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
    if (!isFirst && words !== '') this.#timer = setTimeout(() => this.#host.dispatchEvent(new SayEvent(words)), PAUSE);
  }
}
