/**
 * The parts of the course that are taken by themselves, as systems name them. A completed part is never a licence: its classes count, and what
 * does not say which it has proves only that somebody has begun.
 */
import { PART_PATH } from '../course/course-parts.ts';
import { shortNameOf } from '../course/course-identifiers.ts';
import { classesByEachId, isNameOf, titlesOf, type LicenceCourse } from './licence-course.ts';

/** The identifier that the course gives a part. */
export function partActivity({ id }: Pick<LicenceCourse, 'id'>, key: string): string {
  return `${id}${PART_PATH}${key}`;
}

/** An activity of xAPI or cmi5, or a unit of it. */
export function isPartActivity(id: string, course: Pick<LicenceCourse, 'id'>): boolean {
  return id.startsWith(partActivity(course, ''));
}

export function isPartManifest(identifier: string, course: Pick<LicenceCourse, 'name'>): boolean {
  return identifier.startsWith(`${shortNameOf(course)}-`);
}

/**
 * The classes that a part's title names by its sign, in any language of the course: B by "Aspa-ajokortti: B Tieto verkosta", A1 and A2 by
 * "Kundservicekörkort: A Kundbetjäning".
 * @returns undefined where it is no title of a part; none where the part is of no class
 */
export function classesOfPart(title: string, course: Pick<LicenceCourse, 'title' | 'titles' | 'classes'>): readonly string[] | undefined {
  const begin = titlesOf(course)
    .map((whole) => `${whole}: `.toLowerCase())
    .find((text) => title.toLowerCase().startsWith(text));
  if (begin === undefined) return undefined;
  const sign = /^\S+/.exec(title.slice(begin.length).trim())?.[0] ?? '';
  const isNamed = (id: string): boolean => id === sign || (sign !== '' && /^\d+$/.test(id.slice(sign.length)) && id.startsWith(sign));
  // Whoever runs the LMS leaves an activity the name that it was given.
  return [...new Set([...classesByEachId(course, (id) => id)].flatMap(([id, now]) => (isNamed(id) ? [now] : [])))];
}

/** Whether an activity is the course or a part of it. @param activityNames what else the course is called */
export function isOfCourse(activity: string, course: LicenceCourse, activityNames: readonly string[]): boolean {
  return isNameOf(course, activityNames, activity) || classesOfPart(activity, course) !== undefined;
}

/** `-20261128_1800-tab_separated`, as `words` has it (Moodle 4.5.6, csv_export_writer::set_filename, run). */
const MADE_BY_MOODLE = / \d{8} \d{4} (comma|semicolon|colon|tab|cfg) separated\b/;

/**
 * What a downloaded report is of by its file's name, which Moodle makes of the Moodle course's short name and the activity's, without colons, and in
 * text format of when and how it was made. The short name may be the course's title too, so the last title in it counts: a sign and a word behind that
 * are a part's, other letters may be anything's.
 * @param activityNames what else the activity is called
 */
export function namedByFile(
  path: string,
  course: Pick<LicenceCourse, 'title' | 'titles'>,
  activityNames: readonly string[],
): 'whole' | 'part' | 'unknown' {
  const name = words(fileName(path).replace(/\.\w+$/, '')).replace(MADE_BY_MOODLE, '');
  const [behind] = [...titlesOf(course), ...activityNames]
    .map(words)
    .flatMap((title) => (name.includes(title) ? [name.slice(name.lastIndexOf(title) + title.length)] : []))
    .sort((a, b) => a.length - b.length);
  if (behind === undefined) return 'unknown';
  if (/^ \p{L}\d? [\p{L}\p{N}]/u.test(behind)) return 'part';
  return /\p{L}/u.test(behind) ? 'unknown' : 'whole';
}

/** Without its folders. */
export function fileName(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}

/** Letters and figures alone: what a file's name keeps of a title. Some computers take the letters of file names apart. */
function words(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}
