import { fetchAuthorization } from './cmi5-launch.ts';
import { strangersIn } from './launch-sites.ts';
import { LrsClient } from './lrs-client.ts';
import { describeLrs, launchProblem, notOpen, openSession, type LrsTrackerOptions } from './lrs-launch.ts';
import type { LrsSession } from './lrs-session.ts';
import type { Launch, LeavingEvent, SaveOutcome, Snapshot, Tracker, Turn } from './tracker.ts';
import { readLaunch, type XapiLaunch } from './xapi-launch.ts';

/** Launchers that grade take it from here: a complete licence is worth full marks (mod_tincanlaunch, GrassBlade). */
const FULL_SCORE = { scaled: 1, raw: 100, min: 0, max: 100 } as const;

/** xAPI, launched with endpoint, auth, actor, registration and activity_id in the address (tincan.xml packages). */
export class XapiTracker implements Tracker {
  readonly #options: LrsTrackerOptions;
  #session: LrsSession | undefined;
  #launch: XapiLaunch | undefined;

  constructor(options: LrsTrackerOptions) {
    this.#options = options;
  }

  strangers(): readonly string[] {
    const { page, course } = this.#options;
    const { endpoint, auth, fetchUrl } = this.#read();
    return strangersIn(auth || !fetchUrl ? [endpoint] : [endpoint, fetchUrl], page, course.lrs);
  }

  async open(): Promise<Launch> {
    const { fetch = globalThis.fetch.bind(globalThis), wait, now = Date.now } = this.#options;
    const launch = this.#read();
    const { memory } = launch;
    // xAPI has no sessions of the LMS's: after its end a reload begins another.
    if (memory.launch.terminated) memory.restart(now());
    // A launcher may give a fetch address here too (ILIAS); where there is an auth, it is the one to use.
    const auth = launch.auth ?? (launch.fetchUrl ? await fetchAuthorization(launch, fetch) : undefined);
    const client = new LrsClient({ endpoint: launch.endpoint, auth, fetch, ...(wait ? { wait } : {}) });
    try {
      const opened = await openSession(this.#options, client, launch, {
        mode: 'normal',
        session: memory.launch.session,
        template: {},
        // The true time; never later than this computer's clock, which another one may be ahead of.
        moment: (at) => Math.min(at, now()),
        score: FULL_SCORE,
        defined: (statement) => statement,
      });
      this.#session = opened.session;
      return opened.launch;
    } catch (error) {
      throw launchProblem(error);
    }
  }

  describe(): Readonly<Record<string, string>> {
    return describeLrs('xAPI', this.#launch?.endpoint);
  }

  save(snapshot: Snapshot, turn: Turn): Promise<SaveOutcome> {
    return this.#session?.save(snapshot, turn) ?? notOpen();
  }

  saveNow(snapshot: Snapshot, event: LeavingEvent): Promise<SaveOutcome> {
    return this.#session?.saveNow(snapshot, event) ?? notOpen();
  }

  closeNow(snapshot: Snapshot): Promise<SaveOutcome> {
    return this.#session?.closeNow(snapshot) ?? notOpen();
  }

  /** A launcher that opened a window waits for it to close; where the browser does not allow that, the page says that it may be closed. */
  leave(): void {
    this.#launch?.memory.end();
    this.#options.page.close?.();
  }

  /** Once: the address holds the launch no longer. */
  #read(): XapiLaunch {
    const { page, now = Date.now } = this.#options;
    return (this.#launch ??= readLaunch(page, now()));
  }
}
