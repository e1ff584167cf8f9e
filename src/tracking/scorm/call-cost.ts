/** A call of the LMS that takes longer is a request that the page waits for (Sakai: 20 ms): then calls are counted. */
const COSTLY_MS = 15;
/** So long such calls may hold the page up in one save. */
const MOST_BLOCKED_MS = 300;
/** A facade may send each call on as a message, and drop in silence what is more than a hundred in a second (scorm-again 3.4.3, CrossFrameLMS, run). */
const FACADE_MS = 40;

/** What a call of the LMS costs, as it was measured since the launch. */
export class CallCost {
  readonly #now: () => number;
  readonly #least: number;
  #calls = 0;
  /** Milliseconds. */
  #quickest = Infinity;

  /** @param now milliseconds of a clock that nobody sets */
  constructor(now: () => number, isFacade: boolean) {
    this.#now = now;
    this.#least = isFacade ? FACADE_MS : 0;
  }

  /** Each call holds the page up. */
  get isCostly(): boolean {
    return this.#quickest > COSTLY_MS && this.#quickest < Infinity;
  }

  /** Tells, each time it is asked, whether there is time for more in this save: always, where calls cost nothing. */
  budget(): () => boolean {
    const before = this.#calls;
    return () => !this.isCostly || (this.#calls - before) * this.#quickest < MOST_BLOCKED_MS;
  }

  timed<T>(call: () => T): T {
    const began = this.#now();
    const result = call();
    this.#calls += 1;
    this.#quickest = Math.min(this.#quickest, Math.max(this.#least, this.#now() - began));
    return result;
  }
}
