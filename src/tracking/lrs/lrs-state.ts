/**
 * A learner's state as one small JSON document in the LRS (xAPI Communication 2.3), under the one stateId that every launcher keeps. Several
 * pages may have it open, so nothing is written over what another page has written:
 *
 * - What is new is posted under keys of this page's own, which an LRS merges into the document (2.2). Who writes last does not matter then.
 * - The document as a whole is put over the version that was read only (3.1): to begin it, to fold in what pages have added, to take out
 *   removed rows; and always where a launcher merges nothing.
 */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import type { LrsClient, StateKey, WriteCondition } from './lrs-client.ts';
import {
  additionsOf,
  hasAll,
  heldAfter,
  isMore,
  mergeHeld,
  NOTHING_HELD,
  readDocument,
  wholeDocument,
  type Held,
  type ReadDocument,
} from './lrs-document.ts';
import { LrsError } from './lrs-error.ts';
import { OtherPages, type Elsewhere } from './lrs-other-pages.ts';
import { unreadTexts } from './unread-texts.ts';

const STATE_ID = 'suspendData';
/** So often two pages that write at once may get into each other's way. */
const ATTEMPTS = 5;
/** A look for what other pages have written is due so long after the last one, where this page has written since. */
const LOOK_AFTER_MS = 15_000;
/**
 * So long after a reading a page that leaves may put the whole document unseen, in milliseconds: longer than typing waits for a save
 * (`typing-pace.ts`), and too short for the learner to have saved at another computer.
 */
const READ_LATELY_MS = 20_000;
/** Without etags the document is written as a whole only when it has grown so much, and no page that wrote to it can be open any more. */
const MANY_ADDITIONS = 300;
const PAGES_LIVE_MS = 24 * 3_600_000;

/** Which document there is. changed: another than the one that was read, and by this page at least. */
type Version = { readonly is: 'none' | 'changed' } | { readonly is: 'read'; readonly etag: string | undefined };

/**
 * Whether a request may depend on an etag. doubted: one that did was not answered, which may have been the network. useless: some proxies'
 * CORS rules know no such header, and some change the etag, so that it never matches.
 */
type Conditions = 'untried' | 'doubted' | 'work' | 'useless';

/** Whether what is posted is merged into the document. unproved: it was taken, and nobody has looked yet what became of it. */
type Posts = 'untried' | 'unproved' | 'merged' | 'not-merged';

/** Whether a save may still write. */
type GoesOn = () => boolean;
const always: GoesOn = () => true;

export class LrsState {
  readonly #client: LrsClient;
  readonly #key: StateKey;
  readonly #living: (answers: Answers) => Answers;
  readonly #now: () => number;
  readonly #page = Math.random().toString(36).slice(2, 8);
  /** A request that was overtaken, or not answered, may arrive later still: what is newer stands under other keys by then. */
  #generation = 0;
  #version: Version = { is: 'changed' };
  #conditions: Conditions = 'untried';
  #posts: Posts = 'untried';
  /** What the LRS has, as far as is known. */
  #held: Held = NOTHING_HELD;
  /** At the first write what pages have added is to become part of the body. */
  #folds = false;
  #underWay = 0;
  #lookedAt = -Infinity;
  /** When the document itself came with an answer last: a look that fails, or finds none, tells nothing of what another browser has saved. */
  #readAt = -Infinity;
  /** Fields of which the learner was shown a text that nobody had read: the document says so with the next addition, and she is asked once. */
  readonly #asked = new Set<FieldId>();
  /** The document was read or written, and no answer has said since that there is none. */
  #isThere = false;
  readonly #others: OtherPages;

  /** @param living answers without what is left of removed rows */
  constructor(client: LrsClient, key: Omit<StateKey, 'stateId'>, living: (answers: Answers) => Answers, now: () => number) {
    this.#client = client;
    this.#key = { ...key, stateId: STATE_ID };
    this.#living = living;
    this.#now = now;
    this.#others = new OtherPages(now);
  }

  get held(): Held {
    return this.#held;
  }

  /** At launch. @throws LrsError */
  async open(): Promise<ReadDocument & { readonly unread: readonly [FieldId, Answer][] }> {
    const read = await this.#readAgain();
    this.#others.take();
    const unread = unreadTexts(read.written);
    for (const [id] of unread) this.#asked.add(id);
    const newest = Math.max(0, ...read.written.map(([, { at }]) => at));
    this.#folds = this.#usableEtag ? read.additions > 0 : read.additions > MANY_ADDITIONS && this.#now() - newest > PAGES_LIVE_MS;
    return { ...read, unread };
  }

  /** Whether the LRS still lets this session in. @throws LrsError where it does not answer */
  async isOpen(): Promise<boolean> {
    try {
      await this.#client.state(this.#key);
      return true;
    } catch (error) {
      if (error instanceof LrsError && error.reason === 'session-ended') return false;
      throw error;
    }
  }

