/**
 * One learner at two machines that are open at once, in any interleaving of typing, saving, hiding, closing, crashing and launching, over a
 * network with delays. What a page was told to be saved is in the LRS at the end, or something written later in its place.
 */
import { vi } from 'vitest';
import { launcherProfile, type LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { lrsHabits, type LrsHabits } from '../../src/simulator/lrs/lrs-habits.ts';
import type { Answer } from '../../src/course/answers.ts';
import { mergeAnswers, stays } from '../../src/course/merge-answers.ts';
import { interactionsOf } from '../../src/session/reported-answers.ts';
import { Cmi5Tracker } from '../../src/tracking/lrs/cmi5-tracker.ts';
import type { LeavingEvent, SaveOutcome, Snapshot, Tracker, Turn } from '../../src/tracking/tracker.ts';
import { XapiTracker } from '../../src/tracking/lrs/xapi-tracker.ts';
import { FAKED } from '../launchers/launched-learner.ts';
import { LauncherDouble } from '../launchers/launcher-double.ts';
import { KeepaliveQuota } from '../../src/simulator/in-memory/keepalive-quota.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import { course as sample } from '../session/fixture-course.ts';

export interface MachinesRun {
  readonly profile: LauncherId;
  readonly lrs: LrsHabits['id'];
  readonly seed: number;
}

export interface MachinesResult extends MachinesRun {
  /** Fields of which a page was told that they are saved. */
  readonly acknowledged: number;
  readonly losses: readonly string[];
}

const STEPS = 40;
const FIELDS = ['a.thoughts.first', 'a.thoughts.secret', 'b.ideas.ideas.k001.what', 'b.map.map.n001.text'];
/** Without these the list's item and the tree's node would be taken for removed ones. */
const POSITIONS = { 'b.ideas.ideas.k001': '1', 'b.map.map.n001': '1' };

export async function runMachines(run: MachinesRun): Promise<MachinesResult> {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8), toFake: [...FAKED] });
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  try {
    return await new Machines(run).run();
  } finally {
    warn.mockRestore();
    vi.clearAllTimers();
    vi.useRealTimers();
  }
}

class Machines {
  readonly #run: MachinesRun;
  readonly #random: () => number;
  readonly #double: LauncherDouble;
  readonly #acknowledged = new Map<string, Answer>();
  readonly #losses: string[] = [];
  #machines: Machine[] = [];
  #isPeaceful = false;

  constructor(run: MachinesRun) {
    this.#run = run;
    this.#random = seededRandom(run.seed);
    this.#double = new LauncherDouble(run.profile, { habits: lrsHabits[run.lrs] });
  }

