/** Does what nobody waits for when no more has been asked for a while, so that it keeps nobody waiting. How long files settle before a build: `dev-site.ts`. */

/** A page that loads again has shown the change by then. Milliseconds. */
const QUIET = 2_000;

export class WhenQuiet {
  #timer: NodeJS.Timeout | undefined;

  /** @param task takes the place of one that has not begun; what it throws is its own matter */
  ask(task: () => void): void {
    this.end();
    this.#timer = setTimeout(task, QUIET);
  }

  /** What has not begun is not done. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
