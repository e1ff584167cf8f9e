/**
 * How much time has passed, in milliseconds, though the computer slept or its clock was set: `performance.now()` stands still during sleep
 * (Chrome on macOS, Linux and Android, w3c/hr-time#115), and the time of day can be set back. The longer of both counts: that what was read is
 * old costs a request, that it is new may cost another browser's words.
 */
export class PassedTime {
  readonly #now: () => number;
  #began: { readonly page: number; readonly day: number } | undefined;

  /** @param now the time of day, milliseconds since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts from now on. */
  begin(): void {
    this.#began = { page: performance.now(), day: this.#now() };
  }

  /** Counts from when the other began. */
  beginWith(other: PassedTime): void {
    this.#began = other.#began;
  }

  forget(): void {
    this.#began = undefined;
  }

  /** Infinity where it never began. */
  get passed(): number {
    return this.#began ? Math.max(performance.now() - this.#began.page, this.#now() - this.#began.day) : Infinity;
  }
}
