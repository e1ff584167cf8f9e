/** How long the page has been in sight, in milliseconds, by a clock that nobody sets (`performance.now()`). */
export class ActiveClock {
  #since: number | undefined;
  #counted = 0;

  get runs(): boolean {
    return this.#since !== undefined;
  }

  get elapsed(): number {
    return this.#counted + (this.#since === undefined ? 0 : performance.now() - this.#since);
  }

  /** Counts from now on; what a running count has not been stopped for is not counted. */
  start(): void {
    this.#since = performance.now();
  }

  stop(): void {
    this.#counted = this.elapsed;
    this.#since = undefined;
  }
}
