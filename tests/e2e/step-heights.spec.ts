/** How high an open step is in Moodle's frame and on a telephone, in the real course: from its title to the button that leads on. */
import { expect, type Page } from '@playwright/test';
import { answersOf } from '../gallery/answers.ts';
import { note } from '../../src/course/answers.ts';
import { LANGUAGES } from '../gallery/views.ts';
import type { Readers } from '../../src/course/readers.ts';
import type { CourseApp } from '../../src/shell/frame/course-app.ts';
import { fi } from '../../src/text/fi.ts';
import { course, opensAlone, test } from './course-alone.ts';
import { nightlyIf } from './nightly.ts';

/** Two and a half screens of a telephone. */
const ON_TELEPHONE = 1850;
/** A channel that she names herself. */
const OWN_CHANNEL = 'b.channels.social.own1';
/** What stands at the foot of a step differs by who reads it: in an LMS those who read its reports. */
const READERS: readonly Readers[] = ['this-browser', 'reports'];

const steps = (page: Page): ReturnType<Page['locator']> => page.locator('[data-step] h3 button:visible');

async function goesTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), place);
  await expect(page.locator(`[data-exercise="${place.split('/')[1] ?? ''}"]`)).toBeVisible();
  const putAway = page.getByRole('button', { name: fi.earned.dismiss });
  if (await putAway.isVisible()) await putAway.click();
  for (const list of ['a.training.log', 'e.profiles.profiles']) {
    const add = page.locator(`button[data-field="${list}"]`);
    if ((await add.isVisible()) && (await page.locator(`[data-step^="${list}."]`).count()) === 0) await add.click();
  }
}

async function changes(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((change) => document.querySelector<CourseApp>('aspa-course-app')?.session?.store.change(change), answers);
}

async function speaks(page: Page, language: string): Promise<void> {
  await page.evaluate((chosen) => document.querySelector<CourseApp>('aspa-course-app')?.session?.takeDown(chosen), {
    [note.language]: language,
  });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

interface Measured {
  readonly id: string;
  readonly height: number;
  /** What the bars leave of the window. */
  readonly room: number;
}

async function roomIn(page: Page): Promise<number> {
  const bars = await Promise.all([page.locator('.top'), page.locator('.bottom')].map((one) => one.boundingBox()));
  return bars.reduce((left, bar) => left - (bar?.height ?? 0), page.viewportSize()?.height ?? 0);
}

/** The height of each step when it is open, with the words of whoever reads it that take most room. @param fits it is to fit between the bars */
async function measured(page: Page, fits: boolean): Promise<Measured[]> {
  const found = [];
  const exercise = page.locator('[data-exercise]:visible').first();
  for (let index = 0; index < (await steps(page).count()); index += 1) {
    const row = steps(page).nth(index);
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    const step = page.locator('[data-step].open:visible');
    const heights = [];
    for (const readers of READERS) {
      await exercise.evaluate((element, read) => Object.assign(element, { readers: read }), readers);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      heights.push((await step.boundingBox())?.height ?? 0);
    }
    const height = Math.max(...heights);
    // A bar that is still drawn for the place or the language before is not the step's.
    let room = await roomIn(page);
    for (let looks = 0; fits && looks < 30 && height > room; looks += 1) {
      await page.waitForTimeout(100);
      room = await roomIn(page);
    }
    found.push({ id: (await step.getAttribute('data-step')) ?? '', height, room });
  }
  return found;
}

const chapters = course.chapters.flatMap(({ id, parts }) =>
  parts.flatMap((part) => (part.type === 'exercise' ? [{ chapter: id, exercise: part.exercise.id }] : [])),
);

async function measuredAll(page: Page, fits = false): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const { chapter, exercise } of chapters) {
    await goesTo(page, `${chapter}/${exercise}`);
    all.push(...(await measured(page, fits)));
  }
  return all;
}

for (const language of LANGUAGES)
  test(`each open step fits Moodle’s frame before it is filled: ${language}`, nightlyIf(language !== 'fi'), async ({ page, lms }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 714, height: 666 });
    await opensAlone(page, lms);
    await speaks(page, language);
    await changes(page, { [OWN_CHANNEL]: '1' });
    const all = await measuredAll(page, true);
    for (const { id, height, room } of all) expect.soft(height, id).toBeLessThanOrEqual(room);
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(['c.path.before', 'c.path.marks', 'p.guide.answers', OWN_CHANNEL]));
  });

test('each open step fits two and a half screens of a telephone when all is filled', async ({ page, lms }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await opensAlone(page, lms);
  for (const answers of answersOf('full', 'Aino Kirjastonen')) await changes(page, answers);
  for (const { id, height } of await measuredAll(page)) expect.soft(height, id).toBeLessThanOrEqual(ON_TELEPHONE);
});

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
