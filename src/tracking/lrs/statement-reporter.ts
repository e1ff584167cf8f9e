/**
 * Decides which statements a snapshot makes due, and delivers them in order: answers, how far the learner is, classes, completion. What
 * was acknowledged is remembered in the learner's state; what was not is due again at the next chance or launch, as the same statement.
 */
import { note, textOf, type Answers } from '../../course/answers.ts';
import type { Held, Reported } from './lrs-document.ts';
import { LrsError } from './lrs-error.ts';
import type { StatementDelivery, Taking } from './statement-delivery.ts';
import { answeredStatement, classEarned, completed, progressed, type StatementContext } from './statements.ts';
import type { Interaction, Snapshot } from '../tracker.ts';
import type { Result, Statement } from './xapi-types.ts';

/** Answers are reported once one of them is settled, that is unchanged for so long: a sentence, not its letters. */
export const SETTLED_AFTER_MS = 20_000;
/** Others go with it that are unchanged for so long: she is at the next question by then. */
const GOES_ALONG_AFTER_MS = 5_000;
/** So often a statement on which the LRS fails is tried in a session. */
const TRIES = 5;
/** Requests that outlive a page hold 64 KiB at most. */
const BATCH_BYTES = 56_000;
/** `progress` is remembered as its time and its percent in one number, so that the later of two is the larger. */
const PROGRESS_FACTOR = 1_000;

export interface ReporterOptions {
  readonly delivery: StatementDelivery;
  readonly context: StatementContext;
  /** What the learner's state is known to say of what was reported, whichever page did so. */
  readonly known: () => Reported;
  /** False in Browse and Review, where no statement that counts may be sent (cmi5 10.0, launchMode). */
  readonly reportsCompletion: boolean;
  /** The score that goes with `completed`, if any. */
  readonly score?: Result['score'];
  /** What the standard adds to `completed`. */
  readonly finish: (completed: Statement) => Statement;
  /** Active milliseconds in the registration, those of this session too. */
  readonly totalTime: (snapshot: Snapshot) => number;
  readonly now: () => number;
}

interface Due {
  readonly key: string;
  readonly at: number;
  readonly statement: Statement;
  /** Goes in a request of its own: a batch is refused as a whole for one bad statement. */
  readonly counts: boolean;
}

/** A statement that was tried and is not acknowledged: sent and not answered yet; failed so often; or refused, so that another try would be too. */
type Trial = { readonly is: 'under-way' | 'refused' } | { readonly is: 'failed'; readonly times: number };

export interface Farewell {
  /** What goes before all others, `initialized`. */
  readonly first: Statement | undefined;
  /** What goes behind all others, `terminated`. */
  readonly last: Statement | undefined;
}

export class StatementReporter {
  readonly #options: ReporterOptions;
  #reported: Reported;
  /** Sent, and no answer was heard: on this page, or when an earlier one was closed. */
  #unheard: Reported;
  /** By statement id. */
  readonly #trials = new Map<string, Trial>();

  constructor(options: ReporterOptions, { reported, unheard }: Held) {
    this.#options = options;
    this.#reported = reported;
    this.#unheard = unheard;
  }

  /** To be saved with the state. */
  get reported(): Reported {
    return this.#reported;
  }

