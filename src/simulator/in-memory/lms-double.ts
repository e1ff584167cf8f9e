/** A whole LMS for tests: launches, page events, crashes, second launches, the Back button, and what it holds afterwards. */
import { systemClock, type Clock } from '../scorm/clock.ts';
import type { LmsProfile, ScormStandard } from '../lms-profile.ts';
import { habitsOf, lmsProfile, type ProfileId } from '../lms-profiles.ts';
import type { LaunchData, LaunchModeAsked, StoredAttempt } from '../lms-server.ts';
import { createScormRuntime, type ApiCall, type ScormRuntime } from '../scorm/scorm-runtime.ts';
import type { Scorm12Api, Scorm2004Api } from '../scorm/scorm-api-objects.ts';
import type { FaultWindow } from './seeded-faults.ts';
import { FaultyServer } from './faulty-server.ts';
import { LmsWindow, origin } from './lms-window.ts';
import { inTab, newTab, type Tab } from './tab.ts';

export interface LmsDoubleOptions {
  /** A table by its name, or one of a test's own. */
  readonly profile: ProfileId | LmsProfile;
  readonly standard: ScormStandard;
  readonly faults?: readonly FaultWindow[];
  readonly seed?: number;
  readonly clock?: Clock;
  readonly onFreeze?: (milliseconds: number) => void;
  /** As `FaultyServer` says it. */
  readonly attempts?: Map<string, StoredAttempt>;
}

export interface DoubleLaunch {
  readonly attempt?: string;
  readonly mode?: LaunchModeAsked;
  readonly learner?: { readonly id: string; readonly name: string; readonly language?: string };
  /** The course runs before the player's page has been put together, as one out of the browser's cache may: `stands` says when it has. */
  readonly early?: boolean;
}

const aino = { id: 'aino.k', name: 'Kirjastonen, Aino', language: 'fi' };

export class LmsDouble {
  readonly server: FaultyServer;
  readonly #options: LmsDoubleOptions;
  /** In which the course is opened from now on. */
  browser: 'chromium' | 'firefox' = 'chromium';

  constructor(options: LmsDoubleOptions) {
    this.#options = options;
    const habits = habitsOf(tableOf(options.profile), options.standard);
    const { clock, faults, seed, onFreeze, attempts } = options;
    this.server = new FaultyServer({
      habits,
      ...(clock ? { clock } : {}),
      ...(faults ? { faults } : {}),
      ...(seed === undefined ? {} : { seed }),
      ...(onFreeze ? { onFreeze } : {}),
      ...(attempts ? { attempts } : {}),
    });
  }

