/**
 * One session with an LRS, whichever standard launched it: state and statements in the order that every launcher survives. The state first,
 * since it is the learner's work and the statements only tell of it; what counts in requests of its own; `terminated` once, behind
 * everything else.
 */
import type { Answers } from '../../course/answers.ts';
import type { LaunchMemory } from './launch-memory.ts';
import { isMore, isMoreThanMarks, mergeHeld, type Held } from './held.ts';
import { LrsError } from './lrs-error.ts';
import type { LrsState } from './lrs-state.ts';
import { holdingInEvent, LEAVING, type Sending } from './sending.ts';
import { SessionStart } from './session-start.ts';
import type { StatementDelivery } from './statement-delivery.ts';
import type { Farewell, StatementReporter } from './statement-reporter.ts';
import { CLOSE_WITHIN_MS, PLACE_AFTER_MS, REMEMBER_AFTER_MS } from './lrs-waits.ts';
import { Telling } from './telling.ts';
import type { LeavingEvent, NotSaved, SaveOutcome, Snapshot, Turn } from '../tracker.ts';
import type { Statement } from './xapi-types.ts';

const NO_FAREWELL: Farewell = { first: undefined, last: undefined };

export interface LrsSessionOptions {
  readonly state: LrsState;
  readonly delivery: StatementDelivery;
  readonly reporter: StatementReporter;
  readonly memory: LaunchMemory;
  /** As its time is kept in the state. */
  readonly id: string;
  /** False where neither state nor answers may be written (Browse). */
  readonly writes: boolean;
  /** Whether the page is about to be loaded again: the session then goes on, and is not terminated. */
  readonly isReloading: () => boolean;
  /** Whether the page is out of sight, and may go without another word. */
  readonly isHidden: () => boolean;
  readonly initialized: () => Statement;
  readonly terminated: (durationMs: number) => Statement;
}

/** A state that a leaving page has sent, and of which it has not heard yet. */
interface Writing {
  readonly wanted: Held;
  readonly done: Promise<void>;
}

export class LrsSession {
  readonly #options: LrsSessionOptions;
  /** Of this session, on pages before a reload, in milliseconds. */
  readonly #activeBefore: number;
  readonly #start: SessionStart;
  readonly #telling: Telling;
  #writing: Writing | undefined;
  #closing: Promise<SaveOutcome> | undefined;
  /** Whether the LRS took what it was sent last. */
  #isWell = true;
  /** Not before then does the LRS want to be asked again (Retry-After), by a clock that nobody sets. */
  #notBefore = 0;
  /** When marks are written though no words came, by the same clock; undefined where none wait. */
  #marksDueAt: number | undefined;

  constructor(options: LrsSessionOptions) {
    this.#options = options;
    this.#start = new SessionStart(options);
    this.#telling = new Telling(options.reporter);
    const { memory, state, id } = options;
    // A page that crashed, or whose browser did, has noted nothing; what it has saved says how long it was open.
    this.#activeBefore = Math.max(memory.launch.activeBefore ?? 0, state.held.times[id] ?? 0);
  }

