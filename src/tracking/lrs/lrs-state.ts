/**
 * A learner's state as one small JSON document in the LRS (xAPI Communication 2.3), under the one stateId that every launcher keeps. Several
 * pages may have it open, so nothing is written over what another page has written:
 *
 * - What is new is posted under keys of this page's own, which an LRS merges into the document (2.2). Who writes last does not matter then.
 * - The document as a whole is put over the version that was read only (3.1): to begin it, to fold in what pages have added, to take out
 *   removed rows; and always where a launcher merges nothing.
 *
 * Here it is decided which of both is done. `document-writer.ts` does it; `known-document.ts` is what the page knows of the document,
 * `known-texts.ts` of whose texts stand there, and `launcher-habits.ts` of the launcher.
 */
import type { Answers } from '../../course/answers.ts';
import { DocumentWriter } from './document-writer.ts';
import { KnownDocument, type KnownDocumentOptions } from './known-document.ts';
import { LauncherHabits } from './launcher-habits.ts';
import type { LrsClient, StateKey, WriteCondition } from './lrs-client.ts';
import { hasAll, isMore, isMoreThanMarks, isWorthBeginning, NOTHING_HELD, type Held } from './held.ts';
import type { ReadDocument } from './lrs-document.ts';
import { LrsError } from './lrs-error.ts';
import type { Sending } from './sending.ts';
import type { Elsewhere } from '../tracker.ts';

const STATE_ID = 'suspendData';
/** So often two pages that write at once may get into each other's way. */
const ATTEMPTS = 5;

export class LrsState {
  readonly #client: LrsClient;
  readonly #key: StateKey;
  readonly #document: KnownDocument;
  readonly #habits = new LauncherHabits();
  readonly #writer: DocumentWriter;

  constructor(client: LrsClient, key: Omit<StateKey, 'stateId'>, ofCourse: Pick<KnownDocumentOptions, 'lists' | 'moved' | 'now'>) {
    this.#client = client;
    this.#key = { ...key, stateId: STATE_ID };
    const page = Math.random().toString(36).slice(2, 8);
    this.#document = new KnownDocument({ client, key: this.#key, page, ...ofCourse });
    this.#writer = new DocumentWriter({ client, key: this.#key, page, document: this.#document, habits: this.#habits });
  }

  get held(): Held {
    return this.#document.held;
  }

  /** Another page is known to have written something that this one does not show yet. */
  get isBehind(): boolean {
    return this.#document.texts.hasFound;
  }

  /** What other pages have written was read some seconds ago. */
  get isReadLately(): boolean {
    return this.#document.isReadLately;
  }

  /** A request that writes was sent, and is not answered yet. */
  get isWriting(): boolean {
    return this.#writer.isWriting;
  }

  /** At launch. @throws LrsError */
  open(): ReturnType<KnownDocument['open']> {
    return this.#document.open();
  }

