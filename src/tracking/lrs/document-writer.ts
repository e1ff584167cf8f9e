/** The requests that write the learner's document: an addition under keys of this page's own, or the document as a whole. */
import type { LrsClient, StateKey, WriteCondition } from './lrs-client.ts';
import { heldAfter, type Held } from './held.ts';
import { additionsOf, wholeDocument } from './lrs-document.ts';
import { LrsError } from './lrs-error.ts';
import type { KnownDocument } from './known-document.ts';
import type { LauncherHabits } from './launcher-habits.ts';
import type { Sending } from './sending.ts';

export interface DocumentWriterOptions {
  readonly client: LrsClient;
  readonly key: StateKey;
  /** The name under which this page adds. */
  readonly page: string;
  readonly document: KnownDocument;
  readonly habits: LauncherHabits;
}

export class DocumentWriter {
  readonly #options: DocumentWriterOptions;
  /** A request that was overtaken, or not answered by the LRS itself, may arrive later still: what is newer stands under other keys by then. */
  #generation = 0;
  #underWay = 0;

  constructor(options: DocumentWriterOptions) {
    this.#options = options;
  }

  get isWriting(): boolean {
    return this.#underWay > 0;
  }

  get usableEtag(): string | undefined {
    const { document } = this.#options;
    return this.#mayCondition && document.version.is === 'read' ? document.version.etag : undefined;
  }

  /** Under which a request is safe from what another page writes; empty where there is none. */
  get condition(): WriteCondition {
    if (this.#mayCondition && this.#options.document.version.is === 'none') return { isNew: true };
    return this.usableEtag ? { etag: this.usableEtag } : {};
  }

  /** Adds what is new. @returns false where the launcher hears nothing that is posted. @throws LrsError */
  async post(asked: Held, condition: WriteCondition, sending: Sending): Promise<boolean> {
    const { client, key, document, habits } = this.#options;
    if (this.isWriting) this.#generation += 1;
    const wanted = document.toAdd(habits.posts === 'untried' ? withMoreTime(asked) : asked);
    const after = heldAfter(wanted, document.held);
    const content = additionsOf(this.#name, after, document.seen, (id) => document.texts.overOf(id));
    const etag = await this.#send(() => client.postState(key, content, condition, sending), condition, sending);
    if (!client.hearsPosts) return false;
    habits.postTaken();
    document.wrote('addition', heldAfter(wanted, document.held), etag, condition.etag !== undefined);
    return true;
  }

  /** Puts the document as a whole. @throws LrsError */
  async put(wanted: Held, condition: WriteCondition, sending: Sending): Promise<void> {
    const { client, key, document } = this.#options;
    const whole = document.with(wanted);
    const etag = await this.#send(() => client.putState(key, wholeDocument(whole), condition, sending), condition, sending);
    document.wrote('whole', whole, etag, condition.etag !== undefined);
  }

  /** The last resort, where the LRS wants a condition and there is none. @throws LrsError */
  async makeAnew(wanted: Held, sending: Sending): Promise<void> {
    const { client, key } = this.#options;
    await client.deleteState(key, sending);
    await this.put(wanted, {}, sending);
  }

  get #mayCondition(): boolean {
    return this.#options.habits.conditions !== 'useless';
  }

  /** Under which this page adds. */
  get #name(): string {
    return `${this.#options.page}-${this.#generation}`;
  }

  async #send(send: () => Promise<string | undefined>, condition: WriteCondition, sending: Sending): Promise<string | undefined> {
    const { document, habits } = this.#options;
    const isConditional = condition.etag !== undefined || condition.isNew === true;
    this.#underWay += 1;
    try {
      const told = await send();
      if (isConditional) habits.conditionTaken();
      return told;
    } catch (error) {
      if (error instanceof LrsError && error.mayHaveArrived) {
        this.#generation += 1;
        document.lost();
      }
      if (!isUnanswered(error)) {
        if (isConditional) habits.conditionAnswered();
        throw error;
      }
      if (!isConditional || habits.conditions === 'work' || sending.as !== 'open' || !sending.goesOn()) throw error;
      // Where the LRS is there all the same, the condition may have been why.
      await document.read(sending);
      habits.conditionUnanswered();
      if (habits.conditions === 'useless') throw new LrsError(412, 'A condition that was not let through');
      return await this.#send(send, condition, sending);
    } finally {
      this.#underWay -= 1;
    }
  }
}

/** By so little that nobody counts it: something that the document cannot have yet. */
function withMoreTime(wanted: Held): Held {
  return { ...wanted, times: Object.fromEntries(Object.entries(wanted.times).map(([session, time]) => [session, time + 1])) };
}

function isUnanswered(error: unknown): boolean {
  return error instanceof LrsError && error.status === 0;
}
