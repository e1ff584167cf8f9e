/**
 * A learner who writes for some simulated hours in an xAPI or cmi5 course while everything around her fails: network, LRS, token, tab, browser.
 * Afterwards what is restored, and what the LRS was told, is held against what she typed. The same seed does the same again.
 */
import { vi } from 'vitest';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { interactionsOf } from '../../src/session/reported-answers.ts';
import { FAKED } from '../launchers/launched-learner.ts';
import type { LaunchedPage } from '../launchers/launched-page.ts';
import { LauncherDouble, verbOf } from '../launchers/launcher-double.ts';
import type { Fault } from '../../src/simulator/fault.ts';
import { KeepaliveQuota } from '../../src/simulator/in-memory/keepalive-quota.ts';
import { seededFaults, type FaultWindow } from '../../src/simulator/in-memory/seeded-faults.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import { course as sample } from '../session/fixture-course.ts';
import { Cmi5Tracker } from '../../src/tracking/lrs/cmi5-tracker.ts';
import { XapiTracker } from '../../src/tracking/lrs/xapi-tracker.ts';
import { Browser } from './browser.ts';
import { BrowserStores } from './stores.ts';
import { TypedText, type Said } from './typed-text.ts';

export interface XapiSoakRun {
  readonly profile: LauncherId;
  readonly seed: number;
}

export interface XapiSoakResult extends XapiSoakRun {
  /** Crashes, closings, reloads, tabs, and requests that failed. */
  readonly faults: number;
  /** What was typed more than five seconds before a fault and was not restored, or not reported in the end, in words. */
  readonly losses: readonly string[];
  /** What was said to be saved and was not restored, in words. */
  readonly saidSaved: readonly string[];
}

const STEPS = 60;
const HANGS_FOR_MS = 20_000;
/** Requests of one browser: a page that closes and the next that is launched tell dozens of answers. */
const MOST_IN_A_SECOND = 40;
const KINDS: readonly Fault[] = ['offline', 'unavailable', 'html', 'hang', 'answer-lost', 'session-expired'];

/** Nobody says that she is ready, so that the course is not complete in the middle of a run. */
const course = { ...sample, completeWhen: 'learner' } as const;

/** One tab of the learner's browser with the course open in it. */
interface Tab {
  readonly page: LaunchedPage;
  readonly session: CourseSession;
  gone: boolean;
  readonly freeLocks: () => void;
  /** As of when it said "saved" last, however soon she typed on, and what it showed then. */
  saved?: Said;
}

export async function soakXapi(run: XapiSoakRun): Promise<XapiSoakResult> {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8), toFake: [...FAKED] });
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  try {
    return await new Soak(run).run();
  } finally {
    warn.mockRestore();
    vi.clearAllTimers();
    vi.useRealTimers();
  }
}

class Soak {
  readonly #run: XapiSoakRun;
  readonly #random: () => number;
  readonly #double: LauncherDouble;
  readonly #typed = new TypedText();
  readonly #saidSaved: string[] = [];
  readonly #losses: string[] = [];
  #windows: readonly FaultWindow[];
  #browser: Browser<BrowserStores>;
  #faults = 0;
  /** Requests by the second. */
  readonly #inSecond = new Map<number, number>();

  constructor(run: XapiSoakRun) {
    this.#run = run;
    this.#random = seededRandom(run.seed);
    this.#double = new LauncherDouble(run.profile);
    this.#browser = new Browser(new BrowserStores(run.seed));
    const from = Date.now() + 5_000;
    this.#windows = seededFaults({ seed: run.seed, from, until: from + 4 * 3_600_000, quiet: 90_000, lasting: 20_000, kinds: KINDS });
  }

  async run(): Promise<XapiSoakResult> {
    let tab = await this.#open();
    for (let step = 0; step < STEPS; step += 1) tab = await this.#step(tab);
    await this.#close(tab);
    this.#windows = [];
    this.#browser.stores.calm();
    await this.#checkTheEnd(Date.now());
    this.#double.close();
    return { ...this.#run, faults: this.#faults, losses: this.#losses, saidSaved: this.#saidSaved };
  }

  async #step(tab: Tab): Promise<Tab> {
    this.#browser.stores.mayLogIn(this.#double.profile);
    this.#browser.stores.mayEvict();
    const dice = this.#random();
    if (dice < 0.6) return this.#type(tab);
    if (dice < 0.75) return this.#rest(tab);
    if (dice < 0.8) return this.#lookElsewhere(tab);
    this.#faults += 1;
    if (dice < 0.84) return this.#crash(tab);
    if (dice < 0.86) return this.#loginEnds(tab);
    if (dice < 0.89) return this.#secondTab(tab);
    if (dice < 0.94) return this.#reload(tab);
    if (dice < 0.96) return this.#exit(tab);
    const at = Date.now();
    await this.#close(tab);
    return dice < 0.98 ? this.#elsewhere(at) : this.#comeBack('closing', at);
  }