  /** Whether the LRS still lets this session in, and has its document. @throws LrsError where it does not answer */
  async isOpen(sending: Sending): Promise<boolean> {
    try {
      if (!(await this.#client.state(this.#key, sending)) && this.held !== NOTHING_HELD) throw this.#document.gone();
      return true;
    } catch (error) {
      if (error instanceof LrsError && error.reason === 'session-ended') return false;
      throw error;
    }
  }

  /** What another page was found to have written since this was asked last. */
  takeElsewhere(): Elsewhere | undefined {
    return this.#document.takeElsewhere();
  }

  /** Milliseconds until another look is due; undefined where nothing can have been missed. */
  get lookDueIn(): number | undefined {
    return this.#document.lookDueIn(this.#habits.posts === 'merged');
  }

  /**
   * A look is due with the next save, though nothing is known to be missed: a page of release 1.0.0, which knows nothing of additions, puts its
   * own document over them, and then only this page can tell its words again.
   */
  askForLook(): void {
    this.#document.askForLook();
  }

  /** Reads what other pages may have written. @throws LrsError */
  async look(sending: Sending): Promise<void> {
    await this.#document.look(sending);
  }

  /** Before this page writes again, it reads what another tab has written: those texts stand here too, and are none that nobody has read. */
  readFirst(shown: Answers): void {
    this.#document.texts.show(shown);
    this.#document.outdate();
  }

  /** Whether there is anything to write. */
  lacks(wanted: Held): boolean {
    const { version, held } = this.#document;
    const isUnproved = this.#mayMerge && this.#habits.posts !== 'merged';
    return version.is === 'none' || isUnproved || isMore(wanted, held) || this.#document.hasRemoved(wanted);
  }

  /** Whether nothing but marks is to be written, and one request will do for them, on a page too that leaves. */
  lacksMarksOnly(wanted: Held): boolean {
    const { held } = this.#document;
    const areMarks = isMore(wanted, held) && !isMoreThanMarks(wanted, held) && !this.#document.hasRemoved(wanted);
    return areMarks && this.#habits.posts === 'merged';
  }

  /**
   * Writes what is new.
   * @throws LrsError where it was not taken in any of the ways that LRSs offer
   */
  async write(wanted: Held, sending: Sending): Promise<void> {
    this.#document.texts.show(wanted.answers);
    if (this.#document.isOutdated && !(await this.#isNewThere(wanted, sending))) return;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { etag } = this.#writer.condition;
      try {
        // What is added needs no condition; with one another page's words are found at once.
        if (this.#isAddition(wanted)) await this.#add(wanted, attempt > 2 ? {} : this.#writer.condition, sending);
        else await this.#replace(wanted, sending);
        return await this.#proveMerging(wanted, sending);
      } catch (error) {
        if (!isConflict(error)) throw error;
        if (!etag && attempt > 1 && (await this.#refusesWholeOnly(wanted, sending)))
          return sending.goesOn() ? await this.#writer.makeAnew(wanted, sending) : undefined;
        await this.#document.read(sending);
        if (!sending.goesOn()) return;
        if (etag && etag === this.#writer.condition.etag) this.#habits.conditionFailed();
      }
    }
    throw new LrsError(0, 'PUT activities/state, at which another page was quicker each time');
  }

  /**
   * The same on a page that may be gone in the next moment: one request, made before this returns. Where the whole document has to be put and
   * nothing guards what another browser has saved, that request is a reading: last words that are not written after it are in this browser's
   * copy, while those of the other would be nowhere any more. A page that is held is held for both.
   * @param leaves the page goes; else it is hidden, and most pages then live on for long enough
   * @throws LrsError
   */
  async writeNow(wanted: Held, leaves: boolean, sending: Sending): Promise<void> {
    this.#document.texts.show(wanted.answers);
    const condition = this.#writer.isWriting ? {} : this.#writer.condition;
    // That there is none yet is no condition to rely on here: some launchers drop `If-None-Match`.
    const isSafe = condition.etag !== undefined && !this.#document.presence.isCutOff;
    if (this.#habits.posts === 'merged' || (this.#mayMerge && !isSafe)) await this.#writer.post(wanted, {}, sending);
    else if (isSafe || (leaves && this.#document.isReadLately)) await this.#writer.put(wanted, condition, sending);
    else await this.#replace(wanted, sending);
  }

  /** The document is not taken away where every write is called a conflict for a while: then nothing would come in its place. */
  async #refusesWholeOnly(wanted: Held, sending: Sending): Promise<boolean> {
    if (!this.#mayMerge) return true;
    if (this.#isAddition(wanted)) return false;
    try {
      return await this.#writer.post(wanted, {}, sending);
    } catch (error) {
      if (!isConflict(error)) throw error;
      return false;
    }
  }

  /** Reads first. */
  async #isNewThere(wanted: Held, sending: Sending): Promise<boolean> {
    await this.#document.read(sending);
    return sending.goesOn() && this.lacks(wanted);
  }

  get #mayMerge(): boolean {
    return this.#habits.posts !== 'not-merged' && this.#client.hearsPosts;
  }

  /** Whether the document stays as it is, but for what this page adds. */
  #isAddition(wanted: Held): boolean {
    return this.#mayMerge && !this.#document.folds && !this.#document.hasRemoved(wanted);
  }

  /** Not every launcher takes what is posted, or says so where it does not. */
  async #add(wanted: Held, condition: WriteCondition, sending: Sending): Promise<void> {
    try {
      const isHeard = await this.#writer.post(wanted, condition, sending);
      if (!isHeard) await this.#replace(wanted, sending);
    } catch (error) {
      if (this.#habits.posts !== 'untried' || isConflict(error) || !(error instanceof LrsError && error.mayBeOfOne)) throw error;
      // Where it takes nothing else either, nothing is learnt.
      await this.#replace(wanted, sending);
      if (sending.goesOn()) this.#habits.postRefused();
    }
  }

  /** Once a page: what was posted is there, and what was there before it too. */
  async #proveMerging(wanted: Held, sending: Sending): Promise<void> {
    if (!sending.goesOn()) return;
    if (this.#mayMerge && this.#habits.posts === 'untried') await this.#add(wanted, {}, sending);
    while (this.#mayMerge && this.#habits.posts !== 'merged') {
      const all = this.#document.held;
      const { held, isCutOff } = await this.#readForSure(sending);
      if (!sending.goesOn()) return;
      if (isCutOff) throw this.#document.presence.cutOff();
      const isThere = held !== undefined && hasAll(held, all);
      this.#habits.postProved(isThere);
      if (isThere) return;
      if (this.#mayMerge) await this.#add(all, {}, sending);
      else await this.#replace(all, sending);
    }
  }

  /** Puts the document as a whole, over the version that was read. It is not begun for a learner who has only looked in. */
  async #replace(wanted: Held, sending: Sending): Promise<void> {
    if (this.#document.version.is === 'none' && !isWorthBeginning(wanted)) return;
    const { folds, isReadLately, presence } = this.#document;
    // Not every LRS heeds the condition (Learning Locker): what others have saved since the last reading must not depend on it.
    if (!(this.#writer.usableEtag && folds && isReadLately)) await this.#readForSure(sending);
    if (!sending.goesOn()) return;
    if (presence.isCutOff && !presence.isBroken) throw presence.cutOff();
    try {
      await this.#writer.put(wanted, this.#writer.condition, sending);
    } catch (error) {
      const isTooLarge = error instanceof LrsError && error.status === 413;
      if (!isTooLarge || !this.#mayMerge || this.#isAddition(wanted)) throw error;
      this.#document.keepAdditions();
      await this.#add(wanted, {}, sending);
    }
  }

  /**
   * That there is no document is believed only where it is still said some seconds after the first time; and what was asked for before the computer
   * slept is no news.
   */
  async #readForSure(sending: Sending): Promise<ReadDocument> {
    const read = await this.#document.read(sending);
    if (this.#document.isReadLately) return read;
    await this.#client.wait(this.#document.presence.believedIn);
    return sending.goesOn() ? this.#document.read(sending) : read;
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof LrsError && (error.status === 412 || error.status === 409);
}
