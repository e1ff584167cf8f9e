/**
 * Delivers the statements that a snapshot makes due (`due-statements.ts`), in order. What was acknowledged is remembered in the learner's
 * state; what was not is due again at the next chance or launch, as the same statement.
 */
import { DueStatements, type Due, type DueOptions } from './due-statements.ts';
import type { Held, Reported } from './held.ts';
import { LrsError } from './lrs-error.ts';
import type { StatementDelivery, Taking } from './statement-delivery.ts';
import type { Snapshot } from '../tracker.ts';
import { STATEMENT_RESTS_MS, STATEMENT_TRIES } from './lrs-waits.ts';
import { LEAVING, type Sending } from './sending.ts';
import type { Statement } from './xapi-types.ts';

/** Requests that outlive a page hold 64 KiB at most. */
const BATCH_BYTES = 56_000;

export interface ReporterOptions extends DueOptions {
  readonly delivery: StatementDelivery;
}

/**
 * A statement that was tried and is not acknowledged: sent and not answered yet; failed so often; or refused, and not tried again `until` then, by
 * `performance.now()`. An answer waits for the next launch.
 */
type Trial =
  { readonly is: 'under-way' } | { readonly is: 'failed'; readonly times: number } | { readonly is: 'rests'; readonly until: number };

export interface Farewell {
  /** What goes before all others, `initialized`. */
  readonly first: Statement | undefined;
  /** What goes behind all others, `terminated`. */
  readonly last: Statement | undefined;
}

export class StatementReporter {
  readonly #delivery: StatementDelivery;
  readonly #due: DueStatements;
  /** Sent, and perhaps stored, though nothing was heard of that: on this page, or when an earlier one was closed. */
  #unheard: Reported;
  /** By statement id. */
  readonly #trials = new Map<string, Trial>();

  constructor({ delivery, ...options }: ReporterOptions, { reported, unheard }: Held) {
    this.#delivery = delivery;
    this.#due = new DueStatements(options, reported, (one, isParting) => this.#isLeftOut(one, isParting));
    this.#unheard = unheard;
  }

  /** To be saved with the state. */
  get reported(): Reported {
    return this.#due.reported;
  }

  get unheard(): Reported {
    return this.#unheard;
  }

