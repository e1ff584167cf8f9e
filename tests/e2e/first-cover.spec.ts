/** What the page itself shows before its script has come: the cover's title where the launch opens with the cover, else its ground alone. */
import { expect, type Page } from '@playwright/test';
import { course, test } from './course-alone.ts';
import type { TestLms } from './test-lms.ts';

const WIDTHS = [1280, 714, 360] as const;

/** The page without its script, which comes when it is let go. */
async function pageAlone(page: Page, lms: TestLms, hash = ''): Promise<() => Promise<void>> {
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/course-[0-9a-f]{10}\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(new URL(`web/aspa-ajokortti-web.zip/index.html${hash}`, lms.address).href, { waitUntil: 'commit' });
  // Behind all that could be shown.
  await page.locator('body > script').waitFor({ state: 'attached' });
  return async () => {
    letGo();
    await expect(page.locator('aspa-course-header')).toBeVisible();
  };
}

const title = (page: Page) => page.getByRole('heading', { name: course.title, exact: true });

for (const width of WIDTHS) {
  test(`the title is there before the script at ${width} px, and does not move when the cover takes its place`, async ({ page, lms }) => {
    await page.setViewportSize({ width, height: 700 });
    const letGo = await pageAlone(page, lms);
    await expect(title(page)).toBeVisible();
    const before = await title(page).boundingBox();
    const look = (): Promise<string> =>
      title(page).evaluate((element) => {
        const { fontFamily, fontSize, fontWeight, lineHeight, letterSpacing, color } = getComputedStyle(element);
        return [fontFamily, fontSize, fontWeight, lineHeight, letterSpacing, color].join(' ');
      });
    const drawn = await look();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(251, 250, 247)');
    await letGo();
    await expect(title(page)).toHaveCount(1);
    expect(await title(page).boundingBox()).toEqual(before);
    expect(await look()).toBe(drawn);
    await expect(page.locator('#first-cover')).toHaveCount(0);
  });
}

test('a window of 1280 × 800 shows the whole cover, where it asks her name too', async ({ page, lms }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const letGo = await pageAlone(page, lms);
  await letGo();
  await expect(page.locator('aspa-licence-card')).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(800);
});

test('the title stays while the course opens, and is said once', async ({ page, lms }) => {
  const letGo = await pageAlone(page, lms);
  await page.evaluate(() => {
    const headings = new Set<number>();
    Object.assign(window, { headings });
    const watch = (): void => {
      const cover = document.querySelector('aspa-course-app')?.shadowRoot?.querySelector('aspa-cover-page')?.shadowRoot;
      const shown = [document.querySelector('#first-cover h1'), cover?.querySelector('h1')];
      headings.add(shown.filter((heading) => heading?.checkVisibility()).length);
      requestAnimationFrame(watch);
    };
    watch();
  });
  await letGo();
  await expect(page.locator('aspa-cover-page h1')).toBeVisible();
  expect(await page.evaluate(() => [...(window as unknown as { headings: Set<number> }).headings])).toEqual([1]);
});

test('nothing moves in an LMS’s frame while the course takes the place of the title', async ({ page, lms }) => {
  await page.goto(lms.address);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0; width: 714px; height: 666px; border: 0;';
    frame.src = '/web/aspa-ajokortti-web.zip/index.html';
    document.body.replaceChildren(frame);
  });
  const course = page.frameLocator('iframe');
  await expect(course.locator('aspa-cover-page a.start')).toBeVisible();
  const moved = await course.locator('html').evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const watch = new PerformanceObserver((list) => {
          for (const { value } of list.getEntries() as (PerformanceEntry & { readonly value: number })[]) sum += value;
        });
        watch.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  expect(moved).toBeLessThan(0.001);
});

test('a link past the cover shows no title that would go', async ({ page, lms }) => {
  const letGo = await pageAlone(page, lms, '#ajokortti');
  await expect(title(page)).toBeHidden();
  await letGo();
  await expect(page.locator('aspa-licence-page')).toBeVisible();
});

test('after a reload in a chapter none is shown, since the course goes on there', async ({ page, lms }) => {
  const letGo = await pageAlone(page, lms);
  await letGo();
  await page.locator('a.start').click();
  await expect(page.locator('aspa-chapter-page')).toBeVisible();
  await page.evaluate(() => history.replaceState(undefined, '', location.pathname));
  await page.reload({ waitUntil: 'commit' });
  await page.locator('body > script').waitFor({ state: 'attached' });
  await expect(page.locator('#first-cover')).toBeHidden();
  await expect(page.locator('aspa-chapter-page')).toBeVisible();
});

test.describe('in a browser of another language', () => {
  test.use({ locale: 'sv-FI' });

  test('no title is shown that the Swedish one would take the place of', async ({ page, lms }) => {
    const letGo = await pageAlone(page, lms);
    await expect(title(page)).toBeHidden();
    await letGo();
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  });
});

test.describe('in the evening', () => {
  test.use({ colorScheme: 'dark' });

  test('the ground is dark from the first', async ({ page, lms }) => {
    await pageAlone(page, lms);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(20, 24, 27)');
    await expect(title(page)).toHaveCSS('color', 'rgb(238, 236, 230)');
  });
});
