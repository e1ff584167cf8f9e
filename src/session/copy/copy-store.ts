/**
 * A learner's work in this browser, against everything that can happen between a keystroke and the LMS. It stands in two places:
 *
 * - in local storage, whose writes are done when they return: a page that is torn away an instant later has lost nothing. But Moodle
 *   empties it at each login;
 * - in a database (IndexedDB), which outlives that. The work is called safe once the database has it.
 *
 * A launch may send the work to another site than the course's own, and anybody can make a link that does. So what is kept for such a site
 * stands under a name of its own. What stands under the name without a site, as earlier releases kept it, is moved there where it is that
 * site's (`in-browser.ts`). Else its texts are another attempt's, which the learner is offered; what is sent nowhere is taken over at any site.
 *
 * In SCORM no LMS says which activity a launch is of. Where the state shows that what stands here is of another one, that is set aside, as of another
 * attempt, until its activity is opened again (`work-of.ts`).
 *
 * What one of them has and the other lacks is taken over, at opening or whenever it is found (`copy-record.ts`). Whoever uses this
 * browser shares it: a copy is kept under course, learner and attempt, its texts are removed at the end of a session if the LMS
 * is known to have them all and to hand them back (`Saving`), and what others left is removed after some time (`others-old-copies.ts`).
 */
import type { Answers } from '../../course/answers.ts';
import type { BrowserCopy, CopyMark, FoundWork, KeptWork, OtherText, SealedText, StoredCopy, Unreadable } from './browser-copy.ts';
import { CopyDatabase, type CopyRow } from './copy-database.ts';
import {
  emptyRecord,
  formatRecord,
  knows,
  mergeRecords,
  parseRecord,
  recordOf as recordOfText,
  setAside,
  withoutSealed,
  writtenAnew,
  type CopyRecord,
} from './copy-record.ts';
import { DatabaseLane } from './database-lane.ts';
import { firstCopy, nameOf, partKeys } from './first-copy.ts';
import { hasWords, isOfWords } from './found-work.ts';
import { removeOldCopies } from './others-old-copies.ts';
import { QuietStorage, type CopyStorage } from './quiet-storage.ts';
import { within } from './within.ts';
import { seenWork, withoutOtherKey, workOf } from './work-of.ts';

export interface CopyKey {
  readonly course: string;
  readonly learner: string;
  readonly attempt?: string | undefined;
  /** Another site than the course's own that the work is sent to. */
  readonly site?: CopySite | undefined;
  /** As the LMS's state says it (`work-of.ts`). */
  readonly work?: string;
  /** The LMS has handed over nothing: what it is known to have had is of another activity. */
  readonly isNew?: boolean;
}

export interface CopySite {
  readonly origin: string;
  /** Whether work that is kept for no site but the course's own is this site's. */
  readonly isOf: (work: FoundWork) => boolean;
}

type Moving = Pick<CopySite, 'isOf'> & { readonly from: string };

export interface CopyPlaces {
  /** Undefined where this browser keeps nothing there. */
  readonly storage: CopyStorage | undefined;
  readonly databases: IDBFactory | undefined;
}

/** Opening waits so long for the database; what it answers later is taken over then. */
const ANSWER_MS = 1_000;

export class CopyStore implements BrowserCopy {
  readonly name: string;
  isPartial = false;
  /** What the names of all attempts begin with. */
  readonly #learner: string;
  /** The same of the work that is kept for no site but the course's own. */
  readonly #ownSite: string;
  /** The name there, and what of it is moved. */
  readonly #fromOwnSite: Moving | undefined;
  readonly #local: QuietStorage;
  readonly #database: CopyDatabase | undefined;
  readonly #lane: DatabaseLane;
  readonly #onFound: (work: FoundWork) => boolean;
  readonly #now: () => number;
  /** All that this page knows, with a writing of its own. */
  #mine = emptyRecord(`tab-${Math.random().toString(36).slice(2)}`);
  /** What stood in local storage when this page looked or wrote last. */
  #inLocal: string | null = null;
  /** The same as text. */
  #text = '';
  readonly #work: string;
  #isNew: boolean;
  /** The work that stood here at a launch which has nothing of it. */
  readonly #before: string | undefined;
  /** What stays in this browser once the work was removed, whatever this page comes to know after that. */
  #remains: CopyRow | undefined;

