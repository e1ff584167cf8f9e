import { Scorm12Tracker } from './scorm12-tracker.ts';
import type { Launch } from './tracker.ts';

/** The SCORM 1.2 tracker over a run-time of this browser's own: nobody else hears of anything. */
export class WebTracker extends Scorm12Tracker {
  readonly forget: () => void;

  /** @param forget removes what the run-time keeps */
  constructor(forget: () => void) {
    super();
    this.forget = forget;
  }

  override async open(): Promise<Launch> {
    const launch = await super.open();
    return { ...launch, learner: { id: 'this-browser' }, limits: { ...launch.limits, receipts: true, thisBrowserOnly: true } };
  }
}
