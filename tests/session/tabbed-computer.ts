/** A learner's computer, on which the course is opened in tabs of one browser, in an LMS that keeps what it keeps. */
import { vi } from 'vitest';
import { CourseSession } from '../../src/session/course-session.ts';
import type { Seal } from '../../src/session/copy/seal.ts';
import { followPage } from '../../src/session/page-events.ts';
import type { DoubleSession, LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { Scorm2004Tracker } from '../../src/tracking/scorm/scorm2004-tracker.ts';
import { course as sample } from './fixture-course.ts';
import { FIELD, takenOver, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage, placesOf } from './memory.ts';

/** As the administrators of an LMS that stores nothing after completion are told to set it. */
const course = { ...sample, completeWhen: 'learner' } as const;

export interface Tab {
  readonly page: DoubleSession;
  readonly session: CourseSession;
}

export class TabbedComputer {
  readonly storage = new MemoryStorage();
  #locks = new MemoryLocks();

  constructor(
    readonly lms: LmsDouble,
    readonly standard: ScormStandard = 'scorm12',
    readonly seal?: Seal,
  ) {}

  /** Its browser, after whose death no tab has the course. */
  died(): void {
    this.#locks = new MemoryLocks();
  }

  open(page = this.lms.launch()): Promise<Tab> {
    return this.#open(page, 3_000);
  }

  /** @param milliseconds that she stays so far */
  glance(milliseconds: number): Promise<Tab> {
    return this.#open(this.lms.launch(), milliseconds);
  }

  async #open(page: DoubleSession, milliseconds: number): Promise<Tab> {
    const window = page.window as unknown as Window;
    const Tracker = this.standard === 'scorm12' ? Scorm12Tracker : Scorm2004Tracker;
    const session = new CourseSession({
      course,
      tracker: new Tracker({ page: window, now: Date.now }),
      ...placesOf(this.storage),
      tabId: 'tab',
      random: () => 0.5,
      createLock: this.#locks.create,
      ...(this.seal ? { seal: this.seal } : {}),
    });
    followPage(session, window);
    void session.start();
    await vi.advanceTimersByTimeAsync(milliseconds);
    return { page, session };
  }
}

/**
 * She has written in a first tab, and then gone on in a second one, which took the course from it.
 * @param texts what she has written there, by field. @param left what becomes of the first tab before the second one is opened
 */
export async function inTwoTabs(
  computer: TabbedComputer,
  {
    texts = { [FIELD]: 'Toisessa' },
    left,
  }: { readonly texts?: Readonly<Record<string, string>>; readonly left?: (first: Tab) => void } = {},
): Promise<{ readonly first: Tab; readonly second: Tab }> {
  const first = await computer.open();
  write(first.session, 'Ensimmäisessä');
  await vi.advanceTimersByTimeAsync(4_000);
  left?.(first);
  const second = await computer.open();
  await takenOver(second.session);
  for (const [field, text] of Object.entries(texts)) write(second.session, text, field);
  await vi.advanceTimersByTimeAsync(10_000);
  return { first, second };
}
