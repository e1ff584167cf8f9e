/** How high an open step is in Moodle's frame and on a telephone, in the real course: from its title to the button that leads on. */
import { expect, type Page } from '@playwright/test';
import { answersOf } from '../gallery/answers.ts';
import type { CourseApp } from '../../src/shell/frame/course-app.ts';
import { fi } from '../../src/text/fi.ts';
import { course, opensAlone, test } from './course-alone.ts';

/** Those that do not fit the frame as long as they are empty, and the height that they have: each asks several things in the learner's own words. */
const HIGHER: Readonly<Record<string, number>> = {
  // Three questions, each with its marks.
  'c.path.before': 725,
  'c.path.during': 676,
  // Name, ways, channels and ensuring, three of them with help.
  'e.profiles.profiles': 664,
  // Five questions with an answer each.
  'p.guide.answers': 615,
};
/** Two and a half screens of a telephone. */
const ON_TELEPHONE = 1850;

const steps = (page: Page): ReturnType<Page['locator']> => page.locator('[data-step] h3 button:visible');

async function goesTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), place);
  await expect(page.locator(`[data-exercise="${place.split('/')[1] ?? ''}"]`)).toBeVisible();
  const putAway = page.getByRole('button', { name: fi.earned.dismiss });
  if (await putAway.isVisible()) await putAway.click();
  for (const add of [/Lisää kirjaus/, /Lisää asiakasprofiili/]) {
    const button = page.getByRole('button', { name: add });
    if ((await button.isVisible()) && (await page.locator('[data-step*=".log."], [data-step*=".profiles."]').count()) === 0)
      await button.click();
  }
}

/** The height of each step when it is open, and what the bars leave of the window. */
async function measured(page: Page): Promise<{ readonly id: string; readonly height: number; readonly room: number }[]> {
  const found = [];
  for (let index = 0; index < (await steps(page).count()); index += 1) {
    const row = steps(page).nth(index);
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const step = page.locator('[data-step].open:visible');
    const [box, top, bottom] = await Promise.all([step, page.locator('.top'), page.locator('.bottom')].map((one) => one.boundingBox()));
    const room = (page.viewportSize()?.height ?? 0) - (top?.height ?? 0) - (bottom?.height ?? 0);
    found.push({ id: (await step.getAttribute('data-step')) ?? '', height: box?.height ?? 0, room });
  }
  return found;
}

const chapters = course.chapters.flatMap(({ id, parts }) =>
  parts.flatMap((part) => (part.type === 'exercise' ? [{ chapter: id, exercise: part.exercise.id }] : [])),
);

for (const { what, state, width, height } of [
  { what: 'Moodle’s frame before it is filled', state: 'empty', width: 714, height: 666 },
  { what: 'two and a half screens of a telephone when all is filled', state: 'full', width: 360, height: 740 },
] as const) {
  test(`each open step fits ${what}`, async ({ page, lms }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await opensAlone(page, lms);
    for (const answers of answersOf(state, 'Aino Kirjastonen'))
      await page.evaluate((changes) => document.querySelector<CourseApp>('aspa-course-app')?.session?.store.change(changes), answers);
    const seen: string[] = [];
    for (const { chapter, exercise } of chapters) {
      await goesTo(page, `${chapter}/${exercise}`);
      for (const step of await measured(page)) {
        seen.push(step.id);
        const name = Object.keys(HIGHER).find((start) => step.id.startsWith(start)) ?? '';
        expect.soft(step.height, step.id).toBeLessThanOrEqual(width === 714 ? (HIGHER[name] ?? step.room) : ON_TELEPHONE);
      }
    }
    for (const name of Object.keys(HIGHER))
      expect(
        seen.some((id) => id.startsWith(name)),
        name,
      ).toBe(true);
  });
}

test('in Moodle’s frame the button that leads on brings the next step into view whole, with the button that leads on from there', async ({
  page,
  lms,
}) => {
  await page.setViewportSize({ width: 714, height: 666 });
  await opensAlone(page, lms);
  await goesTo(page, 'p/p.guide');
  await page.locator('[data-step="p.guide.notice"] .next').click();
  const next = page.locator('[data-step="p.guide.act"] .next');
  await expect(next).toBeInViewport({ ratio: 1 });
  const [title, button, top, bottom] = await Promise.all(
    [page.locator('[data-step="p.guide.act"] .head'), next, page.locator('.top'), page.locator('.bottom')].map((one) => one.boundingBox()),
  );
  expect(title?.y).toBeGreaterThanOrEqual((top?.y ?? 0) + (top?.height ?? 0));
  expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(bottom?.y ?? 0);
});
