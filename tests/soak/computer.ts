/** A computer of the learner: its browser, its network and login, its clock, and the page of the course that is open on it. */
import { vi } from 'vitest';
import type { Answer, FieldId } from '../../src/course/answers.ts';
import type { Course } from '../../src/course/course.ts';
import type { Seal } from '../../src/session/copy/seal.ts';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import { seededFaults } from '../../src/simulator/in-memory/seeded-faults.ts';
import { logIn } from '../../src/simulator/in-memory/storages-at-login.ts';
import type { LmsHabits, ScormStandard } from '../../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile, type ProfileId } from '../../src/simulator/lms-profiles.ts';
import type { StoredAttempt } from '../../src/simulator/lms-server.ts';
import { Browser, LmsClock } from './browser.ts';
import { CourseTab } from './course-tab.ts';
import { BrowserStores } from './stores.ts';
import type { Version } from './versions.ts';

const HOUR_MS = 3_600_000;
/** Launches in a row that say to be old, before she goes on all the same: they take longer than the longest fault, 40 s, in which an LMS may hand over nothing. */
const OLD_LAUNCHES = 4;

export interface ComputerOptions {
  readonly place: number;
  readonly profile: ProfileId;
  readonly standard: ScormStandard;
  readonly course: Course;
  readonly seed: number;
  readonly random: () => number;
  readonly seal: Seal | undefined;
  /** What the LMS holds. */
  readonly attempts: Map<string, StoredAttempt>;
  /** Its browser keeps something. */
  readonly keeps: boolean;
  readonly inFirefox: boolean;
  /** How far its clock is ahead, milliseconds. */
  readonly ahead: number;
  /** The page says what has become of her work. */
  readonly onChange: (computer: Computer, tab: Tab) => void;
}

export interface Tab extends CourseTab {
  readonly written: Version[];
}

export class Computer {
  readonly place: number;
  readonly ahead: number;
  /** Where a page of the course is open. */
  tab: Tab | undefined;
  /** When the last one went. */
  goneAt = -Infinity;
  /** A launch found that by the launch before it the LMS has forgotten all, as some do until a commit arrives. */
  hasForgotten = false;
  /** Launches that were older than what this browser knew, and then again. */
  stayedOld = 0;
  readonly #options: ComputerOptions;
  readonly #habits: LmsHabits;
  readonly #lms: LmsDouble;
  readonly #browser: Browser<BrowserStores | undefined>;
  /** What the Back button leads to. */
  #exited: DoubleSession | undefined;

  constructor(options: ComputerOptions) {
    const { place, ahead, seed, keeps, profile, standard, attempts, inFirefox } = options;
    this.place = place;
    this.ahead = ahead;
    this.#options = options;
    this.#habits = habitsOf(lmsProfile(profile), standard);
    const clock = new LmsClock();
    this.#browser = new Browser(keeps ? new BrowserStores(seed + place, clock) : undefined);
    // What a browser does to its storages is the other soak's.
    this.#browser.stores?.calm();
    const from = Date.now();
    const faultSeed = seed * 2 + place;
    this.#lms = new LmsDouble({
      profile,
      standard,
      clock,
      attempts,
      seed: faultSeed,
      faults: seededFaults({ seed: faultSeed, from: from + 5_000, until: from + 4 * HOUR_MS, quiet: 90_000, lasting: 20_000 }),
      onFreeze: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds),
    });
    if (inFirefox) this.#lms.browser = 'firefox';
  }

  get isOpen(): boolean {
    return this.tab !== undefined && !this.tab.page.gone;
  }

  get canGoBack(): boolean {
    return this.#exited !== undefined && !this.isOpen;
  }

  /** A launch as often as it takes. @param back the first is a page out of the browser's cache */
  async open(back = false): Promise<Tab> {
    const until = Date.now() + HOUR_MS;
    let old = 0;
    for (let isBack = back; Date.now() < until; isBack = false) {
      const tab = await this.#load(isBack);
      if (tab?.session.phase === 'stale' && !isBack) old += 1;
      if (tab && old > OLD_LAUNCHES) {
        this.stayedOld += 1;
        tab.session.goOnAnyway();
        await pass(3_000);
      }
      if (tab?.session.phase === 'open') return tab;
      // The notice says to load the LMS's page again; that is what she does.
      await this.close();
      await pass(5_000);
    }
    throw new Error(`Computer ${this.place}: no launch came through within an hour.`);
  }

  async close(): Promise<void> {
    this.leave();
    await pass(6_000);
  }

  leave(): void {
    this.tab?.leave();
    this.#gone();
  }

  /** By the LMS's own way out, from which the Back button leads to the same page again. */
  exit(): void {
    this.#exited = this.tab?.page;
    this.leave();
  }

  crash(): void {
    this.tab?.crash();
    this.#gone();
  }

  /**
   * Another learner, whom the LMS names, opens the course in this browser.
   * @returns all that she is shown or offered; nothing where the LMS names nobody, who would have to say that it is hers
   */
  async nextLearner(): Promise<(readonly [FieldId, Answer])[]> {
    const { profile, standard, course, random, seal } = this.#options;
    const page = new LmsDouble({ profile, standard }).launch({ learner: { id: 'toini.t', name: 'Toinen, Toini', language: 'fi' } });
    const tab = new CourseTab({ page, standard, course, browser: this.#browser, random, seal, onChange: () => {} });
    if (!(await tab.start())) return [];
    const { store, conflicts, earlier, strays, launch } = tab.session;
    tab.leave();
    if (launch?.learner.id !== 'toini.t') return [];
    const offered = conflicts.map(({ field, other }) => [field, other] as const);
    return [...store.answers, ...offered, ...(earlier ?? []), ...(strays ?? [])].filter(([field]) => !field.startsWith('@'));
  }

  /** Nothing is taken from her any more, until she logs in. */
  loginEnds(): void {
    this.#lms.server.fault = 'session-expired';
  }

  /** Another tab of this browser, or a launch after some time. */
  logsIn(): void {
    const { stores } = this.#browser;
    if (stores) logIn(this.#lms.profile, { local: stores.storage, session: stores.session });
  }

  get #forgets(): boolean {
    const { needsSuspend, blanksExitAtLaunch } = this.#habits.keeping;
    const { launches, values } = this.#lms.stored();
    return needsSuspend && blanksExitAtLaunch && launches > 0 && values['cmi.exit'] !== 'suspend';
  }

  #gone(): void {
    if (this.tab) this.goneAt = Date.now();
    this.tab = undefined;
  }

  async #load(back: boolean): Promise<Tab | undefined> {
    const { standard, course, random, seal, onChange } = this.#options;
    this.hasForgotten ||= this.#forgets;
    let page: DoubleSession;
    try {
      page = back && this.#exited ? this.#exited.back() : this.#lms.launch();
    } catch {
      return undefined;
    }
    this.#exited = undefined;
    const tab: Tab = Object.assign(
      new CourseTab({
        page,
        standard,
        course,
        browser: this.#browser,
        random,
        seal,
        now: () => Date.now() + this.ahead,
        cameBack: back,
        onChange: () => onChange(this, tab),
      }),
      { written: new Array<Version>() },
    );
    this.tab = tab;
    if (await tab.start()) return tab;
    this.crash();
    return undefined;
  }
}

export async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}
