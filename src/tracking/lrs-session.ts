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
import { SETTLED_AFTER_MS, type StatementReporter } from './statement-reporter.ts';
import type { LeavingEvent, SaveOutcome, Snapshot } from './tracker.ts';
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
}

export class LrsSession {
  readonly #options: LrsSessionOptions;
  #starting: Promise<void> | undefined;
  /** What the LRS is to have, and what it has acknowledged. */
  #newest: Snapshot | undefined;
  #acknowledged: Snapshot | undefined;
  #closing: Promise<SaveOutcome> | undefined;
  /** Answers of a moment ago are reported when they have settled, though nothing else happens. */
  #reportLater: ReturnType<typeof setTimeout> | undefined;
  /** Of this session, on pages before a reload. */
  readonly #activeBefore: number;
  /** Not before then does the LRS want to be asked again (Retry-After), by a clock that nobody sets. */
  #notBefore = 0;

  constructor(options: LrsSessionOptions) {
    this.#options = options;
    this.#activeBefore = options.memory.launch.activeBefore ?? 0;
  }

  async save(snapshot: Snapshot): Promise<SaveOutcome> {
    return this.#withElsewhere(await this.#save(this.#ofSession(snapshot)));
  }

  async saveNow(snapshot: Snapshot, event: LeavingEvent): Promise<SaveOutcome> {
    return this.#withElsewhere(await this.#save(this.#ofSession(snapshot), event));
  }

  async #save(snapshot: Snapshot, event?: LeavingEvent): Promise<SaveOutcome> {
    const { client, reporter, writes } = this.#options;
    const leaving = event !== undefined;
    const retryAfter = this.#notBefore - performance.now();
    if (retryAfter > 0 && !leaving) return { result: 'not-saved', reason: 'offline', retry: true, retryAfter };
    client.leaving = leaving;
    clearTimeout(this.#reportLater);
    // The last answers of a page that leaves go with `terminated`, so that no LMS hears them twice at once or after it.
    const outcome = await this.#outcome(snapshot, () => this.#send(snapshot, event === 'hidden'));
    if (writes && outcome.result !== 'not-saved' && !this.#closing && reporter.hasDue(snapshot, true)) {
      this.#reportLater = setTimeout(() => void this.#save(snapshot), SETTLED_AFTER_MS);
    }
    return outcome;
  }

