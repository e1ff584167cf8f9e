/** A learner with a course and an LRS double, as far as a tracker sees her, and what a network may do to her. */
import type { Answers } from '../../../src/course/answers.ts';
import type { Course } from '../../../src/course/course.ts';
import { interactionsOf } from '../../../src/session/reported-answers.ts';
import type { Launch, LeavingEvent, SaveOutcome, Snapshot, Tracker } from '../../../src/tracking/tracker.ts';
import { settled, trackerOf, course as wholeCourse } from '../../launchers/launched-learner.ts';
import type { LaunchedPage } from '../../launchers/launched-page.ts';
import type { LauncherDouble } from '../../launchers/launcher-double.ts';
import { type Fault } from '../../launchers/launcher-double.ts';
import { turn } from '../turn.ts';

export const NASTY = 'Rivi\nÄÖÅ äöå 😀 { } [,] <script>alert(1)</script> \u2028 "'.padEnd(4000, 'ö');
export const FIELD = 'e.feedback.together';
export const offline: Fault = () => Promise.reject(new TypeError('Failed to fetch'));
export const captivePortal: Fault = () =>
  new Response('<!doctype html><title>Kirjaudu verkkoon</title>', { headers: { 'Content-Type': 'text/html' } });
/** As `AbortSignal.timeout` ends a request, by the clock of the test. */
export const hanging: Fault = () =>
  new Promise((_answer, refuse) => setTimeout(() => refuse(new DOMException('timed out', 'TimeoutError')), 20_000));

/** What a session does with its tracker, one call at a time. */
export class Learner {
  answers: Answers = new Map();
  revision = 0;
  complete = false;
  course: Course = wholeCourse;
  again: ReturnType<typeof setTimeout> | undefined;
  launch!: Launch;
  readonly tracker: Tracker;

  constructor(
    readonly double: LauncherDouble,
    readonly page: LaunchedPage,
    now?: () => number,
  ) {
    this.tracker = trackerOf(double, page, now ? { now } : {});
  }

  static async in(double: LauncherDouble, mode: 'normal' | 'browse' | 'review' = 'normal'): Promise<Learner> {
    return new Learner(double, await double.launch({ mode })).open();
  }

  async open(): Promise<this> {
    this.launch = await settled(this.tracker.open());
    this.answers = this.launch.state?.answers ?? new Map();
    this.revision = this.launch.state?.revision ?? 0;
    return this;
  }

  write(text: string, field = FIELD, at = Date.now()): this {
    this.answers = new Map([...this.answers, [field, { text, at }]]);
    return this;
  }

  /** And again when the tracker says that more is due, as the save queue does it. */
  save(event?: LeavingEvent): Promise<SaveOutcome> {
    return settled(this.#save(event));
  }

  async #save(event?: LeavingEvent): Promise<SaveOutcome> {
    clearTimeout(this.again);
    const snapshot = this.snapshot();
    const outcome = await (event ? this.tracker.saveNow(snapshot, event) : this.tracker.save(snapshot, turn()));
    if (outcome.result === 'not-saved') return outcome;
    const { dueIn, ...told } = outcome;
    if (dueIn !== undefined) this.again = setTimeout(() => void this.#save(), dueIn);
    return told;
  }

  close(): Promise<SaveOutcome> {
    clearTimeout(this.again);
    return settled(this.tracker.closeNow(this.snapshot()));
  }

  snapshot(): Snapshot {
    this.revision += 1;
    return {
      // A picture of its own each time, as the session makes it.
      answers: new Map(this.answers),
      revision: this.revision,
      interactions: interactionsOf(this.course, this.answers),
      classes: wholeCourse.classes.map(({ id, title }) => ({ id, title, earned: this.complete })),
      complete: this.complete,
      withheld: new Set<string>(),
      share: this.complete ? 1 : 0.25,
      place: 'b/b.channels',
      duration: 61_230,
    };
  }
}