  async run(): Promise<MachinesResult> {
    // Two first launches at the same moment.
    await this.#open();
    await this.#open();
    await pass(3_000);
    for (let step = 0; step < STEPS; step += 1) await this.#step();
    this.#isPeaceful = true;
    await pass(60_000);
    for (const machine of this.#machines) machine.close();
    await pass(60_000);
    await this.#open();
    await pass(60_000);
    this.#check(this.#machines.at(-1)?.answers ?? new Map());
    this.#double.close();
    return { ...this.#run, acknowledged: this.#acknowledged.size, losses: this.#losses };
  }

  async #step(): Promise<void> {
    const open = this.#machines.filter(({ isGone }) => !isGone);
    if (open.length === 0 || (open.length < 2 && this.#random() < 0.5)) {
      await this.#open();
      await pass(this.#random() * 3_000);
      return;
    }
    const machine = open[Math.floor(this.#random() * open.length)] as Machine;
    const dice = this.#random();
    if (dice < 0.4) machine.write(FIELDS[Math.floor(this.#random() * FIELDS.length)] as string, `${dice.toString(36)}`);
    else if (dice < 0.8) machine.save();
    else if (dice < 0.87) machine.hide();
    else if (dice < 0.95) machine.close();
    else machine.crash();
    await pass(this.#random() < 0.5 ? this.#random() * 200 : this.#random() * 6_000);
  }

  /** Its launch takes its time, as everything that it sends. */
  async #open(): Promise<void> {
    const machine = new Machine(await this.#double.launch(), this.#run, {
      fetch: (gone) => this.#fetch(gone),
      acknowledge: (answers) => this.#acknowledge(answers),
    });
    this.#machines = [...this.#machines, machine];
    void machine.open();
  }

  #acknowledge(answers: ReadonlyMap<string, Answer>): void {
    for (const [id, answer] of answers) {
      const known = this.#acknowledged.get(id);
      if (!known || known.at < answer.at) this.#acknowledged.set(id, answer);
    }
  }

  #check(answers: ReadonlyMap<string, Answer>): void {
    for (const [id, { text, at }] of this.#acknowledged) {
      const there = answers.get(id);
      // Of one second the longer text stays, with the time of the later one, and the other is shown as another version (`merge-answers.ts`).
      const isOfOneSecond = there !== undefined && Math.floor(there.at / 1000) === Math.floor(at / 1000);
      if (there?.text === text || (isOfOneSecond && stays(id, there, { text, at }))) continue;
      if (!there || there.at <= at)
        this.#losses.push(`${id}: “${text}” of ${at} was saved, “${there?.text ?? ''}” of ${there?.at ?? 0} is there`);
    }
  }

  /** Of a page that is gone only what outlives it still goes out, and nothing is answered. */
  #fetch(isGone: () => boolean): typeof fetch {
    return async (input, init = {}) => {
      await delay(10 + this.#random() ** 4 * 3_000);
      if (isGone() && !init.keepalive) return never;
      const dice = this.#isPeaceful ? 1 : this.#random();
      if (dice < 0.02) throw new TypeError('Failed to fetch');
      const answer = await this.#double.fetch(input, init);
      await delay(10 + this.#random() ** 4 * 3_000);
      if (isGone()) return never;
      if (dice < 0.04) throw new TypeError('Failed to fetch');
      // What stands before the LRS has given up waiting.
      return dice < 0.06 ? new Response('', { status: 504 }) : answer;
    };
  }
}

interface Surroundings {
  readonly fetch: (isGone: () => boolean) => typeof fetch;
  readonly acknowledge: (answers: ReadonlyMap<string, Answer>) => void;
}

/** A page with the course open: what a session does with its tracker. */
class Machine {
  answers = new Map<string, Answer>();
  isGone = false;
  readonly #tracker: Tracker;
  readonly #surroundings: Surroundings;
  readonly #course;
  #revision = 0;
  #isOpen = false;
  #turn: { isOver: boolean } | undefined;

  constructor(page: Awaited<ReturnType<LauncherDouble['launch']>>, { profile, seed }: MachinesRun, surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#course = { ...sample, ...(seed % 2 ? { report: 'completion' as const } : {}) };
    const options = {
      course: this.#course,
      page: page.window,
      fetch: new KeepaliveQuota().limit(surroundings.fetch(() => this.isGone)),
    } as const;
    this.#tracker = launcherProfile(profile).standard === 'cmi5' ? new Cmi5Tracker(options) : new XapiTracker(options);
  }

  async open(): Promise<void> {
    try {
      const { state } = await this.#tracker.open();
      this.answers = new Map(state?.answers);
      this.#revision = state?.revision ?? 0;
      this.#isOpen = true;
      this.save();
    } catch {
      this.isGone = true;
    }
  }

  write(field: string, text: string): void {
    const at = Date.now();
    for (const [id, position] of Object.entries(POSITIONS)) if (!this.answers.has(id)) this.answers.set(id, { text: position, at });
    this.answers.set(field, { text, at });
  }

  save(): void {
    if (!this.#isOpen || this.isGone || this.#turn) return;
    const turn = { isOver: false, rest: () => delay(1_000).then(() => !turn.isOver) };
    this.#turn = turn;
    void this.#send((snapshot) => this.#tracker.save(snapshot, turn satisfies Turn)).then((outcome) => {
      if (this.#turn === turn) this.#turn = undefined;
      const { dueIn } = outcome.result === 'not-saved' ? { dueIn: outcome.retry ? 2_000 : undefined } : outcome;
      if (dueIn !== undefined && !turn.isOver) setTimeout(() => this.save(), dueIn);
    });
  }

  hide(): void {
    this.#now('hidden');
  }

  close(): void {
    if (this.#isOpen && !this.isGone) {
      this.#now('leaving');
      void this.#send((snapshot) => this.#tracker.closeNow(snapshot));
    }
    this.isGone = true;
  }

  crash(): void {
    this.isGone = true;
  }

  #now(event: LeavingEvent): void {
    if (!this.#isOpen || this.isGone) return;
    this.#endTurn();
    void this.#send((snapshot) => this.#tracker.saveNow(snapshot, event));
  }

  #endTurn(): void {
    if (this.#turn) this.#turn.isOver = true;
    this.#turn = undefined;
  }

  async #send(send: (snapshot: Snapshot) => Promise<SaveOutcome>): Promise<SaveOutcome> {
    const snapshot = this.#snapshot();
    const outcome = await send(snapshot);
    if (this.isGone || outcome.result === 'not-saved') return outcome;
    this.#surroundings.acknowledge(snapshot.answers);
    if (outcome.elsewhere) {
      const known = { own: outcome.elsewhere.agreedAt, other: 0 };
      for (const [id, answer] of mergeAnswers(this.answers, outcome.elsewhere.answers, known).answers) this.answers.set(id, answer);
    }
    return outcome;
  }

  #snapshot(): Snapshot {
    this.#revision += 1;
    const answers = new Map(this.answers);
    return {
      answers,
      revision: this.#revision,
      interactions: interactionsOf(this.#course, answers),
      withheld: new Set<string>(),
      classes: [],
      complete: false,
      share: 0.2,
      place: 'a',
      duration: 1_000,
    };
  }
}

const never = new Promise<never>(() => undefined);

function delay(milliseconds: number): Promise<void> {
  return new Promise((over) => setTimeout(over, milliseconds));
}

async function pass(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 500) {
    await vi.advanceTimersByTimeAsync(Math.min(500, left));
    await new Promise((over) => setImmediate(over));
  }
}
