/**
 * Watches what an LMS does with a save. "true" is proof only where a request went out and was answered before the commit returned; a beacon
 * has no answer at all, and a request that comes later may fail in silence, which shows only afterwards.
 */
import { saysNothing } from './chamilo-receipts.ts';
import { OwnAnswers } from './page-instead-of-answer.ts';
import { addressOf, isBeacon, isOfScript, isSuccess } from './request-entry.ts';

export type Evidence =
  /** A request was answered within the calls: its result is the LMS's. */
  | 'answered'
  /** Nothing but a beacon: some LMSs always use one, others where the page is going away or may be. */
  | 'beacon'
  /** A request failed, and a beacon was sent in its place: some LMSs say "true" then. */
  | 'fallback'
  /** The browser refused a beacon, and nothing went out in its place: it takes 65,536 bytes at once, and some LMSs say "true" all the same. */
  | 'unsent'
  /** No request was answered within the calls. */
  | 'none'
  /** This browser does not tell. */
  | 'unknown';

export interface CommitWitness {
  /** Starts to watch: the requests of values that are set, and of the commit after them. Ends what was watched before. */
  watch(): Watch;
}

export interface Watch {
  /** To be called when the last call has returned. @returns what was seen while they ran */
  end(): Promise<Evidence>;
  /**
   * The HTTP status with which a request of this save is known by now to have failed: 0 where nobody answered, 2xx where another page came in
   * the place of the LMS's answer; undefined where none is.
   */
  failed(): number | undefined;
  /** A request that began within the calls has been answered by now, and none of this save is known to have failed. */
  answered(): boolean;
  /**
   * Behind the save, until the next `watch`.
   * @param failed told once that a request has failed, however late, and with which status
   * @param answered told that `answered` says so by now, perhaps several times
   */
  watchOn(failed: (status: number) => void, answered: () => void): void;
}

/** Time until a finished request appears in the browser's performance entries. */
const SETTLE_MS = 60;
/** An LMS that sends later does so within this time. */
const SENT_WITHIN_MS = 3_000;

export class WindowWitness implements CommitWitness {
  readonly #watched: readonly WatchedWindow[];

  /** @param windows those in which the LMS's script may run; those of another origin are left out */
  constructor(windows: Iterable<Window>) {
    this.#watched = [...new Set(windows)].filter(isOpen).map((window) => new WatchedWindow(window));
  }

  watch(): Watch {
    let beacons = 0;
    let refused = 0;
    const count = (isTaken: boolean): void => void (isTaken ? (beacons += 1) : (refused += 1));
    const looks = this.#watched.map((watched) => watched.look(count));
    const failed = (): number | undefined => looks.map((look) => look.failed()).find((status) => status !== undefined);
    const isAnswered = (): boolean => failed() === undefined && looks.some((look) => look.answered());
    return {
      end: async () => {
        for (const look of looks) look.end();
        // A beacon alone tells enough at once, but not whether a request failed before it.
        await new Promise((settled) => setTimeout(settled, SETTLE_MS));
        if (beacons > 0) return looks.some((look) => look.saw('failure')) ? 'fallback' : 'beacon';
        const seen = looks.map((look) => look.saw('answer'));
        if (seen.includes(true)) return 'answered';
        if (refused > 0) return 'unsent';
        return seen.includes(false) ? 'none' : 'unknown';
      },
      failed,
      answered: isAnswered,
      watchOn: (tell, answered) => {
        const look = (): void => {
          if (isAnswered()) answered();
          const status = failed();
          if (status === undefined) return;
          for (const each of looks) each.whenMoreEnds(() => undefined);
          tell(status);
        };
        for (const each of looks) each.whenMoreEnds(look);
      },
    };
  }
}

interface Look {
  end(): void;
  /** Whether a request of a script began and ended so while the calls ran; undefined where this browser does not tell. */
  saw(end: 'answer' | 'failure'): boolean | undefined;
  failed(): number | undefined;
  /** Whether one that began while they ran has been answered by now. */
  answered(): boolean;
  /** @param run whenever a request of the window has ended, until the next look */
  whenMoreEnds(run: () => void): void;
}

/**
 * One window's requests. An observer sees them even when the window's own list is full. All objects are taken at once: an opener that goes on
 * to another origin throws when it is asked for them.
 */
class WatchedWindow {
  readonly #performance: Performance;
  readonly #navigator: Navigator;
  readonly #origin: string;
  #observed: PerformanceResourceTiming[] = [];
  /** Where a request went after each save so far: the LMS's page makes others too. */
  #addresses: ReadonlySet<string> | undefined;
  readonly #answers = new OwnAnswers();
  #started = Infinity;
  /** The last call of what was looked at last has returned. */
  #ended = Infinity;
  #onEntries: () => void = () => undefined;

  constructor(window: Window) {
    this.#performance = window.performance;
    this.#navigator = window.navigator;
    this.#origin = window.location.origin;
    const { PerformanceObserver: Observer } = window as Window & { PerformanceObserver?: typeof PerformanceObserver };
    if (!Observer) return;
    new Observer((list) => {
      this.#observed.push(...(list.getEntries() as PerformanceResourceTiming[]));
      this.#onEntries();
    }).observe({ type: 'resource' });
  }

