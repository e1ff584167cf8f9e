import type { Language } from './course.ts';

/** The script beside the page that holds one further language of the course: its words and the interface's. */
export function languageFile(language: Language): string {
  return `course-${language}.js`;
}

/** The language that a file of a package holds; undefined for any other file. */
export function languageOfFile(path: string): string | undefined {
  return /^course-([a-z]{2})\.js$/.exec(path)?.[1];
}