  /** @param onFound takes over what was not there at reading, or came later. @returns false where nobody is there to do so */
  constructor(key: CopyKey, { storage, databases }: CopyPlaces, onFound: (work: FoundWork) => boolean, now: () => number = Date.now) {
    const { course, learner, attempt = '', site, work = '', isNew = false } = key;
    this.#ownSite = ofLearner(course, learner);
    this.#learner = site ? ofLearner(`${course} ${site.origin}`, learner) : this.#ownSite;
    this.name = copyName(this.#learner, attempt);
    this.#fromOwnSite = site && { isOf: site.isOf, from: copyName(this.#ownSite, attempt) };
    this.#local = new QuietStorage(storage);
    this.#database = databases && new CopyDatabase(databases);
    this.#lane = new DatabaseLane(this.#database, () => this.#row(), {
      replaced: (text) => this.#replaced(text),
      read: (text) => this.#take(recordOf(text)),
    });
    this.#onFound = onFound;
    this.#now = now;
    this.#work = work;
    this.#isNew = isNew;
    const before = isNew ? this.#localRecord(this.name) : undefined;
    this.#before = before && seenWork(before);
  }

  get text(): string | undefined {
    return this.#text || undefined;
  }

  get writers(): readonly string[] {
    const { writer, writings } = this.#mine;
    return [...Object.keys(writings).filter((other) => other !== writer), writer];
  }

  async read(handed?: string, late = false): Promise<KeptWork> {
    this.#isNew &&= !late;
    const reading = this.#lane.read([...new Set([this.#learner, this.#ownSite])], (late) => !this.isPartial || this.#takeLate(late));
    const rows = await within(ANSWER_MS, reading);
    this.isPartial = !rows && !!this.#database;
    // After the wait, in which another tab may have written.
    this.#inLocal = this.#local.get(this.name);
    const all = [...(handed ? [recordOf(handed)] : []), ...this.#records(this.name, rows)];
    const records = all
      .filter((record) => !this.#isOfOtherWork(record) || !this.#setAside(record, rows))
      .map((record) => withoutOtherKey(record, this.#own));
    const found = mergeRecords(this.#mine, ...records, ...this.#ofOwnSite(rows));
    this.#set({ ...found, work: this.#work || found.work });
    void this.#move(rows);
    removeOldCopies(this.name, this.#local, this.#database, this.#now());
    const answers = rows !== undefined;
    return {
      ...this.#mine,
      writtenAt: found.writtenAt,
      keeps: this.#local.keeps || answers,
      hasRoom: async () => this.#local.hasRoom || (answers && (await within(ANSWER_MS, this.#lane.hasRoom())) === true),
      apart: records.every((one) => records.some((other) => !knows(other, one))) ? records : [],
      otherAttempts: this.#otherAttempts(rows),
      hadOtherWork: records.length < all.length,
    };
  }

  write(stored: StoredCopy): Promise<boolean> {
    return this.#put({ stored });
  }

  clear(mark: CopyMark | undefined, sealed?: SealedText): void {
    void this.#put({ stored: undefined, ...(mark ? { mark, work: workOf(this.#mine) } : {}), ...(sealed ? { sealed } : {}) });
  }

  keepOthers(others: readonly OtherText[]): void {
    if (others.length > 0 || this.#mine.others.length > 0) void this.#put({ others });
  }

  letGo(own: Pick<FoundWork, 'others' | 'unreadable'>): void {
    void this.#put({ ...own, mark: undefined });
  }

  async keep(unreadable: Unreadable): Promise<boolean> {
    const others = this.#mine.unreadable.filter(({ content }) => content !== unreadable.content);
    return (await within(ANSWER_MS, this.#put({ unreadable: [...others, unreadable] }))) ?? false;
  }

  async remove(mark: CopyMark | undefined): Promise<boolean> {
    const { writer, writings, work } = this.#mine;
    this.#set({ ...emptyRecord(writer), writings, mark, work });
    this.#remains = this.#row();
    for (const key of this.#local.keys()) if (this.#isLearners(key)) this.#local.remove(key);
    this.#putLocal();
    return (await within(ANSWER_MS, this.#removeRows())) ?? false;
  }

  /** Both writings are under way when this returns, the one into local storage is done. @returns whether the database has it */
  #put(change: Partial<CopyRecord>): Promise<boolean> {
    this.#set({ ...this.#mine, ...change });
    if (this.#remains) return Promise.resolve(false);
    const isMine = this.#local.get(this.name) === this.#inLocal;
    // What another tab wrote and nobody here can take over stays.
    if (isMine || this.#take(this.#localRecord(this.name))) this.#putLocal();
    return this.#lane.put();
  }

  #set(record: CopyRecord): void {
    this.#mine = writtenAnew(record, this.#now());
    this.#text = formatRecord(this.#mine);
  }

  #putLocal(): void {
    const text = this.#text;
    if (!this.#local.set(this.name, text)) this.#putShorter(text);
    this.#inLocal = this.#local.get(this.name);
    if (this.#inLocal === text) for (const key of partKeys(this.name)) this.#local.remove(key);
  }

  /** In a full storage: texts that are to go are gone even where it takes no mark before, and what is sealed gives way to anything else. */
  #putShorter(text: string): void {
    if (!this.#mine.stored) {
      this.#local.remove(this.name);
      if (this.#local.set(this.name, text)) return;
    }
    this.#local.set(this.name, formatRecord(withoutSealed(this.#mine)));
  }

  #row(): CopyRow {
    return this.#remains ?? { name: this.name, learner: this.#learner, writtenAt: this.#mine.writtenAt, text: this.#text };
  }

  /** This page's copy stands in the database, in the place of another. */
  #replaced(text: string): Promise<boolean> {
    const record = recordOf(text);
    if (knows(this.#mine, record)) return Promise.resolve(true);
    if (this.#take(record)) return this.#put({});
    return this.#remains ? Promise.resolve(false) : this.#lane.putBack(text);
  }

  /** @returns whether all of it is known now */
  #take(record: CopyRecord | undefined): boolean {
    if (!record || knows(this.#mine, record)) return true;
    if (this.#isOfOtherWork(record)) return this.#setAside(record);
    const before = this.#mine;
    const found = withoutOtherKey(record, this.#own);
    // First, since whoever takes it over may write at once.
    this.#set(mergeRecords(before, found));
    if (this.#onFound(found)) return true;
    this.#set(before);
    return false;
  }

  get #own(): string {
    return this.#work || workOf(this.#mine);
  }

  /** What no LMS was seen to have may be this one's, written before either computer had heard of the other. */
  #isOfOtherWork(record: CopyRecord): boolean {
    const work = seenWork(record);
    return !!work && (this.#own ? work !== this.#own : this.#isNew || work === this.#before);
  }

  /** Until it is opened again. In a full storage it has the room that it had. @returns whether it is safe there */
  #setAside(record: CopyRecord, rows?: readonly CopyRow[]): boolean {
    const name = copyName(this.#learner, workOf(record));
    const all = mergeRecords(record, ...this.#records(name, rows));
    const text = formatRecord(all);
    const there = this.#local.get(this.name) ?? '';
    // It may have come out of the database, and what stands here be of this work.
    const isInTheWay = this.#isOfOtherWork(recordOf(there));
    if (isInTheWay) this.#local.remove(this.name);
    const isSafe = this.#local.set(name, text);
    if (isSafe) void this.#database?.put({ name, learner: this.#learner, writtenAt: all.writtenAt, text }).catch(() => undefined);
    else if (isInTheWay) this.#local.set(this.name, there);
    return isSafe;
  }

  /** What is kept under another name, and what of it is moved. */
  get #moving(): Moving | undefined {
    return this.#fromOwnSite ?? (this.#own ? { from: copyName(this.#learner, this.#own), isOf: () => true } : undefined);
  }

  async #removeRows(): Promise<boolean> {
    if (this.#ownSite !== this.#learner) await this.#database?.remove(this.#ownSite).catch(() => undefined);
    return this.#lane.remove(this.#learner);
  }

  #isLearners(name: string): boolean {
    return name.startsWith(this.#learner) || name.startsWith(this.#ownSite);
  }

  /** @returns whether all of it is known now */
  #takeLate(late: readonly CopyRow[]): boolean {
    const isKnown = [recordIn(late, this.name), ...this.#ofOwnSite(late)].every((record) => this.#take(record));
    this.isPartial = !isKnown;
    if (isKnown) void this.#move(late);
    return isKnown;
  }

  /** What stands under the name without a site, as far as it is taken over. @param ofOther what is taken of another site's */
  #ofOwnSite(rows: readonly CopyRow[] | undefined, ofOther: (record: CopyRecord) => CopyRecord[] = withoutTexts): CopyRecord[] {
    const { from, isOf } = this.#moving ?? {};
    if (from === undefined) return [];
    return this.#records(from, rows).flatMap((record) => (isEmpty(record) ? [] : isOf?.(record) ? record : ofOther(record)));
  }

  /** What of it is this site's. */
  #toMove(rows: readonly CopyRow[] | undefined): CopyRecord[] {
    return this.#ofOwnSite(rows, () => []);
  }

  /** Once it is safe under this name, it is not kept under the other. */
  async #move(rows: readonly CopyRow[] | undefined): Promise<void> {
    const from = this.#moving?.from;
    if (from === undefined || this.#toMove(rows).length === 0) return;
    const isSafe = await this.#put({});
    if (!isSafe && this.#local.get(this.name) !== this.#text) return;
    for (const key of [from, ...partKeys(from)]) this.#local.remove(key);
    const { writer, writings, writtenAt } = this.#mine;
    const text = formatRecord({ ...emptyRecord(writer), writings, writtenAt });
    await this.#database?.put({ name: from, learner: this.#ownSite, writtenAt, text }).catch(() => undefined);
  }

  #localRecord(name: string): CopyRecord | undefined {
    const get = (key: string): string | null => this.#local.get(key);
    return parseRecord(get(name) ?? '') ?? firstCopy(name, get);
  }

  /** What stands under a name in either place. */
  #records(name: string, rows: readonly CopyRow[] | undefined): CopyRecord[] {
    return [this.#localRecord(name), recordIn(rows, name)].flatMap((record) => record ?? []);
  }

  #otherAttempts(rows: readonly CopyRow[] | undefined): Answers[] {
    const moved = this.#toMove(rows).length > 0 ? this.#moving?.from : undefined;
    const names = new Set([...this.#local.keys().map(nameOf), ...(rows ?? []).map(({ name }) => name)]);
    return [...names]
      .filter((name) => this.#isLearners(name) && name !== this.name && name !== moved)
      .map((name) => mergeRecords(emptyRecord(this.name), ...this.#records(name, rows)))
      .filter((work) => hasWords(work) || isOfWords(work.mark))
      .map(({ stored }) => stored?.answers ?? new Map());
  }
}

/** What the names of a learner's copies of a course begin with. */
export function ofLearner(course: string, learner: string): string {
  return `${['aspa', course, learner].map(encoded).join(':')}:`;
}

/** @param learner as `ofLearner` makes it */
export function copyName(learner: string, attempt = ''): string {
  return `${learner}${encoded(attempt)}`;
}

function recordIn(rows: readonly CopyRow[] | undefined, name: string): CopyRecord | undefined {
  const row = rows?.find((one) => one.name === name);
  return row && recordOf(row.text);
}

/** As a record of its own: who knows it does not know the texts. */
function withoutTexts(record: CopyRecord): CopyRecord[] {
  const { mark, others, unreadable } = record;
  return [recordOfText(`without texts ${formatRecord(record)}`, { mark, others, unreadable })];
}

function isEmpty({ stored, mark, others, unreadable }: CopyRecord): boolean {
  return !stored && !mark && others.length === 0 && unreadable.length === 0;
}

function recordOf(text: string): CopyRecord {
  return parseRecord(text) ?? setAside(text);
}

/** For a name; half of a surrogate pair cannot be encoded. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}
