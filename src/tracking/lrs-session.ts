/**
 * One session with an LRS, whichever standard launched it: state and statements in the order that every launcher survives.
 * State first; what counts in requests of its own; `terminated` once, after everything was acknowledged.
 */
import type { Answers } from '../course/answers.ts';
import { LrsError, type LrsClient } from './lrs-client.ts';
import type { LrsState } from './lrs-state.ts';
import type { StatementReporter } from './statement-reporter.ts';
import type { SaveOccasion, SaveOutcome, Snapshot } from './tracker.ts';
import type { Statement } from './xapi-types.ts';

export interface LrsSessionOptions {
  readonly client: LrsClient;
  readonly state: LrsState;
  readonly reporter: StatementReporter;
  /** False where neither state nor answers may be written (Browse). */
  readonly writes: boolean;
  readonly initialized: () => Statement;
  readonly terminated: (durationMs: number) => Statement;
}

export class LrsSession {
  readonly #options: LrsSessionOptions;
  #initialized = false;
  #terminated = false;
  /** What the LRS has acknowledged. */
  #acknowledged: Answers | undefined;

  constructor(options: LrsSessionOptions) {
    this.#options = options;
  }

  async save(snapshot: Snapshot, occasion: SaveOccasion): Promise<SaveOutcome> {
    this.#options.client.leaving = occasion === 'hidden' || occasion === 'leaving';
    return this.#outcome(snapshot, () => this.#send(snapshot, occasion === 'hidden' || occasion === 'leaving'));
  }

  async close(snapshot: Snapshot): Promise<SaveOutcome> {
    if (this.#terminated) return { result: 'saved', revision: snapshot.revision };
    this.#terminated = true;
    const { client, terminated } = this.#options;
    client.leaving = true;
    return this.#outcome(snapshot, async () => {
      // With everything acknowledged already, the last statement leaves before the page does.
      if (this.#acknowledged !== snapshot.answers || !this.#initialized) await this.#send(snapshot, true);
      await client.send(terminated(snapshot.duration));
    });
  }

  async #send(snapshot: Snapshot, all: boolean): Promise<void> {
    const { client, state, reporter, writes, initialized } = this.#options;
    if (!this.#initialized) {
      await client.send(initialized());
      this.#initialized = true;
    }
    if (!writes) return;
    const before = reporter.reported;
    await state.write(snapshot, before);
    await reporter.report(snapshot, all);
    if (reporter.reported !== before) await state.write(snapshot, reporter.reported);
    this.#acknowledged = snapshot.answers;
  }

  async #outcome({ revision }: Snapshot, act: () => Promise<void>): Promise<SaveOutcome> {
    try {
      await act();
      return this.#options.writes ? { result: 'saved', revision } : { result: 'not-saved', reason: 'read-only', retry: false };
    } catch (error) {
      if (error instanceof LrsError) return error.outcome;
      return { result: 'not-saved', reason: 'refused', retry: true, detail: String(error) };
    }
  }
}
