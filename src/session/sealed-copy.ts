/**
 * What stays in this browser once the LMS has it all, under a key that stands in the learner's state in the LMS and, between sessions, nowhere else: whoever
 * uses this computer next cannot read it, and the learner's next launch here can. Where an LMS keeps one state (SCORM), a page that she left open on
 * another computer may have saved its own over what she wrote here, and "saved" was said of both.
 */
import { note, textOf, type Answers } from '../course/answers.ts';
import type { Room } from '../tracking/tracker.ts';
import type { SealedText, StoredCopy } from './browser-copy.ts';
import { answersFrom, entriesOf, parsed } from './copy-record.ts';
import type { LearnerWork } from './learner-work.ts';
import type { Seal } from './seal.ts';

/** Characters; packed, a key takes some forty. */
const ROOM_FOR_KEY = 200;

/** Sealing takes its time, and a page that leaves has none: so a sealed form of what was copied last lies ready. */
export class SealedCopy {
  readonly #seal: Seal | undefined;
  readonly #work: LearnerWork;
  #ready: (SealedText & { readonly answers: Answers }) | undefined;
  #sealings = 0;

  /** @param seal undefined where nothing is sealed */
  constructor(seal: Seal | undefined, work: LearnerWork) {
    this.#seal = seal;
    this.#work = work;
  }

  /** The LMS stores what it is given: her state gets a key, unless it has one. @param room that is left there for her own words first */
  makeKey(room: Room | undefined): void {
    const { store } = this.#work;
    const isTight = room !== undefined && room.limit - room.used < ROOM_FOR_KEY;
    if (this.#seal && !isTight && textOf(store.answers, note.key) === '') store.change({ [note.key]: this.#seal.newKey() });
  }

  /** Seals what she has written by now, as if the LMS had it. Never rejects. */
  async prepare(): Promise<void> {
    const { living, revision, store } = this.#work;
    const { answers } = store;
    const key = textOf(answers, note.key);
    if (!this.#seal || key === '' || this.#ready?.answers === answers) return;
    const sealing = (this.#sealings += 1);
    const text = await this.#seal.close(JSON.stringify(entriesOf(living)), key).catch(() => undefined);
    if (text !== undefined && sealing === this.#sealings) this.#ready = { text, revision, answers };
  }

  /** For the time after a session whose words the LMS has. @param revision that it has. @returns undefined where nothing lies ready */
  closed(revision: number): SealedText | undefined {
    if (!this.#ready) return undefined;
    const { text, answers, revision: before } = this.#ready;
    return { text, revision: hasSameWords(answers, this.#work.store.answers) ? revision : before };
  }
}

/** @param fromLms what the LMS has handed over, and with it the key. @returns undefined where it cannot be opened, as by another learner. Never rejects */
export async function unsealed(seal: Seal | undefined, sealed: SealedText, fromLms: Answers): Promise<StoredCopy | undefined> {
  const key = textOf(fromLms, note.key);
  if (!seal || key === '') return undefined;
  const answers = answersFrom(parsed(await seal.open(sealed.text, key).catch(() => '')));
  const { revision } = sealed;
  return answers && { answers, revision, confirmedAt: Math.max(1, ...[...answers.values()].map(({ at }) => at)), hadRevision: revision };
}

function hasSameWords(one: Answers, other: Answers): boolean {
  return one === other || [...other].every(([field, { text }]) => field.startsWith('@') || one.get(field)?.text === text);
}
