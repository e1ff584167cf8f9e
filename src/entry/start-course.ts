import 'virtual:exercise-elements';
import type { Course } from '../course/course.ts';
import { CourseSession } from '../session/course-session.ts';
import { browserDatabases, browserStorage } from '../session/quiet-storage.ts';
import { cameBack, followPage, tabId } from '../session/page-lifecycle.ts';
import '../shell/course-app.ts';
import { wasReloaded } from '../shell/reloaded.ts';
import { adoptTheme, adoptTokens } from '../shell/tokens.ts';
import { texts } from '../text/texts.ts';
import type { Tracker } from '../tracking/tracker.ts';

/**
 * Opens a course on this page: the one thing that every package's entry does.
 *
 * @param course what is reported, in the course's main language
 * @param tracker where it is reported to
 * @param courses the same in all languages that the package carries; the learner sees the one that her LMS asks for
 */
export async function startCourse(
  course: Course,
  tracker: Tracker,
  courses: readonly Course[] = [course],
  page: Window = window,
): Promise<void> {
  const session = new CourseSession({
    course,
    tracker,
    storage: browserStorage(),
    databases: browserDatabases(),
    tabId: tabId(page),
    cameBack: cameBack(page),
  });
  const { document } = page;
  adoptTokens(document);
  if (course.theme) adoptTheme(document, course.theme);
  const app = document.querySelector('aspa-course-app') ?? document.body.appendChild(document.createElement('aspa-course-app'));
  app.texts = texts;
  app.courses = courses;
  app.reloaded = wasReloaded(page);
  app.session = session;
  followPage(session, page);
  await session.start();
}