  /** What another page was found to have written since this was asked last. */
  takeElsewhere(): Elsewhere | undefined {
    return this.#others.take();
  }

  /** Milliseconds until another look is due; undefined where nothing can have been missed. */
  get lookDueIn(): number | undefined {
    if (this.#version.is !== 'changed') return undefined;
    return Math.max(0, this.#lookedAt + LOOK_AFTER_MS - performance.now());
  }

  /** Reads what other pages may have written. @throws LrsError */
  async look(): Promise<void> {
    await this.#readAgain();
  }

  /** Whether there is anything to write. */
  lacks(wanted: Held): boolean {
    return (
      this.#version.is === 'none' || (this.#mayMerge && this.#posts !== 'merged') || isMore(wanted, this.#held) || this.#hasRemoved(wanted)
    );
  }

  /**
   * Writes what is new.
   * @param goesOn false once something newer is written by another save or another tab: then nothing is written any more
   * @throws LrsError where it was not taken in any of the ways that LRSs offer
   */
  async write(wanted: Held, goesOn: GoesOn = always): Promise<void> {
    this.#others.know(wanted.answers);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { etag } = this.#condition();
      try {
        // What is added needs no condition; with one another page's words are found at once.
        if (this.#isAddition(wanted)) await this.#add(wanted, attempt > 2 ? {} : this.#condition(), goesOn);
        else await this.#replace(wanted, goesOn);
        return await this.#proveMerging(wanted, goesOn);
      } catch (error) {
        if (!isConflict(error)) throw error;
        if (!etag && attempt > 1) return await this.#makeAnew(wanted, goesOn);
        await this.#readAgain();
        if (!goesOn()) return;
        // Nobody has written in between, and it did not match all the same.
        if (etag && etag === this.#condition().etag) this.#conditions = 'useless';
      }
    }
    throw new LrsError(0, 'PUT activities/state, at which another page was quicker each time');
  }

  /**
   * The same on a page that may be gone in the next moment: one request, made before this returns. Where the whole document has to be put and
   * nothing guards what another browser has saved, that request is a reading: last words that are not written after it are in this browser's
   * copy, while those of the other would be nowhere any more.
   * @param leaves the page goes; else it is hidden, and most pages then live on for long enough
   * @throws LrsError
   */
  async writeNow(wanted: Held, leaves: boolean): Promise<void> {
    this.#others.know(wanted.answers);
    const condition = this.#underWay > 0 ? {} : this.#condition();
    // That there is none yet is no condition to rely on here: some launchers drop `If-None-Match`.
    const isSafe = condition.etag !== undefined;
    const isReadLately = performance.now() - this.#readAt < READ_LATELY_MS;
    if (this.#posts === 'merged' || (this.#mayMerge && !isSafe)) await this.#post(wanted, {});
    else if (isSafe || (leaves && isReadLately)) await this.#put(wanted, condition);
    else await this.#replace(wanted, always);
  }

  get #mayMerge(): boolean {
    return this.#posts !== 'not-merged' && this.#client.hearsPosts;
  }

  get #usableEtag(): string | undefined {
    return this.#version.is === 'read' && this.#conditions !== 'useless' ? this.#version.etag : undefined;
  }

  /** Under which this page adds. */
  get #name(): string {
    return `${this.#page}-${this.#generation}`;
  }

  #condition(): WriteCondition {
    if (this.#version.is === 'none') return { isNew: true };
    return this.#usableEtag ? { etag: this.#usableEtag } : {};
  }

  /** Whether the document stays as it is, but for what this page adds. */
  #isAddition(wanted: Held): boolean {
    return this.#mayMerge && this.#version.is !== 'none' && !this.#folds && !this.#hasRemoved(wanted);
  }

  #hasRemoved(wanted: Held): boolean {
    const { answers } = this.#merged(wanted);
    return [...this.#held.answers.keys()].some((id) => !answers.has(id));
  }

