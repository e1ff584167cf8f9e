/** An LMS's server in memory, with the habits of one profile and a schedule of faults. */
import { handOver } from '../scorm/hand-over.ts';
import { keepAttempt } from '../scorm/keep-attempt.ts';
import type { LmsHabits } from '../lms-profile.ts';
import {
  emptyAttempt,
  type DeviceStore,
  type LaunchAnswer,
  type LaunchRequest,
  type LmsServer,
  type ServerAnswer,
  type StoredAttempt,
  type StoreRequest,
} from '../lms-server.ts';
import { systemClock, type Clock } from '../scorm/clock.ts';
import type { Fault } from '../fault.ts';
import type { FaultWindow } from './seeded-faults.ts';
import { seededRandom, type Random } from './random.ts';

export interface FaultyServerOptions {
  readonly habits: LmsHabits;
  readonly clock?: Clock;
  readonly faults?: readonly FaultWindow[];
  /** Where asynchronous answers' delays and torn places come from. */
  readonly seed?: number;
  /** A synchronous request hangs: the page stands still for so many milliseconds. */
  readonly onFreeze?: (milliseconds: number) => void;
  /** What the LMS holds, where several computers reach it: each has a network and a login of its own. */
  readonly attempts?: Map<string, StoredAttempt>;
}

/** Every request that reached or missed the server. */
export interface ServerLog {
  readonly at: number;
  readonly transport: 'launch' | 'synchronous' | 'asynchronous' | 'beacon';
  readonly result: string;
  readonly values: number;
}

/** How long the browser waits for a server that hangs. */
const hangTime = 25_000;
/** How long the answer to a request without a valid session is under way, milliseconds (Moodle 4.5.6, run: 130 to 250). */
const ANSWER_TIME = 200;

export class FaultyServer implements LmsServer {
  /** A fault that holds until it is set to undefined, whatever the schedule says. */
  fault: Fault | undefined;
  /** Milliseconds that a request takes longer whose answer nobody waits for. */
  slowness = 0;
  readonly log: ServerLog[] = [];
  /** Comes once, while the page waits for the answer to a synchronous request. */
  onWaiting: (() => void) | undefined;
  readonly device: DeviceStore;
  readonly #habits: LmsHabits;
  readonly #clock: Clock;
  readonly #windows: readonly FaultWindow[];
  readonly #random: Random;
  readonly #onFreeze: (milliseconds: number) => void;
  readonly #attempts: Map<string, StoredAttempt>;
  readonly #onDevice = new Map<string, Readonly<Record<string, string>>>();
  #loggedIn = true;
  #launchedAt = -Infinity;
  /** When the last request of a page that goes arrives. */
  #lastOfLeaving = -Infinity;
  /** In another tab. */
  #logins = 0;
  /** Without a session. */
  #askedLast: string | undefined;
  /** Whose launch was the last: who is logged in. */
  #lastAttempt: string | undefined;

  constructor({ habits, clock = systemClock, faults = [], seed = 1, onFreeze = () => {}, attempts = new Map() }: FaultyServerOptions) {
    this.#habits = habits;
    this.#attempts = attempts;
    this.#clock = clock;
    this.#windows = faults;
    this.#random = seededRandom(seed);
    this.#onFreeze = onFreeze;
    this.device = {
      read: (attempt) => this.#onDevice.get(attempt),
      write: (attempt, values) => {
        if (values) this.#onDevice.set(attempt, values);
        else this.#onDevice.delete(attempt);
      },
    };
  }

  /** What the LMS holds; empty where nothing was ever stored. */
  stored(attempt: string): StoredAttempt {
    return this.#attempts.get(attempt) ?? emptyAttempt;
  }

  /** Puts an attempt there as if it had been stored earlier. */
  put(attempt: string, stored: StoredAttempt): void {
    this.#attempts.set(attempt, stored);
  }

  /** The fault of this moment. */
  faultNow(): Fault | undefined {
    if (this.fault) return this.fault;
    const now = this.#clock.now();
    const window = this.#windows.find(({ from, to }) => from <= now && now < to);
    // Logging in again ends an expired session, however long the schedule goes on about it.
    return window?.fault === 'session-expired' && window.from <= this.#launchedAt ? undefined : window?.fault;
  }

  /**
   * The learner logs in in another tab. A tab that was told that its session has ended is launched anew before it saves.
   * @returns the page to which that leads her; undefined where it is one of the LMS's own
   */
  logIn(): string | undefined {
    const led = this.#habits.sending.leadsToLastAsked ? this.#askedLast : undefined;
    this.#askedLast = undefined;
    this.#logins += 1;
    if (this.fault === 'session-expired') this.fault = undefined;
    return led;
  }