  async #type(tab: Tab): Promise<Tab> {
    this.#typed.write(tab.session, this.#random);
    await pass(100 + this.#random() * 4_000);
    this.#notice(tab);
    return tab;
  }

  async #rest(tab: Tab): Promise<Tab> {
    tab.session.saveSoon();
    await pass(this.#random() * 120_000);
    this.#notice(tab);
    return tab;
  }

  async #lookElsewhere(tab: Tab): Promise<Tab> {
    tab.session.lifecycle.hide();
    await pass(this.#random() * 60_000);
    tab.session.lifecycle.resume();
    return tab;
  }

  #crash(tab: Tab): Promise<Tab> {
    const at = Date.now();
    this.#end(tab);
    return this.#comeBack('a crash', at);
  }

  /** Nothing is taken from her any more. She writes on for a while, closes the course and logs in anew. */
  async #loginEnds(tab: Tab): Promise<Tab> {
    this.#double.launched().ended = true;
    for (let texts = 2 + this.#random() * 6; texts > 0; texts -= 1) await this.#type(tab);
    const at = Date.now();
    await this.#close(tab);
    this.#browser.stores.logIn(this.#double.profile);
    return this.#comeBack('a login', at);
  }

  async #secondTab(tab: Tab): Promise<Tab> {
    const second = await this.#start(await this.#double.launch());
    if (second.session.phase === 'open' && tab.session.phase === 'open') this.#losses.push('a second tab was open for writing');
    this.#end(second);
    const at = Date.now();
    // The LMS has launched anew: the first tab goes on as well as it can, and its learner comes back by another launch.
    await this.#close(tab);
    return this.#comeBack('a second tab', at);
  }

  async #reload(tab: Tab): Promise<Tab> {
    const at = Date.now();
    const byKey = this.#random() < 0.5;
    if (byKey) tab.page.press('F5');
    this.#leave(tab);
    await pass(this.#random() * 2_000);
    const again = await this.#start(tab.page.reloaded());
    if (again.session.phase === 'open') {
      this.#check(again, byKey ? 'the reload key' : 'a reload', at);
      return again;
    }
    this.#end(again);
    return this.#comeBack('a reload', at);
  }

  async #exit(tab: Tab): Promise<Tab> {
    const at = Date.now();
    const leaving = tab.session.exit();
    await pass(150_000);
    void leaving;
    this.#end(tab);
    return this.#comeBack('the exit button', at);
  }

  /** Goes on at another computer: what was said to be saved is there. */
  async #elsewhere(at: number): Promise<Tab> {
    const home = this.#browser;
    this.#browser = new Browser(new BrowserStores(this.#run.seed));
    const tab = await this.#open();
    const unproved = this.#typed.unproved(tab.session.store.answers);
    this.#losses.push(...unproved.map((loss) => `said to be saved, but not at another computer: ${loss}`));
    await pass(2_000);
    await this.#close(tab);
    this.#browser = home;
    return this.#comeBack('another computer', at);
  }

  async #comeBack(why: string, at: number): Promise<Tab> {
    await pass(this.#random() * 20_000);
    this.#browser.stores.comeBack(this.#double.profile);
    const tab = await this.#open();
    this.#check(tab, why, at);
    return tab;
  }

  /** With everything at peace again, the LRS is told all that is still due. */
  async #checkTheEnd(at: number): Promise<void> {
    const tab = await this.#open();
    this.#check(tab, 'the end', at);
    await pass(60_000);
    const { answers } = tab.session.store;
    await Promise.all([tab.session.exit(), pass(60_000)]);
    const told = new Map(
      this.#double
        .statements()
        .filter((statement) => verbOf(statement) === 'answered')
        .map(({ object, result }) => [object.id.split('/question/')[1], result?.['response']]),
    );
    if (this.#double.profile.endpoint.drops === 'none') {
      for (const { id, response } of interactionsOf(course, answers)) {
        const wanted = response.join('[,]');
        if ((told.get(id) ?? '') !== wanted)
          this.#losses.push(`the LRS was not told of ${id} as it is: “${String(told.get(id)).slice(0, 40)}”`);
      }
    }
    const verbs = this.#double.verbs();
    if (verbs.at(-1) !== 'terminated') this.#losses.push(`the last statement is ${String(verbs.at(-1))}`);
    if (this.#double.faultsOfStatements().length > 0) this.#losses.push('a statement was not valid');
  }

  /** A launch as often as it takes. */
  async #open(): Promise<Tab> {
    for (;;) {
      const tab = await this.#start(await this.#double.launch());
      if (tab.session.phase === 'open') return tab;
      this.#faults += 1;
      this.#end(tab);
      if (tab.session.phase === 'stale') throw new Error('An LRS never hands over older work than it is known to have.');
      await pass(5_000);
    }
  }

  async #start(page: LaunchedPage): Promise<Tab> {
    const tab = { page, gone: false } as { -readonly [Key in keyof Tab]: Tab[Key] };
    const locks = this.#browser.locksOfTab();
    tab.freeLocks = locks.free;
    const options = { course, page: page.window, fetch: new KeepaliveQuota().limit(this.#fetchOf(tab)) } as const;
    tab.session = new CourseSession({
      course,
      tracker: this.#double.profile.standard === 'cmi5' ? new Cmi5Tracker(options) : new XapiTracker(options),
      ...this.#browser.stores.places({ isAlive: () => !tab.gone }),
      tabId: 'tab',
      random: this.#random,
      createLock: locks.create,
    });
    const { stores } = this.#browser;
    tab.session.listen(() => {
      // Nobody sees what a page that is gone would say.
      if (tab.gone) return;
      const { status, store } = tab.session;
      stores.notice(status, store.answers);
      if (status.state === 'saved') tab.saved = { at: status.at, shown: store.answers };
    });
    const opened = async (): Promise<void> => {
      for (let waited = 0; waited < 100_000 && tab.session.phase === 'opening'; waited += 1_000) await pass(1_000);
    };
    void tab.session.start();
    await opened();
    // A browser that keeps nothing asks each time.
    if (tab.session.phase === 'unconfirmed') void tab.session.sendThere();
    await opened();
    await pass(1_000);
    return tab;
  }

  /** A tab's network. Of a page that is gone, only requests that outlive it go out, and none is answered. */
  #fetchOf(tab: { readonly gone: boolean }): typeof fetch {
    const never = new Promise<never>(() => undefined);
    return async (input, init = {}) => {
      await Promise.resolve();
      if (tab.gone && !init.keepalive) return never;
      this.#asked();
      const fault = this.#windows.find(({ from, to }) => from <= Date.now() && Date.now() < to)?.fault;
      if (fault) this.#faults += 1;
      const answer = await this.#answer(fault, input, init).catch((error: unknown) => error as Error);
      if (tab.gone) return never;
      if (answer instanceof Error) throw answer;
      return answer;
    };
  }

  /** An LRS is not asked without end, least of all one that fails. */
  #asked(): void {
    const second = Math.floor(Date.now() / 1000);
    const asked = (this.#inSecond.get(second) ?? 0) + 1;
    this.#inSecond.set(second, asked);
    if (asked === MOST_IN_A_SECOND + 1) this.#losses.push(`more than ${MOST_IN_A_SECOND} requests in one second`);
  }

  async #answer(fault: Fault | undefined, input: Parameters<typeof fetch>[0], init: RequestInit): Promise<Response> {
    switch (fault) {
      case 'offline':
        throw new TypeError('Failed to fetch');
      case 'hang':
        await new Promise((over) => setTimeout(over, HANGS_FOR_MS));
        throw new DOMException('timed out', 'TimeoutError');
      case 'unavailable':
        return new Response('', { status: 503 });
      case 'html':
        return new Response('<!doctype html><title>Kirjaudu</title>', { headers: { 'Content-Type': 'text/html' } });
      case 'answer-lost':
        await this.#double.fetch(input, init);
        throw new TypeError('Failed to fetch');
      case 'session-expired':
        this.#double.launched().ended = true;
        break;
      default:
    }
    return this.#double.fetch(input, init);
  }

  /** The tab's cross: two events in one turn, and the page is gone. */
  async #close(tab: Tab): Promise<void> {
    this.#leave(tab);
    await pass(6_000);
  }

  #leave(tab: Tab): void {
    tab.session.lifecycle.leave();
    tab.session.lifecycle.end();
    this.#end(tab);
  }

  #end(tab: Tab): void {
    tab.gone = true;
    tab.freeLocks();
  }

  #notice({ saved }: Tab): void {
    if (saved) this.#typed.proved(saved);
  }

  #check({ session }: Tab, why: string, at: number): void {
    const { stores } = this.#browser;
    // A database that answers later, or at another launch, has what local storage has lost.
    if (!stores.isHeard) return this.#typed.unheard(at);
    const must = stores.mustHaveUntil(at, this.#typed);
    this.#losses.push(...this.#typed.missing(session.store.answers, must).map((loss) => `after ${why}: ${loss}`));
    this.#saidSaved.push(...this.#typed.unproved(session.store.answers));
    this.#typed.restored(session.store.answers);
  }
}

async function pass(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 500) {
    await vi.advanceTimersByTimeAsync(Math.min(500, left));
    await new Promise((turn) => setImmediate(turn));
  }
}
