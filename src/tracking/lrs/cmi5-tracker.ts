import { fetchAuthorization, readLanguages, readLaunchData } from './cmi5-launch.ts';
import { siteOf, strangersIn } from './launch-sites.ts';
import { clientOf, launchProblem, openSession, type LrsTrackerOptions } from './lrs-launch.ts';
import { LrsTracker } from './lrs-tracker.ts';
import { withCategories } from './statements.ts';
import type { Launch } from '../tracker.ts';
import { TrackingError } from '../tracking-error.ts';

/** cmi5 9.6.2.1: marks the statements that the specification defines. */
const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
/** cmi5 9.6.2.2: marks those whose result counts for moveOn. */
const MOVE_ON_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';

/** cmi5: one assignable unit for the whole licence. */
export class Cmi5Tracker extends LrsTracker {
  #returnUrl: string | undefined;

  constructor(options: LrsTrackerOptions) {
    super('cmi5', options);
  }

  strangers(): readonly string[] {
    const { page, course } = this.options;
    const { endpoint, fetchUrl = endpoint } = this.readLaunch();
    return strangersIn([endpoint, fetchUrl], page, course.lrs);
  }

  /** In the order that cmi5 8.2, 10.0 and 11.0 want: token, LaunchData, preferences; and our own state with these. */
  async open(): Promise<Launch> {
    const { now = Date.now } = this.options;
    const launch = this.readLaunch();
    const { startedAt, terminated } = launch.memory.launch;
    // cmi5 9.3.8: nothing may follow `terminated`.
    if (terminated) throw new TrackingError('session-over', 'This session was terminated when its page was left.');
    const auth = await fetchAuthorization(launch, this.options);
    const client = clientOf(this.options, launch, auth);
    try {
      const { mode, template, session, returnUrl } = await readLaunchData(client, launch);
      // Side by side: on a slow line each request in turn keeps the learner waiting.
      const [language, opened] = await Promise.all([
        readLanguages(client, launch),
        openSession(this.options, client, launch, {
          mode,
          session: session ?? launch.memory.launch.session,
          template,
          moment: (at) => Math.max(startedAt, Math.min(at, now())),
          defined: (statement, counts) => withCategories(statement, counts ? [CMI5_CATEGORY, MOVE_ON_CATEGORY] : [CMI5_CATEGORY]),
        }),
      ]);
      this.session = opened.session;
      this.#returnUrl = returnUrl;
      return { ...opened.launch, ...(language ? { language } : {}) };
    } catch (error) {
      throw launchProblem(error);
    }
  }

  /** cmi5 10.0, returnURL: the learner goes back to where the LMS said; else the window closes, where the browser allows that. */
  leave(): void {
    const { page } = this.options;
    this.endVisit();
    if (!this.#returnUrl) page.close?.();
    else if (this.#leadsToKnownSite(this.#returnUrl)) page.location.assign(this.#returnUrl);
  }

  wayBack(): string | undefined {
    return this.#returnUrl && !this.#leadsToKnownSite(this.#returnUrl) ? this.#returnUrl : undefined;
  }

  /** A site to which the learner's work may go may have her back too. */
  #leadsToKnownSite(address: string): boolean {
    const { page, course } = this.options;
    const site = (url: string) => siteOf(url, page, course.lrs);
    const { origin, standing } = site(address);
    const { endpoint, fetchUrl = endpoint } = this.readLaunch();
    return standing === 'own' || standing === 'vouched' || [endpoint, fetchUrl].some((url) => site(url).origin === origin);
  }
}
