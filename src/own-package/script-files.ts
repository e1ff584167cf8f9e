/**
 * The scripts of a package by their names: the course's own, `course-<digest>.js`, and one for each further language, `course-sv-<digest>.js`.
 * The digest (`build/digest-name.ts`) is missing in packages of SCORM, in those up to release 1.0 and in the author's page.
 */
import type { Language } from '../course/course.ts';

const SCRIPT = /^course(?:-[0-9a-f]{10})?\.js$/;
const LANGUAGE_SCRIPT = /^course-([a-z]{2})(?:-[0-9a-f]{10})?\.js$/;

/** Names without digest and ending. */
export const SCRIPT_NAME = 'course';

export function languageScriptName(language: Language): string {
  return `${SCRIPT_NAME}-${language}`;
}

/** The path of the course's own script; undefined where the package has none. */
export function scriptPathIn(paths: Iterable<string>): string | undefined {
  return [...paths].find((path) => SCRIPT.test(path));
}

/** The language that a file of a package holds; undefined for any other file. */
export function languageOfFile(path: string): string | undefined {
  return LANGUAGE_SCRIPT.exec(path)?.[1];
}
