import { CourseSession } from '../../src/session/course-session.ts';
import { followPage } from '../../src/session/page-events.ts';
import type { Tracker } from '../../src/tracking/tracker.ts';
import { course as sample } from './fixture-course.ts';
import { MemoryLocks, MemoryStorage, placesOf } from './memory.ts';

/** A session with a real tracker in a page of the simulator that it follows. It has begun to open. @param storage of the browser, in which nothing has been unless it is given */
export function startedInLms(window: Window, tracker: Tracker, course = sample, storage = new MemoryStorage()): CourseSession {
  const session = new CourseSession({
    course,
    tracker,
    ...placesOf(storage),
    tabId: 'tab',
    random: () => 0.5,
    createLock: new MemoryLocks().create,
  });
  followPage(session, window);
  void session.start();
  return session;
}
