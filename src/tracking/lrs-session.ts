/**
 * One session with an LRS, whichever standard launched it: state and statements in the order that every launcher survives. The state
 * first; what counts in requests of its own; `terminated` once, after everything was acknowledged.
 */
import type { Answers } from '../course/answers.ts';
import type { LaunchMemory } from './launch-memory.ts';
import type { LrsClient } from './lrs-client.ts';
import { LrsError } from './lrs-error.ts';
import type { LrsState } from './lrs-state.ts';
import type { StatementDelivery } from './statement-delivery.ts';
import type { StatementReporter } from './statement-reporter.ts';
import type { SaveOccasion, SaveOutcome, Snapshot } from './tracker.ts';
import type { Statement } from './xapi-types.ts';

export interface LrsSessionOptions {
  readonly client: LrsClient;
  readonly state: LrsState;
  readonly delivery: StatementDelivery;
  readonly reporter: StatementReporter;
  readonly memory: LaunchMemory;
  /** False where neither state nor answers may be written (Browse). */
  readonly writes: boolean;
  /** Whether the page is about to be loaded again: the session then goes on, and is not terminated. */
  readonly isReloading: () => boolean;
  readonly initialized: () => Statement;
  readonly terminated: (durationMs: number) => Statement;
  readonly now: () => number;
}

export class LrsSession {
  readonly #options: LrsSessionOptions;
  #starting: Promise<void> | undefined;
  /** The state that the LRS has acknowledged. */
  #acknowledged: { readonly answers: Answers; readonly revision: number } | undefined;
  #closing: Promise<SaveOutcome> | undefined;
  /** Not before then does the LRS want to be asked again (Retry-After). */
  #notBefore = 0;

  constructor(options: LrsSessionOptions) {
    this.#options = options;
  }

  async save(snapshot: Snapshot, occasion: SaveOccasion): Promise<SaveOutcome> {
    const { client, now } = this.#options;
    const leaving = occasion === 'hidden' || occasion === 'leaving';
    const retryAfter = this.#notBefore - now();
    if (retryAfter > 0 && !leaving) return { result: 'not-saved', reason: 'offline', retry: true, retryAfter };
    client.leaving = leaving;
    return this.#outcome(snapshot, () => this.#send(snapshot, leaving));
  }

  close(snapshot: Snapshot): Promise<SaveOutcome> {
    this.#closing ??= this.#close(snapshot);
    return this.#closing;
  }

  #close(snapshot: Snapshot): Promise<SaveOutcome> {
    const { client, delivery, memory, terminated, isReloading } = this.#options;
    client.leaving = true;
    return this.#outcome(snapshot, async () => {
      // With everything acknowledged already, the last statement leaves before the page does.
      if (!this.#isSettled(snapshot, true)) await this.#send(snapshot, true);
      if (isReloading() || memory.launch.terminated) return;
      // Noted beforehand: a page that leaves does not hear the answer.
      memory.note({ terminated: true });
      try {
        await delivery.deliver(terminated(snapshot.duration));
      } catch (error) {
        memory.note({ terminated: false });
        throw error;
      }
    });
  }

  #isSettled(snapshot: Snapshot, all: boolean): boolean {
    const { memory, reporter, writes } = this.#options;
    if (!memory.launch.initialized) return false;
    return !writes || (this.#acknowledged?.answers === snapshot.answers && !reporter.hasDue(snapshot, all));
  }

  /** Makes its first requests before its first `await`. */
  async #send(snapshot: Snapshot, all: boolean): Promise<void> {
    if (this.#isSettled(snapshot, all)) return;
    const { reporter, writes } = this.#options;
    const { reported } = reporter;
    const isNew = writes && this.#acknowledged?.answers !== snapshot.answers;
    await Promise.all([isNew ? this.#write(snapshot) : undefined, this.#start()]);
    if (!writes) return;
    await reporter.report(snapshot, all);
    if (reporter.reported !== reported) await this.#write(snapshot);
  }

  async #write(snapshot: Snapshot): Promise<void> {
    const { state, reporter } = this.#options;
    await state.write(snapshot, reporter.reported);
    if (snapshot.revision >= (this.#acknowledged?.revision ?? 0)) this.#acknowledged = snapshot;
  }

  /** `initialized`, once a session. */
  #start(): Promise<void> {
    const { delivery, memory, initialized } = this.#options;
    if (memory.launch.initialized) return Promise.resolve();
    this.#starting ??= (async () => {
      try {
        await delivery.deliver(initialized());
        memory.note({ initialized: true });
      } finally {
        this.#starting = undefined;
      }
    })();
    return this.#starting;
  }

  async #outcome({ revision }: Snapshot, act: () => Promise<void>): Promise<SaveOutcome> {
    try {
      await act();
      this.#notBefore = 0;
      if (!this.#options.writes) return { result: 'not-saved', reason: 'read-only', retry: false };
      return { result: 'saved', revision: this.#acknowledged?.revision ?? revision };
    } catch (error) {
      if (!(error instanceof LrsError)) return { result: 'not-saved', reason: 'refused', retry: true, detail: String(error) };
      this.#notBefore = this.#options.now() + (error.retryAfter ?? 0);
      return error.outcome;
    }
  }
}
