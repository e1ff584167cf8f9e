import type { Launch, SaveOutcome, Snapshot, Tracker } from './tracker.ts';

/** Whose work it is where no LMS says who the learner is. */
export const WITHOUT_LMS = 'this-browser';

/** No LMS at all: the session's own copy in this browser is all there is, and nobody is told. */
export class BrowserTracker implements Tracker {
  open(): Promise<Launch> {
    return Promise.resolve({
      learner: { id: WITHOUT_LMS },
      mode: 'normal',
      state: undefined,
      limits: { receipts: true, storesAfterCompletion: true, thisBrowserOnly: true },
    });
  }

  describe(): Readonly<Record<string, string>> {
    return { API: 'none' };
  }

  save({ revision }: Snapshot): Promise<SaveOutcome> {
    return Promise.resolve({ result: 'saved', revision });
  }

  saveNow(snapshot: Snapshot): Promise<SaveOutcome> {
    return this.save(snapshot);
  }

  closeNow(snapshot: Snapshot): Promise<SaveOutcome> {
    return this.save(snapshot);
  }
}