  get profile(): LmsProfile {
    return tableOf(this.#options.profile);
  }

  /** Opens the player. @throws LaunchFailed where the server does not answer. */
  launch(
    { attempt = 'attempt-1', mode = 'normal', learner = aino, early = false }: DoubleLaunch = {},
    cachedLaunch?: LaunchData,
    loadedAnewIn?: Tab,
  ): DoubleSession {
    const { profile, standard, clock = systemClock } = this.#options;
    const table = tableOf(profile);
    const habits = habitsOf(table, standard);
    const window = new LmsWindow(this.server, habits.sending, clock);
    for (const name of habits.answers.globals) Object.assign(window, { [name]: PAGE_TOLD });
    const tab = loadedAnewIn ?? newTab();
    inTab(window, tab, loadedAnewIn ? 'reload' : 'navigate');
    if (this.browser === 'firefox') window.navigator.userAgent = FIREFOX;
    const calls: ApiCall[] = [];
    const session: { current?: DoubleSession } = {};
    const runtime = createScormRuntime({
      profile: table,
      // What a player on another origin asks is not told to the course's page.
      server: habits.answers.bridge ? this.server : window.connection(habits.sending.readsAtInitialize !== false),
      launch: { standard, attempt, learner, mode },
      clock,
      currentEvent: () => window.currentEvent(),
      onCall: (call) => calls.push(call),
      onLeaving: () => session.current?.leave(),
      ...(this.#options.onFreeze ? { onCallTakes: this.#options.onFreeze } : {}),
      ...(cachedLaunch ? { cachedLaunch } : {}),
      early,
    });
    if (early) window.document.readyState = 'loading';
    window.onSign = (sign) => runtime.hear(sign);
    session.current = new DoubleSession(this, runtime, window, calls, { attempt, mode, learner }, tab);
    return session.current;
  }

  /** What the LMS holds of an attempt. */
  stored(attempt = 'attempt-1'): StoredAttempt {
    return this.server.stored(attempt);
  }
}

/** What Moodle's pages tell scripts of themselves, below `M`. */
const PAGE_TOLD = { cfg: { wwwroot: origin, contextInstanceId: 21 } };

/** What Firefox calls itself. */
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0';

/** One player page with its course. */
export class DoubleSession {
  gone = false;

  constructor(
    private readonly lms: LmsDouble,
    private readonly runtime: ScormRuntime,
    readonly window: LmsWindow,
    readonly calls: readonly ApiCall[],
    private readonly launched: Required<Omit<DoubleLaunch, 'early'>>,
    private readonly tab: Tab,
  ) {
    Object.assign(window, runtime.globals);
  }

  /** The player's page has been put together. */
  stands(): void {
    this.runtime.stands();
    this.window.document.readyState = 'complete';
    this.window.dispatchEvent(new Event('DOMContentLoaded'));
  }

  /** The API of a 1.2 launch. */
  get api12(): Scorm12Api {
    return this.runtime.api as Scorm12Api;
  }

  /** The API of a 2004 launch. */
  get api2004(): Scorm2004Api {
    return this.runtime.api as Scorm2004Api;
  }

  /** Does something inside a click handler. */
  click(run: () => void): void {
    this.window.addEventListener('click', run, { once: true });
    this.window.fire('click');
  }

  /** A link of the player's page that leads nowhere, such as one to a mail address: the page is told that it leaves, and stays. */
  leaveNowhere(): void {
    this.window.fire('beforeunload');
  }

  /** Another tab is looked at. */
  hide(): void {
    this.window.document.visibilityState = 'hidden';
    this.window.fire('visibilitychange');
  }

  show(): void {
    this.window.document.visibilityState = 'visible';
    this.window.fire('visibilitychange');
  }

  /**
   * The tab is closed, and then nothing runs any more. The events come in Chromium's order; Firefox hides the page first, and at its worst ends its
   * process before `pagehide` (153 ESR, run: what was sent in `pagehide` arrived from 4 of 12 pages, what was sent when hidden from 35 of 35).
   */
  close(): void {
    if (this.gone) return;
    if (this.window.navigator.userAgent === FIREFOX) {
      this.window.fire('beforeunload');
      this.hide();
      this.leave();
      return;
    }
    this.window.fire('beforeunload');
    this.#goesAway();
  }

  /** The same, with time between the events, in which the page hears what came of the first (Chromium 156 in Moodle 4.5.6, run). */
  async closeInSteps(between: () => Promise<unknown>): Promise<void> {
    this.window.fire('beforeunload');
    await between();
    if (!this.gone) this.#goesAway();
  }

  /** F5: the new page is made between the two events, with what the LMS has by then. @param learner who is logged in now */
  reload(learner = this.launched.learner): DoubleSession {
    this.window.fire('beforeunload');
    const loaded = this.lms.launch({ ...this.launched, learner }, undefined, this.tab);
    this.#goesAway();
    return loaded;
  }

  #goesAway(): void {
    this.window.fire('pagehide');
    this.window.document.visibilityState = 'hidden';
    this.window.fire('visibilitychange');
    this.window.fire('unload');
    this.leave();
  }

  /**
   * The window is closed while the player waits for the answer to its next synchronous request. Firefox lets the events of the page into the call, and
   * cancels its scripts soon after `beforeunload` (153 ESR, run: 2 of 3 windows): nothing that comes later is heard here.
   */
  closeWhileWaiting(): void {
    this.lms.server.onWaiting = () => {
      this.window.fire('beforeunload');
      this.leave();
    };
  }

  /** The tab or the browser dies: no event comes. */
  crash(): void {
    this.leave();
  }

  /** The player left by itself or the page is gone. */
  leave(): void {
    if (this.gone) return;
    this.gone = true;
    this.runtime.leave();
  }

  /** Exit, then the browser's Back: the player page comes out of the cache with what the first load handed over. */
  back(): DoubleSession {
    this.close();
    return this.lms.launch(this.launched, this.runtime.launchData);
  }

  /** The next launch of the same attempt. */
  relaunch(): DoubleSession {
    this.close();
    return this.lms.launch(this.launched);
  }
}

function tableOf(profile: ProfileId | LmsProfile): LmsProfile {
  return typeof profile === 'string' ? lmsProfile(profile) : profile;
}
