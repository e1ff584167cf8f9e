/** What of `Storage` is used; a browser may refuse any call of it. */
export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Characters that no copy has in practice. */
export const LONGEST_COPY = 200_000;
/** The name under which a browser is tried. */
export const TRIAL = 'aspa:probe';

/** Local storage that never throws: where the browser refuses, nothing is there, or nothing is written. */
export class QuietStorage {
  readonly #storage: CopyStorage | undefined;

  /** @param storage undefined where the browser keeps nothing (`browserStorage`) */
  constructor(storage: CopyStorage | undefined) {
    this.#storage = storage;
  }

  get keeps(): boolean {
    return this.#storage !== undefined;
  }

  /** Whether a long copy would fit. */
  get hasRoom(): boolean {
    const fits = this.set(TRIAL, ' '.repeat(LONGEST_COPY));
    this.remove(TRIAL);
    return fits;
  }

  keys(): string[] {
    return attempted(() => Array.from({ length: this.#storage?.length ?? 0 }, (_, index) => this.#storage?.key(index) ?? '')) ?? [];
  }

  get(key: string): string | null {
    return attempted(() => this.#storage?.getItem(key)) ?? null;
  }

  /** @returns whether it is written */
  set(key: string, value: string): boolean {
    return attempted(() => (this.#storage?.setItem(key, value), this.keeps)) ?? false;
  }

  remove(key: string): void {
    attempted(() => this.#storage?.removeItem(key));
  }
}

/**
 * This browser's local storage; undefined where it is barred (a third-party frame, private browsing, a policy). One that takes nothing because it is
 * full is there all the same: what stands in it is read, and can be removed.
 */
export function browserStorage(): CopyStorage | undefined {
  return attempted(() => {
    const { localStorage } = globalThis;
    const takes = attempted(() => {
      localStorage.setItem(TRIAL, '1');
      localStorage.removeItem(TRIAL);
      return true;
    });
    return takes || localStorage.length > 0 ? localStorage : undefined;
  });
}

/** This browser's databases; undefined where they are barred. */
export function browserDatabases(): IDBFactory | undefined {
  return attempted(() => globalThis.indexedDB);
}

function attempted<Result>(call: () => Result): Result | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}
