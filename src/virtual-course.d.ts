/** Made by the build out of `content/` and put into each bundle. */
declare module 'virtual:course' {
  import type { Course, Courses } from './course/course.ts';

  /** The course in its main language. */
  export const course: Course;
  /** The course in every language it is written in, the main one first. */
  export const courses: Courses;
}

/** Made by the build: defines the elements of all kinds of exercise that are in the course (`src/exercises/<kind>/element.ts`). */
declare module 'virtual:exercise-elements' {}
