/** A small plausible mistake: what is broken for whom, and how it is made. */
export interface Fault {
  /** Short and for ever the same, for `--only`. */
  readonly id: string;
  /** What the person to whom the promise is made would see. */
  readonly broken: string;
  /** The test file that is run first, below `tests/`; one of those that hold the promise. */
  readonly near: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** Faults by the promise that they break, in the words of `tests/PROMISES.md`. */
export type FaultsByPromise = Readonly<Record<string, readonly Fault[]>>;
