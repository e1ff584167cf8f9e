/**
 * A learner's state as one small JSON document in the LRS (xAPI Communication 2.3), under the one stateId that every launcher keeps.
 * Written only over the version that was read; where somebody else wrote in between, both are merged field by field.
 */
import type { Answer, Answers } from '../course/answers.ts';
import type { LrsClient, StateKey, WriteCondition } from './lrs-client.ts';
import { LrsError } from './lrs-error.ts';
import type { SavedState } from './tracker.ts';

const STATE_ID = 'suspendData';
const FORMAT = 'aspa-ajokortti';
const VERSION = 1;

/** What was reported, and as of when: interaction ids, `class:<id>`, `completed`, `progress`. */
export type Reported = Readonly<Record<string, number>>;

interface Stored {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
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
  /** Whether a request with a condition has come through, or shown that it cannot: some proxies' CORS rules know no such header. */
  #conditions: 'untried' | 'work' | 'barred' = 'untried';
  /** Writes of which the etag is not known yet. */
  #underWay = 0;
  #learning: Promise<void> = Promise.resolve();

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

  /**
   * Writes the state. On a page that leaves the first request is made before the first `await`.
   * @throws LrsError where it was not taken in any of the ways that LRSs offer
   */
  async write(state: SavedState, reported: Reported): Promise<void> {
    if (!this.#client.leaving) await this.#learning;
    const condition = this.#condition();
    const isConditional = Object.keys(condition).length > 0;
    this.#underWay += 1;
    try {
      const answers = newest(this.#remote, state.answers);
      this.#etag = await this.#client.putState(this.#key, stored(answers, state.revision, reported), condition);
      if (isConditional) this.#conditions = 'work';
      this.#remote = answers;
      this.#isNew = false;
      // Not waited for: the work is stored, and a page that leaves now may say so.
      this.#learning = this.#learnEtag();
    } catch (error) {
      const mayBeBarred = isConditional && this.#conditions === 'untried' && !this.#client.leaving && isUnanswered(error);
      if (!mayBeBarred && !isConflict(error)) throw error;
      await this.#writeMerged(state, reported, mayBeBarred);
    } finally {
      this.#underWay -= 1;
    }
  }

  #condition(): WriteCondition {
    // While an earlier write is under way its etag is not known yet; a page that leaves cannot wait for it.
    if (this.#underWay > 0 || this.#conditions === 'barred') return {};
    return this.#etag ? { etag: this.#etag } : this.#isNew ? { isNew: true } : {};
  }

  /** Few LRSs tell the new etag in their answer to a PUT; most tell it to whoever asks. What another wrote meanwhile is kept too. */
  async #learnEtag(): Promise<void> {
    if (this.#etag !== undefined || !this.#tellsEtags || this.#client.leaving) return;
    try {
      await this.read();
      this.#tellsEtags = this.#etag !== undefined;
    } catch (error) {
      // The next write then goes without a condition.
      if (!(error instanceof LrsError)) throw error;
    }
  }

  /**
   * Read, merge, write; then by merging on the LRS's side; at last by replacing. Some proxies pass no conditions on.
   * @param mayBeBarred a request with a condition was not answered; if this one is, its condition was why
   */
  async #writeMerged(state: SavedState, reported: Reported, mayBeBarred: boolean): Promise<void> {
    const now = await this.read();
    if (mayBeBarred) this.#conditions = 'barred';
    const answers = newest(now.state?.answers ?? new Map(), state.answers);
    const content = stored(answers, Math.max(state.revision, now.state?.revision ?? 0), { ...now.reported, ...reported });
    try {
      this.#etag = await this.#client.putState(this.#key, content, this.#etag && this.#conditions !== 'barred' ? { etag: this.#etag } : {});
    } catch (error) {
      if (!isConflict(error)) throw error;
      await this.#writeByForce(content);
    }
    this.#isNew = false;
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
    version: VERSION,
    revision,
    answers: Object.fromEntries([...answers].map(([id, { text, at }]) => [id, [text, at]])),
    reported,
  };
}

function answersFrom({ answers }: Stored): Answers {
  return new Map(
    Object.entries(answers).flatMap(([id, answer]) => {
      const [text, at] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
      return typeof text === 'string' && typeof at === 'number' ? [[id, { text, at }] as const] : [];
    }),
  );
}

function storedFrom(content: unknown): Stored | undefined {
  if (!isObject(content)) return undefined;
  const { format, version, revision, answers, reported } = content as Partial<Stored>;
  // An empty object comes back as an empty list where the LRS is written in PHP (Chamilo).
  const kept = isEmptyList(answers) ? {} : answers;
  if (format !== FORMAT || version !== VERSION || typeof revision !== 'number' || !isObject(kept)) return undefined;
  return { format, version, revision, answers: kept, reported: isObject(reported) ? reported : {} };
}

/** Nothing, or the `{"success":true}` with which one LMS answers for a document it does not know. */
function isEmptyAnswer(content: unknown): boolean {
  if (content === undefined || content === null || content === '' || isEmptyList(content)) return true;
  return isObject(content) && Object.keys(content).every((key) => key === 'success');
}

function isEmptyList(content: unknown): boolean {
  return Array.isArray(content) && content.length === 0;
}

function isObject<T>(value: T): value is T & object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content);
}

function isUnanswered(error: unknown): boolean {
  return error instanceof LrsError && error.status === 0;
}

function isConflict(error: unknown): boolean {
  return error instanceof LrsError && (error.status === 412 || error.status === 409);
}
