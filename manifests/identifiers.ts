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

/** SCORM 1.2's schema takes no longer one (`imscp_rootv1p1p2.xsd`). */
export const LONGEST_TITLE_IN_SCORM_12 = 200;

/** A title that is no longer, ended by an ellipsis where it had to be cut. */
export function manifestTitle(title: string, longest = LONGEST_TITLE): string {
  if (title.length <= longest) return title;
  let cut = '';
  for (const character of title) {
    if (cut.length + character.length >= longest) break;
    cut += character;
  }
  return `${cut}…`;
}
