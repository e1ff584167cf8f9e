/** How long a save tells the LRS of answers: for a time only, but who leaves waits until all is told. */
import type { Snapshot } from '../tracker.ts';
import type { Sending } from './sending.ts';
import type { StatementReporter } from './statement-reporter.ts';

/** A save tells for so long at most before what was written meanwhile is saved: an LRS may be slow at each of many statements. Milliseconds. */
const TELLS_FOR_MS = 2_000;

export class Telling {
  readonly #reporter: StatementReporter;
  /** The save that begins next, and one under way, tell the answers too that were changed a moment ago. */
  #tellsAll = false;
  /** The save under way lacks words that were written since. */
  #isBehind = false;
  /** The last save had no time for all that it had to tell. */
  #hasMore = false;

  constructor(reporter: StatementReporter) {
    this.#reporter = reporter;
  }

  get hasMore(): boolean {
    return this.#hasMore;
  }

  /** A save begins. @returns to be called when it has said what it had to, so that the next one tells no more than usual */
  begin(): () => void {
    const tellsAll = this.#tellsAll;
    this.#isBehind = false;
    return () => {
      if (tellsAll) this.#tellsAll = false;
    };
  }

  /**
   * Nothing may follow `terminated` (cmi5 9.3), and an LMS may take requests in another order than they were sent (CATAPULT, run): what does
   * not fit into the request of `terminated` is told before that leaves.
   * @param isBehind words were written since the save under way began: the next one has them, and they wait for no row of answers
   */
  all(isBehind: boolean): void {
    this.#tellsAll = true;
    this.#isBehind = isBehind;
  }

  /** @throws LrsError as `StatementReporter.report` */
  async tell(snapshot: Snapshot, { as, goesOn }: Sending): Promise<void> {
    const reporter = this.#reporter;
    const until = performance.now() + TELLS_FOR_MS;
    const before = reporter.reported;
    let hasTime = true;
    const mayTell = (): boolean => !this.#isBehind && (this.#tellsAll || (hasTime = performance.now() < until));
    const telling: Sending = { as, goesOn: () => goesOn() && mayTell() };
    if (!this.#tellsAll) await reporter.report(snapshot, 'settled', telling);
    // She may have pressed meanwhile, and no other save follows where nothing was written since.
    if (this.#tellsAll) await reporter.report(snapshot, 'all', telling);
    // Where the LRS takes nothing, the rest is tried at the usual times.
    this.#hasMore = !hasTime && !this.#tellsAll && reporter.reported !== before;
  }
}
