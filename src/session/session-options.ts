import type { Course } from '../course/course.ts';
import type { Tracker } from '../tracking/tracker.ts';
import type { CopyPlaces } from './copy/copy-store.ts';
import type { Seal } from './copy/seal.ts';
import type { TabLock } from './copy/tab-lock.ts';

export interface CourseSessionOptions extends CopyPlaces {
  readonly course: Course;
  readonly tracker: Tracker;
  /** An id for this tab, for LMSs that do not say who the learner is: nobody else's copy is found under it. */
  readonly tabId: string;
  /** Undefined where this browser keeps nothing of what the LMS has. */
  readonly seal?: Seal | undefined;
  /** The page of the LMS was reached by the Back button, so that what it hands over may be old. */
  readonly cameBack?: boolean;
  readonly now?: () => number;
  readonly random?: () => number;
  readonly createLock?: (name: string, onLost: () => void) => TabLock;
}
