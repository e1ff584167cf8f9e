import type { Room } from '../tracking/tracker.ts';
import type { Told } from './save-queue.ts';
import { isOutcome, type SaveStatus } from './save-status.ts';

/** What is known beside the outcome itself. */
export interface ReportedWith {
  /** The texts are safe in this browser. */
  readonly local: boolean;
  /** There is no LMS behind the tracker. */
  readonly onlyHere: boolean;
}

/** How safe the learner's work is, as the shell tells it. */
export class SaveReport {
  status: SaveStatus = { state: 'unchanged' };
  #room: Room | undefined;
  #told: { readonly told: Told; readonly onlyHere: boolean } | undefined;

  /** Room left for answers in the LMS, 0 (full) to 1 (empty); undefined where no limit is known. */
  get roomLeft(): number | undefined {
    return this.#room && Math.max(0, 1 - this.#room.used / this.#room.limit);
  }

  /** Something was written: what was saved before is not all any more. That saving fails is still so. */
  written(): void {
    if (this.status.state !== 'not-saved' && this.status.state !== 'saving') this.status = { state: 'pending' };
  }

  saving(local: boolean): void {
    this.status = { state: 'saving', local };
  }

  /** Whether the texts are safe in this browser became known, or changed. */
  copied(local: boolean): void {
    if (this.status.state === 'saving') this.status = { ...this.status, local };
    else if (this.#told && isOutcome(this.status)) this.told(this.#told.told, { ...this.#told, local });
  }

  told(told: Told, { local, onlyHere }: ReportedWith): void {
    const { outcome, asOf, retryAt } = told;
    this.#told = { told, onlyHere };
    this.#room = outcome.room ?? this.#room;
    if (onlyHere && !local) {
      this.status = { state: 'not-saved', reason: 'storage', local: false };
    } else if (outcome.result === 'not-saved') {
      this.status = { state: 'not-saved', reason: outcome.reason, local, ...(retryAt === undefined ? {} : { retryAt }) };
    } else {
      this.status = { state: onlyHere ? 'local' : outcome.result, at: asOf };
    }
  }
}
