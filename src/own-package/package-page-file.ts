import type { Course } from '../course/course.ts';
import { shortNameOf } from '../course/course-identifiers.ts';

/** How the name of the administrator's page ends. */
export const PACKAGE_PAGE_ENDING = '-paketti.html';

/** The administrator's page beside the packages, made by `build/package-page.ts`. */
export function packagePageFile(course: Pick<Course, 'name'>): string {
  return `${shortNameOf(course)}${PACKAGE_PAGE_ENDING}`;
}
