/**
 * One learner at two computers, by turns, over a network that fails: she closes the course before she goes, or lets it crash, or leaves by Exit and
 * comes Back, or leaves its page open and types on in it later. What was said to be saved is there wherever she opens the course, and what another
 * page has written over is there again where it was written. The same seed does the same again.
 */
import { vi } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import type { ProfileId } from '../../src/simulator/lms-profiles.ts';
import { MemorySeal } from '../session/memory-seal.ts';
import { course as sample } from '../session/fixture-course.ts';
import { Computer, pass, type Tab } from './computer.ts';
import { machinesKind, type MachinesKind } from './machines-kind.ts';
import { Promises } from './promises.ts';
import { Versions } from './versions.ts';
import { Writer } from './writer.ts';

export interface MachinesRun {
  readonly profile: ProfileId;
  readonly standard: ScormStandard;
  readonly seed: number;
}

export interface MachinesResult extends MachinesRun {
  readonly moves: number;
  readonly losses: readonly string[];
  /** Those of them that were said to be saved. */
  readonly saidSaved: readonly string[];
  readonly overwritten: readonly string[];
  readonly questions: readonly string[];
  /** Her words that the next learner at one of her computers was shown, or offered. */
  readonly toAnother: readonly string[];
}

const STEPS = 40;
const MINUTE_MS = 60_000;

export async function runMachines(run: MachinesRun, follow?: (what: string) => void): Promise<MachinesResult> {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
  try {
    return await new Learner(run, follow).run();
  } finally {
    vi.clearAllTimers();
    vi.useRealTimers();
  }
}

