import type { NotSavedReason, Room, SaveOutcome } from '../../tracking/tracker.ts';
import type { CallOutcome } from './save-queue.ts';
import { isOutcome, type SaveStatus } from '../save-status.ts';

/** So many saves are remembered for support. */
const REMEMBERED = 10;

/** How a save of this session went, for support. */
export interface PastSave {
  /** When it began, milliseconds since 1970. */
  readonly at: number;
  readonly result: SaveOutcome['result'];
  readonly reason?: NotSavedReason;
  readonly detail?: string;
}

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
  /** The last ones, oldest first. */
  past: readonly PastSave[] = [];
  room: Room | undefined;
  #told: { readonly told: CallOutcome; readonly onlyHere: boolean } | undefined;

  /** Room left for answers in the LMS, 0 (full) to 1 (empty); undefined where no limit is known. */
  get roomLeft(): number | undefined {
    return this.room && Math.max(0, 1 - this.room.used / this.room.limit);
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
    else if (this.#told && isOutcome(this.status)) this.#state(this.#told.told, { ...this.#told, local });
  }

  told(told: CallOutcome, { local, onlyHere }: ReportedWith): void {
    const { outcome, asOf } = told;
    this.#told = { told, onlyHere };
    this.room = outcome.room ?? this.room;
    const { reason, detail } = outcome.result === 'not-saved' ? outcome : {};
    const save = { at: asOf, result: outcome.result, ...(reason ? { reason } : {}), ...(detail ? { detail } : {}) };
    this.past = [...this.past, save].slice(-REMEMBERED);
    this.#state(told, { local, onlyHere });
  }

  #state({ outcome, asOf, retryAt }: CallOutcome, { local, onlyHere }: ReportedWith): void {
    if (onlyHere && !local) {
      this.status = { state: 'not-saved', reason: 'storage', local: false };
    } else if (outcome.result === 'not-saved') {
      this.status = { state: 'not-saved', reason: outcome.reason, local, ...(retryAt === undefined ? {} : { retryAt }) };
    } else {
      this.status = { state: onlyHere ? 'local' : outcome.result, at: asOf };
    }
  }
}
