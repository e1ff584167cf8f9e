/** What a page knows of the learner's document in the LRS: what stands there, as of the last reading or writing, and in which version. */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import { livingAnswers } from '../../course/list-items.ts';
import type { MovedIds } from '../../course/moved-ids.ts';
import { BELIEVED_AFTER_MS, DocumentPresence } from './document-presence.ts';
import { KnownTexts, unreadTexts } from './known-texts.ts';
import type { LrsClient, StateKey } from './lrs-client.ts';
import { mergeHeld, NOTHING_HELD, type Held } from './held.ts';
import { LrsError } from './lrs-error.ts';
import { readDocument, type ReadDocument } from './lrs-document.ts';
import { PassedTime } from './passed-time.ts';
import { LONGEST_LOOK_AFTER_MS, LOOK_AFTER_MS, READ_LATELY_MS } from './lrs-waits.ts';
import { OPENING, type Sending } from './sending.ts';
import { signed, unreadRows } from './unread-rows.ts';
import type { Elsewhere } from '../tracker.ts';

/** Not every LRS heeds an etag (Learning Locker): a page that has written this lately may write again before what it has added is folded in. */
const PAGES_REST_MS = 600_000;
/** Without etags the document is written as a whole only when it has grown so much, and no page that wrote to it can be open any more. */
const MANY_ADDITIONS = 300;
const PAGES_LIVE_MS = 24 * 3_600_000;

/** Which document there is. changed: another than the one that was read, and by this page at least. */
type Version = { readonly is: 'none' | 'changed' } | { readonly is: 'read'; readonly etag: string | undefined };

