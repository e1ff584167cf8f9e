import { fetchAuthorization } from './cmi5-launch.ts';
import { strangersIn } from './launch-sites.ts';
import { clientOf, launchProblem, openSession, type LrsTrackerOptions } from './lrs-launch.ts';
import { LrsTracker } from './lrs-tracker.ts';
import type { Launch } from '../tracker.ts';

/** Launchers that grade take it from here: a complete licence is worth full marks (mod_tincanlaunch, GrassBlade). */
const FULL_SCORE = { scaled: 1, raw: 100, min: 0, max: 100 } as const;

/** xAPI, launched with endpoint, auth, actor, registration and activity_id in the address (tincan.xml packages). */
export class XapiTracker extends LrsTracker {
  constructor(options: LrsTrackerOptions) {
    super('xAPI', options);
  }

  strangers(): readonly string[] {
    const { page, course } = this.options;
    const { endpoint, auth, fetchUrl } = this.readLaunch();
    return strangersIn(auth || !fetchUrl ? [endpoint] : [endpoint, fetchUrl], page, course.lrs);
  }

  async open(): Promise<Launch> {
    const { now = Date.now } = this.options;
    const launch = this.readLaunch();
    const { memory } = launch;
    // xAPI has no sessions of the LMS's: after its end a reload begins another.
    if (memory.launch.terminated) memory.restart(now());
    // A launcher may give a fetch address here too (ILIAS); where there is an auth, it is the one to use.
    const auth = launch.auth ?? (launch.fetchUrl ? await fetchAuthorization(launch, this.options) : undefined);
    const client = clientOf(this.options, launch, auth);
    try {
      const opened = await openSession(this.options, client, launch, {
        mode: 'normal',
        session: memory.launch.session,
        template: {},
        // The true time; never later than this computer's clock, which another one may be ahead of.
        moment: (at) => Math.min(at, now()),
        score: FULL_SCORE,
        defined: (statement) => statement,
      });
      this.session = opened.session;
      return opened.launch;
    } catch (error) {
      throw launchProblem(error);
    }
  }

  /** A launcher that opened a window waits for it to close; where the browser does not allow that, the page says that it may be closed. */
  leave(): void {
    this.endVisit();
    this.options.page.close?.();
  }
}