  async save(ofPage: Snapshot, turn: Turn): Promise<SaveOutcome> {
    const retryAfter = this.#notBefore - performance.now();
    if (retryAfter > 0) return { result: 'not-saved', reason: 'offline', retry: true, retryAfter };
    const { state, writes } = this.#options;
    const snapshot = this.#ofSession(ofPage);
    const goesOn = (): boolean => !turn.isOver;
    const sending: Sending = { as: 'open', goesOn };
    const toldAll = this.#telling.begin();
    return this.#outcome(snapshot, async () => {
      const refusal = await this.#writeInTime(this.#wanted(snapshot), sending);
      if (goesOn()) await this.#start.say(sending);
      // Before anything is reported: another browser may have completed the course.
      if (writes && goesOn() && !refusal && state.lookDueIn === 0) await this.#look(snapshot, sending);
      if (writes) await this.#telling.tell(snapshot, sending);
      if (goesOn()) toldAll();
      if (refusal) throw refusal;
    });
  }

  /** As `Tracker` says it. */
  tellAll(isBehind: boolean): void {
    this.#telling.all(isBehind);
  }

  /** What the LRS said of waiting holds the next save no longer, and what stands there by now is looked at. */
  askAgain(): void {
    this.#notBefore = 0;
    this.#options.state.askForLook();
  }

  /** Another tab may have told what this page has in this browser's copy. */
  takeOver(shown: Answers): void {
    this.#options.state.readFirst(shown);
  }

  async saveNow(ofPage: Snapshot, event: LeavingEvent): Promise<SaveOutcome> {
    const { memory, reporter, writes } = this.#options;
    const snapshot = this.#ofSession(ofPage);
    // Held for the document alone, and not by an LRS that was in trouble already.
    const sending = event === 'leaving' && this.#isWell ? holdingInEvent() : LEAVING;
    const writing = this.#writeNow(snapshot, event === 'leaving', sending);
    // A page that is hidden may stay so for hours, or go without another word.
    const tells = writes && event === 'hidden';
    const telling = tells && this.#isWell && memory.launch.initialized ? reporter.reportNow(snapshot, NO_FAREWELL) : undefined;
    return this.#outcome(snapshot, async () => {
      const [written, told] = await Promise.allSettled([writing, telling]);
      if (written.status === 'rejected') throw written.reason;
      if (told.status === 'rejected') throw told.reason;
      if (event === 'leaving') return;
      await this.#start.say(LEAVING);
      if (tells && !telling) await reporter.report(snapshot, 'all', { ...LEAVING, goesOn: () => !this.#closing });
    });
  }

  closeNow(ofPage: Snapshot): Promise<SaveOutcome> {
    this.#closing ??= inTime(this.#close(this.#ofSession(ofPage)));
    return this.#closing;
  }

  /** A page knows its own time only; the session may have begun on an earlier one. */
  #ofSession(snapshot: Snapshot): Snapshot {
    return { ...snapshot, duration: this.#activeBefore + snapshot.duration };
  }

  #wanted({ answers, revision, duration }: Snapshot): Held {
    const { reporter, id } = this.#options;
    return { answers, revision, reported: reporter.reported, unheard: reporter.unheard, times: { [id]: duration } };
  }

  #close(snapshot: Snapshot): Promise<SaveOutcome> {
    const { memory, reporter, isReloading, terminated } = this.#options;
    const last = isReloading() || memory.launch.terminated ? undefined : terminated(snapshot.duration);
    reporter.wake('what-counts');
    this.#start.wake();
    const closing = this.#isWell ? this.#closeAtOnce(snapshot, last) : this.#closeInOrder(snapshot, last);
    // Behind the requests: while Firefox writes to sessionStorage in `pagehide`, the page's process ends (seen in 153 ESR).
    memory.note({ activeBefore: snapshot.duration });
    return closing;
  }

  /** All requests leave before the page does, which hears none of their answers. */
  #closeAtOnce(snapshot: Snapshot, last: Statement | undefined): Promise<SaveOutcome> {
    const { delivery, memory, reporter, writes } = this.#options;
    const { answers, revision } = snapshot;
    const hasNewWords = writes && isMoreThanMarks({ ...this.#options.state.held, answers, revision }, this.#options.state.held);
    const writing = this.#writeNow(snapshot, true, LEAVING);
    const farewell = { first: last && this.#start.withTheEnd, last };
    const telling = writes ? reporter.reportNow(snapshot, farewell) : this.#sayInOrder(farewell, (one) => delivery.deliver(one, LEAVING));
    if (last) memory.note({ initialized: true, terminated: true });
    return this.#outcome(snapshot, async () => {
      const [written, told] = await Promise.allSettled([writing, telling]);
      const lacksLast = last && !(told.status === 'fulfilled' && told.value);
      if (lacksLast) memory.note({ terminated: false });
      // Marks alone are no words of hers; some LMSs let nothing in any more behind `terminated`.
      if (written.status === 'rejected' && hasNewWords) throw written.reason;
      if (told.status === 'rejected' && reporter.dueIn(snapshot) !== undefined) throw told.reason;
      // The page is still there, as it is by the course's own button.
      if (lacksLast && (await delivery.deliversLater(last, LEAVING))) memory.note({ terminated: true });
    });
  }

  /** The LRS did not take the last save: here the session ends only when it has the work. */
  #closeInOrder(snapshot: Snapshot, last: Statement | undefined): Promise<SaveOutcome> {
    const { delivery, memory, reporter, writes } = this.#options;
    return this.#outcome(snapshot, async () => {
      const refusal = await this.#write(this.#wanted(snapshot), LEAVING);
      await this.#start.say(LEAVING);
      if (writes) await reporter.report(snapshot, 'all', LEAVING);
      if (refusal) throw refusal;
      if (last && (await this.#sayInOrder({ first: undefined, last }, (one) => delivery.deliver(one, LEAVING))))
        memory.note({ terminated: true });
    });
  }

  async #sayInOrder(
    { first, last }: { readonly first: Statement | undefined; readonly last: Statement | undefined },
    say: (statement: Statement) => Promise<string>,
  ): Promise<boolean> {
    const said = [first, last].flatMap((one) => (one ? [say(one)] : []));
    return ['taken', 'there'].includes((await Promise.all(said)).at(-1) ?? 'taken');
  }

  /** As `#write`, but marks wait for words, for a while. */
  #writeInTime(wanted: Held, sending: Sending): Promise<LrsError | undefined> {
    const { state, isHidden } = this.#options;
    const mayWait = this.#isWell && !isHidden() && performance.now() < (this.#marksDueAt ?? Infinity);
    if (mayWait && state.lacksMarksOnly(wanted)) return Promise.resolve(undefined);
    this.#marksDueAt = undefined;
    return this.#write(wanted, sending);
  }

  /** @returns why the LRS does not take it: that must not keep it from hearing that the course is complete */
  async #write(wanted: Held, sending: Sending): Promise<LrsError | undefined> {
    const { state, writes } = this.#options;
    if (!writes || !state.lacks(wanted)) return undefined;
    try {
      await state.write(wanted, sending);
      return undefined;
    } catch (error) {
      if (error instanceof LrsError && error.mayBeOfOne) return error;
      throw error;
    }
  }

  /** The same in an event after which the page may be gone: a request is made before this returns. */
  #writeNow(snapshot: Snapshot, leaves: boolean, sending: Sending): Promise<void> {
    const { state, reporter, writes } = this.#options;
    const wanted = { ...this.#wanted(snapshot), unheard: reporter.unheardAfter(snapshot) };
    const underWay = this.#writing;
    // A page that leaves does not wait for what is read first for one that was only hidden.
    const isUnderWay = underWay && (state.isWriting || !leaves) && !isMore(wanted, mergeHeld(state.held, underWay.wanted));
    if (isUnderWay) return underWay.done;
    if (!writes || !isMore(wanted, state.held)) return Promise.resolve();
    const done = state.writeNow(wanted, leaves, sending).catch(async (error: unknown) => {
      // The page is still there, and another one was quicker.
      if (!(error instanceof LrsError && (error.status === 409 || error.status === 412))) throw error;
      await state.write(wanted, LEAVING);
    });
    const writing = { wanted, done };
    this.#writing = writing;
    const forget = (): void => {
      if (this.#writing === writing) this.#writing = undefined;
    };
    done.then(forget, forget);
    return done;
  }

  /** What another page has written; where that has cost something of this one's, it is written again. */
  async #look(snapshot: Snapshot, sending: Sending): Promise<void> {
    const { state } = this.#options;
    try {
      await state.look(sending);
    } catch (error) {
      // The work is stored; there is another look to come.
      if (!(error instanceof LrsError)) throw error;
      return;
    }
    await this.#writeInTime(this.#wanted(snapshot), sending);
  }

  async #outcome(snapshot: Snapshot, act: () => Promise<void>): Promise<SaveOutcome> {
    const { state, writes } = this.#options;
    try {
      await act();
      this.#notBefore = 0;
      this.#isWell = true;
      if (!writes) return { result: 'not-saved', reason: 'read-only', retry: false };
      const elsewhere = state.takeElsewhere();
      const dueIn = this.#dueIn(snapshot);
      return {
        result: 'saved',
        revision: state.held.revision,
        ...(elsewhere ? { elsewhere } : {}),
        ...(dueIn === undefined ? {} : { dueIn }),
      };
    } catch (error) {
      this.#isWell = false;
      if (!(error instanceof LrsError)) return { result: 'not-saved', reason: 'refused', retry: true, detail: String(error) };
      this.#notBefore = performance.now() + (error.retryAfter ?? 0);
      return error.outcome;
    }
  }

  #dueIn(snapshot: Snapshot): number | undefined {
    const { state, reporter } = this.#options;
    if (this.#closing) return undefined;
    const telling = this.#telling.hasMore ? 0 : undefined;
    const waits = [telling, this.#marksDueIn(snapshot), this.#start.dueIn, reporter.dueIn(snapshot), state.lookDueIn].filter(
      (wait) => wait !== undefined,
    );
    return waits.length > 0 ? Math.min(...waits) : undefined;
  }

  #marksDueIn(snapshot: Snapshot): number | undefined {
    const { state, reporter } = this.#options;
    const hasTold = isMore({ ...state.held, reported: reporter.reported }, state.held);
    if (!hasTold && !state.lacksMarksOnly(this.#wanted(snapshot))) return (this.#marksDueAt = undefined);
    const now = performance.now();
    this.#marksDueAt = Math.min(this.#marksDueAt ?? Infinity, now + (hasTold ? REMEMBER_AFTER_MS : PLACE_AFTER_MS));
    return Math.max(0, this.#marksDueAt - now);
  }
}

/** Requests may hang, and several of them one after another. */
async function inTime(closing: Promise<SaveOutcome>): Promise<SaveOutcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<NotSaved>((over) => {
    timer = setTimeout(() => over({ result: 'not-saved', reason: 'offline', retry: false, detail: 'No answer in time.' }), CLOSE_WITHIN_MS);
  });
  try {
    return await Promise.race([closing, late]);
  } finally {
    clearTimeout(timer);
  }
}
