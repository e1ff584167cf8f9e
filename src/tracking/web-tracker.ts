import { BrowserTracker } from './browser-tracker.ts';
import { unpackState } from './state/state-codec.ts';
import type { Launch, SavedState } from './tracker.ts';

/** Where release 1.0.0 kept the record of the SCORM run-time that it carried. */
const RECORD = 'aspa:run-time';

/**
 * The package without an LMS: the learner's copy in this browser is all there is (`src/session/copy/copy-store.ts`). What release 1.0.0 left in its run-time's record is taken
 * over, since its copy may not have had room.
 */
export class WebTracker extends BrowserTracker {
  readonly #storage: Pick<Storage, 'getItem' | 'removeItem'> | undefined;

  /** @param storage undefined where the browser keeps nothing */
  constructor(storage: Pick<Storage, 'getItem' | 'removeItem'> | undefined) {
    super();
    this.#storage = storage;
  }

  override async open(): Promise<Launch> {
    return { ...(await super.open()), state: this.#recorded() };
  }

  /** Removes the record, where the learner removes her work from this computer. */
  forget(): void {
    this.#storage?.removeItem(RECORD);
  }

  #recorded(): SavedState | undefined {
    try {
      const record = JSON.parse(this.#storage?.getItem(RECORD) ?? '{}') as { readonly cmi?: { readonly suspend_data?: unknown } };
      const unpacked = unpackState(String(record.cmi?.suspend_data ?? ''));
      return unpacked.result === 'whole' || unpacked.result === 'damaged' ? unpacked.state : undefined;
    } catch {
      // A storage that refuses, or a record that is none: the copy has the answers too.
      return undefined;
    }
  }
}
