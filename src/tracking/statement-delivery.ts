import type { LrsClient } from './lrs-client.ts';
import { LrsError } from './lrs-error.ts';
import type { Statement } from './xapi-types.ts';

/**
 * Delivers statements so that a retry never doubles one and a statement that an LMS does not want stops nothing else. A 409 is a
 * statement that the LRS has already. A 403 may mean either that this one statement is refused (cmi5 6.3: a second `completed`) or
 * that the session is over: whether the state may still be read tells which.
 */
export class StatementDelivery {
  readonly #client: LrsClient;
  readonly #isOpen: () => Promise<boolean>;

  /** @param isOpen whether the LRS still lets this session in */
  constructor(client: LrsClient, isOpen: () => Promise<boolean>) {
    this.#client = client;
    this.#isOpen = isOpen;
  }

  /** @returns false where the LRS refuses this one for good. @throws LrsError where it was not reached, or the session is over */
  async deliver(statement: Statement): Promise<boolean> {
    try {
      await this.#client.send(statement);
      return true;
    } catch (error) {
      if (isThere(error)) return true;
      if (!(await this.#isRefusal(error))) throw error;
      console.warn(`${statement.verb.display['en'] ?? ''} was refused. ${error instanceof Error ? error.message : ''}`);
      return false;
    }
  }

  /** @returns false where not all were taken in one request, so that each has to be delivered alone. @throws as `deliver` */
  async deliverTogether(statements: readonly Statement[]): Promise<boolean> {
    try {
      await this.#client.sendAll(statements);
      return true;
    } catch (error) {
      if (isThere(error) || (await this.#isRefusal(error))) return false;
      throw error;
    }
  }

  async #isRefusal(error: unknown): Promise<boolean> {
    if (!(error instanceof LrsError)) return false;
    if (error.status === 403) return this.#isOpen();
    return error.reason === 'refused' || error.reason === 'full';
  }
}

function isThere(error: unknown): boolean {
  return error instanceof LrsError && error.status === 409;
}
