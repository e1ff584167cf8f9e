import type { Course } from '../course/course.ts';
import type { Text } from '../text/text.ts';
import type { Neighbour } from './course-footer.ts';
import { SOFT_HYPHEN } from './course-header.ts';
import { COVER_PAGE, LICENCE_PAGE, PRIVACY_PAGE, STATEMENT_PAGE, SUPPORT_PAGE, WORKBOOK_PAGE } from './route.ts';

/** The titles of the shell's own pages. */
const SHELL_TITLES: ReadonlyMap<string, (text: Text) => string> = new Map([
  [COVER_PAGE, ({ shell }) => shell.cover.page],
  [LICENCE_PAGE, ({ licence }) => licence.page],
  [WORKBOOK_PAGE, ({ workbook }) => workbook.page],
  [SUPPORT_PAGE, ({ support }) => support.page],
  [STATEMENT_PAGE, ({ particulars }) => particulars.statementPage],
  [PRIVACY_PAGE, ({ particulars }) => particulars.privacyPage],
]);

/**
 * What a page is called.
 * @param page a chapter's id, or one of the shell's own pages
 * @returns '' where there is no such page
 */
export function titleOf(page: string, course: Course, text: Text): string {
  return SHELL_TITLES.get(page)?.(text) ?? course.chapters.find(({ id }) => id === page)?.shortTitle ?? '';
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

/** The page before or after one, in the order in which the course is read; before a page outside of that order lies the workbook. */
export function neighbourOf(page: string, step: -1 | 1, course: Course, text: Text): Neighbour | undefined {
  const pages = [COVER_PAGE, ...course.chapters.map(({ id }) => id), LICENCE_PAGE, WORKBOOK_PAGE];
  const at = pages.indexOf(page);
  const neighbour = at >= 0 ? pages[at + step] : step < 0 ? WORKBOOK_PAGE : undefined;
  return neighbour === undefined ? undefined : { page: neighbour, title: titleOf(neighbour, course, text) };
}
