/** How a run ends, for a job that has to know what to do next. */
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
