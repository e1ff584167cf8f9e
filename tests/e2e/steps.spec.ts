/** Exercises in steps, in the real course: how long a telephone's page is with one step open, and B taken by the keyboard alone. */
import { expect, type Page } from '@playwright/test';
import type { AnswerChanges } from '../../src/course/answers.ts';
import type { CourseApp } from '../../src/shell/frame/course-app.ts';
import { fi } from '../../src/text/fi.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { course, opensAlone, test } from './course-alone.ts';
import { nightlyIf } from './nightly.ts';

const filled = (exercise: string): Record<string, string> =>
  Object.fromEntries([...FINNISH_ANSWERS].filter(([id]) => id.startsWith(`${exercise}.`)).map(([id, { text }]) => [id, text]));

async function goesTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), place);
  await expect.poll(() => page.evaluate(() => decodeURIComponent(location.hash.slice(1)))).toBe(place);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
}

/** So high may an open step be: two and a half screens of a telephone. */
const LONGEST_STEP = 1850;

/** The page's height with each step of the exercise open in turn, by the step's title; no step may be too long. */
async function heights(page: Page): Promise<Record<string, number>> {
  const rows = page.locator('[data-step] h3 button:visible');
  const found: Record<string, number> = {};
  for (let index = 0; index < (await rows.count()); index += 1) {
    const row = rows.nth(index);
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('[data-step] h3 button[aria-expanded=true]:visible')).toHaveCount(1);
    const title = ((await row.locator('.name').textContent()) ?? '').trim();
    found[title] = await page.evaluate(() => document.documentElement.scrollHeight);
    expect.soft((await page.locator('[data-step].open:visible').boundingBox())?.height, title).toBeLessThanOrEqual(LONGEST_STEP);
  }
  return found;
}

/** Puts answers into the course as if they had been written. */
async function writes(page: Page, answers: AnswerChanges): Promise<void> {
  await page.evaluate((changes) => document.querySelector<CourseApp>('aspa-course-app')?.session?.store.change(changes), answers);
}

