/** SCORM 2004, 3rd and 4th Edition (Run-Time Environment, section 4). */
import type { ScormSurroundings } from './scorm-launch.ts';
import { ScormTracker } from './scorm-tracker.ts';
import { SCORM2004 } from './scorm2004-dialect.ts';

export class Scorm2004Tracker extends ScormTracker {
  constructor(surroundings: ScormSurroundings = { page: window }) {
    super(SCORM2004, surroundings);
  }
}
