/**
 * A learner's state as one small JSON document in the LRS (xAPI Communication 2.3), under the one stateId that every launcher keeps.
 * Written only over the version that was read; where somebody else wrote in between, both are merged field by field.
 */
import type { Answer, Answers } from '../course/answers.ts';
import { LrsError, type LrsClient, type StateKey } from './lrs-client.ts';
import type { SavedState } from './tracker.ts';

export const STATE_ID = 'suspendData';
const FORMAT = 'aspa-ajokortti';

/** What was reported, and as of when: interaction ids, `class:<id>`, `completed`, `progress`. */
export type Reported = Readonly<Record<string, number>>;

interface Stored {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly revision: number;
  readonly answers: Readonly<Record<string, readonly [text: string, at: number]>>;
  readonly reported: Reported;
}

export interface ReadState {
  readonly state: SavedState | undefined;
  readonly reported: Reported;
  /** There is a document, but not one of ours. */
  readonly unreadable?: string;
}

export class LrsState {
  readonly #client: LrsClient;
  readonly #key: StateKey;
  #etag: string | undefined;
  #isNew = true;
  /** False once the LRS has shown that it tells no etags; then nothing guards against a second writer but the fields' times. */
  #tellsEtags = true;
  #remote: Answers = new Map();
  #writing = 0;

  constructor(client: LrsClient, key: Omit<StateKey, 'stateId'>) {
    this.#client = client;
    this.#key = { ...key, stateId: STATE_ID };
  }

  /** @throws LrsError */
  async read(): Promise<ReadState> {
    const document = await this.#client.state(this.#key);
    this.#etag = document?.etag;
    this.#isNew = document === undefined;
    if (!document || isEmptyAnswer(document.content)) return { state: undefined, reported: {} };
    const stored = storedFrom(document.content);
    if (!stored) return { state: undefined, reported: {}, unreadable: textOf(document.content) };
    this.#remote = answersFrom(stored);
    return { state: { answers: this.#remote, revision: stored.revision }, reported: stored.reported };
  }

  /**
   * Writes the state. The first request is made before the first `await`.
   * @throws LrsError where it was not taken in any of the ways that LRSs offer
   */
  async write(state: SavedState, reported: Reported): Promise<void> {
    // While an earlier write is under way its etag is not known yet; a page that leaves cannot wait for it.
    const condition = this.#writing > 0 ? {} : this.#etag ? { etag: this.#etag } : { isNew: this.#isNew };
    this.#writing += 1;
    try {
      const answers = newest(this.#remote, state.answers);
      this.#etag = await this.#client.putState(this.#key, stored(answers, state.revision, reported), condition);
      this.#remote = answers;
      await this.#learnEtag();
    } catch (error) {
      if (!isConflict(error)) throw error;
      await this.#writeMerged(state, reported);
    } finally {
      this.#writing -= 1;
    }
    this.#isNew = false;
  }

  /** Few LRSs tell the new etag in their answer to a PUT; most tell it to whoever asks. */
  async #learnEtag(): Promise<void> {
    if (this.#etag !== undefined || !this.#tellsEtags || this.#client.leaving) return;
    this.#etag = (await this.#client.state(this.#key))?.etag;
    this.#tellsEtags = this.#etag !== undefined;
  }

  /** Read, merge, write; then by merging on the LRS's side; at last by replacing. Some proxies pass no conditions on. */
  async #writeMerged(state: SavedState, reported: Reported): Promise<void> {
    const now = await this.read();
    const answers = newest(now.state?.answers ?? new Map(), state.answers);
    const content = stored(answers, Math.max(state.revision, now.state?.revision ?? 0), { ...now.reported, ...reported });
    try {
      this.#etag = await this.#client.putState(this.#key, content, this.#etag ? { etag: this.#etag } : {});
    } catch (error) {
      if (!isConflict(error)) throw error;
      await this.#writeByForce(content);
    }
    this.#remote = answers;
  }

  async #writeByForce(content: Stored): Promise<void> {
    this.#etag = undefined;
    try {
      await this.#client.postState(this.#key, content);
    } catch (error) {
      if (!(error instanceof LrsError) || error.reason !== 'refused') throw error;
      await this.#client.deleteState(this.#key);
      this.#etag = await this.#client.putState(this.#key, content, {});
    }
  }
}

/** Field by field, the later change wins. */
function newest(remote: Answers, own: Answers): Answers {
  const merged = new Map<string, Answer>(own);
  for (const [id, answer] of remote) {
    const mine = merged.get(id);
    if (!mine || answer.at > mine.at) merged.set(id, answer);
  }
  return merged;
}

function stored(answers: Answers, revision: number, reported: Reported): Stored {
  return {
    format: FORMAT,
    version: 1,
    revision,
    answers: Object.fromEntries([...answers].map(([id, { text, at }]) => [id, [text, at]])),
    reported,
  };
}

function answersFrom({ answers }: Stored): Answers {
  return new Map(
    Object.entries(answers).flatMap(([id, [text, at]]) =>
      typeof text === 'string' && typeof at === 'number' ? [[id, { text, at }] as const] : [],
    ),
  );
}

function storedFrom(content: unknown): Stored | undefined {
  const { format, revision, answers, reported } = (typeof content === 'object' && content !== null ? content : {}) as Partial<Stored>;
  if (format !== FORMAT || typeof revision !== 'number' || typeof answers !== 'object') return undefined;
  return { format, version: 1, revision, answers, reported: reported ?? {} };
}

/** Nothing, or the `{"success":true}` with which one LMS answers for a document it does not know. */
function isEmptyAnswer(content: unknown): boolean {
  if (content === undefined || content === null || content === '') return true;
  return typeof content === 'object' && Object.keys(content).every((key) => key === 'success');
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content);
}

function isConflict(error: unknown): boolean {
  return error instanceof LrsError && (error.status === 412 || error.status === 409);
}
