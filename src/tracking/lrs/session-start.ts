/** `initialized`, once a session (cmi5 9.3.2). */
import type { LaunchMemory } from './launch-memory.ts';
import { LrsError } from './lrs-error.ts';
import type { Sending } from './sending.ts';
import type { StatementDelivery } from './statement-delivery.ts';
import type { StatementReporter } from './statement-reporter.ts';
import type { Statement } from './xapi-types.ts';

/** So long after it was refused `initialized` is tried again, and not before the page is twice as old: an LRS may refuse it for good. Milliseconds. */
const AGAIN_MS = 20_000;

export interface SessionStartOptions {
  readonly delivery: StatementDelivery;
  readonly reporter: StatementReporter;
  readonly memory: LaunchMemory;
  readonly initialized: () => Statement;
}

export class SessionStart {
  readonly #options: SessionStartOptions;
  #underWay: Promise<void> | undefined;
  /** It was refused, and is not tried again before then, by a clock that nobody sets. */
  #againAt = 0;

  constructor(options: SessionStartOptions) {
    this.#options = options;
  }

  /** Milliseconds until it is due; undefined where the LRS has it. */
  get dueIn(): number | undefined {
    return this.#options.memory.launch.initialized ? undefined : Math.max(0, this.#againAt - performance.now());
  }

  /** The session ends: it is due, whatever the LRS said before. */
  wake(): void {
    this.#againAt = 0;
  }

  /** To be sent with the last statements; undefined where the LRS has it. One that is under way may be lost with the page. */
  get withTheEnd(): Statement | undefined {
    return this.#options.memory.launch.initialized ? undefined : this.#options.initialized();
  }

  /**
   * Where it is due. Where the LRS refuses it, what follows is sent all the same; it is tried again later, since the LRS may have refused
   * everything just then (mod_cmi5 so tells of any fault), and what it refused without `initialized` goes again behind it. Where the LRS fails,
   * the save fails, and it is sent again in the next. @throws LrsError
   */
  say(sending: Sending): Promise<void> {
    if (this.dueIn !== 0) return Promise.resolve();
    this.#underWay ??= this.#deliver(sending).finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #deliver(sending: Sending): Promise<void> {
    const { delivery, memory, reporter, initialized } = this.#options;
    const taking = await delivery.deliver(initialized(), sending);
    if (taking === 'failed') throw new LrsError(500, 'initialized');
    if (taking === 'refused') {
      const age = performance.now();
      this.#againAt = age + Math.max(AGAIN_MS, age);
      return;
    }
    memory.note({ initialized: true });
    reporter.wake('all');
  }
}
