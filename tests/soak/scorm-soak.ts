/**
 * A learner who writes for some simulated hours while everything around her fails: network, LMS, tab, browser. Afterwards what is restored is
 * held against what she typed. The same seed does the same again. Needs fake timers.
 */
import { vi } from 'vitest';
import { note, textOf, type Answers } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { LmsHabits, ScormStandard } from '../../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile, type ProfileId } from '../../src/simulator/lms-profiles.ts';
import { seededFaults } from '../../src/simulator/in-memory/seeded-faults.ts';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import { course as sample } from '../session/fixture-course.ts';
import { Browser, LmsClock } from './browser.ts';
import { CourseTab } from './course-tab.ts';
import { kindOf } from './seeds.ts';
import { BrowserStores } from './stores.ts';
import { TypedText, type Said } from './typed-text.ts';

export interface SoakRun {
  readonly profile: ProfileId;
  readonly standard: ScormStandard;
  readonly seed: number;
}

export interface SoakResult extends SoakRun {
  /** Crashes, closings, reloads, tabs, and requests that failed. */
  readonly faults: number;
  /** What was typed more than five seconds before a fault and was not restored, in words. */
  readonly losses: readonly string[];
  /** What was said to be saved and was not restored, in words. */
  readonly saidSaved: readonly string[];
}

const STEPS = 40;
const HOUR_MS = 3_600_000;

interface Tab extends CourseTab {
  /** As of when it said "saved" last, however soon she typed on, and what it showed then. */
  saved?: Said;
}

export async function soakScorm(run: SoakRun): Promise<SoakResult> {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
  try {
    return await new Soak(run).run();
  } finally {
    vi.clearAllTimers();
    vi.useRealTimers();
  }
}

class Soak {
  readonly #run: SoakRun;
  readonly #habits: LmsHabits;
  readonly #random: () => number;
  readonly #clock = new LmsClock();
  readonly #lms: LmsDouble;
  readonly #typed: TypedText;
  readonly #saidSaved: string[] = [];
  readonly #losses = new Set<string>();
  readonly #keeps: boolean;
  readonly #completesAt: number;
  #browser: Browser<BrowserStores | undefined>;
  #faults = 0;
  #launched: { readonly browser: Browser<BrowserStores | undefined>; readonly at: number } | undefined;
  #savedAt = -Infinity;
  /** The learner's own, where she took one before completion wiped her answers. */
  #file: { readonly json: string; readonly answers: Answers } | undefined;

