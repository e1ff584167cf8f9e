/**
 * A learner's work in this browser, against everything that can happen between a keystroke and the LMS. Local storage,
 * because its writes are done when they return: a page that is torn away an instant later has lost nothing.
 *
 * Whoever uses this browser shares it, so a copy is kept under learner, course and attempt, and its texts are removed once the
 * LMS has them all. What stays then is a mark without any text: the revision that the LMS is known to have.
 */
import type { Answer, Answers, FieldId } from '../course/answers.ts';
import type { BrowserCopy, CopyMark, KeptWork, OtherText, StoredCopy, Unreadable } from './browser-copy.ts';

/** What of `Storage` is used; a browser may refuse any call of it. */
export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface CopyKey {
  readonly course: string;
  readonly learner: string;
  readonly attempt?: string;
}

const FORMAT = 1;
/** Characters that no copy has in practice. */
const LONGEST_COPY = 200_000;
const MARK = /^\{"revision":(\d+)\}$/;

export class LocalCopy implements BrowserCopy {
  readonly #storage: CopyStorage | undefined;
  /** What the copies of all attempts begin with. */
  readonly #learner: string;
  readonly #key: string;

  /** @param storage undefined where the browser keeps nothing (`browserStorage`) */
  constructor(key: CopyKey, storage: CopyStorage | undefined) {
    this.#storage = storage;
    this.#learner = `${['aspa', key.course, key.learner].map(encoded).join(':')}:`;
    this.#key = `${this.#learner}${encoded(key.attempt ?? '')}`;
  }

  get name(): string {
    return this.#key;
  }

  read(): Promise<KeptWork> {
    return Promise.resolve({
      keeps: this.#storage !== undefined,
      // First, since a copy that cannot be read is set aside.
      stored: this.#stored(),
      mark: this.#mark(),
      others: this.#list('others').filter(isOther),
      unreadable: this.#list('kept').filter(isUnreadable),
      otherAttempts: this.#otherAttempts(),
    });
  }

  write({ revision, confirmedAt, answers }: StoredCopy): Promise<boolean> {
    const copy = JSON.stringify({ format: FORMAT, revision, confirmedAt, answers: entriesOf(answers) });
    return Promise.resolve(this.#set(this.#key, copy));
  }

  clear({ revision }: CopyMark): void {
    const mark = JSON.stringify({ revision });
    const marked = this.#set(`${this.#key}:mark`, mark);
    this.#remove(this.#key);
    // A full storage has room again.
    if (!marked) this.#set(`${this.#key}:mark`, mark);
  }

  keepOthers(others: readonly OtherText[]): void {
    if (others.length > 0) this.#set(`${this.#key}:others`, JSON.stringify(others.map(([id, { text, at }]) => [id, { text, at }])));
    else this.#remove(`${this.#key}:others`);
  }

  keep({ name, content }: Unreadable): Promise<boolean> {
    return Promise.resolve(this.#keep({ name, content }));
  }

  hasRoom(): Promise<boolean> {
    const fits = this.#set(`${this.#key}:trial`, ' '.repeat(LONGEST_COPY));
    this.#remove(`${this.#key}:trial`);
    return Promise.resolve(fits);
  }

  #stored(): StoredCopy | undefined {
    const text = this.#get(this.#key);
    if (text === null) return undefined;
    const copy = parseCopy(text);
    if (!copy) {
      // First, since a storage may have no room for both.
      this.#remove(this.#key);
      this.#keep({ name: 'local-copy', content: text });
    }
    return copy;
  }

  #mark(): CopyMark | undefined {
    const revision = MARK.exec(this.#get(`${this.#key}:mark`) ?? '')?.[1];
    return revision === undefined ? undefined : { revision: Number(revision) };
  }

  #keep(unreadable: Unreadable): boolean {
    const kept = this.#list('kept').filter(isUnreadable);
    if (kept.some(({ content }) => content === unreadable.content)) return true;
    return this.#set(`${this.#key}:kept`, JSON.stringify([...kept, unreadable]));
  }

  #otherAttempts(): Answers[] {
    const answersOf = new Map<string, Answers>();
    for (const key of this.#keys()) {
      const [attempt, part] = key.startsWith(this.#learner) ? key.slice(this.#learner.length).split(':') : [];
      if (attempt === undefined || `${this.#learner}${attempt}` === this.#key) continue;
      const answers = part === undefined ? parseCopy(this.#get(key) ?? '')?.answers : undefined;
      if (answers || (part === 'mark' && !answersOf.has(attempt))) answersOf.set(attempt, answers ?? new Map());
    }
    return [...answersOf.values()];
  }

  #keys(): string[] {
    try {
      const storage = this.#storage;
      return Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
    } catch {
      return [];
    }
  }

  #list(part: 'others' | 'kept'): unknown[] {
    try {
      const list: unknown = JSON.parse(this.#get(`${this.#key}:${part}`) ?? '[]');
      return Array.isArray(list) ? list : [];
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

function isOther(value: unknown): value is OtherText {
  return Array.isArray(value) && typeof value[0] === 'string' && isAnswer(value[1]);
}

function isUnreadable(value: unknown): value is Unreadable {
  const { name, content } = (value ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof content === 'string';
}
