import { chapterOf, exercisesOf, type Course } from '../../course/course.ts';
import { tomorrowOf } from '../../course/fields.ts';
import type { FieldId } from '../../course/answers.ts';

/** The pages of the shell itself, by their ids in a link. */
export const COVER_PAGE = 'kansi';
export const LICENCE_PAGE = 'ajokortti';
export const WORKBOOK_PAGE = 'tyokirja';

export const SUPPORT_PAGE = 'tekniset-tiedot';
export const RULES_PAGE = 'saannot';
export const STATEMENT_PAGE = 'saavutettavuus';
export const PRIVACY_PAGE = 'tietosuoja';
const SHELL_PAGES: readonly string[] = [COVER_PAGE, LICENCE_PAGE, WORKBOOK_PAGE, SUPPORT_PAGE, RULES_PAGE, STATEMENT_PAGE, PRIVACY_PAGE];

/** Where in the course a link leads. */
export interface Route {
  /** A chapter's id, or one of the shell's own pages. */
  readonly page: string;
  readonly exercise?: string;
  readonly field?: FieldId;
}

/**
 * Reads a deep link: `b`, `b/b.channels`, `b/b.channels.phone.skill`, `b/b.tomorrow`, a bare exercise or field id, `kansi`,
 * `ajokortti`, `tyokirja`, `tekniset-tiedot`, `saannot`, `saavutettavuus`, `tietosuoja`.
 *
 * @param link with or without `#`
 * @returns undefined where this course has no such place
 */
export function routeOf(course: Course, link: string): Route | undefined {
  const [first = '', ...rest] = decode(link.replace(/^#/, '')).split('/');
  const place = rest.join('/');
  if (SHELL_PAGES.includes(first)) return { page: first };
  const chapter = course.chapters.find(({ id }) => id === first);
  const inside = insideOf(course, place || first);
  if (!chapter) return inside;
  return inside?.page === first ? inside : { page: first };
}

/** The link of a route, without `#`. */
export function linkOf({ page, exercise, field }: Route): string {
  const inside = field ?? exercise;
  return inside === undefined ? page : `${page}/${inside}`;
}

function insideOf(course: Course, id: string): Route | undefined {
  const asking = course.chapters.find((chapter) => tomorrowOf(chapter)?.id === id);
  if (asking) return { page: asking.id, field: id };
  const exercise = exercisesOf(course).find((known) => id === known.id || id.startsWith(`${known.id}.`))?.id;
  const page = exercise && chapterOf(course, exercise)?.id;
  if (!page) return undefined;
  return id === exercise ? { page, exercise } : { page, exercise, field: id };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