  constructor(run: SoakRun) {
    const { profile, standard, seed } = run;
    this.#run = run;
    this.#habits = habitsOf(lmsProfile(profile), standard);
    this.#random = seededRandom(seed);
    const { writesPages, keeps, completes, inFirefox } = kindOf(seed);
    this.#typed = new TypedText(writesPages ? 0.3 : 0.02);
    this.#keeps = keeps;
    this.#completesAt = completes ? STEPS / 2 : Infinity;
    this.#browser = this.#newBrowser();
    const from = Date.now();
    this.#lms = new LmsDouble({
      ...run,
      clock: this.#clock,
      faults: seededFaults({ seed, from: from + 5_000, until: from + 4 * HOUR_MS, quiet: 90_000, lasting: 20_000 }),
      onFreeze: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds),
    });
    if (inFirefox) this.#lms.browser = 'firefox';
  }

  async run(): Promise<SoakResult> {
    let tab = await this.#open();
    for (let step = 0; step < STEPS; step += 1) {
      if (step >= this.#completesAt) this.#complete(tab);
      tab = await this.#step(tab);
    }
    const at = Date.now();
    await this.#close(tab);
    this.#browser.stores?.calm();
    await this.#close(await this.#comeBack('the end', at));
    const failed = this.#lms.server.log.filter(({ result }) => result !== 'stored' && result !== 'launched').length;
    return { ...this.#run, faults: this.#faults + failed, losses: [...this.#losses], saidSaved: this.#saidSaved };
  }

  async #step(tab: Tab): Promise<Tab> {
    this.#browser.stores?.mayLogIn(this.#lms.profile);
    this.#browser.stores?.mayEvict();
    if (tab.page.gone) {
      // The player took the page away, with all that ran in it.
      this.#die(tab);
      return this.#comeBack('the player went away', Date.now());
    }
    const dice = this.#random();
    if (dice < 0.6) return this.#type(tab);
    if (dice < 0.7) return this.#rest(tab);
    if (dice < 0.75) return this.#lookElsewhere(tab);
    this.#faults += 1;
    if (dice < 0.79) return this.#crash(tab);
    if (dice < 0.81) return this.#loginEnds(tab);
    if (dice < 0.85) return this.#secondTab(tab);
    if (dice < 0.89) return this.#reload(tab);
    if (dice < 0.92) return this.#reloadFrame(tab);
    if (dice < 0.95) return this.#exitAndBack(tab);
    const at = Date.now();
    await this.#close(tab);
    return dice < 0.98 ? this.#elsewhere(at) : this.#comeBack('closing', at);
  }

  async #type(tab: Tab): Promise<Tab> {
    if (tab.session.phase === 'open') this.#typed.write(tab.session, this.#random);
    await vi.advanceTimersByTimeAsync(100 + this.#random() * 4_000);
    this.#notice(tab);
    return tab;
  }

  async #rest(tab: Tab): Promise<Tab> {
    tab.session.saveSoon();
    await vi.advanceTimersByTimeAsync(this.#random() * 120_000);
    this.#notice(tab);
    return tab;
  }

  async #lookElsewhere(tab: Tab): Promise<Tab> {
    tab.page.hide();
    await vi.advanceTimersByTimeAsync(this.#random() * 60_000);
    if (!tab.page.gone) tab.page.show();
    this.#notice(tab);
    return tab;
  }

  async #crash(tab: Tab): Promise<Tab> {
    const at = Date.now();
    this.#die(tab);
    return this.#comeBack('a crash', at);
  }

  /** Nothing is taken from her any more. She writes on for a while, closes the course and logs in anew. */
  async #loginEnds(tab: Tab): Promise<Tab> {
    this.#lms.server.fault = 'session-expired';
    for (let texts = 2 + this.#random() * 6; texts > 0 && !tab.page.gone; texts -= 1) await this.#type(tab);
    const at = Date.now();
    if (tab.page.gone) this.#die(tab);
    else await this.#close(tab);
    const led = this.#lms.server.logIn();
    if (led?.endsWith(tab.page.window.location.pathname)) this.#losses.add('a login led to the course outside of its player');
    this.#browser.stores?.logIn(this.#lms.profile);
    return this.#comeBack('a login', at);
  }

  /** The tab is duplicated: the copy lets the first one write, and then is closed or takes the work over. */
  async #secondTab(tab: Tab): Promise<Tab> {
    // An app that keeps work on the device has one window; the course can only be opened again in it.
    if (this.#habits.sending.onDevice) return this.#reload(tab);
    tab.page.hide();
    const second = tab.page.gone ? undefined : await this.#launch(() => this.#lms.launch());
    if (!tab.page.gone) tab.page.show();
    if (!second) return tab;
    if (second.session.phase !== 'elsewhere' && tab.session.phase === 'open') this.#losses.add('two tabs were open for writing');
    await this.#type(tab);
    if (tab.page.gone || second.page.gone || this.#random() < 0.5) {
      await this.#close(second);
      return tab;
    }
    const at = Date.now();
    const takingOver = second.session.takeOver();
    await vi.advanceTimersByTimeAsync(2_000);
    void takingOver;
    if (second.session.phase === 'open') this.#check(second, 'taking over', at);
    await this.#close(tab);
    if (second.session.phase === 'open' && !second.page.gone) return second;
    await this.#close(second);
    return this.#comeBack('taking over', at);
  }

  /** F5 in the LMS's page: the course is launched anew in the same moment. */
  async #reload(tab: Tab): Promise<Tab> {
    const at = Date.now();
    tab.leave();
    return this.#comeBack('a reload', at, 0);
  }

  /** Only the frame of the course is loaded again; the player goes on, and most of them open just once. */
  async #reloadFrame(tab: Tab): Promise<Tab> {
    const at = Date.now();
    tab.leaveFrame();
    // A document that is gone asks the player nothing any more, beside the one that has come in its place.
    this.#clock.killTabs();
    const again = tab.page.gone ? undefined : await this.#launch(() => tab.page);
    if (again?.session.phase === 'open') {
      this.#check(again, 'a reload of the frame', at);
      return again;
    }
    await this.#close(again ?? tab);
    return this.#comeBack('a reload of the frame', at);
  }

  async #exitAndBack(tab: Tab): Promise<Tab> {
    const at = Date.now();
    await this.#close(tab);
    // Nor has an app a browser's cache of pages.
    if (this.#habits.sending.onDevice) return this.#comeBack('closing', at);
    const back = await this.#launch(() => tab.page.back(), true);
    if (back?.session.phase === 'open') this.#check(back, 'Back', at);
    if (back) await this.#close(back);
    return this.#comeBack('Back', at);
  }

  /** Goes on at another computer: what was said to be saved is there. */
  async #elsewhere(at: number): Promise<Tab> {
    const home = this.#browser;
    this.#browser = this.#newBrowser();
    const tab = await this.#open();
    this.#lose('at another computer', this.#typed.unproved(tab.session.store.answers));
    this.#bringFile(tab);
    await vi.advanceTimersByTimeAsync(2_000);
    await this.#close(tab);
    this.#browser = home;
    return this.#comeBack('another computer', at);
  }

  /** "I am ready." Where the LMS stores nothing from then on, she is told so. */
  #complete({ session }: Tab): void {
    if (session.phase !== 'open' || session.progress.complete) return;
    this.#typed.writeInto('a.thoughts.first', session, this.#random);
    session.takeDown({ [note.ready]: new Date().toISOString() });
    if (session.progress.awaitsCopy) return this.#chooseCopy(session);
    if (this.#habits.keeping.afterCompletion !== 'stores' && session.launch?.limits.storesAfterCompletion !== false)
      this.#losses.add('nobody said that this LMS stores nothing after completion');
  }

  /** The LMS is about to wipe her answers: she takes a file, or goes on without. What it had is not asked of it any more. */
  #chooseCopy(session: CourseSession): void {
    const takesFile = this.#random() < 0.5;
    if (takesFile) this.#file = { json: session.file.export(), answers: session.store.answers };
    session.takeDown({ [note.copy]: takesFile ? 'file' : 'none' });
    this.#typed.wiped();
    this.#savedAt = -Infinity;
  }

  /** Where the course opens without her answers she brings her file. */
  #bringFile({ session }: Tab): void {
    if (!this.#file || hasWords(session.store.answers)) return;
    session.file.import(this.#file.json, false);
    const { answers } = session.store;
    const lacking = [...this.#file.answers].filter(([id, { text }]) => !id.startsWith('@') && textOf(answers, id) !== text);
    this.#lose(
      'out of her file',
      lacking.map(([id]) => id),
    );
    this.#typed.restored(answers);
  }

  async #comeBack(why: string, at: number, after = this.#random() * 20_000): Promise<Tab> {
    await vi.advanceTimersByTimeAsync(after);
    this.#browser.stores?.comeBack(this.#lms.profile);
    const tab = await this.#open();
    this.#check(tab, why, at);
    this.#bringFile(tab);
    return tab;
  }

  /** A launch as often as it takes. */
  async #open(): Promise<Tab> {
    const until = Date.now() + HOUR_MS;
    let forgotten = false;
    while (Date.now() < until) {
      forgotten ||= this.#hasForgotten();
      const tab = await this.#launch(() => this.#lms.launch());
      if (tab?.session.phase === 'open') {
        if (forgotten) this.#typed.restored(tab.session.store.answers);
        return tab;
      }
      // The notice says to load the LMS's page again; that is what she does.
      if (tab) await this.#close(tab);
      await vi.advanceTimersByTimeAsync(5_000);
    }
    throw new Error(`${JSON.stringify(this.#run)}: no launch came through within an hour.`);
  }

  /**
   * The one loss that a profile makes impossible to prevent: a launch by itself makes the LMS forget all that was stored, until a commit of that launch
   * arrives. None did, the learner was never told "saved" since, and no copy is where she now goes on.
   */
  #hasForgotten(): boolean {
    const { needsSuspend, blanksExitAtLaunch } = this.#habits.keeping;
    const { launches, values } = this.#lms.stored();
    if (!needsSuspend || !blanksExitAtLaunch || launches === 0 || values['cmi.exit'] === 'suspend') return false;
    const copyIsHere = this.#keeps && this.#launched?.browser === this.#browser;
    return !copyIsHere && this.#savedAt < (this.#launched?.at ?? 0);
  }

  async #launch(launch: () => DoubleSession, cameBack = false): Promise<Tab | undefined> {
    let page: DoubleSession;
    const { launches } = this.#lms.stored();
    try {
      page = launch();
    } catch {
      return undefined;
    }
    if (this.#lms.stored().launches > launches) this.#launched = { browser: this.#browser, at: Date.now() };
    const tab: Tab = new CourseTab({
      page,
      standard: this.#run.standard,
      // As an administrator of such an LMS sets it up.
      course: { ...sample, completeWhen: 'learner', wipesOnCompletion: this.#habits.keeping.afterCompletion === 'wipes' },
      browser: this.#browser,
      random: this.#random,
      cameBack,
      onChange: () => {
        const { status, store } = tab.session;
        stores?.notice(status, store.answers);
        if (status.state === 'saved') tab.saved = { at: status.at, shown: store.answers };
      },
    });
    const { stores } = this.#browser;
    if (await tab.start()) return tab;
    this.#die(tab);
    return undefined;
  }

  async #close(tab: Tab): Promise<void> {
    tab.leave();
    await vi.advanceTimersByTimeAsync(6_000);
  }

  /** Nothing that ran in the tab goes on, and no event told of it. */
  #die(tab: Tab): void {
    tab.crash();
    this.#clock.killTabs();
  }

  #newBrowser(): Browser<BrowserStores | undefined> {
    return new Browser(this.#keeps ? new BrowserStores(this.#run.seed, this.#clock) : undefined);
  }

  #notice({ saved }: Tab): void {
    if (!saved) return;
    this.#typed.proved(saved);
    this.#savedAt = saved.at;
  }

  #check({ session }: Tab, why: string, at: number): void {
    const { answers } = session.store;
    const { stores } = this.#browser;
    // A database that answers later, or at another launch, has what local storage has lost.
    if (stores && !stores.isHeard) return this.#typed.unheard(at);
    this.#saidSaved.push(...this.#typed.unproved(answers));
    this.#lose(why, stores ? this.#typed.missing(answers, stores.mustHaveUntil(at, this.#typed)) : this.#typed.unproved(answers));
    this.#typed.restored(answers);
  }

  #lose(why: string, losses: readonly string[]): void {
    for (const loss of losses) this.#losses.add(`${why}: ${loss}`);
  }
}

function hasWords(answers: Answers): boolean {
  return [...answers].some(([id, { text }]) => !id.startsWith('@') && text !== '');
}