  look(onBeacon: (isTaken: boolean) => void): Look {
    this.#learn();
    this.#observed = [];
    this.#onEntries = () => undefined;
    const started = this.#performance.now();
    this.#started = started;
    this.#ended = Infinity;
    let ended = Infinity;
    const restore = countBeacons(this.#navigator, onBeacon);
    return {
      end: () => {
        ended = this.#performance.now();
        this.#ended = ended;
        restore();
      },
      saw: (end) => {
        const isSo = (entry: PerformanceResourceTiming): boolean => (end === 'answer' ? this.#isAnswer(entry) : this.#isFailure(entry));
        return this.#since(started)?.some((entry) => isOfScript(entry) && endOf(entry) <= ended + 1 && isSo(entry));
      },
      failed: () => this.#failureSince(started, ended),
      answered: () => this.#sentSince(started).some((entry) => !isBeacon(entry) && entry.startTime <= ended + 1 && this.#isAnswer(entry)),
      whenMoreEnds: (run) => void (this.#onEntries = run),
    };
  }

  #since(started: number): PerformanceResourceTiming[] | undefined {
    if (typeof this.#performance.getEntriesByType !== 'function') return undefined;
    const entries = [...(this.#performance.getEntriesByType('resource') as PerformanceResourceTiming[]), ...this.#observed];
    return entries.filter(({ startTime }) => startTime >= started - 1);
  }

  #failureSince(started: number, ended: number): number | undefined {
    const entries = this.#sentSince(started).filter((entry) => this.#isToOrigin(entry));
    const own = this.#ownAddresses(entries, ended);
    return entries.find((entry) => own.includes(addressOf(entry)) && this.#isFailure(entry))?.responseStatus;
  }

  /** What the save before showed is complete now, as it is not while a slow answer may be under way. */
  #learn(): void {
    const entries = this.#sentSince(this.#started);
    this.#answers.learn(entries);
    const sent = entries.filter((entry) => this.#isToOrigin(entry));
    if (begunBy(this.#ended + 1, sent).length > 0) return;
    const own = this.#ownAddresses(sent, this.#ended);
    if (own.length > 0) this.#addresses = new Set(own);
  }

  #sentSince(started: number): PerformanceResourceTiming[] {
    return (this.#since(started) ?? []).filter((entry) => isOfScript(entry) || isBeacon(entry));
  }

  #isToOrigin({ name }: PerformanceResourceTiming): boolean {
    return name.startsWith(this.#origin);
  }

  /** Browsers that give no status give no entry for a request that failed. */
  #isAnswer(entry: PerformanceResourceTiming): boolean {
    if (saysNothing(addressOf(entry))) return false;
    return ((entry.responseStatus as number | undefined) === undefined || isSuccess(entry)) && !this.#answers.isOtherPage(entry);
  }

  #isFailure(entry: PerformanceResourceTiming): boolean {
    return entry.responseStatus === 0 || entry.responseStatus >= 400 || this.#answers.isOtherPage(entry);
  }

  /** Where the LMS sends a save to: surely there, where a request began within the calls; else where one went after each save. */
  #ownAddresses(entries: readonly PerformanceResourceTiming[], ended: number): string[] {
    const within = begunBy(ended + 1, entries);
    if (within.length > 0) return within;
    return begunBy(ended + SENT_WITHIN_MS, entries).filter((address) => this.#addresses?.has(address) ?? true);
  }
}

/** Where they went. */
function begunBy(time: number, entries: readonly PerformanceResourceTiming[]): string[] {
  return [...new Set(entries.filter(({ startTime }) => startTime <= time).map(addressOf))];
}

function endOf({ startTime, responseEnd }: PerformanceResourceTiming): number {
  return (responseEnd as number | undefined) ?? startTime;
}

function isOpen(window: Window): boolean {
  try {
    return typeof window.performance.now() === 'number' && typeof window.location.origin === 'string';
  } catch {
    return false;
  }
}

/** @param count told whether the browser took it. @returns a function that puts the window's own `sendBeacon` back */
function countBeacons(navigator: Navigator, count: (isTaken: boolean) => void): () => void {
  if (typeof navigator.sendBeacon !== 'function') return () => undefined;
  const own = Object.getOwnPropertyDescriptor(navigator, 'sendBeacon');
  const send = navigator.sendBeacon.bind(navigator);
  const counting: Navigator['sendBeacon'] = (...parameters) => {
    const isTaken = send(...parameters);
    count(isTaken);
    return isTaken;
  };
  try {
    Object.defineProperty(navigator, 'sendBeacon', { value: counting, configurable: true, writable: true });
  } catch {
    return () => undefined;
  }
  return () => {
    if (own) Object.defineProperty(navigator, 'sendBeacon', own);
    else delete (navigator as { sendBeacon?: unknown }).sendBeacon;
  };
}
