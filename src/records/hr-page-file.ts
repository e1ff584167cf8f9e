import type { Course } from '../course/course.ts';
import { shortNameOf } from '../course/course-identifiers.ts';

/** How the name of HR's page ends. */
export const HR_PAGE_ENDING = '-suoritukset.html';

/** HR's page in the folder of the packages: the build writes it, and the preview shows it. */
export function hrPageFile(course: Pick<Course, 'name'>): string {
  return `${shortNameOf(course)}${HR_PAGE_ENDING}`;
}
