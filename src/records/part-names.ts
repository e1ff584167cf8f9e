/**
 * The parts of the course that are taken by themselves, as systems name them. A completed part is never a licence: its classes count, and what
 * does not say which it has proves only that somebody has begun.
 */
import { PART_PATH } from '../course/course-parts.ts';
import { shortNameOf } from '../course/course-identifiers.ts';
import type { LicenceCourse } from './licence-course.ts';

/** An activity of xAPI or cmi5, or a unit of it. */
export function isPartActivity(id: string, course: Pick<LicenceCourse, 'id'>): boolean {
  return id.startsWith(`${course.id}${PART_PATH}`);
}

export function isPartManifest(identifier: string, course: Pick<LicenceCourse, 'name'>): boolean {
  return identifier.startsWith(`${shortNameOf(course)}-`);
}

/**
 * The classes that a part's title names by its sign: B by "Aspa-ajokortti: B Tieto verkosta", A1 and A2 by "Aspa-ajokortti: A Asiakaspalvelu".
 * @returns undefined where it is no title of a part; none where the part is of no class
 */
export function classesOfPart(title: string, course: Pick<LicenceCourse, 'title' | 'classes'>): readonly string[] | undefined {
  const begin = `${course.title}: `.toLowerCase();
  if (!title.toLowerCase().startsWith(begin)) return undefined;
  const sign = /^\S+/.exec(title.slice(begin.length).trim())?.[0] ?? '';
  return course.classes
    .map(({ id }) => id)
    .filter((id) => id === sign || (sign !== '' && /^\d+$/.test(id.slice(sign.length)) && id.startsWith(sign)));
}

/**
 * Whether a downloaded report is of a part by its file's name, which Moodle makes of the activity's, without colons: the course's title, a sign
 * and at least two more words.
 */
export function isPartFile(path: string, course: Pick<LicenceCourse, 'title'>): boolean {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? '';
  const name = words(path.replace(/^.*[\\/]/, '').replace(/\.\w+$/, ''));
  const [, after] = name.split(`${words(course.title)} `);
  return after !== undefined && /^\p{L}\d?( [\p{L}\p{N}]+){2,}/u.test(after);
}
