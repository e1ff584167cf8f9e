/** SCORM 1.2 (Run-Time Environment 1.2, section 3.4): the version that every LMS runs. */
import type { ScormSurroundings } from './scorm-launch.ts';
import { ScormTracker } from './scorm-tracker.ts';
import { SCORM12 } from './scorm12-dialect.ts';

export class Scorm12Tracker extends ScormTracker {
  constructor(surroundings: ScormSurroundings = { page: window }) {
    super(SCORM12, surroundings);
  }
}
