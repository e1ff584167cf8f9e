/** Made by the build out of `content/` and put into each bundle. */
declare module 'virtual:course' {
  import type { Language } from './course/course.ts';
  import type { CourseContent } from './course/settings.ts';
  import type { StatementWords } from './course/statement-words.ts';

  /** The course in its main language, without the settings: those are in the page. An array of one. */
  export const contents: readonly [CourseContent];
  /** What of the content this page is about: all of it, or one part where the package has a page for each. */
  export const shaped: (content: CourseContent) => CourseContent;
  /** All languages of the package, the main one first; each other one is in a file of its own (`src/own-package/script-files.ts`). */
  export const offered: readonly [Language, ...Language[]];
  /** What statements say in the other languages. */
  export const otherWords: readonly StatementWords[];
}

/** Made by the build: defines the elements of all kinds of exercise that are in the course (`src/exercises/<kind>/element.ts`). */
declare module 'virtual:exercise-elements' {}

/** Made by the build out of `src/tracking/state/primer-worker.ts`. */
declare module 'virtual:primer-worker' {
  export const workerScript: string;
}
