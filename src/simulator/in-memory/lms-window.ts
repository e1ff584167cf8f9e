/** The window of a player and its course, as far as a tracker looks: events, beacons, resource timings, the probe. */
import type { PageEventName, PageSign, SendingHabits } from '../lms-profile.ts';
import { isLeaving } from '../leaving-event.ts';
import type { LmsServer, StoreRequest } from '../lms-server.ts';
import { systemClock, type Clock } from '../scorm/clock.ts';
import type { Fault } from '../fault.ts';
import type { FaultyServer } from './faulty-server.ts';
import { KeepaliveQuota } from './keepalive-quota.ts';

export interface ResourceEntry {
  readonly name: string;
  readonly entryType: 'resource';
  readonly initiatorType: 'xmlhttprequest' | 'beacon';
  readonly startTime: number;
  readonly responseEnd: number;
  readonly responseStatus: number;
  /** '' where there is none. */
  readonly contentType: string;
  /** undefined where it is not known. */
  readonly decodedBodySize?: number;
}

/** As much of a `Response` as a tracker reads. */
type FileAnswer = Pick<Response, 'ok' | 'status' | 'type' | 'url' | 'headers'>;

interface EntryList {
  getEntries(): readonly ResourceEntry[];
}

type AnswerHabits = Pick<SendingHabits, 'path' | 'answerType'> &
  Partial<Pick<SendingHabits, 'answerBytes' | 'objectivesPath' | 'pageHasVersion' | 'pageAfterSession' | 'pageWhenShutOut'>>;

export const origin = 'https://lms.example';
/** Of a network, at another site. */
const PORTAL = 'https://portal.example/';
/** Of a page that comes in the place of an answer. */
const OTHER_PAGE_BYTES = 12_733;
/** How long a beacon is on its way, milliseconds. */
const BEACON_TIME = 300;

export class LmsWindow extends EventTarget {
  API?: unknown;
  API_1484_11?: unknown;
  /** The player's own listeners, which come first. */
  onSign: (sign: PageSign) => void = () => {};
  /** The event being handled, as `window.event` says. */
  event: { readonly type: string } | undefined;
  readonly location = new URL(`${origin}/player.php?course=1`);
  readonly opener = null;
  readonly document = Object.assign(new EventTarget(), {
    visibilityState: 'visible' as 'visible' | 'hidden',
    readyState: 'complete' as 'loading' | 'complete',
    /** The page from which the course was opened. */
    referrer: '',
  });
  /** Whether the web server says of a file which version it is. */
  fileHasVersion: boolean;
  readonly resources: ResourceEntry[] = [];
  /** Told each entry soon after it has come. */
  readonly #observers = new Set<(list: EntryList) => void>();
  readonly PerformanceObserver = observerOf(this.#observers);
  #hasObjectives = false;
  readonly #quota = new KeepaliveQuota();
  readonly navigator = {
    onLine: true,
    userAgent: '',
    sendBeacon: (_url: string, body: Pick<Blob, 'size'>): boolean => this.#takes(body.size),
  };
  readonly performance = {
    now: (): number => Date.now(),
    getEntriesByType: (type: string): readonly ResourceEntry[] => (type === 'resource' ? this.resources : []),
  };

  constructor(
    private readonly server: FaultyServer,
    private readonly habits: AnswerHabits,
    private readonly clock: Clock = systemClock,
  ) {
    super();
    this.fileHasVersion = habits.pageHasVersion ?? true;
  }

  get parent(): LmsWindow {
    return this;
  }

  get top(): LmsWindow {
    return this;
  }

  get self(): LmsWindow {
    return this;
  }

  currentEvent(): PageEventName | undefined {
    const type = this.event?.type;
    return type === 'visibilitychange' && this.document.visibilityState === 'visible' ? undefined : (type as PageEventName | undefined);
  }

  /** Runs the listeners of an event with `window.event` set, the document's own ones for visibilitychange. */
  fire(type: PageEventName | 'online' | 'offline'): void {
    const event = new Event(type);
    this.event = event;
    try {
      if (type !== 'online' && type !== 'offline')
        this.onSign(type === 'visibilitychange' && this.document.visibilityState === 'visible' ? 'visible' : type);
      (type === 'visibilitychange' ? this.document : this).dispatchEvent(event);
    } finally {
      this.event = undefined;
    }
  }

  /** Answers as the LMS's web server does to a request for one of the package's own files, or for one that is everybody's. */
  readonly fetch = (file: string, { redirect = 'follow' }: RequestInit = {}): Promise<FileAnswer> => {
    const fault = file === '/favicon.ico' ? faultForAll(this.server.faultNow()) : this.server.askForFile(file);
    const url = this.#pageInPlace(fault);
    if (url && redirect === 'manual')
      return Promise.resolve({ ok: false, status: 0, type: 'opaqueredirect', url: this.location.href, headers: new Headers() });
    // To another site it does not follow.
    const isLost = fault === 'offline' || fault === 'hang' || (url !== undefined && !url.startsWith(origin));
    if (isLost) return Promise.reject(new TypeError('Failed to fetch'));
    const status = fault === 'unavailable' ? 503 : 200;
    const hasVersion = url !== undefined || (this.fileHasVersion && !isOtherPage(fault));
    const headers = new Headers(hasVersion ? { ETag: '"1"' } : {});
    return Promise.resolve({ ok: status === 200, status, type: 'basic', url: url ?? this.location.href, headers });
  };

  /** To which a request for a file is sent on. */
  #pageInPlace(fault: Fault | undefined): string | undefined {
    if (fault === 'portal') return PORTAL;
    const { pageAfterSession = 'other-page', pageWhenShutOut = 'other-page' } = this.habits;
    const page = fault === 'session-expired' ? pageAfterSession : fault === 'shut-out' ? pageWhenShutOut : 'other-page';
    return page === 'other-page' ? undefined : new URL(page, origin).href;
  }