export interface KnownDocumentOptions {
  readonly client: LrsClient;
  readonly key: StateKey;
  /** The name under which this page writes. */
  readonly page: string;
  /** The ids of the course's lists and trees. */
  readonly lists: readonly FieldId[];
  readonly moved: MovedIds;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export class KnownDocument {
  readonly texts: KnownTexts;
  readonly presence = new DocumentPresence();
  readonly #options: KnownDocumentOptions;
  /** What the LRS has, as far as is known. */
  #held: Held = NOTHING_HELD;
  /** What was seen to stand there: as it was read last, or put as a whole. */
  #seen: Held = NOTHING_HELD;
  #version: Version = { is: 'changed' };
  /** folds: at the first write what pages have added is to become part of the body. too-large: the LRS takes no body of that size. */
  #body: 'stays' | 'folds' | 'too-large' = 'stays';
  #isOutdated = false;
  #isLookAsked = false;
  /** Milliseconds between two looks, while pages of this learner that are open elsewhere write nothing. */
  #lookAfter = LOOK_AFTER_MS;
  readonly #sinceLook: PassedTime;
  /**
   * Since an answer told what other browsers have saved: the document itself, or that there is none for sure, as of when it was asked for, since the
   * computer may sleep until it is heard; or that what was read stood yet.
   */
  readonly #sinceRead: PassedTime;

  constructor(options: KnownDocumentOptions) {
    this.#options = options;
    this.texts = new KnownTexts(options.page, options.moved, options.now);
    this.#sinceLook = new PassedTime(options.now);
    this.#sinceRead = new PassedTime(options.now);
  }

  get held(): Held {
    return this.#held;
  }

  /**
   * Against which additions are made: what this page has added and not read since is added once more, since where the writes of two pages overlap an LRS
   * may keep one of them, though it has acknowledged both.
   */
  get seen(): Held {
    return this.#seen;
  }

  get version(): Version {
    return this.#version;
  }

  get folds(): boolean {
    return this.#body === 'folds';
  }

  /** What pages have added stays as it is, and so does what rows had that were removed: the LRS takes no document of that size as a whole. */
  keepAdditions(): void {
    this.#body = 'too-large';
  }

  /**
   * Milliseconds until another look is due; undefined where nothing can have been missed, and none was asked for.
   * @param isAtEase what this page writes is merged with what others write, whichever it has read
   */
  lookDueIn(isAtEase: boolean): number | undefined {
    if (this.#isLookAsked) return Math.max(0, LOOK_AFTER_MS - this.#sinceLook.passed);
    // One that failed is not made again at once.
    if (this.#version.is === 'none')
      return this.presence.isAbsentForSure ? undefined : Math.max(this.presence.believedIn, BELIEVED_AFTER_MS - this.#sinceLook.passed);
    if (this.#version.is === 'read') return undefined;
    return Math.max(0, (isAtEase ? this.#lookAfter : LOOK_AFTER_MS) - this.#sinceLook.passed);
  }

  /** Another tab of this browser has written since it was read. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  get isReadLately(): boolean {
    return this.#sinceRead.passed < READ_LATELY_MS;
  }

  /** The learner was away, or leaves: what stands there by now is looked at, whatever this page has read and written before. */
  askForLook(): void {
    this.#isLookAsked = true;
  }

  /** It was there, and is said not to be: what stands before an LRS may answer 404 to all for a while. The next look tells. */
  gone(): LrsError {
    this.askForLook();
    return new LrsError(404, 'GET activities/state, which was there before');
  }

  /** Until it is read again. */
  outdate(): void {
    this.#isOutdated = true;
  }

  /** At launch. @throws LrsError */
  async open(): Promise<ReadDocument & { readonly unread: readonly [FieldId, Answer][] }> {
    const read = await this.read(OPENING);
    this.texts.take();
    const unread = unreadTexts(read.written, this.#options.moved);
    // Until the learner has chosen, the document keeps what gave way.
    this.#body = unread.length === 0 && this.#mayFold(read) ? 'folds' : 'stays';
    return { ...read, held: read.held && { ...read.held, answers: this.#withUnread(read.held.answers) }, unread };
  }

  /** What pages have added: with an etag no page that adds can be written over, where the LRS heeds it. */
  #mayFold({ additions, written }: ReadDocument): boolean {
    const newest = Math.max(0, ...written.map(([, { at }]) => at));
    if (this.#version.is === 'read' && this.#version.etag !== undefined)
      return additions > 0 && this.#options.now() - newest > PAGES_REST_MS;
    return additions > MANY_ADDITIONS && this.#options.now() - newest > PAGES_LIVE_MS;
  }

  /** For what other pages have written. @throws LrsError */
  async look(sending: Sending): Promise<void> {
    await this.read(sending);
    this.#lookAfter = this.texts.hasFound ? LOOK_AFTER_MS : Math.min(2 * this.#lookAfter, LONGEST_LOOK_AFTER_MS);
  }

  /** @throws LrsError */
  async read(sending: Sending): Promise<ReadDocument> {
    const { client, key, now } = this.#options;
    this.#sinceLook.begin();
    const sinceAsked = new PassedTime(now);
    sinceAsked.begin();
    const document = await client.state(key, sending);
    const read = readDocument(document?.content);
    const exists = document && (read.held !== undefined || read.unreadable !== undefined);
    if (!exists) this.presence.missed();
    else if (read.unreadable === undefined) this.presence.found();
    else this.presence.foundUnreadable(read.isCutOff ? 'cut-off' : 'foreign');
    if ((exists && !read.isCutOff) || this.presence.isAbsentForSure) this.#sinceRead.beginWith(sinceAsked);
    else this.#sinceRead.forget();
    this.#version = exists ? { is: 'read', etag: document.etag } : { is: 'none' };
    this.#isOutdated = false;
    this.#isLookAsked = read.isCutOff === true;
    if (read.isCutOff) return read;
    if (read.unreadable !== undefined) this.#body = 'folds';
    this.#held = this.#seen = read.held ?? NOTHING_HELD;
    this.texts.find(read.written);
    return read;
  }

  /**
   * This page has added to it, or has written it as a whole.
   * @param etag undefined where the LRS does not say it
   * @param isOverRead written on the condition that it was still the document that was read
   */
  wrote(what: 'addition' | 'whole', held: Held, etag: string | undefined, isOverRead: boolean): void {
    this.#held = held;
    if (isOverRead) this.#sinceRead.begin();
    if (what === 'whole') {
      this.#seen = held;
      this.#body = 'stays';
      this.presence.found();
    }
    // The etag of an addition is that of others' too: what was not read stands there, and must not be put over.
    this.#version = etag && (what === 'whole' || isOverRead) ? { is: 'read', etag } : { is: 'changed' };
  }

  /** A request was not answered: nobody knows which document there is. */
  lost(): void {
    this.#version = { is: 'changed' };
  }

  /** What it is to hold with what is wanted. The revision never goes back, or another browser would take the state for an old one. */
  with(wanted: Held): Held {
    const merged = mergeHeld(this.#held, this.#signed(wanted));
    return { ...merged, answers: livingAnswers(this.#withUnread(merged.answers), this.#options.lists) };
  }

  /** What may be added of it: not what another page had read, and has taken away with its row. */
  toAdd(wanted: Held): Held {
    const { answers } = this.with(wanted);
    const own = this.#signed(wanted);
    return { ...own, answers: new Map([...own.answers].filter(([id]) => answers.has(id))) };
  }

  /** As this page's own, but for what other pages wrote. */
  #signed(wanted: Held): Held {
    const { page, lists } = this.#options;
    const writer = {
      page,
      over: (id: FieldId) => this.texts.overOf(id),
      asWritten: (id: FieldId, answer: Answer) => this.texts.asWritten(id, answer),
    };
    return { ...wanted, answers: signed(wanted.answers, lists, writer) };
  }

  /** What was found of other pages' since this was asked last. A row with words that had not been read where it was removed stands again. */
  takeElsewhere(): Elsewhere | undefined {
    const elsewhere = this.texts.take();
    const rows = elsewhere && this.#unreadRows(this.#held.answers);
    return rows && rows.size > 0 ? { ...elsewhere, answers: new Map([...elsewhere.answers, ...rows]) } : elsewhere;
  }

  #withUnread(answers: Held['answers']): Held['answers'] {
    return new Map([...answers, ...this.#unreadRows(answers)]);
  }

  #unreadRows(answers: Held['answers']): Answers {
    const { page, lists } = this.#options;
    return unreadRows(answers, lists, { page, hasShown: (id, words) => this.texts.hasShown(id, words) });
  }

  /** Whether it holds something of rows that were removed, which is to be taken out. */
  hasRemoved(wanted: Held): boolean {
    if (this.#body === 'too-large' || this.presence.isCutOff) return false;
    const { answers } = this.with(wanted);
    return [...this.#held.answers.keys()].some((id) => !answers.has(id));
  }
}
