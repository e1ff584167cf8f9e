/** What foretells the bits of a learner's state: the better it does, the shorter the state gets (`arithmetic-coder.ts`). */

/** Numbers, ids and texts each have their own past and foretell the next byte differently. */
export type ByteKind = 0 | 1 | 2;

/** Its reader and its writer have models that have read the same. */
export interface StateModel {
  /** Takes over what another model of the same class has read, whatever this one has read before. */
  become(other: StateModel): void;
  /** Before the first bit of a byte. */
  begin(kind: ByteKind): void;
  /** The probability that the next bit is 1, in 1/65536; never 0 and never 1. */
  foretell(): number;
  /** Takes in the bit that came. */
  learn(bit: 0 | 1): void;
  /** After the last bit of a byte. @returns the byte */
  end(): number;
}
