import 'virtual:exercise-elements';
import type { Course } from '../course/course.ts';
import { CourseSession } from '../session/course-session.ts';
import { browserDatabases, browserStorage } from '../session/copy/quiet-storage.ts';
import { browserSeal } from '../session/copy/seal.ts';
import { cameBack, followPage, tabId } from '../session/page-events.ts';
import '../shell/frame/course-app.ts';
import { wasReloaded } from '../shell/frame/reloaded.ts';
import { adoptTheme, adoptTokens } from '../theme/tokens.ts';
import type { Tracker } from '../tracking/tracker.ts';
import { furtherLanguages } from './configured-course.ts';
import { isLoadedAnew } from './kept-page.ts';

/**
 * Opens a course on this page: the one thing that every package's entry does.
 *
 * @param course what is reported, in the course's main language
 * @param tracker where it is reported to
 */
export async function startCourse(course: Course, tracker: Tracker, page: Window = window): Promise<void> {
  const storage = browserStorage();
  if (storage && isLoadedAnew(page, storage)) return;
  const session = new CourseSession({
    course,
    tracker,
    storage,
    databases: browserDatabases(),
    seal: browserSeal(),
    tabId: tabId(page),
    cameBack: cameBack(page),
  });
  const { document } = page;
  adoptTokens(document);
  if (course.theme) adoptTheme(document, course.theme);
  const app = document.querySelector('aspa-course-app') ?? document.body.appendChild(document.createElement('aspa-course-app'));
  app.further = furtherLanguages;
  app.reloaded = wasReloaded(page);
  app.session = session;
  followPage(session, page);
  await session.start();
}
