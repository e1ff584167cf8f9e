/**
 * Decides which statements a snapshot makes due, and delivers them in order: answers, how far the learner is, classes, completion. What
 * was acknowledged is remembered in the learner's state; what was not is due again at the next chance or launch, as the same statement.
 */
import { note, textOf, type Answers } from '../course/answers.ts';
import type { Reported } from './lrs-document.ts';
import type { StatementDelivery } from './statement-delivery.ts';
import { answered, classEarned, completed, progressed, type StatementContext } from './statements.ts';
import type { Interaction, Snapshot } from './tracker.ts';
import type { Result, Statement } from './xapi-types.ts';

/** An answer is reported once it has rested for so long: a sentence, not its letters. */
export const SETTLED_AFTER_MS = 20_000;
/** So often a statement on which the LRS fails is tried in a session. */
const TRIES = 5;
/** Requests that outlive a page hold 64 KiB at most. */
const BATCH_BYTES = 56_000;

export interface ReporterOptions {
  readonly delivery: StatementDelivery;
  readonly context: StatementContext;
  /** False in Browse and Review, where no statement that counts may be sent (cmi5 10.0, launchMode). */
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
  /** Refused in this session; another try would be refused alike. The answers themselves are in the state. */
  readonly #refused = new Set<string>();
  /** Sent, and not answered yet. */
  readonly #underWay = new Set<string>();
  /** How often the LRS has failed on which. */
  readonly #failures = new Map<string, number>();
  #delivering: Promise<void> = Promise.resolve();

  constructor(options: ReporterOptions, reported: Reported) {
    this.#options = options;
    this.#reported = { ...reported };
  }

  /** To be saved with the state. */
  get reported(): Reported {
    return this.#reported;
  }

  /** @param all answers too that were changed a moment ago */
  hasDue(snapshot: Snapshot, all: boolean): boolean {
    return this.#due(snapshot, all).length > 0;
  }

  /** What is due at the end, where one request can hold it: undefined where there is more, or something that counts. */
  lastWords(snapshot: Snapshot): readonly Statement[] | undefined {
    const due = this.#due(snapshot, true);
    // A batch is refused as a whole by an LMS that has got one of it meanwhile (mod_cmi5).
    const unsaid = due.filter(({ statement }) => !this.#underWay.has(statement.id));
    if (due.some(({ counts }) => counts) || batches(unsaid).length > 1) return undefined;
    return unsaid.map(({ statement }) => statement);
  }

  /**
   * Delivers what is due; one call after another, so that the order is kept.
   * @throws LrsError where the LRS could not be reached or ends the session; what it refuses for good is left out
   */
  report(snapshot: Snapshot, all: boolean): Promise<void> {
    const report = async (): Promise<void> => {
      const due = this.#due(snapshot, all);
      for (const batch of batches(due.filter(({ counts }) => !counts))) await this.#deliverTogether(batch);
      for (const one of due.filter(({ counts }) => counts)) await this.#deliver(one);
    };
    this.#delivering = this.#delivering.then(report, report);
    return this.#delivering;
  }

  /** The same side by side: a page that leaves hears no answer to wait for. What counts goes first, since there is little room. */
  reportAtOnce(snapshot: Snapshot): Promise<void> {
    const due = this.#due(snapshot, true);
    const delivering = Promise.all([
      ...due.filter(({ counts }) => counts).map((one) => this.#deliver(one)),
      ...batches(due.filter(({ counts }) => !counts)).map((batch) => this.#deliverTogether(batch)),
    ]);
    this.#delivering = Promise.allSettled([this.#delivering, delivering]).then(() => undefined);
    return delivering.then(() => undefined);
  }

  #due(snapshot: Snapshot, all: boolean): Due[] {
    const { context, now, reportsCompletion, score, finish } = this.#options;
    const due: Due[] = snapshot.interactions
      .filter((interaction) => this.#isDue(interaction, all))
      .map((interaction) => ({ key: interaction.id, at: interaction.at, statement: answered(context, interaction), counts: false }));
    const percent = Math.round(snapshot.share * 100);
    // After `completed` some LMSs take the score from a later `progressed`. A save that was overtaken does not know yet.
    const isComplete = snapshot.complete || this.#reported['completed'] !== undefined;
    if (reportsCompletion && !isComplete && (this.#reported['progress'] ?? 0) !== percent) {
      const statement = progressed(context, snapshot.share, lastChange(snapshot.answers));
      due.push({ key: 'progress', at: percent, statement, counts: false });
    }
    for (const status of snapshot.classes) {
      if (status.earned) due.push({ key: `class:${status.id}`, at: 1, statement: classEarned(context, status, now()), counts: true });
    }
    if (reportsCompletion && snapshot.complete) {
      const at = Date.parse(textOf(snapshot.answers, note.completed)) || now();
      due.push({ key: 'completed', at: 1, statement: finish(completed(context, at, snapshot.duration, score)), counts: true });
    }
    return due.filter(({ key, at, statement }) => this.#reported[key] !== at && !this.#refused.has(statement.id));
  }

  #isDue({ id, at, response }: Interaction, all: boolean): boolean {
    const known = this.#reported[id];
    if (known === undefined && response.length === 0) return false;
    return known !== at && (all || this.#options.now() - at >= SETTLED_AFTER_MS);
  }

  async #deliverTogether(batch: readonly Due[]): Promise<void> {
    const statements = batch.map(({ statement }) => statement);
    for (const { id } of statements) this.#underWay.add(id);
    try {
      if (await this.#options.delivery.deliverTogether(statements)) batch.forEach((one) => this.#note(one));
      else for (const one of batch) await this.#deliver(one);
    } finally {
      for (const { id } of statements) this.#underWay.delete(id);
    }
  }

  async #deliver(one: Due): Promise<void> {
    const { id } = one.statement;
    const delivery = await this.#options.delivery.deliver(one.statement);
    if (delivery === 'taken') return this.#note(one);
    const failures = (this.#failures.get(id) ?? 0) + 1;
    this.#failures.set(id, failures);
    if (delivery === 'refused' || failures === TRIES) this.#refused.add(id);
  }

  #note({ key, at }: Due): void {
    this.#reported = { ...this.#reported, [key]: at };
  }
}

function lastChange(answers: Answers): number {
  return Math.max(0, ...[...answers].filter(([id]) => !id.startsWith('@')).map(([, { at }]) => at));
}

function batches(due: readonly Due[]): Due[][] {
  const made: Due[][] = [];
  let size = Infinity;
  for (const one of due) {
    const length = new TextEncoder().encode(JSON.stringify(one.statement)).byteLength + 1;
    if (size + length > BATCH_BYTES) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(one);
    size += length;
  }
  return made;
}
