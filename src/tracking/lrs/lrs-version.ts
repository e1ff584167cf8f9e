/**
 * Which version of xAPI an LRS is spoken to in: 1.0.3, which all know, unless it can be set to take 2.0 alone and is (SQL LRS,
 * `LRSQL_SUPPORTED_VERSIONS`, read in its documentation). Then it answers 400 to the first question.
 */
import { LrsError } from './lrs-error.ts';

export class LrsVersion {
  #value: '1.0.3' | '2.0.0' = '1.0.3';
  #wasAsked = false;

  /** For the header `X-Experience-API-Version`. */
  get value(): string {
    return this.#value;
  }

  /** Makes a request; the first one once more in 2.0 where it is answered with 400. @throws as `request` */
  async found<T>(request: () => Promise<T>): Promise<T> {
    const isFirst = !this.#wasAsked;
    this.#wasAsked = true;
    try {
      return await request();
    } catch (error) {
      if (!isFirst || !isBadRequest(error)) throw error;
    }
    this.#value = '2.0.0';
    try {
      return await request();
    } catch (error) {
      if (isBadRequest(error)) this.#value = '1.0.3';
      throw error;
    }
  }
}

function isBadRequest(error: unknown): boolean {
  return error instanceof LrsError && error.status === 400;
}