for (const { exercise, most } of [
  { exercise: 'b.channels', most: 3000 },
  { exercise: 'c.path', most: 3500 },
  { exercise: 'd.map', most: 3500 },
]) {
  test(`${exercise}: with one step open the page of a telephone is at most ${String(most)} px high, empty and filled`, async ({
    page,
    lms,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await opensAlone(page, lms);
    const chapter = exercise.slice(0, 1);
    for (const answers of [{}, filled(exercise)]) {
      await writes(page, answers);
      const putAway = page.getByRole('button', { name: fi.earned.dismiss });
      if (await putAway.isVisible()) await putAway.click();
      await goesTo(page, chapter);
      expect(await page.evaluate(() => document.documentElement.scrollHeight), 'the chapter’s beginning').toBeLessThanOrEqual(most);
      await goesTo(page, `${chapter}/${exercise}`);
      const measured = await heights(page);
      expect(Object.keys(measured).length).toBeGreaterThan(3);
      for (const [title, height] of Object.entries(measured)) expect.soft(height, title).toBeLessThanOrEqual(most);
    }
  });
}

for (const exercise of ['a.training', 'd.map']) {
  test(`${exercise}: once it was begun the page of a telephone is at most 3000 px high, and the way to its chapter’s text is there`, async ({
    page,
    lms,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await opensAlone(page, lms);
    const chapter = exercise.slice(0, 1);
    const [first] = Object.entries(filled(exercise));
    for (const answers of [Object.fromEntries(first ? [first] : []), filled(exercise)]) {
      await writes(page, answers);
      await goesTo(page, `${chapter}/${exercise}`);
      await expect(page.locator('.prose:visible')).toHaveCount(0);
      expect.soft(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(3000);
      await page.getByRole('link', { name: fi.shell.toChapterStart }).click();
      await expect(page.locator('.prose').first()).toBeVisible();
    }
  });
}

test('B is taken by the keyboard alone: two channels picked, the others none of her work, each done in its turn', async ({ page, lms }) => {
  await opensAlone(page, lms);
  await goesTo(page, 'b/b.channels');
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const words = (element as HTMLInputElement | null)?.labels?.[0]?.textContent ?? element?.textContent ?? '';
      return words.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
    });
  const tabsTo = async (words: string): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await focused()).startsWith(words)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Forty presses of Tab did not lead to ${words}: ${await focused()}`);
  };
  await expect.poll(focused).toBe('Monikanavainen asiakaspalvelu');
  for (const channel of ['Puhelin', 'Chat']) {
    await tabsTo(channel);
    await page.keyboard.press('Space');
  }
  for (const [leads, channel] of [
    ['Seuraava:', 'Puhelin'],
    ['Seuraava: Chat', 'Chat'],
  ] as const) {
    await tabsTo(leads);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe(channel);
    await tabsTo('Vasta opettelen');
    await page.keyboard.press('Space');
    await tabsTo('En ole vielä mukana');
    await page.keyboard.press('Space');
    await tabsTo(`${channel}: Kehittäminen`);
    await page.keyboard.type('Kirjoitettu näppäimillä');
  }
  await expect(page.locator('[data-exercise="b.channels"] p.done')).toBeVisible();
  await expect(page.locator('[data-step="b.channels.desk"]')).toContainText('Ei kuulu työhöni');
  const place = await page.evaluate(() => document.querySelector<CourseApp>('aspa-course-app')?.session?.place);
  expect(place).toBe('b/b.channels.chat');
});

test('a reload leads back to the step that she was at, and “show all” is remembered', async ({ page, lms }) => {
  await opensAlone(page, lms);
  await goesTo(page, 'c/c.path');
  await page.locator('[data-step="c.path.during"] h3 button').click();
  await page.evaluate(() => history.replaceState(null, '', location.pathname));
  await page.reload();
  const row = page.locator('[data-step="c.path.during"] h3 button');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('.resumed')).toBeVisible();
  await page.getByRole('button', { name: 'Näytä kaikki' }).click();
  await expect(page.locator('[data-exercise="c.ideas"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-field="c.path.afterwards"]')).toBeVisible();
  const folded = page.locator('[data-step] .fields[hidden]');
  await expect(folded).toHaveCount(0);
});

test('on paper everything is there that is folded on the screen', async ({ page, lms }) => {
  await opensAlone(page, lms);
  for (const chapter of course.chapters.filter(({ id }) => ['a', 'b', 'c', 'd', 'e', 'p'].includes(id))) {
    await goesTo(page, chapter.id);
    await page.emulateMedia({ media: 'print' });
    const missing = await page.locator('aspa-chapter-page [data-field], aspa-chapter-page .prose').evaluateAll((elements) =>
      elements
        // What only chooses what a sheet shows is no answer.
        .filter((element) => (element.getRootNode() as ShadowRoot).host.localName !== 'aspa-channel-talk')
        .filter((element) => element.localName !== 'button' && !element.checkVisibility({ contentVisibilityAuto: true }))
        .map((element) => element.getAttribute('data-field') ?? element.className),
    );
    expect.soft(missing, chapter.id).toEqual([]);
    expect.soft(await page.locator('aspa-chapter-page').locator('button, summary').evaluateAll(pressableOnPaper), chapter.id).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
  }
});

/** What unfolds may stay as a heading: without an arrow and without a line below it. */
function pressableOnPaper(elements: readonly Element[]): string[] {
  const isHeading = (element: Element): boolean =>
    element.matches('summary, .step .head') &&
    getComputedStyle(element).textDecorationLine === 'none' &&
    [element, element.querySelector('.name') ?? element].every((each) => {
      const { content, display } = getComputedStyle(each, '::after');
      return content === 'none' || display === 'none';
    });
  return elements
    .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }) && !isHeading(element))
    .map((element) => element.textContent.trim());
}

for (const width of [1200, 1280, 1600]) {
  // The narrowest has least room for both.
  test(
    `D: in a window of ${String(width)} px list and picture stand side by side, each of them wide enough`,
    nightlyIf(width !== 1200),
    async ({ page, lms }) => {
      await page.setViewportSize({ width, height: 800 });
      await opensAlone(page, lms);
      await goesTo(page, 'd/d.map');
      const [list, picture] = await Promise.all(
        ['list', 'picture'].map(
          async (side) => (await page.locator(`[data-side=${side}]`).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 },
        ),
      );
      expect(list?.width).toBeGreaterThanOrEqual(480);
      expect(picture?.width).toBeGreaterThanOrEqual(300);
      expect(picture?.x).toBeGreaterThan((list?.x ?? 0) + (list?.width ?? 0));
      await expect(page.getByRole('tab')).toHaveCount(0);
    },
  );
}

test('D on a telephone: the tab that she was at is there after a reload, and a deep link leads out of it to its field', async ({
  page,
  lms,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await opensAlone(page, lms);
  await page.evaluate((changes) => document.querySelector<CourseApp>('aspa-course-app')?.session?.store.change(changes), filled('d.map'));
  await goesTo(page, 'd/d.map');
  await page.getByRole('tab', { name: fi.stakeholderMap.sides.picture }).click();
  await page.evaluate(() => history.replaceState(null, '', location.pathname));
  await page.reload();
  await expect(page.getByRole('tab', { name: fi.stakeholderMap.sides.picture })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('aspa-map-window')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('aspa-map-window')).toBeVisible();
  const printed = page.locator('[data-field="d.map.map.c2ps.text"]');
  expect(await printed.evaluate((field) => field.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await goesTo(page, 'd/d.map.map.c2ps.text');
  await expect(page.locator('[data-field="d.map.map.c2ps.text"]')).toBeFocused();
  await expect(page.getByRole('tab', { name: fi.stakeholderMap.sides.list })).toHaveAttribute('aria-selected', 'true');
});

test('work first: in a window of 1280 × 800 each exercise has a field or a step to press in sight, without scrolling', async ({
  page,
  lms,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await opensAlone(page, lms);
  for (const { id, parts } of course.chapters) {
    for (const part of parts) {
      if (part.type !== 'exercise') continue;
      await goesTo(page, `${id}/${part.exercise.id}`);
      const footer = (await page.locator('aspa-course-footer').boundingBox())?.y ?? 0;
      const controls = page.locator(`[data-exercise="${part.exercise.id}"]`).locator('textarea:visible, input:visible, button:visible');
      const bottoms = await controls.evaluateAll((all) =>
        all.filter((one) => !one.matches('.quiet, .all-steps')).map((one) => one.getBoundingClientRect().bottom),
      );
      expect.soft(Math.min(...bottoms), part.exercise.id).toBeLessThanOrEqual(footer);
    }
  }
});

test('the person heard is folded at the end of a sentence; her button, find in page and paper show the rest', async ({ page, lms }) => {
  await opensAlone(page, lms);
  await goesTo(page, 'd');
  const rest = page.locator('.voice .rest');
  const shown = (): Promise<boolean> => rest.evaluate((element) => !element.hasAttribute('hidden'));
  const button = page.getByRole('button', { name: fi.shell.voice.more });
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  expect(await shown()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await rest.locator('p').evaluate((words) => words.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await button.press('Enter');
  expect(await shown()).toBe(true);
  const sizes = await page.locator('.voice p').evaluateAll((all) => all.map((one) => getComputedStyle(one).fontSize));
  expect(new Set(sizes).size, sizes.join()).toBe(1);
  const less = page.getByRole('button', { name: fi.shell.voice.less });
  await expect(less).toHaveAttribute('aria-expanded', 'true');
  await less.click();
  expect(await shown()).toBe(false);
  await rest.dispatchEvent('beforematch', { bubbles: true });
  expect(await shown()).toBe(true);
  await expect(less).toHaveAttribute('aria-expanded', 'true');
});
