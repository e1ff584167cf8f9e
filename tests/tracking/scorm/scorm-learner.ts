/** A learner with a course in an LMS double, as far as a tracker sees her. */
import { vi } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import type { LmsHabits, LmsProfile, ScormStandard } from '../../../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile, type ProfileId } from '../../../src/simulator/lms-profiles.ts';
import { Scorm12Tracker } from '../../../src/tracking/scorm/scorm12-tracker.ts';
import { Scorm2004Tracker } from '../../../src/tracking/scorm/scorm2004-tracker.ts';
import type { ScormSurroundings } from '../../../src/tracking/scorm/scorm-launch.ts';
import type { Interaction, Launch, LeavingEvent, SaveOutcome, Snapshot, Tracker } from '../../../src/tracking/tracker.ts';
import { Turns } from '../turn.ts';
import { LmsDouble, type DoubleLaunch, type DoubleSession } from '../../../src/simulator/in-memory/lms-double.ts';

const CLASSES = ['A1', 'A2', 'B', 'C', 'D', 'E'];

export function lmsOf(profile: ProfileId | LmsProfile, standard: ScormStandard, seed = 1): LmsDouble {
  return new LmsDouble({ profile, standard, seed, onFreeze: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds) });
}

/** An LMS of these habits, but for what a test changes. */
export function lmsLike(profile: ProfileId, standard: ScormStandard, change: (habits: LmsHabits) => LmsHabits): LmsProfile {
  const { id, title } = lmsProfile(profile);
  return { id, title, habits: { [standard]: change(habitsOf(lmsProfile(profile), standard)) } };
}

/** Waits for a promise while the fake clock runs. */
export async function settled<T>(promise: Promise<T>): Promise<T> {
  let over = false;
  void promise.finally(() => (over = true)).catch(() => undefined);
  for (let step = 0; step < 2000 && !over; step++) await vi.advanceTimersByTimeAsync(50);
  return promise;
}

/** One session: what the course's session does with its tracker, and no more. */
export class ScormLearner {
  answers: Answers = new Map();
  complete = false;
  share = 0.5;
  earned: ReadonlyMap<string, number> = new Map();
  place = 'b/b.channels';
  withheld: ReadonlySet<string> = new Set();
  /** Whether the course has that question. */
  isAsked: (id: string) => boolean = () => true;
  revision = 0;
  launch!: Launch;
  readonly tracker: Tracker;
  readonly #turns = new Turns();
  /** No other tab has taken the course over. */
  #writes = false;

  constructor(
    readonly page: DoubleSession,
    standard: ScormStandard,
    setUp: Pick<ScormSurroundings, 'overflow' | 'statusWhenComplete' | 'primed' | 'now'> = {},
  ) {
    // How long a call takes, the double says by the time of day.
    const surroundings = { page: page.window as unknown as Window, now: Date.now, ...setUp };
    this.tracker = standard === 'scorm12' ? new Scorm12Tracker(surroundings) : new Scorm2004Tracker(surroundings);
  }

  static async in(lms: LmsDouble, standard: ScormStandard, asked: DoubleLaunch = {}): Promise<ScormLearner> {
    const learner = new ScormLearner(lms.launch(asked), standard);
    await learner.open();
    return learner;
  }

  async open(): Promise<Launch> {
    this.launch = await settled(this.tracker.open());
    this.answers = new Map(this.launch.state?.answers);
    this.revision = this.launch.state?.revision ?? 0;
    this.#writes = true;
    this.tracker.whenOthersCall?.({ writes: () => this.#writes, last: () => this.snapshot() });
    return this.launch;
  }

  write(texts: Readonly<Record<string, string>>): this {
    this.answers = new Map([...this.answers, ...Object.entries(texts).map(([id, text]) => [id, { text, at: seconds() }] as const)]);
    return this;
  }

  save(event?: LeavingEvent): Promise<SaveOutcome> {
    return settled(event ? this.leave(event) : this.begin());
  }

  /** All that has to be done in such an event, before it returns. */
  leave(event: LeavingEvent): Promise<SaveOutcome> {
    this.#turns.end();
    return this.tracker.saveNow(this.snapshot(), event);
  }

  /** Between two saves. */
  set(): Promise<void> {
    return settled(this.tracker.set?.(this.snapshot(), this.#turns.take()) ?? Promise.resolve());
  }

  /** Begins a save in sight, and does not wait for it. */
  begin(snapshot = this.snapshot()): Promise<SaveOutcome> {
    return this.tracker.save(snapshot, this.#turns.take());
  }

  /** Another tab takes the course over. */
  abandon(): void {
    this.#turns.end();
    this.#writes = false;
    this.tracker.abandon?.();
  }

  /** The last call of all. */
  close(): Promise<SaveOutcome> {
    this.#turns.end();
    return this.tracker.closeNow(this.snapshot());
  }

  /** The tab is closed as a browser does it, with the session's two calls in the two events. */
  async closeTab(): Promise<void> {
    const { window } = this.page;
    window.addEventListener('beforeunload', () => void this.leave('leaving'), { once: true });
    window.addEventListener('pagehide', () => void this.close(), { once: true });
    this.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
  }

  snapshot(): Snapshot {
    this.revision += 1;
    return {
      answers: this.answers,
      revision: this.revision,
      interactions: [...this.answers]
        .filter(([id]) => !id.startsWith('@') && !this.withheld.has(id) && this.isAsked(id))
        .map(([id, { text, at }]) => question(id, text, at)),
      withheld: this.withheld,
      classes: CLASSES.map((id) => ({
        id,
        title: `Luokka ${id}`,
        earned: this.earned.has(id),
        ...(this.earned.has(id) ? { earnedAt: this.earned.get(id) as number } : {}),
      })),
      complete: this.complete,
      share: this.share,
      place: this.place,
      duration: 61_000,
    };
  }
}

export function question(id: string, text: string, at = seconds()): Interaction {
  return { id, type: 'text', description: `Kysymys ${id}`, response: text === '' ? [] : [text], at };
}

/** Now, as it comes back from an LMS. */
function seconds(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}