  /**
   * The server as this window's player reaches it: requests leave resource timings, beacons go through `navigator.sendBeacon`.
   * @param reads the player's script asks for the state by itself; otherwise it comes with the page
   */
  connection(reads = false): LmsServer {
    const { server } = this;
    return {
      device: server.device,
      launch: (request) => {
        const answer = server.launch(request);
        if (reads) this.#timed('', answer.result === 'launched' ? 'stored' : answer.result);
        return answer;
      },
      store: (request) => {
        const began = Date.now();
        const answer = server.store(request);
        this.#timed('', answer.result, began);
        return answer;
      },
      storeLater: async (request) => {
        const began = Date.now();
        const isLast = isLeaving(this.event?.type);
        if (!isLast) this.#tellObjectives(request);
        const answer = await server.storeLater(request, isLast);
        this.#timed('', answer.result, began);
        return answer;
      },
      beacon: (request, bytes) => {
        if (!this.navigator.sendBeacon(`${origin}/${this.habits.path}?api=beacon`, { size: bytes })) return false;
        this.#timed('?api=beacon', resultOfBeacon(server.faultNow()), Date.now(), 'beacon');
        return server.beacon(request);
      },
    };
  }

  /** By a request that the page waits for, which therefore is answered first. */
  #tellObjectives({ values }: StoreRequest): void {
    const { objectivesPath } = this.habits;
    if (objectivesPath === undefined) return;
    this.#hasObjectives ||= values.some(([name]) => name.startsWith('cmi.objectives.'));
    if (!this.#hasObjectives) return;
    const fault = this.server.faultNow();
    const responseStatus = fault === 'unavailable' ? 503 : fault === 'offline' || fault === 'portal' || fault === 'hang' ? 0 : 200;
    const now = Date.now();
    this.#note({
      name: `${origin}/${objectivesPath}`,
      entryType: 'resource',
      initiatorType: 'xmlhttprequest',
      startTime: now,
      responseEnd: now,
      responseStatus,
      contentType: responseStatus === 0 ? '' : 'text/html',
      decodedBodySize: 0,
    });
  }

  #note(entry: ResourceEntry): void {
    this.resources.push(entry);
    for (const tell of this.#observers) queueMicrotask(() => tell({ getEntries: () => [entry] }));
  }

  #takes(bytes: number): boolean {
    const over = this.#quota.take(bytes);
    if (over) this.clock.after(BEACON_TIME, over);
    return over !== undefined;
  }

  #timed(query: string, result: string, startTime = Date.now(), initiatorType: ResourceEntry['initiatorType'] = 'xmlhttprequest'): void {
    const responseStatus =
      result === 'unreachable' ? 0 : result === 'refused' ? (this.server.faultNow() === 'unavailable' ? 503 : 500) : 200;
    const name = `${origin}/${this.habits.path}${query}`;
    const contentType = result === 'unreachable' ? '' : result === 'stored' ? this.habits.answerType : 'text/html';
    const isEmpty = result === 'unreachable' || this.server.faultNow() === 'empty';
    const bytes = result === 'stored' ? this.habits.answerBytes : isEmpty ? 0 : OTHER_PAGE_BYTES;
    this.#note({
      name,
      entryType: 'resource',
      initiatorType,
      startTime,
      responseEnd: Date.now(),
      responseStatus,
      contentType,
      ...(bytes !== undefined && initiatorType !== 'beacon' && { decodedBodySize: bytes }),
    });
  }
}

/** Whoever asks. */
function faultForAll(fault: Fault | undefined): Fault | undefined {
  return fault === 'session-expired' || fault === 'shut-out' ? undefined : fault;
}

/** In the place of a file, with status 200. */
function isOtherPage(fault: Fault | undefined): boolean {
  return fault === 'html' || fault === 'session-expired' || fault === 'shut-out';
}

function resultOfBeacon(fault: Fault | undefined): string {
  if (fault === 'unavailable') return 'refused';
  if (fault === 'html' || fault === 'shut-out') return 'page';
  return fault === 'offline' || fault === 'portal' || fault === 'hang' || fault === 'torn' || fault === 'answer-lost'
    ? 'unreachable'
    : 'stored';
}

/** A window's `PerformanceObserver`. */
function observerOf(observers: Set<(list: EntryList) => void>) {
  return class {
    constructor(private readonly tell: (list: EntryList) => void) {}

    observe(): void {
      observers.add(this.tell);
    }
  };
}
