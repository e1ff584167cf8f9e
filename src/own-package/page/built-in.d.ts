import type { Course } from '../../course/course.ts';

declare global {
  /** The course that the page lies beside (build/package-page.ts). */
  const COURSE: Pick<Course, 'name'>;
}
