import { crcOfText } from '../tracking/checksum.ts';
import type { Launch } from '../tracking/tracker.ts';
import type { BrowserCopy } from './browser-copy.ts';
import { CopyKeeper } from './copy-keeper.ts';
import type { CourseSessionOptions } from './session-options.ts';
import type { LearnerWork } from './learner-work.ts';
import { LocalCopy } from './local-copy.ts';
import { createTabLock, type TabLock } from './tab-lock.ts';

/** A learner's place in this browser: the copy of her work, and the lock by which one tab writes it. */
export interface InBrowser {
  readonly copy: BrowserCopy;
  readonly keeper: CopyKeeper;
  readonly lock: TabLock;
  /** State that could not be read and that this browser could not keep: it is carried in the new state. */
  readonly carried: string | undefined;
}

export async function findInBrowser(
  { learner: { id, name = '', attempt }, unreadable }: Launch,
  { course, tabId, storage, createLock = createTabLock }: CourseSessionOptions,
  work: LearnerWork,
  /** As `StoredCopy` says it. */
  confirmedAt: () => number,
  onLost: () => void,
): Promise<InBrowser> {
  // One tab may have been used by several learners.
  const learner = id || `${tabId}-${crcOfText(name)}`;
  const copy = new LocalCopy({ course: course.id, learner, ...(attempt === undefined ? {} : { attempt }) }, storage);
  const isKept = unreadable === undefined || (await copy.keep({ name: 'lms-state', content: unreadable }));
  return {
    copy,
    keeper: new CopyKeeper(copy, work, confirmedAt),
    lock: createLock(copy.name, onLost),
    carried: isKept ? undefined : unreadable,
  };
}
