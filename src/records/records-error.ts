/** Why completion records could not be made. The exit code tells a job what to do; the message tells a person. */

export const EXIT_CODES = {
  /** All is written. */
  done: 0,
  /** A defect of this program. */
  fault: 1,
  /** Options, credentials or a mapping file are missing or wrong: mend them. */
  usage: 2,
  /** The source refuses the credentials (401, 403, invalid token): renew them. */
  refused: 3,
  /** The address, the course or the activity is not there (404). */
  'not-found': 4,
  /** Unreachable, timed out, overloaded (429, 5xx) even after waiting: run again later. */
  unavailable: 5,
  /** The source answered, but not what it should: half a page, no JSON, an unknown report. */
  unreadable: 6,
  /** The output or the state could not be written. */
  output: 7,
  /** Written, but some records of this course could not be understood; they are counted in the messages. */
  incomplete: 8,
} as const;

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

  get exitCode(): number {
    return EXIT_CODES[this.code];
  }
}
