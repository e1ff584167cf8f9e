/**
 * Why completion records could not be made. What is said of it is put into words where it is told, in that one's language; a job is told by
 * the exit code (`command/exit-codes.ts`).
 */
import type { Said } from './text/messages/messages-text.ts';
import type { Told } from './text/messages/told.ts';

export type RecordsErrorCode = 'usage' | 'refused' | 'not-found' | 'unavailable' | 'unreadable' | 'output';

export class RecordsError extends Error {
  override readonly name = 'RecordsError';
  /** What had been read of a source when it failed. */
  readUntilThen?: Said;

  constructor(
    readonly code: RecordsErrorCode,
    readonly said: Said<Told>,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
