/**
 * A learner's work in this browser, against everything that can happen between a keystroke and the LMS. Local storage,
 * because its writes are done when they return: a page that is torn away an instant later has lost nothing.
 *
 * Whoever uses this browser shares it, so a copy is kept under learner, course and attempt, and its texts are removed once the
 * LMS has them all. What stays then is a mark without any text: the revision that the LMS is known to have.
 */
import type { Answer, Answers, FieldId } from '../course/answers.ts';
import type { SavedState } from '../tracking/tracker.ts';

/** What of `Storage` is used; a browser may refuse any call of it. */
export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface StoredCopy extends SavedState {
  /** Until when the LMS is known to have everything, milliseconds since 1970; 0 where it never said so. */
  readonly confirmedAt: number;
}

/** Left behind when the texts are removed. */
export interface CopyMark {
  /** The revision that the LMS is known to have. */
  readonly revision: number;
}

export interface CopyKey {
  readonly course: string;
  readonly learner: string;
  readonly attempt?: string;
}

const FORMAT = 1;
/** Characters that no copy has in practice. */
const LONGEST_COPY = 200_000;

export class LocalCopy {
  readonly #storage: CopyStorage | undefined;
  readonly #key: string;

  /** @param storage undefined where the browser keeps nothing (`browserStorage`) */
  constructor(key: CopyKey, storage: CopyStorage | undefined) {
    this.#storage = storage;
    this.#key = ['aspa', key.course, key.learner, key.attempt ?? ''].map(encoded).join(':');
  }

  /** Names the copy, for locks and channels. */
  get name(): string {
    return this.#key;
  }

  /** False where this browser keeps nothing. */
  get keeps(): boolean {
    return this.#storage !== undefined;
  }

  /** False where another tab's copy would not have fitted either. */
  get hasRoom(): boolean {
    const fits = this.#set(`${this.#key}:trial`, ' '.repeat(LONGEST_COPY));
    this.#remove(`${this.#key}:trial`);
    return fits;
  }

  /** @returns false where the browser did not take it: refused or full. */
  write(copy: StoredCopy): boolean {
    return this.#set(
      this.#key,
      JSON.stringify({ format: FORMAT, revision: copy.revision, confirmedAt: copy.confirmedAt, answers: entriesOf(copy.answers) }),
    );
  }

  /** @returns undefined where there is none. A copy that cannot be read is set aside under `kept`. */
  read(): StoredCopy | undefined {
    const text = this.#get(this.#key);
    if (text === null) return undefined;
    const copy = parseCopy(text);
    if (!copy) {
      // First, since a storage may have no room for both.
      this.#remove(this.#key);
      this.keep('local-copy', text);
    }
    return copy;
  }

  /** Removes the texts and leaves the mark. */
  clear(mark: CopyMark): void {
    const marked = this.#set(`${this.#key}:mark`, JSON.stringify(mark));
    this.#remove(this.#key);
    // A full storage has room again.
    if (!marked) this.#set(`${this.#key}:mark`, JSON.stringify(mark));
  }

  /** The mark of an earlier session; undefined where there is none. */
  mark(): CopyMark | undefined {
    const revision = /^\{"revision":(\d+)\}$/.exec(this.#get(`${this.#key}:mark`) ?? '')?.[1];
    return revision === undefined ? undefined : { revision: Number(revision) };
  }

  /**
   * Keeps something that could not be read, so that it can be offered as a file. The same content is kept once.
   * @returns false where the browser did not take it
   */
  keep(name: string, content: string): boolean {
    const kept = this.kept();
    if (kept.some((entry) => entry.content === content)) return true;
    return this.#set(`${this.#key}:kept`, JSON.stringify([...kept, { name, content }]));
  }

  /** Keeps the other texts of fields that were edited in two places until the learner has chosen, however often the course is closed before. */
  keepOthers(others: readonly (readonly [FieldId, Answer])[]): void {
    if (others.length > 0) this.#set(`${this.#key}:others`, JSON.stringify(others.map(([id, { text, at }]) => [id, { text, at }])));
    else this.#remove(`${this.#key}:others`);
  }

  others(): (readonly [FieldId, Answer])[] {
    try {
      const others: unknown = JSON.parse(this.#get(`${this.#key}:others`) ?? '[]');
      return Array.isArray(others) ? others.filter(isOther) : [];
    } catch {
      return [];
    }
  }

  kept(): { readonly name: string; readonly content: string }[] {
    try {
      const kept: unknown = JSON.parse(this.#get(`${this.#key}:kept`) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isKept) : [];
    } catch {
      return [];
    }
  }

  #get(key: string): string | null {
    try {
      return this.#storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  #set(key: string, value: string): boolean {
    try {
      this.#storage?.setItem(key, value);
      return this.#storage !== undefined;
    } catch {
      return false;
    }
  }

  #remove(key: string): void {
    try {
      this.#storage?.removeItem(key);
    } catch {
      // A browser that refuses to remove has refused to keep too.
    }
  }
}

/** For a key; half of a surrogate pair cannot be encoded. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** This browser's local storage; undefined where it is barred (a third-party frame, private browsing, a policy). */
export function browserStorage(): CopyStorage | undefined {
  try {
    const { localStorage } = globalThis;
    localStorage.setItem('aspa:probe', '1');
    localStorage.removeItem('aspa:probe');
    return localStorage;
  } catch {
    return undefined;
  }
}

/** Answers as JSON holds them. */
export function entriesOf(answers: Answers): Record<FieldId, Answer> {
  return Object.fromEntries([...answers].map(([id, { text, at }]) => [id, { text, at }]));
}

/** Answers out of JSON; what is not in the form of one is left out. */
export function answersFrom(value: unknown): Answers | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(
    Object.entries(value).flatMap(([id, answer]) => (isAnswer(answer) ? [[id, { text: answer.text, at: answer.at }] as const] : [])),
  );
}

function parseCopy(text: string): StoredCopy | undefined {
  try {
    const { format, revision, confirmedAt, answers } = JSON.parse(text) as Record<string, unknown>;
    const read = answersFrom(answers);
    if (format !== FORMAT || typeof revision !== 'number' || typeof confirmedAt !== 'number' || !read) return undefined;
    return { revision, confirmedAt, answers: read };
  } catch {
    return undefined;
  }
}

function isAnswer(value: unknown): value is Answer {
  const { text, at } = (value ?? {}) as Partial<Answer>;
  return typeof text === 'string' && typeof at === 'number' && Number.isFinite(at);
}

function isOther(value: unknown): value is [FieldId, Answer] {
  return Array.isArray(value) && typeof value[0] === 'string' && isAnswer(value[1]);
}

function isKept(value: unknown): value is { name: string; content: string } {
  const { name, content } = (value ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof content === 'string';
}
