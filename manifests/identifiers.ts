import type { Course } from '../src/course/course.ts';
import { shortNameOf } from '../src/course/course-identifiers.ts';

export interface ManifestIdentifiers {
  readonly manifest: string;
  readonly organization: string;
  readonly item: string;
  readonly resource: string;
}

/**
 * Names that learning systems find a learner's work by. They are frozen for ever: with another item identifier, Moodle deletes what
 * every learner has done when the package is updated.
 */
export function manifestIdentifiers(course: Pick<Course, 'name'>): ManifestIdentifiers {
  const name = shortNameOf(course);
  return { manifest: name, organization: `${name}-organization`, item: `${name}-item`, resource: `${name}-resource` };
}

/** The page that a launch opens: a plain relative path, since some launchers paste it into addresses as it is. */
export const launchFile = 'index.html';

/** The page of a part, where a package has one for each. */
export function partLaunchFile(key: string): string {
  return `osa-${key}.html`;
}

/** Longest title that every system takes; Moodle refuses a package with a longer one. */
const LONGEST_TITLE = 255;

/** A title no longer than 255 characters, ended by an ellipsis where it had to be cut. */
export function manifestTitle(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  let cut = '';
  for (const character of title) {
    if (cut.length + character.length >= LONGEST_TITLE) break;
    cut += character;
  }
  return `${cut}…`;
}