class Learner {
  readonly #run: MachinesRun;
  readonly #kind: MachinesKind;
  readonly #random: () => number;
  readonly #versions = new Versions();
  readonly #promises: Promises;
  readonly #writer: Writer;
  readonly #computers: readonly [Computer, Computer];
  readonly #found = {
    losses: new Set<string>(),
    saidSaved: new Set<string>(),
    overwritten: new Set<string>(),
    questions: new Set<string>(),
  };
  readonly #follow: (what: string) => void;
  #here: Computer;
  #moved = 0;
  #heard: { readonly at: number; readonly answers: Answers } = { at: 0, answers: new Map() };

  constructor(run: MachinesRun, follow: (what: string) => void = () => {}) {
    const { seed, profile, standard } = run;
    this.#run = run;
    this.#follow = (what) => follow(`${new Date().toISOString().slice(11, 23)} ${this.#here.place}: ${what}`);
    this.#kind = machinesKind(seed);
    this.#random = seededRandom(seed);
    this.#writer = new Writer(this.#versions, this.#random, this.#kind.writesPages ? 0.3 : 0, this.#follow);
    const keeps = [true, !this.#kind.keepsLittle];
    this.#promises = new Promises(this.#versions, keeps);
    const attempts = new Map();
    const seal = new MemorySeal();
    const computer = (place: 0 | 1): Computer =>
      new Computer({
        place,
        profile,
        standard,
        course: { ...sample, completeWhen: 'learner' },
        seed,
        random: this.#random,
        seal,
        attempts,
        keeps: keeps[place] === true,
        inFirefox: place === 0 && seed % 3 === 0,
        ahead: place === 1 && this.#kind.wrongClock ? this.#pick([-180, -10, -1.5, 1.5, 10, 180]) * MINUTE_MS : 0,
        onChange: (here, tab) => this.#hears(here, tab),
      });
    this.#computers = [computer(0), computer(1)];
    this.#here = this.#computers[0];
  }

  async run(): Promise<MachinesResult> {
    let tab = await this.#opens('the beginning');
    for (let step = 0; step < STEPS; step += 1) tab = await this.#step(tab);
    // Her last words are in the browser alone, where the page had no time to send them.
    await this.#writes(tab, 1_000);
    for (const computer of this.#computers) this.#goes(computer, () => computer.crash());
    const toAnother: string[] = [];
    for (const computer of this.#computers) toAnother.push(...(await this.#nextLearner(computer)));
    await pass(10_000);
    for (const computer of [...this.#computers, ...this.#computers]) {
      this.#here = computer;
      tab = await this.#opens('the end');
      this.#decides(tab);
      for (let wait = 0; wait < 60 && tab.session.status.state !== 'saved'; wait += 1) await pass(5_000);
      this.#goes(computer, () => computer.leave());
      await pass(10_000);
    }
    const { losses, saidSaved, overwritten, questions } = this.#found;
    return {
      ...this.#run,
      moves: this.#moved,
      losses: [...losses],
      saidSaved: [...saidSaved],
      overwritten: [...overwritten],
      questions: [...questions],
      toAnother,
    };
  }

  /** @returns what another learner sees there of what she has written */
  async #nextLearner(computer: Computer): Promise<string[]> {
    const seen = await computer.nextLearner();
    return seen
      .filter(([field, { text }]) => text !== '' && this.#versions.wrote(field, text))
      .map(([field, { text }]) => `${field}: ${text}`);
  }

  async #step(tab: Tab): Promise<Tab> {
    const here = this.#here;
    // The player took the page away, with all that ran in it.
    if (!here.isOpen) return this.#opensAgain('the player went away', () => here.crash());
    if (this.#random() < 0.02) here.logsIn();
    const dice = this.#random();
    if (dice < 0.5) return this.#writes(tab, this.#random() * 4_000);
    if (dice < 0.58) return this.#rests(tab);
    if (dice < 0.62) return this.#looksAway(tab);
    if (dice < 0.67) return this.#decides(tab);
    if (dice < 0.7) return this.#opensAgain('a crash', () => here.crash());
    if (dice < 0.73) return this.#opensAgain('a reload', () => here.leave(), 0);
    if (dice < 0.75) return this.#loginEnds(tab);
    if (dice < 0.78) return this.#exitsAndBack();
    return this.#moves(tab);
  }

  async #writes(tab: Tab, then: number): Promise<Tab> {
    if (tab.session.phase === 'open' && this.#here.isOpen) this.#writer.something(tab, this.#here.place);
    await pass(then);
    return tab;
  }

  async #rests(tab: Tab): Promise<Tab> {
    tab.session.saveSoon();
    await pass(this.#random() * 120_000);
    return tab;
  }

  async #looksAway(tab: Tab): Promise<Tab> {
    tab.page.hide();
    await pass(this.#random() * 60_000);
    if (this.#here.isOpen) tab.page.show();
    return tab;
  }

  #decides(tab: Tab): Tab {
    const { place } = this.#here;
    for (const version of this.#writer.decides(tab, place)) this.#promises.decided(place, version);
    this.#promises.offers(place, { answers: tab.session.store.answers, conflicts: tab.session.conflicts });
    return tab;
  }

  /** She writes on for a while, closes the course and logs in anew. */
  async #loginEnds(tab: Tab): Promise<Tab> {
    const here = this.#here;
    here.loginEnds();
    this.#follow('the login ends');
    for (let texts = 1 + this.#random() * 4; texts > 0 && here.isOpen; texts -= 1) await this.#writes(tab, this.#random() * 4_000);
    here.logsIn();
    return this.#opensAgain('a login', () => here.leave());
  }

  async #exitsAndBack(): Promise<Tab> {
    const here = this.#here;
    this.#goes(here, () => here.exit());
    await pass(6_000);
    return this.#opens('Back', true);
  }

  async #opensAgain(why: string, go: () => void, after = 6_000 + this.#random() * 20_000): Promise<Tab> {
    this.#goes(this.#here, go);
    await pass(after);
    return this.#opens(why);
  }

  /** To the other computer. */
  async #moves(tab: Tab): Promise<Tab> {
    const here = this.#here;
    this.#moved += 1;
    // Her last words a moment before.
    if (this.#random() < 0.6) await this.#writes(tab, this.#random() * 1_500);
    const ways = ['close', 'close', 'exit', 'exit', 'crash'] as const;
    const way = this.#pick(this.#kind.leavesOpen ? ([...ways, 'open', 'open', 'open', 'hidden', 'hidden', 'hidden'] as const) : ways);
    this.#follow(`goes: ${way}`);
    if (way === 'hidden') tab.page.hide();
    else if (way !== 'open')
      this.#goes(here, way === 'close' ? () => here.leave() : way === 'exit' ? () => here.exit() : () => here.crash());
    await pass(this.#random() < 0.1 ? 60 * MINUTE_MS * (0.5 + this.#random()) : 3_000 + this.#random() * MINUTE_MS);
    this.#here = this.#computers[here.place === 0 ? 1 : 0];
    if (this.#random() < 0.2) this.#here.logsIn();
    return this.#arrives();
  }

  async #arrives(): Promise<Tab> {
    const { tab, isOpen, canGoBack } = this.#here;
    if (!isOpen || !tab) {
      if (tab) this.#goes(this.#here, () => this.#here.crash());
      return this.#opens('another computer', canGoBack && this.#random() < 0.7);
    }
    const dice = this.#random();
    if (dice < 0.2) return this.#opensAgain('a reload of an open page', () => this.#here.leave(), 0);
    if (dice < 0.35) return this.#opensAgain('closing an open page', () => this.#here.leave());
    tab.page.show();
    this.#follow('types on in the open page');
    return this.#writes(tab, this.#random() * 4_000);
  }

  #goes(computer: Computer, go: () => void): void {
    const written = computer.tab?.written ?? [];
    this.#follow('the page goes');
    go();
    this.#promises.ended(computer.place, written);
  }

  async #opens(why: string, back = false): Promise<Tab> {
    const here = this.#here;
    const tab = await here.open(back);
    const { store, conflicts } = tab.session;
    if (here.hasForgotten) this.#promises.forgotten();
    here.hasForgotten = false;
    const { losses, saidSaved, overwritten, questions } = this.#promises.check(here.place, { answers: store.answers, conflicts });
    this.#follow(`opens after ${why}${back ? ', Back' : ''}: ${[...losses, ...overwritten, ...questions].join('; ')}`);
    for (const loss of losses) this.#found.losses.add(`${why}: ${loss}`);
    for (const one of saidSaved) this.#found.saidSaved.add(`${why}: ${one}`);
    for (const one of overwritten) this.#found.overwritten.add(`${why}: ${one}`);
    for (const question of questions) this.#found.questions.add(`${why}: ${question}`);
    return tab;
  }

  #hears(here: Computer, { session: { status, store }, written }: Tab): void {
    if (status.state !== 'saved' || (this.#heard.at === status.at && this.#heard.answers === store.answers)) return;
    this.#heard = { at: status.at, answers: store.answers };
    const other = this.#computers[here.place === 0 ? 1 : 0];
    this.#promises.said({
      by: here.place,
      answers: store.answers,
      at: status.at - here.ahead,
      written,
      aloneSince: other.isOpen ? undefined : other.goneAt,
    });
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }
}
