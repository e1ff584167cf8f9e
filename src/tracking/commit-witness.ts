/**
 * Watches what an LMS does during a commit. "true" is proof only where a request went out and was answered before the commit returned;
 * a beacon has no answer at all, and a request that comes later may fail in silence.
 */
export type Evidence =
  /** A request was answered within the commit: its result is the LMS's. */
  | 'answered'
  /** Nothing but a beacon: some LMSs fall back on it when their request has failed, and say "true". */
  | 'beacon'
  /** No request was answered within the commit. */
  | 'none'
  /** This browser does not tell. */
  | 'unknown';

export interface CommitWitness {
  /** Starts to watch; what it returns tells, once the commit has returned, what was seen. */
  watch(): () => Promise<Evidence>;
}

/** Long enough for the browser to write down a request that is over. */
const SETTLE_MS = 60;

export class WindowWitness implements CommitWitness {
  readonly #watched: readonly WatchedWindow[];

  /** @param windows those in which the LMS's script may run; those of another origin are left out */
  constructor(windows: Iterable<Window>) {
    this.#watched = [...new Set(windows)].filter(isOpen).map((window) => new WatchedWindow(window));
  }

  watch(): () => Promise<Evidence> {
    let beacons = 0;
    const looks = this.#watched.map((watched) => watched.look(() => (beacons += 1)));
    return async () => {
      const answers = looks.map((ended) => ended());
      if (beacons > 0) return 'beacon';
      await new Promise((settled) => setTimeout(settled, SETTLE_MS));
      const seen = answers.map((answered) => answered());
      if (seen.includes(true)) return 'answered';
      return seen.includes(false) ? 'none' : 'unknown';
    };
  }
}

/**
 * One window's requests. An observer sees them even when the window's own list is full. Both objects are taken at once: an opener that goes on
 * to another origin throws when it is asked for them.
 */
class WatchedWindow {
  readonly #performance: Performance;
  readonly #navigator: Navigator;
  #observed: PerformanceResourceTiming[] = [];

  constructor(window: Window) {
    this.#performance = window.performance;
    this.#navigator = window.navigator;
    const { PerformanceObserver: Observer } = window as Window & { PerformanceObserver?: typeof PerformanceObserver };
    if (!Observer) return;
    new Observer((list) => this.#observed.push(...(list.getEntries() as PerformanceResourceTiming[]))).observe({ type: 'resource' });
  }

  /** @returns to be called when the commit has returned; then a question: was a request answered in between? */
  look(onBeacon: () => void): () => () => boolean | undefined {
    const performance = this.#performance;
    this.#observed = [];
    const started = performance.now();
    const restore = countBeacons(this.#navigator, onBeacon);
    return () => {
      const ended = performance.now();
      restore();
      return () => {
        if (typeof performance.getEntriesByType !== 'function') return undefined;
        const entries = [...(performance.getEntriesByType('resource') as PerformanceResourceTiming[]), ...this.#observed];
        return entries.some((entry) => isAnswer(entry) && entry.startTime >= started - 1 && endOf(entry) <= ended + 1);
      };
    };
  }
}

/** A request of a script that got an answer; browsers that give no status give no entry for one that failed. */
function isAnswer({ initiatorType, responseStatus }: PerformanceResourceTiming): boolean {
  const ofScript = (initiatorType as string | undefined) === undefined || initiatorType === 'xmlhttprequest' || initiatorType === 'fetch';
  return ofScript && ((responseStatus as number | undefined) === undefined || (responseStatus >= 200 && responseStatus < 300));
}

function endOf({ startTime, responseEnd }: PerformanceResourceTiming): number {
  return (responseEnd as number | undefined) ?? startTime;
}

function isOpen(window: Window): boolean {
  try {
    return typeof window.performance.now() === 'number';
  } catch {
    return false;
  }
}

/** @returns a function that puts the window's own `sendBeacon` back */
function countBeacons(navigator: Navigator, count: () => void): () => void {
  if (typeof navigator.sendBeacon !== 'function') return () => undefined;
  const own = Object.getOwnPropertyDescriptor(navigator, 'sendBeacon');
  const send = navigator.sendBeacon.bind(navigator);
  const counting: Navigator['sendBeacon'] = (...parameters) => {
    count();
    return send(...parameters);
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
