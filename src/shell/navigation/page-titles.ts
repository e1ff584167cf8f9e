import type { Course } from '../../course/course.ts';
import type { Text } from '../../text/text.ts';
import type { Neighbour } from '../frame/course-footer.ts';
import { SOFT_HYPHEN } from '../frame/course-header.ts';
import { madePageTitle } from '../made-pages/made-page.ts';
import { COVER_PAGE, LICENCE_PAGE, SUPPORT_PAGE, WORKBOOK_PAGE, type Route } from './route.ts';

/** The titles of the shell's own pages. */
const SHELL_TITLES: ReadonlyMap<string, (text: Text) => string> = new Map([
  [COVER_PAGE, ({ shell }) => shell.cover.page],
  [LICENCE_PAGE, ({ licence }) => licence.page],
  [WORKBOOK_PAGE, ({ workbook }) => workbook.page],
  [SUPPORT_PAGE, ({ support }) => support.page],
]);

/**
 * What a page is called.
 * @param page a chapter's id, or one of the shell's own pages
 * @returns '' where there is no such page
 */
export function titleOf(page: string, course: Course, text: Text): string {
  return SHELL_TITLES.get(page)?.(text) ?? madePageTitle(page, text) ?? course.chapters.find(({ id }) => id === page)?.shortTitle ?? '';
}

/** The same for a narrow place, in which long words break between their parts. */
export function narrowTitleOf(page: string, course: Course, text: Text): string {
  const chapter = course.chapters.find(({ id }) => id === page);
  return (chapter?.shortTitle === chapter?.title ? chapter?.hyphenatedTitle : undefined) ?? titleOf(page, course, text);
}

/** The browser's title of a page; the cover has the course's own. */
export function documentTitleOf(page: string, course: Course, text: Text): string {
  const title = page === COVER_PAGE ? '' : titleOf(page, course, text);
  return [title, course.title].filter(Boolean).join(' – ').replaceAll(SOFT_HYPHEN, '');
}

/**
 * The place before or after one, in the order in which the course is taken: a chapter, then each of its exercises where it has several, which are
 * folded until they are gone to. Before a page outside of that order lies the workbook.
 * @param done exercises that the way on from their chapter's head leads past
 */
export function neighbourOf(
  { page, exercise }: Route,
  step: -1 | 1,
  course: Course,
  text: Text,
  done: ReadonlySet<string> = new Set(),
): Neighbour | undefined {
  const places = placesOf(course, text);
  const here = places.findIndex((place) => place.page === `${page}/${exercise ?? ''}`);
  const at = here >= 0 ? here : places.findIndex((place) => place.page === page);
  if (at < 0) return step < 0 ? { page: WORKBOOK_PAGE, title: titleOf(WORKBOOK_PAGE, course, text) } : undefined;
  if (step > 0 && exercise === undefined) return places.slice(at + 1).find((place) => !done.has(place.page.split('/')[1] ?? ''));
  return places[at + step];
}

function placesOf(course: Course, text: Text): Neighbour[] {
  const own = (page: string): Neighbour => ({ page, title: titleOf(page, course, text) });
  const ofChapters = course.chapters.flatMap(({ id, parts }): Neighbour[] => {
    const exercises = parts.flatMap((part) => (part.type === 'exercise' ? [part.exercise] : []));
    const several = exercises.length > 1 ? exercises : [];
    return [own(id), ...several.map((exercise) => ({ page: `${id}/${exercise.id}`, title: exercise.title }))];
  });
  return [own(COVER_PAGE), ...ofChapters, own(LICENCE_PAGE), own(WORKBOOK_PAGE)];
}
