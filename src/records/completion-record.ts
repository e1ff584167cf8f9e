/**
 * What leaves a source: who, what, when. There is no place for an answer, a score, free text or an IP address in it, by type,
 * so nothing of the kind can reach an output.
 */

/** Days are `YYYY-MM-DD` in the municipality's time zone. */
export type Day = string;

export interface Learner {
  /** Unique within its source; never shown. */
  readonly key: string;
  readonly name?: string;
  /** Others that the source has for her, where nothing but an address makes the records hers. */
  readonly otherNames?: readonly string[];
  /** In small letters. */
  readonly email?: string;
  /** As it was typed, where that is something else: some LRSs give the hash of that. */
  readonly emailTyped?: string;
  /** SHA-1 of `mailto:` and the e-mail address, hex: all that some LRSs give (xAPI 1.0.3, 4.1.2.3 `mbox_sha1sum`). */
  readonly emailHash?: string;
  readonly employeeNumber?: string;
  readonly account?: Account;
  readonly unit?: string;
  readonly manager?: string;
}

/** A user name; `homePage` says in which system, where that is known. */
interface Account {
  readonly homePage?: string;
  readonly name: string;
}

/**
 * known: is on the source's list of learners; begun: has opened the course; class: has earned it; filed: has earned it by a
 * file of the learner's alone, which she could have written herself;
 * completed: the LMS was told that the course is complete; withdrawn: a class was taken back, so that a completion does not prove it.
 */
export type Achievement =
  | { readonly kind: 'known' }
  | { readonly kind: 'begun' }
  | { readonly kind: 'class'; readonly id: string }
  | { readonly kind: 'filed'; readonly id: string }
  | { readonly kind: 'completed' }
  | { readonly kind: 'withdrawn'; readonly id: string };

export interface CompletionRecord {
  readonly learner: Learner;
  readonly what: Achievement;
  /** Undefined where the source does not say. */
  readonly day?: Day;
  /** False where the source only lets us say "on that day at the latest". */
  readonly exact: boolean;
  /** Tells a renewed licence from one reported twice: the registration of xAPI, the attempt of SCORM. */
  readonly attempt?: string;
  /** The statement it was read from, so that it can be taken back when that is voided. */
  readonly statement?: string;
}
