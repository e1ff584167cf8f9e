/** What the page's script gets: the rows, kept short, and the words it needs. Shared by both sides, so it imports types only. */
import type { LicenceStatus } from '../people/licence-status.ts';

/** A day, `~` and a day for "at the latest", `^` before either for what only the learner's file says, an empty text for "earned, no day"; null: not earned. */
export type PageDay = string | null;

export interface PageRow {
  /** Name or pseudonym. */
  readonly n: string;
  /** Employee number, or whatever else tells people of one name apart. */
  readonly i: string;
  readonly e: string;
  readonly u: string;
  readonly m: string;
  readonly s: LicenceStatus;
  readonly b: string | null;
  /** In the order of `classes`. */
  readonly c: readonly PageDay[];
  readonly l: PageDay;
  /** When it was renewed. */
  readonly r: PageDay;
  /** The last day of validity. */
  readonly x: string | null;
}

export interface PageData {
  readonly language: string;
  readonly classes: readonly string[];
  readonly rows: readonly PageRow[];
  readonly showExpiry: boolean;
  /** False where nobody's is known. */
  readonly showUnit: boolean;
  readonly statuses: Readonly<Record<string, string>>;
  readonly heads: Readonly<Record<'status' | 'begun' | 'licence' | 'renewed' | 'expires' | 'unit' | 'manager', string>>;
  /** `{0}`, `{1}` and `{2}` are filled in. */
  readonly words: Readonly<Record<'shown' | 'none' | 'empty' | 'notEarned' | 'yes' | 'atTheLatest' | 'fromFile' | 'unknownUnit', string>>;
}
