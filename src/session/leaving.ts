import type { LearnerWork } from './learner-work.ts';
import type { Opening } from './opening.ts';
import type { Saving } from './saving/saving.ts';
import type { Stage } from './stage.ts';
import { noteExit } from './storage-test.ts';

/** How a session ends: by the learner's button, once her work is saved or she lets it be; or with its page. */
export class Leaving {
  readonly #stage: Stage;
  readonly #work: LearnerWork;
  readonly #saving: Saving;
  readonly #opening: Opening;

  constructor(stage: Stage, work: LearnerWork, saving: Saving, opening: Opening) {
    this.#stage = stage;
    this.#work = work;
    this.#saving = saving;
    this.#opening = opening;
  }

  get #isBrowsing(): boolean {
    return this.#opening.launch?.mode === 'browse';
  }

  get #isSaved(): boolean {
    return this.#saving.report.status.state !== 'not-saved';
  }

  /** Nothing is told of the end. */
  get #isSilent(): boolean {
    return this.#saving.waits || this.#saving.queue.hasRested;
  }

  async exit(): Promise<void> {
    if (this.#stage.phase !== 'open' && this.#stage.phase !== 'closing') return;
    this.#stage.go('closing');
    const { store } = this.#work;
    store.change(noteExit(store.answers));
    // Here is time for a save whose answer is heard; and a click, in which some LMSs only send a beacon, is over by then.
    if (this.#isBrowsing || this.#isSilent) this.#close();
    else this.#saving.beforeEnd();
    await this.#stage.until(() => this.#stage.phase !== 'closing' || !this.#isSaved);
  }

  stay(): void {
    if (this.#stage.phase === 'closing' && this.#saving.queue.isOpen) this.#stage.go('open');
  }

  exitUnsaved(): void {
    if (this.#stage.phase === 'closing') this.#close();
  }

  /** The page goes. What must happen has happened when this returns. */
  end(): void {
    const { phase } = this.#stage;
    if (phase === 'open' || phase === 'closing') this.#saving.close();
    // The page that is loaded instead of a stale one must find the work free.
    else if (phase === 'stale') this.#saving.here.release();
    else return;
    this.#stage.go('closed');
  }

  /** The outcome of a save was told. @param isLast of the session's last one */
  told(isLast: boolean): void {
    const wantsOut = this.#stage.phase === 'closing';
    if (isLast) this.#stage.go('closed');
    // What came meanwhile has a save of its own, and so has a page that was hidden in between.
    else if (wantsOut && this.#isSaved && !this.#saving.isBehind && !this.#saving.queue.isDue) this.#close();
    // What did not arrive stays in sight, with a copy to take.
    if (isLast && wantsOut && (this.#isSaved || this.#isBrowsing)) this.#opening.tracker.leave?.();
  }

  #close(): void {
    const isSilent = this.#isSilent;
    this.#saving.close();
    if (isSilent) this.told(true);
  }
}
