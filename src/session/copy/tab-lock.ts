/**
 * One tab of a browser writes a learner's work, never two. A Web Lock where the browser has them (it frees itself when a tab
 * dies); on plain http, where it has not, a question over a broadcast channel that the tab holding the work answers. What the other tab shows
 * then is in `src/session/opening.ts`.
 */
import { handedOver, handOver } from './tab-hand-over.ts';

export interface TabLock {
  /** @returns false where another tab holds it */
  acquire(): Promise<boolean>;
  /** Whether a tab holds it. Takes nothing: a tab that opens meanwhile, or is frozen, keeps its work. To be asked of a lock that is used for nothing else. */
  isHeld(): Promise<boolean>;
  /** Takes it from the other tab, which is told through its `onLost`. @returns what that tab hands over; undefined where nothing comes in time */
  steal(): Promise<string | undefined>;
  /** Gives what this tab holds to the one that has taken the work. To be called in `onLost`. */
  handOver(work: string): void;
  release(): void;
}

/** @param onLost called when another tab has taken it over */
export function createTabLock(name: string, onLost: () => void): TabLock {
  if (typeof navigator !== 'undefined' && 'locks' in navigator) return new WebLock(name, onLost, navigator.locks);
  try {
    return new ChannelLock(name, onLost);
  } catch {
    // There are none, or they are barred where storage is.
    return {
      acquire: () => Promise.resolve(true),
      isHeld: () => Promise.resolve(false),
      steal: () => handedOver(name),
      handOver: () => {},
      release: () => {},
    };
  }
}

class WebLock implements TabLock {
  #release: (() => void) | undefined;

  constructor(
    private readonly name: string,
    private readonly onLost: () => void,
    private readonly locks: LockManager,
  ) {}

  acquire(): Promise<boolean> {
    return this.#request({ ifAvailable: true });
  }

  async isHeld(): Promise<boolean> {
    try {
      const { held = [] } = await this.locks.query();
      return held.some(({ name }) => name === this.name);
    } catch {
      // Barred here, as it is for the tab itself.
      return false;
    }
  }

  async steal(): Promise<string | undefined> {
    const handed = handedOver(this.name);
    await this.#request({ steal: true });
    return handed;
  }

  handOver(work: string): void {
    handOver(this.name, work);
  }

  release(): void {
    this.#release?.();
    this.#release = undefined;
  }

  /** Resolves once it is known whether the lock is ours; holds it until released or stolen. */
  #request(options: LockOptions): Promise<boolean> {
    return new Promise((known) => {
      const held = this.locks.request(this.name, options, (lock) => {
        known(lock !== null);
        return lock === null ? undefined : new Promise<void>((release) => (this.#release = release));
      });
      // A stolen lock rejects with AbortError; a browser that forbids locks here (SecurityError) must not stop the learner.
      held.catch((error: unknown) => {
        if (this.#release && error instanceof DOMException && error.name === 'AbortError') this.onLost();
        this.#release = undefined;
        known(true);
      });
    });
  }
}

type Message =
  { readonly type: 'who' | 'stolen'; readonly tab: string } | { readonly type: 'held'; readonly tab: string; readonly to: string };

/** How long a tab that holds the work has for its answer. */
const ANSWER_WITHIN_MS = 250;

class ChannelLock implements TabLock {
  readonly #channel: BroadcastChannel;
  readonly #tab = Math.random().toString(36).slice(2);
  #held = false;
  #answered: (() => void) | undefined;
  #heardHeld: (() => void) | undefined;

  constructor(
    private readonly name: string,
    private readonly onLost: () => void,
  ) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#heard(data);
  }

  acquire(): Promise<boolean> {
    return new Promise((known) => {
      const free = setTimeout(() => {
        this.#answered = undefined;
        // A tab that was frozen has not heard the question yet, and must not go on beside this one.
        this.#take();
        known(true);
      }, ANSWER_WITHIN_MS);
      this.#answered = () => {
        clearTimeout(free);
        this.#answered = undefined;
        known(false);
      };
      this.#say({ type: 'who', tab: this.#tab });
    });
  }

  async isHeld(): Promise<boolean> {
    const isHeld = await new Promise<boolean>((known) => {
      const free = setTimeout(known, ANSWER_WITHIN_MS, false);
      this.#heardHeld = () => {
        clearTimeout(free);
        known(true);
      };
      this.#say({ type: 'who', tab: this.#tab });
    });
    this.#channel.close();
    return isHeld;
  }

  steal(): Promise<string | undefined> {
    const handed = handedOver(this.name);
    this.#take();
    return handed;
  }

  handOver(work: string): void {
    handOver(this.name, work);
  }

  release(): void {
    this.#held = false;
  }

  #take(): void {
    this.#held = true;
    this.#say({ type: 'stolen', tab: this.#tab });
  }

  #heard(message: Message): void {
    const { type, tab } = message;
    if (tab === this.#tab) return;
    // Of tabs that ask at the same moment, as when a browser opens its tabs again, one comes first.
    const comesFirst = this.#answered !== undefined && this.#tab < tab;
    if (type === 'who' && (this.#held || comesFirst)) this.#say({ type: 'held', tab: this.#tab, to: tab });
    if (type === 'held' && message.to === this.#tab) (this.#answered ?? this.#heardHeld)?.();
    if (type === 'stolen' && this.#held) {
      this.#held = false;
      this.onLost();
    }
  }

  #say(message: Message): void {
    this.#channel.postMessage(message);
  }
}
