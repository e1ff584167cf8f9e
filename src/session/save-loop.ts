/**
 * When to save: at pauses, when a field is left, and again after a failure. Never inside a click, never two at once, never
 * two within a second (LMSs run them side by side and let the older win), never on a fast timer (a commit freezes the page
 * for as long as its server hangs).
 */
import type { LeavingEvent, SaveOutcome, Turn } from '../tracking/tracker.ts';

/** Typing has rested for so long. */
const PAUSE_MS = 2_500;
/** Saved in the middle of typing after so long at the latest. */
const LONGEST_WAIT_MS = 15_000;
/** The same where this browser keeps no copy. */
const LONGEST_WAIT_WITHOUT_COPY_MS = 4_000;
/** Between two saves. */
const SHORTEST_GAP_MS = 1_000;
const SOON_MS = 200;
/** Without receipts the state is sent again so often even when unchanged: an earlier batch may have been dropped in silence. */
const RESEND_MS = 60_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

export interface SaveLoopOptions {
  /** Never rejects. */
  readonly save: (turn: Turn) => Promise<SaveOutcome>;
  /** The same before it returns, since the page may be gone after it. */
  readonly saveNow: (event: LeavingEvent) => Promise<SaveOutcome>;
  /** Told before each save, and with each outcome; `retryAt` where a failed one is tried again; `asOf`: when the save began. */
  readonly onSaving: () => void;
  readonly onOutcome: (outcome: SaveOutcome, retryAt: number | undefined, asOf: number) => void;
  /** The time of day, for what is told; waiting goes by a clock that nobody sets. */
  readonly now: () => number;
  readonly random: () => number;
}

export class SaveLoop {
  readonly #options: SaveLoopOptions;
  /** Whether this browser keeps a copy between two saves. */
  hasLocalCopy = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Infinity;
  #waitingSince: number | undefined;
  /** Saves under way: one, and another when the page is hidden or leaves meanwhile. */
  #saving = 0;
  #failures = 0;
  #lastSaveAt = -Infinity;
  #stopped = false;
  #turn: { isOver: boolean } | undefined;

  constructor(options: SaveLoopOptions) {
    this.#options = options;
  }

  /** Something was written. After a failure the retry stands, and comes no sooner by typing on. */
  changed(): void {
    const now = performance.now();
    this.#waitingSince ??= now;
    const latest = this.#waitingSince + (this.hasLocalCopy ? LONGEST_WAIT_MS : LONGEST_WAIT_WITHOUT_COPY_MS);
    if (this.#failures === 0) this.#schedule(Math.min(now + PAUSE_MS, latest), 'replace');
  }

  /** A good moment: a field was left, a chapter changed. */
  soon(): void {
    if (this.#failures === 0) this.#schedule(performance.now() + SOON_MS);
  }

  /** The connection is back, or the page is in sight again: a waiting retry is made at once. */
  retryNow(): void {
    if (this.#failures > 0) this.#schedule(performance.now());
  }

  /** A save outside the loop: the page is hidden or leaves, and what has to be done must be done before this returns. */
  at(event: LeavingEvent): void {
    if (this.#stopped) return;
    if (event === 'hidden' && performance.now() - this.#lastSaveAt < SHORTEST_GAP_MS)
      return this.#schedule(this.#lastSaveAt + SHORTEST_GAP_MS);
    this.#endTurn();
    void this.#save(() => this.#options.saveNow(event));
  }

  /** The first save of a session. */
  launch(): Promise<void> {
    this.#stopped = false;
    return this.#saveInTurn();
  }

  /** The last save before a goodbye for which there is time. */
  last(): Promise<SaveOutcome> {
    return this.#options.save(this.#takeTurn());
  }

  /** Nothing is saved until the next `launch`. */
  stop(): void {
    this.#stopped = true;
    this.#endTurn();
    clearTimeout(this.#timer);
  }

  #schedule(at: number, mode: 'earlier' | 'replace' = 'earlier'): void {
    if (this.#stopped) return;
    const due = Math.max(at, this.#lastSaveAt + SHORTEST_GAP_MS);
    if (mode === 'earlier' && due >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = due;
    this.#timer = setTimeout(() => this.#due(), Math.max(0, due - performance.now()));
  }

  #due(): void {
    this.#dueAt = Infinity;
    if (this.#saving > 0) return this.#schedule(performance.now() + SHORTEST_GAP_MS);
    void this.#saveInTurn();
  }

  #saveInTurn(): Promise<void> {
    const turn = this.#takeTurn();
    return this.#save(() => this.#options.save(turn));
  }

  #takeTurn(): Turn {
    this.#endTurn();
    const turn = {
      isOver: false,
      rest: async (): Promise<boolean> => {
        await new Promise((rested) => setTimeout(rested, SHORTEST_GAP_MS));
        return !turn.isOver;
      },
    };
    this.#turn = turn;
    return turn;
  }

  #endTurn(): void {
    if (this.#turn) this.#turn.isOver = true;
    this.#turn = undefined;
  }

  async #save(save: () => Promise<SaveOutcome>): Promise<void> {
    clearTimeout(this.#timer);
    this.#dueAt = Infinity;
    this.#waitingSince = undefined;
    this.#saving += 1;
    const asOf = this.#options.now();
    const began = (this.#lastSaveAt = performance.now());
    this.#options.onSaving();
    const outcome = await save();
    this.#saving -= 1;
    this.#lastSaveAt = Math.max(this.#lastSaveAt, performance.now() - SHORTEST_GAP_MS / 2);
    this.#options.onOutcome(outcome, this.#planNext(outcome, performance.now() - began), asOf);
  }

  /** @param took how long the save took: where its server hangs, the page was frozen for so long */
  #planNext(outcome: SaveOutcome, took: number): number | undefined {
    const now = performance.now();
    if (outcome.result !== 'not-saved') {
      this.#failures = 0;
      if (this.#waitingSince !== undefined) this.#schedule(now + PAUSE_MS);
      else if (outcome.result === 'sent') this.#schedule(now + RESEND_MS);
      if (outcome.dueIn !== undefined) this.#schedule(now + outcome.dueIn);
      return undefined;
    }
    if (!outcome.retry) {
      // Trying the same again cannot help; what is written next may.
      this.#failures = 0;
      if (this.#waitingSince !== undefined) this.#schedule(now + PAUSE_MS);
      return undefined;
    }
    const pause = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures) * (0.75 + this.#options.random() / 2);
    const wait = Math.max(pause, took, outcome.retryAfter ?? 0);
    this.#failures += 1;
    this.#schedule(now + wait, 'replace');
    return this.#options.now() + wait;
  }
}
