/**
 * A learner's state as one small JSON document in the LRS (xAPI Communication 2.3), under the one stateId that every launcher keeps.
 * Written only over the version that was read; where somebody else wrote in between, both are merged field by field.
 */
import type { Answer, Answers } from '../course/answers.ts';
import type { LrsClient, StateKey, WriteCondition } from './lrs-client.ts';
import { readStored, storedFrom, type ReadState, type Reported, type Stored } from './lrs-document.ts';
import { LrsError } from './lrs-error.ts';
import type { SavedState } from './tracker.ts';

const STATE_ID = 'suspendData';

export class LrsState {
  readonly #client: LrsClient;
  readonly #key: StateKey;
  readonly #living: (answers: Answers) => Answers;
  #etag: string | undefined;
  #isNew = true;
  /** False once the LRS has shown that it tells no etags; then nothing guards against a second writer but the fields' times. */
  #tellsEtags = true;
  /** Whether a request with a condition has come through, or shown that it cannot: some proxies' CORS rules know no such header. */
  #conditions: 'untried' | 'work' | 'barred' = 'untried';
  /** What the LRS is known to have. */
  #remote: SavedState = { answers: new Map(), revision: 0 };
  /** Answers that this page has sent, by id and time: any other that the LRS turns out to have is another browser's. */
  readonly #sent = new Set<string>();
  #elsewhere = new Map<string, Answer>();
  /** Writes of which the etag is not known yet. */
  #underWay = 0;
  #learning: Promise<void> = Promise.resolve();

  /** @param living answers without what is left of removed rows */
  constructor(client: LrsClient, key: Omit<StateKey, 'stateId'>, living: (answers: Answers) => Answers) {
    this.#client = client;
    this.#key = { ...key, stateId: STATE_ID };
    this.#living = living;
  }

  /** @throws LrsError */
  async read(): Promise<ReadState> {
    const document = await this.#client.state(this.#key);
    this.#etag = document?.etag;
    this.#isNew = document === undefined;
    const read = readStored(document?.content);
    this.#remote = read.state ?? this.#remote;
    return read;
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

  /** What another browser was found to have written since this was asked last. */
  takeElsewhere(): Answers {
    const elsewhere = this.#elsewhere;
    this.#elsewhere = new Map();
    return elsewhere;
  }

  /**
   * Writes the state. On a page that leaves the first request is made before the first `await`.
   * @throws LrsError where it was not taken in any of the ways that LRSs offer
   */
  async write(state: SavedState, reported: Reported): Promise<void> {
    if (!this.#client.leaving) await this.#learning;
    for (const [id, { at }] of state.answers) this.#sent.add(`${id} ${at}`);
    const condition = this.#condition();
    const isConditional = Object.keys(condition).length > 0;
    this.#underWay += 1;
    try {
      const merged = this.#merged(state);
      this.#etag = await this.#client.putState(this.#key, storedFrom(merged, reported), condition);
      if (isConditional) this.#conditions = 'work';
      this.#remote = merged;
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
      await this.#readAgain();
      this.#tellsEtags = this.#etag !== undefined;
    } catch (error) {
      // The next write then goes without a condition.
      if (!(error instanceof LrsError)) throw error;
    }
  }

  async #readAgain(): Promise<ReadState> {
    const { answers: known } = this.#remote;
    const now = await this.read();
    for (const [id, answer] of now.state?.answers ?? []) {
      if (known.get(id)?.text !== answer.text && !this.#sent.has(`${id} ${answer.at}`)) this.#elsewhere.set(id, answer);
    }
    return now;
  }

  /**
   * Read, merge, write; then by merging on the LRS's side; at last by replacing. Some proxies pass no conditions on.
   * @param mayBeBarred a request with a condition was not answered; if this one is, its condition was why
   */
  async #writeMerged(state: SavedState, reported: Reported, mayBeBarred: boolean): Promise<void> {
    const now = await this.#readAgain();
    if (mayBeBarred) this.#conditions = 'barred';
    const merged = this.#merged(state);
    const content = storedFrom(merged, { ...now.reported, ...reported });
    try {
      this.#etag = await this.#client.putState(this.#key, content, this.#etag && this.#conditions !== 'barred' ? { etag: this.#etag } : {});
    } catch (error) {
      if (!isConflict(error)) throw error;
      await this.#writeByForce(content);
    }
    this.#isNew = false;
    this.#remote = merged;
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

  /** Field by field, the later change wins. The revision never goes back, or another browser would take the state for an old one. */
  #merged({ answers, revision }: SavedState): SavedState {
    const merged = new Map<string, Answer>(answers);
    for (const [id, answer] of this.#remote.answers) {
      const mine = merged.get(id);
      if (!mine || answer.at > mine.at) merged.set(id, answer);
    }
    return { answers: this.#living(merged), revision: Math.max(revision, this.#remote.revision) };
  }
}

function isUnanswered(error: unknown): boolean {
  return error instanceof LrsError && error.status === 0;
}

function isConflict(error: unknown): boolean {
  return error instanceof LrsError && (error.status === 412 || error.status === 409);
}
