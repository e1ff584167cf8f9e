import type { LeavingEvent, NotSaved, SaveOutcome, Turn } from '../../tracking/tracker.ts';
import { GAP_MS, type Pace } from './save-waits.ts';
import {
  hasRested,
  leftOpen,
  STOPPED,
  transition,
  wakeAt,
  type QueueEffect,
  type QueueEvent,
  type QueueState,
  type Step,
} from './save-queue-state.ts';

/** The outcome of a call. */
export interface CallOutcome {
  readonly outcome: SaveOutcome;
  /** When the call began, milliseconds since 1970: what was written after that is not part of it. */
  readonly asOf: number;
  /** When a failed save is tried again, if it is, milliseconds since 1970. */
  readonly retryAt?: number;
  /** Nothing comes after it: the session is closed. */
  readonly isLast: boolean;
}

/** What the queue calls. None of these throws or rejects. */
export interface SaveCalls {
  readonly save: (turn: Turn) => Promise<SaveOutcome>;
  /** Between two saves, without an outcome. */
  readonly set: (turn: Turn) => void;
  /** All of it before it returns, since the page may be gone after it; `closeNow` too. */
  readonly saveNow: (event: LeavingEvent) => Promise<SaveOutcome>;
  readonly closeNow: () => Promise<SaveOutcome>;
  /** Told each outcome, but not of a save whose turn was over, nor of one that is left to the close. */
  readonly told: (told: CallOutcome) => void;
  /** Given every outcome, whether it counts or not, before `told`. */
  readonly returned: (outcome: SaveOutcome) => void;
  /** What was set last and could not be sent is not sent any more. */
  readonly rested: () => void;
  readonly pace: () => Pace;
  /** As `Limits` says it. */
  readonly isLeftOpen: () => boolean;
  /** The LMS is not known to have all of it. */
  readonly isNews: () => boolean;
  /** The time of day, for what is told; waiting goes by a clock that nobody sets. */
  readonly now: () => number;
  readonly random: () => number;
}

/** A browser's timer takes a longer wait, which does not fit into 32 bits, for none at all (HTML standard, 8.7 Timers; 24.8 days). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Holds what goes to the LMS in order: nobody else saves, tries again or hurries. Drives `save-queue-state.ts`, with the times of
 * `save-waits.ts`: makes the calls, keeps the one timer, gives and takes turns. A save always begins in a timer, never in a click, in which
 * some LMSs only send a beacon.
 */
export class SaveQueue {
  readonly #calls: SaveCalls;
  #state: QueueState = STOPPED;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was told last as sent. */
  #sent: CallOutcome | undefined;
  #turn: { isOver: boolean } | undefined;

  constructor(calls: SaveCalls) {
    this.#calls = calls;
  }

  get isOpen(): boolean {
    return !this.isClosed && this.#state.is !== 'stopped';
  }

  get isClosed(): boolean {
    return this.#state.is === 'closed';
  }

  /** A save is due, after the one that was told last. */
  get isDue(): boolean {
    return this.#state.is === 'waiting';
  }

  /** As `save-queue-state.ts` says it. */
  get hasRested(): boolean {
    return hasRested(this.#look().state);
  }

  /** The same was sent, and sent again, and nothing was written since. */
  get isSentTwice(): boolean {
    return this.#state.is === 'idle' && (this.#state.sent ?? 0) >= 2;
  }

  /** The first save of a session, and all after it. */
  open(): void {
    this.#step({ type: 'opened', now: performance.now() });
  }

  changed(isPlace = false): void {
    this.#step({ type: 'changed', now: performance.now(), pace: this.#calls.pace(), isPlace });
  }

  /** An occasion on which to save, as `QueueEvent` says it. */
  notice(type: 'good-moment' | 'seen' | 'asked' | 'reconnected' | 'learner-here'): void {
    this.#step({ type, now: performance.now() });
  }

  /** The save that was told last as sent was not stored. */
  refuted(outcome: NotSaved): void {
    this.#step({ type: 'refuted', outcome, chance: this.#calls.random(), now: performance.now() }, this.#calls.now());
  }

  /** The page is hidden or leaves. What has to be done is done when this returns. */
  leaves(event: LeavingEvent): void {
    this.#step({ type: 'leaves', event, now: performance.now() });
  }

  /** Nothing is saved until it is opened again. */
  stop(): void {
    this.#step({ type: 'stopped', now: performance.now() });
  }

  /** The end. What has to be done is done when this returns. */
  close(): void {
    this.#step({ type: 'closed', now: performance.now() });
  }

  /** Before anything else: the computer may have slept. */
  #look(): Step {
    return this.#calls.isLeftOpen() ? leftOpen(this.#state, this.#calls.isNews()) : { state: this.#state, effects: [] };
  }

  #step(event: QueueEvent, asOf = 0): void {
    const looked = this.#look();
    const { state, effects } = transition(looked.state, event);
    this.#state = state;
    for (const effect of [...looked.effects, ...effects]) this.#execute(effect, asOf);
    // What is told last may have been answered by another step, which has set the timer already.
    if (this.#state === state) this.#setTimer();
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    const at = wakeAt(this.#state);
    if (at === undefined) return;
    const wait = Math.min(Math.max(0, at - performance.now()), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.#step({ type: 'timer', now: performance.now() }), wait);
  }

  #execute(effect: QueueEffect, asOf: number): void {
    const { set, save, saveNow, closeNow, told, rested, now } = this.#calls;
    switch (effect.do) {
      case 'end-turn':
        if (this.#turn) this.#turn.isOver = true;
        break;
      case 'set':
        return set(this.#takeTurn());
      case 'save':
        return this.#call(() => save(this.#takeTurn()));
      case 'save-now':
        return this.#call(() => saveNow(effect.event));
      case 'close-now':
        return this.#call(closeNow);
      case 'tell': {
        const { outcome, retryIn } = effect;
        const call = { outcome, asOf, isLast: this.isClosed, ...(retryIn === undefined ? {} : { retryAt: now() + retryIn }) };
        if (outcome.result === 'sent') this.#sent = call;
        return told(call);
      }
      case 'tell-sent':
        rested();
        if (this.#sent) told(this.#sent);
    }
  }

  #takeTurn(): Turn {
    if (this.#turn) this.#turn.isOver = true;
    const turn = {
      isOver: false,
      rest: async (): Promise<boolean> => {
        await new Promise((rested) => setTimeout(rested, GAP_MS));
        return !turn.isOver;
      },
    };
    this.#turn = turn;
    return turn;
  }

  #call(call: () => Promise<SaveOutcome>): void {
    const { returned, now, random } = this.#calls;
    const asOf = now();
    const number = this.#state.last;
    void call().then((outcome) => {
      returned(outcome);
      this.#step({ type: 'returned', call: number, outcome, chance: random(), now: performance.now() }, asOf);
    });
  }
}
