import type { ReactiveControllerHost } from 'lit';

/** A page that is not shown is never painted, ms. */
const PATIENCE = 500;

/** Resolves once what is drawn now has been painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE);
  });
}

/** Draws its host twice: first what is seen at once, and the rest when that has been painted (`docs/decisions/second-draw.md`). */
export class SecondDraw {
  /** The rest is to be drawn too. */
  isDue = false;
  /** All is drawn. */
  readonly done: Promise<unknown>;

  constructor(host: ReactiveControllerHost) {
    this.done = painted().then(() => {
      this.isDue = true;
      host.requestUpdate();
      return host.updateComplete;
    });
  }
}
