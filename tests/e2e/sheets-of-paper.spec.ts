/** How much paper the course takes: sheets of A4, as Chromium prints them. */
import { expect, type Page } from '@playwright/test';
import type { CourseApp } from '../../src/shell/frame/course-app.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { goesTo, opensAlone, pages, test } from './course-alone.ts';

/** Of the whole licence of an invented learner, who writes as people do. */
const MOST_SHEETS = 9;

async function sheetsOf(page: Page, pageId: string): Promise<number> {
  const shown = pages.find(({ id }) => id === pageId);
  if (!shown) throw new Error(`No page ${pageId}.`);
  await goesTo(page, shown);
  const paper = await page.pdf({ preferCSSPageSize: true });
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('a whole licence is printed on nine sheets at most, the card with its classes on one, and no sheet is left empty', async ({
  page,
  lms,
}) => {
  // Wide enough for the contents to stand beside the page.
  await page.setViewportSize({ width: 1280, height: 800 });
  await opensAlone(page, lms);
  expect(await sheetsOf(page, 'tyokirja'), 'the workbook, empty').toBeLessThanOrEqual(2);
  await page.evaluate(
    (answers) => document.querySelector<CourseApp>('aspa-course-app')?.session?.store.change(answers),
    Object.fromEntries([...FINNISH_ANSWERS].map(([field, { text }]) => [field, text])),
  );
  expect(await sheetsOf(page, 'ajokortti'), 'the licence').toBe(1);
  const sheets = await sheetsOf(page, 'tyokirja');
  expect(sheets, 'the workbook, full').toBeLessThanOrEqual(MOST_SHEETS);
  // The matrix of the channels, the log: the words are there, not only their number.
  await page.emulateMedia({ media: 'print' });
  const rows = page.locator('aspa-my-workbook .entries').first().locator('.entry');
  expect(await rows.count()).toBeGreaterThanOrEqual(4);
  const [first, second] = [await rows.nth(0).boundingBox(), await rows.nth(1).boundingBox()];
  expect(second?.x).toBe(first?.x);
  const [day, what] = await Promise.all([0, 1].map((cell) => rows.nth(1).locator('dd').nth(cell).boundingBox()));
  expect(what?.y, 'an entry is a row of a table').toBe(day?.y);
  await expect(page.locator('button:visible')).toHaveCount(0);
  // As wide as A4 between its margins: what stands side by side in a window goes below each other.
  await page.setViewportSize({ width: 718, height: 1047 });
  for (const chapter of pages.filter(({ id }) => ['b', 'c', 'd', 'p'].includes(id))) {
    await goesTo(page, chapter);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), chapter.id).toBeLessThanOrEqual(718);
  }
});