  /** Not every launcher takes what is posted, or says so where it does not. */
  async #add(wanted: Held, condition: WriteCondition, goesOn: GoesOn): Promise<void> {
    const before = this.#held;
    try {
      await this.#post(wanted, condition);
      if (this.#client.hearsPosts) return;
      this.#held = before;
      await this.#replace(wanted, goesOn);
    } catch (error) {
      if (this.#posts !== 'untried' || isConflict(error) || !(error instanceof LrsError && error.mayBeOfOne)) throw error;
      // Where it takes nothing else either, nothing is learnt.
      await this.#replace(wanted, goesOn);
      if (goesOn()) this.#posts = 'not-merged';
    }
  }

  /** Once a page: what was posted is there, and what was there before it too. */
  async #proveMerging(wanted: Held, goesOn: GoesOn): Promise<void> {
    if (!goesOn()) return;
    if (this.#mayMerge && this.#posts === 'untried') await this.#add(wanted, {}, goesOn);
    if (!this.#mayMerge || this.#posts !== 'unproved') return;
    const all = this.#held;
    const { held } = await this.#readAgain();
    const isThere = held !== undefined && hasAll(held, all);
    this.#posts = isThere ? 'merged' : 'not-merged';
    if (!isThere) await this.#replace(all, goesOn);
  }

  /**
   * Puts the document as a whole, over the version that was read. To begin it too it is read once more: some launchers drop `If-None-Match`,
   * and a single 404 must not cost the learner what is there.
   */
  async #replace(wanted: Held, goesOn: GoesOn): Promise<void> {
    if (!this.#usableEtag) await this.#readAgain();
    if (!goesOn()) return;
    await this.#put(wanted, this.#condition());
  }

  async #post(asked: Held, condition: WriteCondition): Promise<void> {
    if (this.#underWay > 0) this.#generation += 1;
    const wanted = this.#posts === 'untried' ? withMoreTime(asked) : asked;
    const content = additionsOf(this.#name, wanted, this.#held, (id) => this.#others.readOf(id), this.#asked);
    const etag = await this.#send(() => this.#client.postState(this.#key, content, condition), condition);
    if (this.#posts === 'untried') this.#posts = 'unproved';
    this.#asked.clear();
    this.#held = heldAfter(wanted, this.#held);
    this.#isThere = true;
    this.#version = etag ? { is: 'read', etag } : { is: 'changed' };
  }

  async #put(wanted: Held, condition: WriteCondition): Promise<void> {
    const whole = this.#merged(wanted);
    const etag = await this.#send(() => this.#client.putState(this.#key, wholeDocument(whole), condition), condition);
    this.#held = whole;
    this.#folds = false;
    this.#asked.clear();
    this.#isThere = true;
    this.#version = etag ? { is: 'read', etag } : { is: 'changed' };
  }

  async #send(send: () => Promise<string | undefined>, condition: WriteCondition): Promise<string | undefined> {
    const isConditional = condition.etag !== undefined || condition.isNew === true;
    this.#underWay += 1;
    try {
      const told = await send();
      if (isConditional) this.#conditions = 'work';
      return told;
    } catch (error) {
      if (!isUnanswered(error)) {
        if (isConditional && this.#conditions !== 'useless') this.#conditions = 'work';
        throw error;
      }
      this.#generation += 1;
      this.#version = { is: 'changed' };
      if (!isConditional || this.#conditions === 'work' || this.#client.stage === 'leaving') throw error;
      // Where the LRS is there all the same, the condition may have been why.
      await this.#readAgain();
      if (this.#conditions === 'doubted') this.#conditions = 'useless';
      if (this.#conditions === 'useless') throw new LrsError(412, 'A condition that was not let through');
      this.#conditions = 'doubted';
      return await this.#send(send, condition);
    } finally {
      this.#underWay -= 1;
    }
  }

  /** The last resort, where the LRS wants a condition and there is none. */
  async #makeAnew(wanted: Held, goesOn: GoesOn): Promise<void> {
    if (!goesOn()) return;
    await this.#client.deleteState(this.#key);
    await this.#put(wanted, {});
  }

  async #readAgain(): Promise<ReadDocument> {
    this.#lookedAt = performance.now();
    const document = await this.#client.state(this.#key);
    const read = readDocument(document?.content);
    const exists = document && (read.held !== undefined || read.unreadable !== undefined);
    if (!exists) this.#missed();
    this.#isThere = exists === true;
    this.#readAt = exists ? performance.now() : -Infinity;
    this.#version = exists ? { is: 'read', etag: document.etag } : { is: 'none' };
    this.#folds ||= read.unreadable !== undefined;
    this.#held = read.held ?? NOTHING_HELD;
    this.#others.find(read.written);
    return read;
  }

  /** A document that was there is gone only when a later save finds none either: one bad answer must not begin it anew. @throws LrsError */
  #missed(): void {
    if (!this.#isThere) return;
    this.#isThere = false;
    throw new LrsError(0, 'GET activities/state, which was there before and is said not to be');
  }

  /** The revision never goes back, or another browser would take the state for an old one. */
  #merged(wanted: Held): Held {
    const merged = mergeHeld(this.#held, wanted);
    return { ...merged, answers: this.#living(merged.answers) };
  }
}

/** By so little that nobody counts it: something that the document cannot have yet. */
function withMoreTime(wanted: Held): Held {
  return { ...wanted, times: Object.fromEntries(Object.entries(wanted.times).map(([session, time]) => [session, time + 1])) };
}

function isUnanswered(error: unknown): boolean {
  return error instanceof LrsError && error.status === 0;
}

function isConflict(error: unknown): boolean {
  return error instanceof LrsError && (error.status === 412 || error.status === 409);
}