  /** The same for a page that leaves and will not hear what became of its last answers. */
  unheardAfter(snapshot: Snapshot): Reported {
    const leaving = this.#due(snapshot, 'all').filter(({ counts }) => !counts);
    return { ...this.#unheard, ...Object.fromEntries(leaving.map(({ key, at }) => [key, at])) };
  }

  get unheard(): Reported {
    return this.#unheard;
  }

  /** Milliseconds until something more is due though nothing changes; undefined where nothing is. */
  dueIn(snapshot: Snapshot): number | undefined {
    const due = this.#due(snapshot, 'all');
    if (due.length === 0) return undefined;
    const oldest = Math.min(...this.#dueAnswers(snapshot, 'all').map(({ at }) => at));
    const next = oldest + SETTLED_AFTER_MS - this.#options.now();
    // What is due and was not taken is tried again then, too.
    return next > 0 && next < SETTLED_AFTER_MS ? next : SETTLED_AFTER_MS;
  }

  /**
   * Delivers what is due, one request after another.
   * @param which all: answers too that were changed a moment ago
   * @param goesOn asked before each request
   * @throws LrsError where the LRS could not be reached or ends the session; what it refuses for good is left out
   */
  async report(snapshot: Snapshot, which: 'settled' | 'all', goesOn: () => boolean): Promise<void> {
    const due = this.#due(snapshot, which);
    const answers = due.filter(({ counts }) => !counts);
    const resent = answers.filter(({ key, at }) => this.#unheard[key] === at);
    await this.#deliverAgain(resent, goesOn);
    for (const batch of batches(answers.filter((one) => !resent.includes(one)))) if (goesOn()) await this.#deliverTogether(batch);
    for (const one of due.filter(({ counts }) => counts)) if (goesOn()) await this.#deliver(one);
  }

  /**
   * Everything at once, in its order, since a page that leaves hears no answer to wait for. What counts goes before the answers, since
   * there is little room.
   * @returns whether `last` was taken
   * @throws as `report`
   */
  async reportNow(snapshot: Snapshot, { first, last }: Farewell): Promise<boolean> {
    const due = this.#due(snapshot, 'all');
    const { delivery } = this.#options;
    const sent: Promise<unknown>[] = first ? [delivery.deliver(first)] : [];
    for (const one of due.filter(({ counts }) => counts)) sent.push(this.#deliver(one));
    const bytes = delivery.hearsBatches ? BATCH_BYTES : 0;
    const answers = due.filter(({ counts }) => !counts);
    // An LRS that has one of a request refuses all of it, and with it the end of the session.
    const mayBeThere = answers.filter(({ key, at }) => this.#unheard[key] === at);
    const news = batches(
      answers.filter((one) => !mayBeThere.includes(one)),
      bytes,
    );
    const [parting = []] = delivery.hearsBatches ? news.splice(-1) : [];
    for (const batch of [...batches(mayBeThere, bytes), ...news]) sent.push(this.#deliverTogether(batch));
    const [isLastTaken] = await Promise.all([this.#deliverWith(parting, last), ...sent]);
    return isLastTaken;
  }

  #due(snapshot: Snapshot, which: 'settled' | 'all'): Due[] {
    const { context, now, known, reportsCompletion, score, finish, totalTime } = this.#options;
    const due: Due[] = this.#dueAnswers(snapshot, which).map((interaction) => ({
      key: interaction.id,
      at: interaction.at,
      statement: answeredStatement(context, interaction),
      counts: false,
    }));
    const percent = Math.round(snapshot.share * 100);
    // After `completed` some LMSs take the score from a later `progressed`. A save that was overtaken, or a page that is behind another
    // browser's, does not know yet.
    const isComplete = snapshot.complete || (this.#reported['completed'] ?? known()['completed']) !== undefined;
    if (reportsCompletion && !isComplete && (this.#reported['progress'] ?? 0) % PROGRESS_FACTOR !== percent) {
      const at = lastChange(snapshot.answers);
      due.push({
        key: 'progress',
        at: at * PROGRESS_FACTOR + percent,
        statement: progressed(context, snapshot.share, at),
        counts: false,
      });
    }
    for (const status of snapshot.classes) {
      if (status.earned) due.push({ key: `class:${status.id}`, at: 1, statement: classEarned(context, status, now()), counts: true });
    }
    if (reportsCompletion && snapshot.complete) {
      const at = Date.parse(textOf(snapshot.answers, note.completed)) || now();
      due.push({ key: 'completed', at: 1, statement: finish(completed(context, at, totalTime(snapshot), score)), counts: true });
    }
    return due.filter(({ key, at, statement }) => {
      const trial = this.#trials.get(statement.id)?.is;
      return this.#reported[key] !== at && trial !== 'refused' && trial !== 'under-way';
    });
  }

  #dueAnswers({ interactions }: Snapshot, which: 'settled' | 'all'): readonly Interaction[] {
    const now = this.#options.now();
    const news = interactions.filter(({ id, at, response }) => {
      const known = this.#reported[id];
      return known !== at && (known !== undefined || response.length > 0);
    });
    if (which === 'all') return news;
    const areSettled = news.some(({ at }) => now - at >= SETTLED_AFTER_MS);
    return areSettled ? news.filter(({ at }) => now - at >= GOES_ALONG_AFTER_MS) : [];
  }

  /**
   * What a closed page had sent. Where the first of it arrived, any part of the others may have: they went in several requests, of which
   * mod_cmi5 stores one statement after another and stops where `terminated` comes in between. So each is asked for by itself.
   */
  async #deliverAgain(resent: readonly Due[], goesOn: () => boolean): Promise<void> {
    const [first, ...others] = resent;
    if (!first || !goesOn()) return;
    if ((await this.#deliver(first, true)) !== 'there') {
      for (const batch of batches(others)) if (goesOn()) await this.#deliverTogether(batch);
    } else for (const one of others) if (goesOn()) await this.#deliver(one, true);
  }

  async #deliverTogether(batch: readonly Due[]): Promise<void> {
    await this.#deliverWith(batch, undefined);
  }

  /** @param last a statement to go behind them in the same request. @returns whether it was taken */
  async #deliverWith(batch: readonly Due[], last: Statement | undefined): Promise<boolean> {
    const { delivery } = this.#options;
    const statements = [...batch.map(({ statement }) => statement), ...(last ? [last] : [])];
    const [only] = statements;
    if (!only) return true;
    if (statements.length > 1 && (await this.#underWay(batch, () => delivery.deliverTogether(statements)))) {
      batch.forEach((one) => this.#note(one));
      return true;
    }
    for (const one of batch) await this.#deliver(one);
    if (!last) return true;
    const taking = await delivery.deliver(last);
    return taking === 'taken' || taking === 'there';
  }

  async #deliver(one: Due, mayBeThere = this.#unheard[one.key] === one.at): Promise<Taking> {
    const { id } = one.statement;
    const before = this.#trials.get(id);
    const taking = await this.#underWay([one], () => this.#options.delivery.deliver(one.statement, mayBeThere));
    if (taking === 'taken' || taking === 'there') {
      this.#note(one);
      return taking;
    }
    const times = before?.is === 'failed' ? before.times + 1 : 1;
    this.#trials.set(id, taking === 'refused' || times === TRIES ? { is: 'refused' } : { is: 'failed', times });
    return taking;
  }

  async #underWay<T>(all: readonly Due[], deliver: () => Promise<T>): Promise<T> {
    const before = new Map(this.#trials);
    for (const { statement } of all) this.#trials.set(statement.id, { is: 'under-way' });
    try {
      return await deliver();
    } catch (error) {
      if (error instanceof LrsError && error.status === 0) {
        this.#unheard = { ...this.#unheard, ...Object.fromEntries(all.map(({ key, at }) => [key, at])) };
      }
      throw error;
    } finally {
      for (const { statement } of all) {
        const trial = before.get(statement.id);
        if (trial) this.#trials.set(statement.id, trial);
        else this.#trials.delete(statement.id);
      }
    }
  }

  #note({ key, at }: Due): void {
    this.#reported = { ...this.#reported, [key]: at };
    const { [key]: _heard, ...unheard } = this.#unheard;
    this.#unheard = unheard;
  }
}

function lastChange(answers: Answers): number {
  return Math.max(0, ...[...answers].filter(([id]) => !id.startsWith('@')).map(([, { at }]) => at));
}

/** @param bytes at most in each, though one statement may be longer */
function batches(due: readonly Due[], bytes = BATCH_BYTES): Due[][] {
  const made: Due[][] = [];
  let size = Infinity;
  for (const one of due) {
    const length = new TextEncoder().encode(JSON.stringify(one.statement)).byteLength + 1;
    if (size + length > bytes) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(one);
    size += length;
  }
  return made;
}
