/**
 * A learner's computer that falls asleep in the middle of what its page does, behind the n-th timer or answer from now on. What was sent before arrives; what
 * the page was about to do it does when the computer wakes.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, vi } from 'vitest';
import type { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { TabbedComputer, type Tab } from './tabbed-computer.ts';

/** The computer whose page runs. */
const running = new AsyncLocalStorage<SleepingComputer | undefined>();

interface FakeSleep {
  /** The page's own clock goes on by so many milliseconds, as in a sleep that it counts. */
  counts(milliseconds: number): void;
}

/** Each test of the file has timers of its own, and those of such a computer wait while it sleeps. */
export function withFakeSleep(): FakeSleep {
  let slept = 0;
  let wakes = (): void => undefined;
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
    const { setTimeout: fake } = globalThis;
    const { now } = performance;
    slept = 0;
    performance.now = () => now.call(performance) + slept;
    globalThis.setTimeout = ((run: () => void, milliseconds?: number) => {
      const computer = running.getStore();
      return fake(computer ? () => computer.goesOn(run) : run, milliseconds);
    }) as typeof setTimeout;
    wakes = () => {
      globalThis.setTimeout = fake;
      performance.now = now;
    };
  });
  afterEach(() => {
    wakes();
    vi.useRealTimers();
  });
  return { counts: (milliseconds) => void (slept += milliseconds) };
}

export class SleepingComputer extends TabbedComputer {
  #steps = Infinity;
  /** While it sleeps. */
  #waiting: (() => void)[] | undefined;

  constructor(lms: LmsDouble, standard: ScormStandard) {
    super(lms, standard);
    const { server } = lms;
    const storeLater = server.storeLater.bind(server);
    server.storeLater = (...request) => running.run(undefined, () => storeLater(...request));
  }

  get sleeps(): boolean {
    return this.#waiting !== undefined;
  }

  /** What is done to its page. */
  does<T>(what: () => T): T {
    return running.run(this, what);
  }

  override open(): Promise<Tab> {
    return this.does(() => {
      const page = this.lms.launch();
      const { fetch } = page.window;
      const asked: typeof fetch = async (...file) => {
        const answer = await fetch(...file);
        await new Promise<void>((go) => this.goesOn(go));
        return answer;
      };
      Object.assign(page.window, { fetch: asked });
      return super.open(page);
    });
  }

  /** @param steps behind so many timers and answers: 1 is the next one */
  fallsAsleep(steps: number): void {
    this.#steps = steps;
  }

  /** Goes on at once, unless it sleeps. */
  goesOn(run: () => void): void {
    const go = (): void => this.does(run);
    this.#steps -= 1;
    if (this.#steps <= 0) this.#waiting ??= [];
    if (this.#waiting) this.#waiting.push(go);
    else go();
  }

  async wakes(): Promise<void> {
    const waiting = this.#waiting ?? [];
    this.#steps = Infinity;
    this.#waiting = undefined;
    for (const go of waiting) {
      go();
      await vi.advanceTimersByTimeAsync(0);
    }
  }
}