  #withElsewhere(outcome: SaveOutcome): SaveOutcome {
    if (outcome.result === 'not-saved') return outcome;
    const elsewhere = this.#options.state.takeElsewhere();
    return elsewhere.size > 0 ? { ...outcome, elsewhere } : outcome;
  }

  /** Another tab writes from now on. */
  abandon(): void {
    clearTimeout(this.#reportLater);
    this.#newest = undefined;
    this.#acknowledged = undefined;
  }

  closeNow(snapshot: Snapshot): Promise<SaveOutcome> {
    this.#closing ??= this.#close(this.#ofSession(snapshot)).then((outcome) => this.#withElsewhere(outcome));
    return this.#closing;
  }

  /** A page knows its own time only; the session may have begun on an earlier one. */
  #ofSession(snapshot: Snapshot): Snapshot {
    return { ...snapshot, duration: this.#activeBefore + snapshot.duration };
  }

  #close(snapshot: Snapshot): Promise<SaveOutcome> {
    const { client, memory, isReloading } = this.#options;
    client.leaving = true;
    clearTimeout(this.#reportLater);
    memory.note({ activeBefore: snapshot.duration });
    return this.#outcome(snapshot, async () => {
      const leaves = !isReloading() && !memory.launch.terminated;
      const leaving = leaves ? this.#leaveAtOnce(snapshot) : undefined;
      if (leaving && (await leaving)) return;
      await this.#send(snapshot, true, true);
      if (leaves) await this.#terminate(snapshot, (statement) => this.#deliver(statement));
    });
  }

  /**
   * With the state acknowledged already, `terminated` leaves before the page does, behind the last answers and in one request with
   * them. @returns undefined where more is to be done first; false where the LRS did not take it so
   */
  #leaveAtOnce(snapshot: Snapshot): Promise<boolean> | undefined {
    const { delivery, reporter, writes, memory } = this.#options;
    if (!memory.launch.initialized || !this.#isStored(snapshot)) return undefined;
    const lastWords = writes ? reporter.lastWords(snapshot) : [];
    if (!lastWords) return undefined;
    return this.#terminate(snapshot, (statement) =>
      lastWords.length === 0 ? this.#deliver(statement) : delivery.deliverTogether([...lastWords, statement]),
    );
  }

  /** @returns false where the LRS did not take it */
  async #deliver(statement: Statement): Promise<boolean> {
    return (await this.#options.delivery.deliver(statement)) === 'taken';
  }

  async #terminate(snapshot: Snapshot, deliver: (terminated: Statement) => Promise<boolean>): Promise<boolean> {
    const { memory, terminated } = this.#options;
    // Noted beforehand: a page that leaves does not hear the answer.
    memory.note({ terminated: true });
    let delivered = false;
    try {
      delivered = await deliver(terminated(snapshot.duration));
      return delivered;
    } finally {
      if (!delivered) memory.note({ terminated: false });
    }
  }

  #isStored({ answers }: Snapshot): boolean {
    return !this.#options.writes || (this.#acknowledged !== undefined && areSame(this.#acknowledged.answers, answers));
  }

  /**
   * Makes its first requests before its first `await`.
   * @param atOnce what is due leaves beside the state, not behind it
   */
  async #send(snapshot: Snapshot, all: boolean, atOnce = false): Promise<void> {
    const { reporter, writes, memory } = this.#options;
    const { reported } = reporter;
    if (snapshot.revision > (this.#newest?.revision ?? -1)) this.#newest = snapshot;
    let refusal: LrsError | undefined;
    const writing = this.#write(snapshot).catch((error: unknown) => {
      // A state that an LRS does not take must not keep it from hearing that the course is complete.
      if (!(error instanceof LrsError && error.mayBeOfOne)) throw error;
      refusal = error;
    });
    const reporting = writes && atOnce && memory.launch.initialized ? reporter.reportAtOnce(snapshot) : undefined;
    await Promise.all([writing, this.#start(), reporting]);
    if (!writes) return;
    await reporter.report(snapshot, all);
    if (refusal) throw refusal;
    if (reporter.reported !== reported) await this.#write();
  }

  /**
   * Writes the newest snapshot; once more where a page that was leaving has sent a newer one meanwhile, since nobody knows which of both
   * arrived last. @param snapshot unless the LRS has this already
   */
  async #write(snapshot?: Snapshot): Promise<void> {
    const { state, reporter } = this.#options;
    if (snapshot && this.#isStored(snapshot)) return;
    for (let written: Snapshot | undefined; this.#newest && written !== this.#newest;) {
      written = this.#newest;
      await state.write(written, reporter.reported);
      if (written === this.#newest) this.#acknowledged = written;
    }
  }

  /** `initialized`, once a session. */
  #start(): Promise<void> {
    const { delivery, memory, initialized } = this.#options;
    if (memory.launch.initialized) return Promise.resolve();
    this.#starting ??= (async () => {
      try {
        if ((await delivery.deliver(initialized())) === 'failed') throw new LrsError(500, 'initialized');
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
      this.#notBefore = performance.now() + (error.retryAfter ?? 0);
      return error.outcome;
    }
  }
}

function areSame(first: Answers, second: Answers): boolean {
  if (first === second) return true;
  if (first.size !== second.size) return false;
  for (const [id, { text, at }] of first) {
    const other = second.get(id);
    if (other?.text !== text || other.at !== at) return false;
  }
  return true;
}
