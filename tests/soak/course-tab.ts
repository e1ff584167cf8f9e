/** A tab of the learner's browser with the course open in it, in a player that may go at any time. */
import { vi } from 'vitest';
import type { Course } from '../../src/course/course.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { followPage } from '../../src/session/page-events.ts';
import type { Seal } from '../../src/session/copy/seal.ts';
import type { DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { Scorm2004Tracker } from '../../src/tracking/scorm/scorm2004-tracker.ts';
import type { Browser } from './browser.ts';
import type { BrowserStores } from './stores.ts';

export interface TabOptions {
  readonly page: DoubleSession;
  readonly standard: ScormStandard;
  readonly course: Course;
  readonly browser: Browser<BrowserStores | undefined>;
  readonly random: () => number;
  readonly seal?: Seal | undefined;
  /** The clock of the computer. */
  readonly now?: () => number;
  readonly cameBack?: boolean;
  /** After each change that the learner can see. */
  readonly onChange: () => void;
}

export class CourseTab {
  readonly page: DoubleSession;
  readonly session: CourseSession;
  /** Nothing that ran in it runs on. */
  isGone = false;
  readonly #freeLocks: () => void;

  constructor({ page, standard, course, browser, random, seal, now = Date.now, cameBack = false, onChange }: TabOptions) {
    this.page = page;
    const window = page.window as unknown as Window;
    const locks = browser.locksOfTab();
    this.#freeLocks = locks.free;
    const Tracker = standard === 'scorm12' ? Scorm12Tracker : Scorm2004Tracker;
    this.session = new CourseSession({
      course,
      tracker: new Tracker({ page: window, now: Date.now }),
      ...(browser.stores?.places({ isAlive: () => !this.isGone }) ?? { storage: undefined, databases: undefined }),
      seal,
      tabId: 'tab',
      cameBack,
      now,
      random,
      createLock: locks.create,
    });
    followPage(this.session, window);
    this.session.listen(() => {
      // Nobody sees what a page that is gone would say.
      if (this.isGone) return;
      // An LMS that names nobody: what it has no word of is offered, and hers.
      if (this.session.strays) void this.session.takeStrays();
      onChange();
    });
  }

  /** @returns whether the page is still there */
  async start(): Promise<boolean> {
    // The course's own page takes its time to load.
    await vi.advanceTimersByTimeAsync(200);
    void this.session.start();
    await vi.advanceTimersByTimeAsync(3_000);
    // What is offered is read from the database after all else.
    if (!this.page.gone && this.session.launch?.learner.id === '') await vi.advanceTimersByTimeAsync(3_000);
    return !this.page.gone;
  }

  /** The tab is closed, or another page comes in its place. */
  leave(): void {
    this.page.close();
    this.#end();
  }

  /** The frame of the course is loaded again; the player goes on. */
  leaveFrame(): void {
    for (const event of ['beforeunload', 'pagehide', 'unload'] as const) this.page.window.fire(event);
    this.#end();
  }

  /** No event tells of it. */
  crash(): void {
    this.page.crash();
    this.#end();
  }

  #end(): void {
    this.isGone = true;
    this.#freeLocks();
  }
}
