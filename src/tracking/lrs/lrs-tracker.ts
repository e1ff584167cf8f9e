/** What the xAPI and cmi5 trackers have in common: a launch out of the address, and a session with the LRS once it is open. */
import type { Answers } from '../../course/answers.ts';
import { describeLrs, notOpen, type LrsTrackerOptions } from './lrs-launch.ts';
import type { LrsSession } from './lrs-session.ts';
import type { Launch, LeavingEvent, SaveOutcome, Snapshot, Tracker, Turn } from '../tracker.ts';
import { readLaunch, type XapiLaunch } from './xapi-launch.ts';

export abstract class LrsTracker implements Tracker {
  protected readonly options: LrsTrackerOptions;
  /** Set by `open`. */
  protected session: LrsSession | undefined;
  readonly #standard: 'xAPI' | 'cmi5';
  #launch: XapiLaunch | undefined;

  constructor(standard: 'xAPI' | 'cmi5', options: LrsTrackerOptions) {
    this.#standard = standard;
    this.options = options;
  }

  abstract strangers(): readonly string[];
  abstract open(): Promise<Launch>;
  abstract leave(): void;

  describe(): Readonly<Record<string, string>> {
    return describeLrs(this.#standard, this.#launch?.endpoint);
  }

  save(snapshot: Snapshot, turn: Turn): Promise<SaveOutcome> {
    return this.session?.save(snapshot, turn) ?? notOpen();
  }

  askAgain(): void {
    this.session?.askAgain();
  }

  tellAll(isBehind: boolean): void {
    this.session?.tellAll(isBehind);
  }

  takeOver(shown: Answers): void {
    this.session?.takeOver(shown);
  }

  saveNow(snapshot: Snapshot, event: LeavingEvent): Promise<SaveOutcome> {
    return this.session?.saveNow(snapshot, event) ?? notOpen();
  }

  closeNow(snapshot: Snapshot): Promise<SaveOutcome> {
    return this.session?.closeNow(snapshot) ?? notOpen();
  }

  /** Once: the address holds the launch no longer. */
  protected readLaunch(): XapiLaunch {
    const { page, now = Date.now } = this.options;
    return (this.#launch ??= readLaunch(page, now()));
  }

  /** This visit is over: a reload of the page begins another. */
  protected endVisit(): void {
    this.#launch?.memory.end();
  }
}