  /** A page is asked for, or one of the package's own files. @returns the fault that answers */
  askForFile(file: string): Fault | undefined {
    const fault = this.faultNow();
    if (fault === 'session-expired') {
      this.#askedLast = file;
      this.#answerWithNewSession();
    }
    return fault;
  }

  launch(request: LaunchRequest): LaunchAnswer {
    const fault = this.faultNow();
    const failed =
      fault === undefined || fault === 'session-expired' || fault === 'torn' || fault === 'answer-lost' ? undefined : resultOf(fault);
    this.#note('launch', failed ?? 'launched', 0);
    if (failed) {
      if (fault === 'hang') this.#onFreeze(hangTime);
      return { result: failed };
    }
    this.#loggedIn = true;
    if (this.fault === 'session-expired') this.fault = undefined;
    this.#launchedAt = this.#clock.now();
    this.#lastAttempt = request.attempt;
    const { attempt, data } = handOver(this.#habits, this.stored(request.attempt), request);
    this.#attempts.set(request.attempt, attempt);
    return { result: 'launched', data };
  }

  store(request: StoreRequest): ServerAnswer {
    const fault = this.faultNow();
    const answer = this.#receive(request, fault, 'synchronous');
    if (fault === 'hang') this.#onFreeze(hangTime);
    const { onWaiting } = this;
    this.onWaiting = undefined;
    onWaiting?.();
    return answer;
  }

  /** @param isLast sent by a page that goes: all that such pages send arrives in the order of sending, where the LMS keeps an order at all */
  storeLater(request: StoreRequest, isLast = false): Promise<ServerAnswer> {
    const fault = this.faultNow();
    const now = this.#clock.now();
    const soonest = now + (fault === 'hang' ? hangTime : 20 + this.#random() * 380 + this.slowness);
    const isOrdered = isLast && !this.#habits.sending.inParallel;
    const arrives = isOrdered ? Math.max(soonest, this.#lastOfLeaving) : soonest;
    if (isOrdered) this.#lastOfLeaving = arrives;
    return new Promise((resolve) => {
      this.#clock.after(arrives - now, () => resolve(this.#receive(request, fault, 'asynchronous')));
    });
  }

  beacon(request: StoreRequest): boolean {
    const fault = this.faultNow();
    if (this.slowness > 0) this.#clock.after(this.slowness, () => this.#receive(request, fault, 'beacon'));
    else this.#receive(request, fault, 'beacon');
    return true;
  }

  #receive(request: StoreRequest, found: Fault | undefined, transport: ServerLog['transport']): ServerAnswer {
    const fault = found === 'session-expired' && !this.#habits.sending.needsSession ? undefined : found;
    if (fault === 'session-expired') {
      this.#loggedIn = false;
      this.#answerWithNewSession();
    }
    const result = this.#loggedIn ? this.#write(request, fault) : 'session-ended';
    this.#note(transport, result, request.values.length);
    return { result };
  }

  #answerWithNewSession(): void {
    if (!this.#habits.sending.undoesLogin) return;
    const logins = this.#logins;
    this.#clock.after(ANSWER_TIME, () => {
      if (this.#logins > logins) this.fault = 'session-expired';
    });
  }

  #write(sent: StoreRequest, fault: Fault | undefined): ServerAnswer['result'] {
    const writes = fault === undefined || fault === 'torn' || fault === 'answer-lost';
    if (!writes) return resultOf(fault);
    const isOfLogin = this.#habits.sending.storesFor === 'login' && this.#lastAttempt !== undefined;
    const request = isOfLogin ? { ...sent, attempt: this.#lastAttempt ?? '' } : sent;
    const upTo = fault === 'torn' ? Math.floor(this.#random() * (request.values.length + 1)) : Infinity;
    const { attempt, answer } = keepAttempt(this.#habits, this.stored(request.attempt), request, upTo);
    this.#attempts.set(request.attempt, attempt);
    return fault === undefined ? answer : 'unreachable';
  }

  #note(transport: ServerLog['transport'], result: string, values: number): void {
    this.log.push({ at: this.#clock.now(), transport, result, values });
  }
}

function resultOf(fault: Fault): Exclude<ServerAnswer['result'], 'stored'> {
  switch (fault) {
    case 'unavailable':
      return 'refused';
    case 'html':
    case 'empty':
    case 'shut-out':
      return 'page';
    case 'session-expired':
      return 'session-ended';
    default:
      return 'unreachable';
  }
}
