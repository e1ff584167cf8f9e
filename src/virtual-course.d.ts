/** Made by the build out of `content/` and put into each bundle. */
declare module 'virtual:course' {
  import type { CourseContents } from './course/settings.ts';

  /** The course in every language it is written in, the main one first, without the settings: those are in the page. */
  export const contents: CourseContents;
}

/** Made by the build: defines the elements of all kinds of exercise that are in the course (`src/exercises/<kind>/element.ts`). */
declare module 'virtual:exercise-elements' {}
