/** The course in a window of its own, without an LMS's page around it, so that the window's width is the course's. */
import { expect, test as base, type Page } from '@playwright/test';
import { fi } from '../../src/text/fi.ts';
import { TestLms } from './test-lms.ts';
import { course } from './whole-course.ts';

interface CoursePage {
  readonly id: string;
  readonly title: string;
}

export { course };

/** Every page of the course: the cover, its chapters, then the shell's own. */
export const pages: readonly CoursePage[] = [
  { id: 'kansi', title: course.title },
  ...course.chapters.map(({ id, title }) => ({ id, title })),
  { id: 'ajokortti', title: fi.licence.page },
  { id: 'tyokirja', title: fi.workbook.page },
  { id: 'saannot', title: fi.rules.page },
  { id: 'saavutettavuus', title: fi.particulars.statementPage },
  { id: 'tietosuoja', title: fi.particulars.privacyPage },
];

/** The same, and each exercise that is folded to a line on its chapter's page until it is gone to. */
export const places: readonly CoursePage[] = [
  ...pages,
  ...course.chapters.flatMap(({ title, parts, id }) => {
    const exercises = parts.flatMap((part) => (part.type === 'exercise' ? [part.exercise] : []));
    return exercises.length < 2 ? [] : exercises.map((exercise) => ({ id: `${id}/${exercise.id}`, title }));
  }),
];

/** One LMS for each worker. */
export const test = base.extend<object, { lms: TestLms }>({
  lms: [
    async ({ browserName }, use) => {
      const lms = await TestLms.start();
      expect(browserName).toBe('chromium');
      await use(lms);
      await lms.stop();
    },
    { scope: 'worker' },
  ],
});

export async function opensAlone(page: Page, lms: TestLms): Promise<void> {
  await page.goto(new URL('web/aspa-ajokortti-web.zip/index.html', lms.address).href);
  await expect(page.locator('aspa-course-header')).toBeVisible();
}

export async function goesTo(page: Page, { id, title }: CoursePage): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), id);
  // The licence says whose it is once it is hers.
  const titles = title === fi.licence.page ? [title, fi.licence.isYours] : [title];
  await expect
    .poll(async () => titles.includes(((await page.locator('h1').first().textContent()) ?? '').replaceAll('\u00AD', '').trim()), {
      // Soon after it was asked for, on some thirty pages of each walk; Playwright's own pauses begin with 100 ms.
      intervals: [10, 20, 50, 100],
    })
    .toBe(true);
  // What stands below its beginning is drawn once that has been painted, and the contents beside it.
  await page.evaluate(async () => {
    await (document.querySelector('aspa-course-app')?.page as { readonly whole?: Promise<unknown> } | null | undefined)?.whole;
    await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}
