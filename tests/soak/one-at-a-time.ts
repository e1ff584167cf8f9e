/**
 * One learner does one thing after another, at two computers and in several tabs, and waits at each until it is done. Then nothing may be lost,
 * and she is never asked which of two texts is hers: there was always one that she wrote last.
 */
import { launcherProfile, type LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import { LaunchedLearner, pass, settled } from '../launchers/launched-learner.ts';
import { LauncherDouble } from '../launchers/launcher-double.ts';
import { MemoryLocks, MemoryStorage } from '../session/memory.ts';

const FIELDS = ['e.feedback.together', 'b.colleague.meaning', 'b.colleague.colleague', 'p.questions.knowing'];
const ACTIONS = ['write', 'write', 'write', 'wait', 'hide', 'tab', 'back', 'reload', 'close', 'move', 'exit'] as const;
/** The page says to close it and to open the course anew: so it does where the launcher has ended this launch with a later one (CATAPULT). */
const ASK_TO_REOPEN: ReadonlySet<string> = new Set(['stale', 'no-lms']);
const STEPS = 14;
const HOUR = 3_600_000;

/** What is told to be saved is in the LRS. */
async function untilSaved({ session }: LaunchedLearner): Promise<void> {
  for (let second = 0; second < 60 && session.status.state !== 'saved'; second += 1) await pass(1_000);
}

/** Of two texts of one second both are shown (`merge-answers.ts`); nobody goes to another tab and writes so quickly. */
async function untilNextSecond(): Promise<void> {
  await pass(1000 - (Date.now() % 1000));
}

/** The page says what has become of her last words. */
async function untilTold({ session }: LaunchedLearner): Promise<void> {
  for (let second = 0; second < 60 && ['pending', 'saving'].includes(session.status.state); second += 1) await pass(1_000);
}

class Computer {
  readonly #double: LauncherDouble;
  readonly #isFull: boolean;
  readonly #storage = new MemoryStorage();
  readonly #locks = new MemoryLocks();
  readonly #tabs = new Set<LaunchedLearner>();
  /** A file that she took, as she was told to, from a page that alone had her words. */
  #file: string | undefined;

  constructor(double: LauncherDouble, isFull: boolean) {
    this.#double = double;
    this.#isFull = isFull;
    this.#storage.full = isFull;
    this.#storage.database.habits.full = isFull;
  }

  /** Another tab that has lost the course to a later one. */
  get earlier(): LaunchedLearner | undefined {
    return [...this.#tabs].findLast(({ session }) => session.phase === 'elsewhere');
  }

  async open(): Promise<LaunchedLearner> {
    return this.#start(await this.#double.launch());
  }

  async reload(tab: LaunchedLearner): Promise<LaunchedLearner> {
    await this.#waits(tab);
    tab.page.press('F5');
    await this.#closes(tab);
    return this.#start(tab.page.reloaded());
  }

  async close(tab: LaunchedLearner): Promise<void> {
    await this.#waits(tab);
    await this.#closes(tab);
  }

  async closeAll(): Promise<void> {
    for (const tab of this.#tabs) await this.close(tab);
  }

  async exit(tab: LaunchedLearner): Promise<void> {
    this.#takesCopy(tab);
    await tab.exit();
  }

  async #closes(tab: LaunchedLearner): Promise<void> {
    this.#takesCopy(tab);
    await tab.closeTab();
    this.#tabs.delete(tab);
  }

  /** Where nothing but the page has her words, since the LMS has ended its session and the browser has no room, it says so (`save-words.ts`). */
  #takesCopy({ session }: LaunchedLearner): void {
    const { status } = session;
    if (session.phase === 'open' && status.state === 'not-saved' && !status.local) this.#file = session.file.export();
  }

  #takesIn({ session }: LaunchedLearner): void {
    if (session.phase !== 'open' || this.#file === undefined) return;
    session.file.import(this.#file, true);
    this.#file = undefined;
  }

  /**
   * Her first words of all are on her page alone, and not said to be safe (`full-browser.test.ts`), where the browser has no room and the launcher
   * takes whole documents only: until that there is none is believed (`known-document.ts`). So are those that she writes in a tab of a launch that
   * another has ended: the page knows when it has tried to save them.
   */
  async #waits(tab: LaunchedLearner): Promise<void> {
    if (!this.#isFull || tab.session.phase !== 'open') return;
    const { posts, sentOn, abandonsOpen } = this.#double.profile.endpoint;
    const takesWholeOnly = sentOn || ['ignored', 'not-found'].includes(posts);
    const isFirst = this.#double.state() === undefined;
    if (takesWholeOnly && isFirst) await untilSaved(tab);
    else if (abandonsOpen) await untilTold(tab);
  }

  async #start(page: ConstructorParameters<typeof LaunchedLearner>[0]): Promise<LaunchedLearner> {
    const tab = new LaunchedLearner(page, this.#double, this.#storage, {}, this.#locks);
    this.#tabs.add(tab);
    await tab.start();
    if (tab.session.phase === 'elsewhere') await settled(tab.session.takeOver());
    this.#takesIn(tab);
    return tab;
  }
}

class Learner {
  /** What she does, for whoever looks for a fault. */
  readonly trace: string[] = [];
  readonly #random: () => number;
  readonly #computers: readonly [Computer, Computer];
  /** A sleep, in milliseconds. A token of cmi5 lasts for an hour. */
  readonly #long: number;
  readonly #written = new Map<string, string>();
  #here: Computer;

  constructor(profile: LauncherId, seed: number) {
    this.#random = seededRandom(seed);
    const double = new LauncherDouble(profile);
    const isFull = this.#random() < 0.2;
    this.#computers = [new Computer(double, isFull), new Computer(double, isFull)];
    this.#here = this.#computers[0];
    this.#long = launcherProfile(profile).standard === 'cmi5' ? 120_000 : HOUR;
  }

  async works(): Promise<void> {
    let tab = await this.#here.open();
    for (let step = 0; step < STEPS; step += 1) {
      const action = this.#pick(ACTIONS);
      this.trace.push(action);
      tab = await this.#does(action, tab);
      if (ASK_TO_REOPEN.has(tab.session.phase)) tab = await this.#reopens(tab);
      this.#looks(tab);
    }
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }

  async #does(action: (typeof ACTIONS)[number], tab: LaunchedLearner): Promise<LaunchedLearner> {
    switch (action) {
      case 'write':
        await this.#writes(tab);
        return tab;
      case 'wait':
        await pass(this.#pick([3_000, 20_000, 60_000, this.#long]));
        return tab;
      case 'hide':
        tab.session.lifecycle.hide();
        await pass(this.#pick([500, 10_000, this.#long]));
        tab.session.lifecycle.resume();
        return tab;
      case 'tab':
        await untilNextSecond();
        return this.#here.open();
      case 'back':
        return this.#goesBack(tab);
      case 'reload':
        return this.#here.reload(tab);
      default:
        return this.#leaves(action, tab);
    }
  }

  async #writes(tab: LaunchedLearner): Promise<void> {
    const field = this.#pick(FIELDS);
    const text = `${this.#pick(['Aamu', 'Ilta', 'Päivä', 'Yö'])} ${this.trace.length}`;
    tab.session.store.change({ [field]: text });
    this.#written.set(field, text);
    await pass(this.#pick([300, 1_000, 3_000, 8_000, 25_000]));
  }

  async #goesBack(tab: LaunchedLearner): Promise<LaunchedLearner> {
    const { earlier } = this.#here;
    if (!earlier) return tab;
    await untilNextSecond();
    await settled(earlier.session.takeOver());
    return earlier;
  }

  async #reopens(tab: LaunchedLearner): Promise<LaunchedLearner> {
    await this.#here.close(tab);
    return this.#here.open();
  }

  async #leaves(how: 'close' | 'move' | 'exit', tab: LaunchedLearner): Promise<LaunchedLearner> {
    // What is told to be saved is there at another computer; before that she does not go to one.
    if (how === 'move') {
      await untilSaved(tab);
      if (tab.session.status.state === 'not-saved') await untilSaved(await this.#reopens(tab));
    }
    if (how === 'exit') await this.#here.exit(tab);
    else await this.#here.close(tab);
    await pass(2_000);
    await this.#here.closeAll();
    if (how === 'move') this.#here = this.#computers.find((one) => one !== this.#here) ?? this.#here;
    return this.#here.open();
  }

  #looks({ session, answers }: LaunchedLearner): void {
    if (session.phase !== 'open') throw new Error(`The course is in the phase ${session.phase}.`);
    const [conflict] = session.conflicts;
    if (conflict) throw new Error(`She is asked whether "${conflict.other.text}" is hers, not "${conflict.current.text}".`);
    for (const [field, text] of this.#written)
      if (answers.get(field) !== text) throw new Error(`${field} holds "${answers.get(field) ?? ''}", not "${text}".`);
  }
}

/** @returns what went wrong, with all that she did before; undefined where nothing did */
export async function soakOneAtATime(profile: LauncherId, seed: number): Promise<string | undefined> {
  const learner = new Learner(profile, seed);
  try {
    await learner.works();
    return undefined;
  } catch (error) {
    return `${seed}: ${learner.trace.join(' > ')}: ${String(error)}`;
  }
}
