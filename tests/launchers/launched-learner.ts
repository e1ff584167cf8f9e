/** A learner with the real course in the real session, launched by a launcher. */
import { KeepaliveQuota } from '../../src/simulator/in-memory/keepalive-quota.ts';
import { vi } from 'vitest';
import { readCourse } from '../../build/read-course.ts';
import type { Answers } from '../../src/course/answers.ts';
import type { Course } from '../../src/course/course.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { Cmi5Tracker } from '../../src/tracking/lrs/cmi5-tracker.ts';
import type { LaunchAsked } from '../../src/simulator/launchers/launch.ts';
import type { LrsTrackerOptions } from '../../src/tracking/lrs/lrs-launch.ts';
import type { Tracker } from '../../src/tracking/tracker.ts';
import { XapiTracker } from '../../src/tracking/lrs/xapi-tracker.ts';
import { MemoryLocks, MemoryStorage, placesOf } from '../session/memory.ts';
import type { LaunchedPage } from './launched-page.ts';
import type { LauncherDouble } from './launcher-double.ts';

/** In its main language. */
export const course: Course = await readCourse('content');

/** Only what a test has to move by hand; what carries requests runs by itself. */
export const FAKED = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] as const;

export function trackerOf(double: LauncherDouble, page: LaunchedPage, options: Partial<LrsTrackerOptions> = {}): Tracker {
  const all: LrsTrackerOptions = { course, page: page.window, fetch: new KeepaliveQuota().limit(double.fetch), ...options };
  return double.profile.standard === 'cmi5' ? new Cmi5Tracker(all) : new XapiTracker(all);
}

/** Waits for a promise while the fake clock runs. */
export async function settled<T>(promise: Promise<T>): Promise<T> {
  let over = false;
  void promise.finally(() => (over = true)).catch(() => undefined);
  for (let step = 0; step < 4000 && !over; step++) await pass(50);
  if (!over) throw new Error('Nothing came of it in 200 seconds.');
  return promise;
}

/** Lets the fake clock run, and what waits for it happen. */
export async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await new Promise((turn) => setImmediate(turn));
}

export class LaunchedLearner {
  readonly session: CourseSession;

  constructor(
    readonly page: LaunchedPage,
    readonly double: LauncherDouble,
    /** This browser's local storage. */
    readonly browser = new MemoryStorage(),
    options: Partial<LrsTrackerOptions> = {},
    /** Shared by the tabs of one browser. */
    readonly locks = new MemoryLocks(),
  ) {
    this.session = new CourseSession({
      course: options.course ?? course,
      tracker: trackerOf(double, page, options),
      ...placesOf(browser),
      tabId: 'tab-1',
      random: () => 0.5,
      createLock: locks.create,
    });
  }

  static async in(
    double: LauncherDouble,
    browser = new MemoryStorage(),
    { course: own, ...asked }: Partial<LaunchAsked & Pick<LrsTrackerOptions, 'course'>> = {},
  ): Promise<LaunchedLearner> {
    const learner = new LaunchedLearner(await double.launch(asked), double, browser, own ? { course: own } : {});
    await learner.start();
    return learner;
  }

  /** Opens the course; asked about the launcher's site, which is another than the course's, she agrees. */
  async start(): Promise<this> {
    await settled(this.session.start());
    if (this.session.phase === 'unconfirmed') await settled(this.session.sendThere());
    return this;
  }

  get answers(): Map<string, string> {
    return new Map([...this.session.store.answers].filter(([id]) => !id.startsWith('@')).map(([id, { text }]) => [id, text]));
  }

  /** Writes answers one after another, at a human's pace. */
  async write(answers: Answers, everyMs = 700): Promise<void> {
    for (const [id, { text }] of answers) {
      this.session.store.change({ [id]: text });
      await pass(everyMs);
    }
  }

  /** The exit button. */
  async exit(): Promise<void> {
    await settled(this.session.exit());
  }

  /** The tab's cross: two events, with time between them for promises and not for a network, and nothing that comes later is heard. */
  async closeTab(): Promise<void> {
    this.session.lifecycle.leave();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    this.session.lifecycle.end();
    await pass(1_000);
  }
}
