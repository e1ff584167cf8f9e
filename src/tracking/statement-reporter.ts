/**
 * Decides which statements a snapshot makes due, and delivers them. What was acknowledged is remembered in the learner's state; since
 * statements made again have the same ids, nothing is lost and nothing counted twice when that memory is older than the LRS.
 */
import { LrsError, type LrsClient } from './lrs-client.ts';
import type { Reported } from './lrs-state.ts';
import { answered, classEarned, completed, progressed, type StatementContext } from './statements.ts';
import type { Interaction, Snapshot } from './tracker.ts';
import type { Result, Statement } from './xapi-types.ts';

/** An answer is reported once it has rested for so long: a sentence, not its letters. */
const SETTLED_AFTER_MS = 20_000;
const BATCH_CHARACTERS = 48_000;

export interface ReporterOptions {
  readonly client: LrsClient;
  readonly context: StatementContext;
  /** False in Browse and Review, where none may be sent (cmi5 10.2.2). */
  readonly reportsCompletion: boolean;
  /** The score that goes with `completed`, if any. */
  readonly score?: Result['score'];
  /** What the standard adds to `completed`. */
  readonly finish: (completed: Statement) => Statement;
  readonly now: () => number;
}

interface Due {
  readonly key: string;
  readonly at: number;
  readonly statement: Statement;
  /** Goes in a request of its own: a batch is refused as a whole for one bad statement. */
  readonly counts: boolean;
}

export class StatementReporter {
  readonly #options: ReporterOptions;
  #reported: Record<string, number>;
  readonly #refused = new Set<string>();

  constructor(options: ReporterOptions, reported: Reported) {
    this.#options = options;
    this.#reported = { ...reported };
  }

  /** To be saved with the state. */
  get reported(): Reported {
    return this.#reported;
  }

  /**
   * Delivers what is due, in order; the first requests are made before the first `await`.
   * @param all answers too that were changed a moment ago
   * @throws LrsError where the LRS could not be reached or ends the session; what it refuses for good is left out
   */
  async report(snapshot: Snapshot, all: boolean): Promise<void> {
    const due = this.#due(snapshot, all);
    await this.#deliverMany(due.filter(({ counts }) => !counts));
    for (const one of due.filter(({ counts }) => counts)) await this.#deliver(one);
  }

  #due(snapshot: Snapshot, all: boolean): Due[] {
    const { context, now, reportsCompletion, score, finish } = this.#options;
    const due: Due[] = snapshot.interactions
      .filter((interaction) => this.#isDue(interaction, all))
      .map((interaction) => ({ key: interaction.id, at: interaction.at, statement: answered(context, interaction), counts: false }));
    const percent = Math.round(snapshot.share * 100);
    // After `completed` some LMSs take the score from a later `progressed`.
    if (!snapshot.complete && (this.#reported['progress'] ?? 0) !== percent) {
      due.push({ key: 'progress', at: percent, statement: progressed(context, snapshot.share, now()), counts: false });
    }
    for (const status of snapshot.classes) {
      if (status.earned) due.push({ key: `class:${status.id}`, at: 1, statement: classEarned(context, status, now()), counts: true });
    }
    if (snapshot.complete && reportsCompletion) {
      due.push({ key: 'completed', at: 1, statement: finish(completed(context, now(), snapshot.duration, score)), counts: true });
    }
    return due.filter(({ key, at, statement }) => this.#reported[key] !== at && !this.#refused.has(statement.id));
  }

  #isDue({ id, at, response }: Interaction, all: boolean): boolean {
    const known = this.#reported[id];
    if (known === undefined && response.length === 0) return false;
    return all || this.#options.now() - at >= SETTLED_AFTER_MS;
  }

  async #deliverMany(due: readonly Due[]): Promise<void> {
    for (const batch of batches(due)) {
      try {
        await this.#options.client.sendAll(batch.map(({ statement }) => statement));
        for (const { key, at } of batch) this.#reported = { ...this.#reported, [key]: at };
      } catch (error) {
        if (!(error instanceof LrsError) || (error.reason !== 'refused' && error.reason !== 'full')) throw error;
        for (const one of batch) await this.#deliver(one);
      }
    }
  }

  async #deliver({ key, at, statement }: Due): Promise<void> {
    try {
      await this.#options.client.send(statement);
      this.#reported = { ...this.#reported, [key]: at };
    } catch (error) {
      if (!(error instanceof LrsError) || (error.reason !== 'refused' && error.reason !== 'full')) throw error;
      // The answer itself is in the state; only its report is not wanted. Another try would be refused alike.
      this.#refused.add(statement.id);
      console.warn(`The LRS refused a statement about ${key}: ${error.message}`);
    }
  }
}

function batches(due: readonly Due[]): Due[][] {
  const made: Due[][] = [];
  let size = Infinity;
  for (const one of due) {
    const length = JSON.stringify(one.statement).length;
    if (size + length > BATCH_CHARACTERS) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(one);
    size += length;
  }
  return made;
}
