/** Why completion records could not be made. The message tells a person; a job is told by the exit code (`command/exit-codes.ts`). */

export type RecordsErrorCode = 'usage' | 'refused' | 'not-found' | 'unavailable' | 'unreadable' | 'output';

export class RecordsError extends Error {
  override readonly name = 'RecordsError';
  /** What had been read of a source when it failed, in a sentence. */
  readUntilThen?: string;

  /**
   * @param what happened, where, in one sentence
   * @param next what to do, in one sentence
   */
  constructor(
    readonly code: RecordsErrorCode,
    what: string,
    readonly next: string,
    options?: ErrorOptions,
  ) {
    super(what, options);
  }
}
