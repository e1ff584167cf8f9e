import type { KeepaliveRoom } from './keepalive-room.ts';
import type { LrsClient } from './lrs-client.ts';
import { LrsError } from './lrs-error.ts';
import { LAST_AGAIN_MS } from './lrs-waits.ts';
import type { Sending } from './sending.ts';
import { isAnswer, isOnceARegistration } from './statements.ts';
import type { Statement } from './xapi-types.ts';

/** there: the LRS had it already; refused: for good, or by an LRS that refuses everything for a while; failed: this time, though the LRS is there. */
export type Taking = 'taken' | 'there' | 'refused' | 'failed';

/**
 * Delivers statements so that a retry never doubles one and a statement that an LMS does not want stops nothing else. A 409 is a
 * statement that the LRS has already. Any other refusal or failure may be of this one statement (cmi5 6.3: a second `completed`) or of
 * everything: whether the state may still be read tells which.
 */
export class StatementDelivery {
  readonly #client: LrsClient;
  readonly #isOpen: (sending: Sending) => Promise<boolean>;
  /** It answers 400 to what it has (mod_cmi5), and lets a page ask whether it has it. */
  #refusesKnown = false;
  /** It has answered 409 to a statement that is there. */
  #conflictsAreTrue = false;

  /** @param isOpen whether the LRS still lets this session in */
  constructor(client: LrsClient, isOpen: (sending: Sending) => Promise<boolean>) {
    this.#client = client;
    this.#isOpen = isOpen;
  }

  /** What a leaving page may still send. */
  get room(): KeepaliveRoom {
    return this.#client.room;
  }

  /** Whether several statements may go in one request. */
  get hearsBatches(): boolean {
    return this.#client.hearsPosts;
  }

  /**
   * Of a statement that is refused with 400 or 403 the LRS is asked whether it has it: mod_cmi5 so refuses an id that it knows, CATAPULT's player
   * a second `completed` though it be the same, and what HR counts by may have been sent by a page that nobody remembers. Nothing else tells
   * it from an LRS that refuses everything for a while.
   * @param mayBeThere it was sent before, and no answer was heard: where a second one may break a rule, and of an LRS that is known to refuse
   *   what it has, it is asked first. Not on a page that leaves
   * @throws LrsError where the LRS was not reached, or the session is over
   */
  async deliver(statement: Statement, sending: Sending, mayBeThere = false): Promise<Taking> {
    if (mayBeThere && (this.#refusesKnown || isOnceARegistration(statement)) && (await this.#has(statement, sending))) return 'there';
    try {
      await this.#client.send(statement, sending);
      return 'taken';
    } catch (error) {
      const isConflict = error instanceof LrsError && error.status === 409;
      const taking = isConflict
        ? await this.#takingInConflict(statement, sending)
        : await this.#takingIn(error, sending, () => this.#hasAllTheSame(statement, sending));
      if (taking === 'refused' || taking === 'failed') {
        console.warn(`${statement.verb.display['en'] ?? ''} was not taken. ${error instanceof Error ? error.message : ''}`);
      }
      return taking;
    }
  }

  /** What ends a session, once more. @returns false where the LRS is in trouble for longer than a moment */
  async deliversLater(statement: Statement, sending: Sending): Promise<boolean> {
    await this.#client.wait(LAST_AGAIN_MS);
    const taking = await this.deliver(statement, sending).catch(() => 'failed');
    return taking === 'taken' || taking === 'there';
  }

  /** @returns false where not all were taken in one request, so that each has to be delivered alone. @throws as `deliver` */
  async deliverTogether(statements: readonly Statement[], sending: Sending): Promise<boolean> {
    try {
      return await this.#client.sendAll(statements, sending);
    } catch (error) {
      await this.#takingIn(error, sending, () => Promise.resolve(false));
      return false;
    }
  }

  async #takingIn(error: unknown, sending: Sending, isThere: () => Promise<boolean>): Promise<Taking> {
    if (!(error instanceof LrsError)) throw error;
    const { status, reason, mayBeOfOne } = error;
    if (status === 409 || ((status === 400 || status === 403) && (await isThere()))) return 'there';
    if (!(mayBeOfOne || reason === 'session-ended') || !(await this.#isOpen(sending))) throw error;
    return status >= 500 ? 'failed' : 'refused';
  }

  /**
   * 409 says that it is there, and what stands before an LRS may say so to everything for a while: believed of answers once it was true, and where nobody
   * may look.
   */
  async #takingInConflict(statement: Statement, sending: Sending): Promise<Taking> {
    if (this.#conflictsAreTrue && isAnswer(statement)) return 'there';
    try {
      this.#conflictsAreTrue = (await this.#client.hasStatement(statement.id, sending)) || !this.#client.hearsPosts;
      return this.#conflictsAreTrue ? 'there' : 'failed';
    } catch (error) {
      if (!(error instanceof LrsError) || error.reason === 'offline') throw error;
      if (error.status !== 409) return 'there';
      if (!(await this.#isOpen(sending))) throw error;
      return 'failed';
    }
  }

  async #hasAllTheSame(statement: Statement, sending: Sending): Promise<boolean> {
    const isThere = await this.#has(statement, sending);
    this.#refusesKnown ||= isThere;
    return isThere;
  }

  async #has({ id }: Statement, sending: Sending): Promise<boolean> {
    try {
      return await this.#client.hasStatement(id, sending);
    } catch (error) {
      if (error instanceof LrsError) return false;
      throw error;
    }
  }
}
