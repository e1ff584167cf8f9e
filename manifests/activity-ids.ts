/** Addresses of the course's xAPI activities, all under the course's own. Frozen: statements of years are found by them. */
import type { Course } from '../src/course/course.ts';

/** A class of the licence. */
export function classActivityId(course: Pick<Course, 'id'>, classId: string): string {
  return `${course.id}/classes/${classId}`;
}

/** The one assignable unit of the cmi5 package; cmi5 wants it apart from the course. */
export function unitActivityId(course: Pick<Course, 'id'>): string {
  return `${course.id}/unit`;
}
