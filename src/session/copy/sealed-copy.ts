/**
 * What stays in this browser once the LMS has it all, under a key that stands in the learner's state in the LMS and, between sessions, nowhere else: whoever
 * uses this computer next cannot read it, and the learner's next launch here can. Where an LMS keeps one state (SCORM), a page that she left open on
 * another computer may have saved its own over what she wrote here, and "saved" was said of both.
 */
import { note, textOf, type Answers } from '../../course/answers.ts';
import type { NotSaved, Room, SaveOutcome, SavedState } from '../../tracking/tracker.ts';
import type { FoundWork, SealedText, StoredCopy } from './browser-copy.ts';
import { parsed, storedEntries, storedFrom } from './copy-record.ts';
import { NOTHING_FOUND } from './found-work.ts';
import type { LearnerWork } from '../learner-work.ts';
import { movedFound } from '../moved-work.ts';
import type { Seal } from './seal.ts';
import { within } from './within.ts';

/** Characters; packed, a key takes some forty. */
const ROOM_FOR_KEY = 200;

/**
 * Opening waits so long for the browser to unseal, in milliseconds. For longer than anything that only takes its time: what is not unsealed counts as
 * unreadable, and gives way to what this session seals.
 */
const ANSWER_MS = 10_000;

/** What lay sealed here. */
export interface Unsealed extends Pick<FoundWork, 'stored' | 'others'> {
  /** Another browser is known to have saved since, and had not read it. */
  readonly isOverwritten: boolean;
  /** What this browser had, sealed or not, whether or not the LMS has it too: it says where her texts come from. */
  readonly before: StoredCopy | undefined;
}

export const NOTHING_SEALED: Unsealed = { stored: undefined, others: [], isOverwritten: false, before: undefined };

/** Sealing takes its time, and a page that leaves has none: so a sealed form of what was copied last lies ready. */
export class SealedCopy {
  readonly #seal: Seal | undefined;
  readonly #work: LearnerWork;
  #ready: (SealedText & { readonly answers: Answers }) | undefined;
  #sealings = 0;
  #isSaved = false;

  /** @param seal undefined where nothing is sealed */
  constructor(seal: Seal | undefined, work: LearnerWork) {
    this.#seal = seal;
    this.#work = work;
  }

  /** Her state gets a key, unless it has one. @param room that is left there for her own words first */
  giveKey(room?: Room): void {
    const { store } = this.#work;
    const isTight = room !== undefined && room.limit - room.used < ROOM_FOR_KEY;
    if (this.#seal && !isTight && textOf(store.answers, note.key) === '') store.change({ [note.key]: this.#seal.newKey() });
  }

  /** The LMS has taken what it was given. */
  answered({ result, room }: Exclude<SaveOutcome, NotSaved>): void {
    this.#isSaved ||= result === 'saved';
    this.giveKey(room);
  }

  /** Seals what she has written by now, as if the LMS had it. Never rejects. */
  async prepare(): Promise<void> {
    const { living, revision, store, origins } = this.#work;
    const { answers } = store;
    const key = textOf(answers, note.key);
    if (!this.#seal || key === '' || this.#ready?.answers === answers) return;
    const sealing = (this.#sealings += 1);
    const copy = { answers: living, revision, confirmedAt: 0, ...(origins ? { origins: origins.now } : {}) };
    const text = await this.#seal.close(JSON.stringify(storedEntries(copy)), key).catch(() => undefined);
    if (text !== undefined && sealing === this.#sealings) this.#ready = { text, revision, answers };
  }

  /** For the time after a session whose words the LMS has. @param revision that it has. @returns undefined where nothing lies ready */
  closed(revision: number): SealedText | undefined {
    if (!this.#ready) return undefined;
    const { text, answers, revision: before } = this.#ready;
    const isLatest = hasSameWords(answers, this.#work.store.answers);
    const { saves } = this.#work.receipts ?? {};
    return { text, revision: isLatest ? revision : before, isSavedHere: isLatest && this.#isSaved, ...(saves ? { saves } : {}) };
  }

  /** @param state what the LMS has handed over, and with it the key; undefined where it is too old to say anything. Never rejects */
  async open(found: FoundWork, state: SavedState | undefined): Promise<Unsealed> {
    const { course } = this.#work;
    const receipts = this.#work.receipts?.of(found);
    const { sealed, stored: plain, arrived } = found;
    const before = plain ?? arrived;
    const opened = sealed && state && !plain ? await this.#opened(sealed, state) : undefined;
    if (!sealed || !state || !opened) return { ...NOTHING_SEALED, before };
    const { stored = opened, others } = movedFound({ ...NOTHING_FOUND, stored: opened }, course.moved);
    const known = { before: before ?? stored, isOverwritten: receipts?.isOverwritten(sealed) === true };
    if (receipts?.hasRead(sealed)) return { ...NOTHING_SEALED, before: known.before };
    return { stored, others, ...known };
  }

  /** @returns undefined where it cannot be read: it is another's, or was closed with another key */
  async #opened({ text, revision }: SealedText, { answers }: SavedState): Promise<StoredCopy | undefined> {
    const key = textOf(answers, note.key);
    if (!this.#seal || key === '') return undefined;
    const opening = this.#seal.open(text, key).catch(() => undefined);
    const copy = storedFrom(parsed((await within(ANSWER_MS, opening)) ?? ''));
    const last = Math.max(1, ...[...(copy?.answers.values() ?? [])].map(({ at }) => at));
    return copy && { ...copy, revision, confirmedAt: last, hadRevision: revision };
  }
}

function hasSameWords(one: Answers, other: Answers): boolean {
  return one === other || [...other].every(([field, { text }]) => field.startsWith('@') || one.get(field)?.text === text);
}
