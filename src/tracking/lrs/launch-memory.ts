/**
 * What this tab remembers of its launch, so that a reload goes on with the same session: the address's parameters (which have left the
 * address bar), the one-time token, and what was said already. It is gone with the tab, and a new launch replaces it. Once the learner has
 * left the course by its own button, only that is remembered: whoever uses the tab after her is not launched as her.
 */
export interface RememberedLaunch {
  /** The launch parameters as a query. */
  readonly query: string;
  /** Tells this session apart from all others. */
  readonly session: string;
  /** When this session began, milliseconds since 1970. */
  readonly startedAt: number;
  /** The path of its page: one tab may launch several parts of the course, one after another. */
  readonly path?: string;
  /** The Authorization header that the fetch URL gave. */
  readonly authorization?: string;
  /** Active time of this session on pages before a reload, in milliseconds. */
  readonly activeBefore?: number;
  readonly initialized?: boolean;
  readonly terminated?: boolean;
}

const KEY = 'aspa:launch';
const ENDED = JSON.stringify({ ended: true });

export class LaunchMemory {
  readonly #storage: () => Storage;
  #launch: RememberedLaunch;
  #hasEnded = false;

  private constructor(storage: () => Storage, launch: RememberedLaunch) {
    this.#storage = storage;
    this.#launch = launch;
  }

  /** Where this tab launched before; undefined in a fresh one, or where the browser remembers nothing. */
  static recall(storage: () => Storage): LaunchMemory | undefined {
    try {
      const launch = JSON.parse(storage().getItem(KEY) ?? 'null') as RememberedLaunch | null;
      return typeof launch?.query === 'string' && typeof launch.session === 'string' && typeof launch.startedAt === 'number'
        ? new LaunchMemory(storage, launch)
        : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether the learner has left the course in this tab, and was not launched again since. */
  static hasEnded(storage: () => Storage): boolean {
    try {
      return storage().getItem(KEY) === ENDED;
    } catch {
      return false;
    }
  }

  static begin(storage: () => Storage, query: string, startedAt: number, path: string): LaunchMemory {
    const memory = new LaunchMemory(storage, { query, session: sessionId(startedAt), startedAt, path });
    memory.note({});
    return memory;
  }

  /** Whether it was the launch of that page. An earlier release has not noted it. */
  isOf(path: string): boolean {
    return (this.#launch.path ?? path) === path;
  }

  get launch(): RememberedLaunch {
    return this.#launch;
  }

  /** The same launch parameters for a session of its own. */
  restart(startedAt: number): void {
    const { query, path, authorization } = this.#launch;
    this.#launch = {
      query,
      session: sessionId(startedAt),
      startedAt,
      ...(path === undefined ? {} : { path }),
      ...(authorization ? { authorization } : {}),
    };
    this.note({});
  }

  note(news: Partial<RememberedLaunch>): void {
    this.#launch = { ...this.#launch, ...news };
    if (!this.#hasEnded) this.#write(JSON.stringify(this.#launch));
  }

  /** The learner has left the course: who she is, and what opens her LRS, is remembered no longer. */
  end(): void {
    this.#hasEnded = true;
    this.#write(ENDED);
  }

  #write(text: string): void {
    try {
      this.#storage().setItem(KEY, text);
    } catch {
      // Without it a reload has to come from the LMS again.
    }
  }
}

function sessionId(startedAt: number): string {
  return `${startedAt.toString(36)}-${Math.random().toString(36).slice(2)}`;
}
