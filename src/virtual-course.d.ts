/** Made by the build out of `content/` and put into each bundle. */
declare module 'virtual:course' {
  import type { Course, Courses } from './course/course.ts';

  /** The course in its main language. */
  export const course: Course;
  /** The course in every language it is written in, the main one first. */
  export const courses: Courses;
}