  /** The same for a page that leaves and will not hear what became of its last statements. */
  unheardAfter(snapshot: Snapshot): Reported {
    const leaving = this.#due.of(snapshot, 'leaving');
    return { ...this.#unheard, ...Object.fromEntries(leaving.map(({ key, at }) => [key, at])) };
  }

  /** As `DueStatements` says it, and when what counts has rested. */
  dueIn(snapshot: Snapshot): number | undefined {
    const now = performance.now();
    const rests = [...this.#trials.values()].flatMap((trial) => (trial.is === 'rests' && trial.until > now ? [trial.until - now] : []));
    const next = Math.min(this.#due.dueIn(snapshot) ?? Infinity, ...rests);
    return next === Infinity ? undefined : next;
  }

  /** What rests is due: at the end of a session what counts, and all once the LRS has taken what it must have before. */
  wake(which: 'what-counts' | 'all'): void {
    for (const [id, trial] of this.#trials) {
      if (trial.is === 'rests' && (which === 'all' || trial.until < Infinity)) this.#trials.set(id, { is: 'rests', until: 0 });
    }
  }

  /**
   * Delivers what is due, one request after another.
   * @param which all: answers too that were changed a moment ago
   * @throws LrsError where the LRS could not be reached or ends the session; what it refuses for good is left out
   */
  async report(snapshot: Snapshot, which: 'settled' | 'all', sending: Sending): Promise<void> {
    const due = this.#due.of(snapshot, which);
    const answers = due.filter(({ counts }) => !counts);
    const resent = answers.filter(({ key, at }) => this.#unheard[key] === at);
    await this.#deliverAgain(resent, sending);
    for (const batch of batches(answers.filter((one) => !resent.includes(one))))
      if (sending.goesOn()) await this.#deliverTogether(batch, sending);
    for (const one of due.filter(({ counts }) => counts))
      if (sending.goesOn()) await this.#deliver(one, sending, this.#unheard[one.key] === one.at);
  }

  /**
   * Everything at once, since a page that leaves hears no answer to wait for. LMSs work on requests side by side and refuse what has not
   * come in when the session ends: what counts goes in the request of `last`, before it. What an LRS may have or may not want goes by
   * itself, since it could spoil that request.
   * @returns whether `last` was taken
   * @throws as `report`
   */
  async reportNow(snapshot: Snapshot, { first, last }: Farewell): Promise<boolean> {
    const delivery = this.#delivery;
    const due = this.#due.of(snapshot, 'leaving');
    const isNew = ({ key, at, statement }: Due): boolean => this.#unheard[key] !== at && !this.#trials.has(statement.id);
    const goesWithLast = (one: Due): boolean => last !== undefined && delivery.hearsBatches && isNew(one);
    const bytes = delivery.hearsBatches ? BATCH_BYTES : 0;
    const answers = due.filter(({ counts }) => !counts);
    const counting = due.filter(({ counts }) => counts);
    const news = batches(answers.filter(isNew), bytes);
    const parting = [...counting.filter(goesWithLast), ...(delivery.hearsBatches ? (news.pop() ?? []) : [])];
    // It has to get out, so the others leave it its room; what is small and matters takes its own before the answers.
    delivery.room.keepBack(sizeOf(last));
    const sent: Promise<unknown>[] = first ? [delivery.deliver(first, LEAVING)] : [];
    for (const one of counting.filter((each) => !goesWithLast(each))) sent.push(this.#deliver(one, LEAVING));
    const withLast = fitting(parting, Math.min(BATCH_BYTES - sizeOf(last), delivery.room.left));
    const others = batches(parting.slice(withLast.length));
    delivery.room.keepBack(withLast.reduce((size, { statement }) => size + sizeOf(statement), sizeOf(last)));
    for (const batch of [
      ...batches(
        answers.filter((one) => !isNew(one)),
        bytes,
      ),
      ...news,
      ...others,
    ])
      sent.push(this.#deliverTogether(batch, LEAVING));
    delivery.room.keepBack(0);
    const [isLastTaken] = await Promise.all([this.#deliverWith(withLast, last, LEAVING), ...sent]);
    return isLastTaken;
  }

  /** What counts is sent once more by a page that goes, which may take a request along that is under way; others wait for the next launch. */
  #isLeftOut({ id }: Statement, isParting: boolean): boolean {
    const trial = this.#trials.get(id);
    return (trial?.is === 'under-way' && !isParting) || (trial?.is === 'rests' && trial.until > performance.now());
  }

  /**
   * What a closed page had sent. Where the first of it arrived, any part of the others may have: they went in several requests, of which
   * mod_cmi5 stores one statement after another and stops where `terminated` comes in between. So each is asked for by itself.
   */
  async #deliverAgain(resent: readonly Due[], sending: Sending): Promise<void> {
    const [first, ...others] = resent;
    if (!first || !sending.goesOn()) return;
    if ((await this.#deliver(first, sending, true)) !== 'there') {
      for (const batch of batches(others)) if (sending.goesOn()) await this.#deliverTogether(batch, sending);
    } else for (const one of others) if (sending.goesOn()) await this.#deliver(one, sending, true);
  }

  async #deliverTogether(batch: readonly Due[], sending: Sending): Promise<void> {
    await this.#deliverWith(batch, undefined, sending);
  }

  /** @param last a statement to go behind them in the same request. @returns whether it was taken */
  async #deliverWith(batch: readonly Due[], last: Statement | undefined, sending: Sending): Promise<boolean> {
    const delivery = this.#delivery;
    const statements = [...batch.map(({ statement }) => statement), ...(last ? [last] : [])];
    const [only] = statements;
    if (!only) return true;
    if (statements.length > 1 && (await this.#underWay(batch, () => delivery.deliverTogether(statements, sending)))) {
      batch.forEach((one) => this.#note(one));
      return true;
    }
    // The first in any case: a batch that is refused late would leave no time for any of them, each time anew.
    for (const one of batch) if (one === batch[0] || sending.goesOn()) await this.#deliver(one, sending);
    if (!last) return true;
    const taking = await delivery.deliver(last, sending);
    return taking === 'taken' || taking === 'there';
  }

  async #deliver(one: Due, sending: Sending, mayBeThere = false): Promise<Taking> {
    const { id } = one.statement;
    const before = this.#trials.get(id);
    const taking = await this.#underWay([one], () => this.#delivery.deliver(one.statement, sending, mayBeThere));
    if (taking === 'taken' || taking === 'there') {
      this.#note(one);
      return taking;
    }
    if (taking === 'failed') this.#noteUnheard([one]);
    const times = before?.is === 'failed' ? before.times + 1 : 1;
    const isOver = taking === 'refused' || before?.is === 'rests' || times === STATEMENT_TRIES;
    const until = one.counts ? performance.now() + STATEMENT_RESTS_MS : Infinity;
    this.#trials.set(id, isOver ? { is: 'rests', until } : { is: 'failed', times });
    return taking;
  }

  async #underWay<T>(all: readonly Due[], deliver: () => Promise<T>): Promise<T> {
    const before = new Map(this.#trials);
    for (const { statement } of all) this.#trials.set(statement.id, { is: 'under-way' });
    try {
      return await deliver();
    } catch (error) {
      if (error instanceof LrsError && error.mayHaveArrived) this.#noteUnheard(all);
      throw error;
    } finally {
      for (const { statement } of all) {
        const trial = before.get(statement.id);
        if (trial && trial.is !== 'under-way') this.#trials.set(statement.id, trial);
        else this.#trials.delete(statement.id);
      }
    }
  }

  #noteUnheard(all: readonly Due[]): void {
    this.#unheard = { ...this.#unheard, ...Object.fromEntries(all.map(({ key, at }) => [key, at])) };
  }

  #note(one: Due): void {
    this.#due.acknowledged(one);
    this.#trials.delete(one.statement.id);
    const { [one.key]: _heard, ...unheard } = this.#unheard;
    this.#unheard = unheard;
  }
}

/** @param bytes at most in each, though one statement may be longer */
function batches(due: readonly Due[], bytes = BATCH_BYTES): Due[][] {
  const made: Due[][] = [];
  for (let at = 0; at < due.length; at += made.at(-1)?.length ?? 0) {
    const rest = due.slice(at);
    const batch = fitting(rest, bytes);
    made.push(batch.length > 0 ? batch : rest.slice(0, 1));
  }
  return made;
}

/** The first of them, as many as take no more bytes. */
function fitting(due: readonly Due[], bytes: number): Due[] {
  let size = 0;
  const beyond = due.findIndex(({ statement }) => (size += sizeOf(statement)) > bytes);
  return due.slice(0, beyond < 0 ? due.length : beyond);
}

/** Bytes of it in a request with others. */
function sizeOf(statement: Statement | undefined): number {
  return statement ? new TextEncoder().encode(JSON.stringify(statement)).byteLength + 1 : 0;
}
