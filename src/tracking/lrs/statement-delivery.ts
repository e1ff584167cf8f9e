import type { LrsClient } from './lrs-client.ts';
import { LrsError } from './lrs-error.ts';
import type { Statement } from './xapi-types.ts';

/** there: the LRS had it already; refused: for good, so that another try would be refused alike; failed: this time, though the LRS is there. */
export type Taking = 'taken' | 'there' | 'refused' | 'failed';

/**
 * Delivers statements so that a retry never doubles one and a statement that an LMS does not want stops nothing else. A 409 is a
 * statement that the LRS has already. Any other refusal or failure may be of this one statement (cmi5 6.3: a second `completed`) or of
 * everything: whether the state may still be read tells which.
 */
export class StatementDelivery {
  readonly #client: LrsClient;
  readonly #isOpen: () => Promise<boolean>;

  /** @param isOpen whether the LRS still lets this session in */
  constructor(client: LrsClient, isOpen: () => Promise<boolean>) {
    this.#client = client;
    this.#isOpen = isOpen;
  }

  /** Whether several statements may go in one request. */
  get hearsBatches(): boolean {
    return this.#client.hearsPosts;
  }

  /**
   * @param mayBeThere it was sent before, and no answer was heard: one LMS answers 400 to an id that it has (mod_cmi5)
   * @throws LrsError where the LRS was not reached, or the session is over
   */
  async deliver(statement: Statement, mayBeThere = false): Promise<Taking> {
    try {
      await this.#client.send(statement);
      return 'taken';
    } catch (error) {
      const delivery = await this.#deliveryIn(error, mayBeThere);
      if (delivery === 'refused' || delivery === 'failed') {
        console.warn(`${statement.verb.display['en'] ?? ''} was not taken. ${error instanceof Error ? error.message : ''}`);
      }
      return delivery;
    }
  }

  /** @returns false where not all were taken in one request, so that each has to be delivered alone. @throws as `deliver` */
  async deliverTogether(statements: readonly Statement[]): Promise<boolean> {
    try {
      return await this.#client.sendAll(statements);
    } catch (error) {
      await this.#deliveryIn(error, false);
      return false;
    }
  }

  async #deliveryIn(error: unknown, mayBeThere: boolean): Promise<Taking> {
    if (!(error instanceof LrsError)) throw error;
    const { status, reason, mayBeOfOne } = error;
    if (status === 409 || (status === 400 && mayBeThere)) return 'there';
    if (!(mayBeOfOne || reason === 'session-ended') || !(await this.#isOpen())) throw error;
    return status >= 500 ? 'failed' : 'refused';
  }
}
