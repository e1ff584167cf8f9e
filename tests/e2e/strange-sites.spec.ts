/** A link that somebody has made, in a real browser: what is asked of another host before the learner agrees, and after. */
import { expect, test, type BrowserContext } from '@playwright/test';
import { fi } from '../../src/text/fi.ts';
import { TestLauncher } from './launched.ts';
import { nightlyIf } from './nightly.ts';

const HOST = 'lrs.example.net';
const { title, goOn, dontSend } = fi.insteadOfCourse.unconfirmed;

/** What the browser asks of the host, which nobody answers. */
async function askedOf(context: BrowserContext): Promise<string[]> {
  const asked: string[] = [];
  await context.route(
    (url) => url.hostname === HOST,
    (route) => {
      asked.push(route.request().url());
      return route.abort();
    },
  );
  return asked;
}

for (const standard of ['xapi', 'cmi5'] as const) {
  test.describe(standard, nightlyIf(standard !== 'cmi5'), () => {
    let launcher: TestLauncher;

    test.beforeEach(async () => {
      launcher = await TestLauncher.start(standard);
    });
    test.afterEach(() => launcher.stop());

    test('nothing is asked of another host before "Jatka", and a second launch does not ask again', async ({ context, page }) => {
      const asked = await askedOf(context);
      const address = new URL((await launcher.launch(standard)).address);
      address.searchParams.set('endpoint', `https://${HOST}/xapi/`);
      await page.goto(address.href);
      await expect(page.getByRole('heading', { name: title })).toBeFocused();
      await expect(page.getByText(HOST, { exact: true })).toBeVisible();
      expect(asked).toEqual([]);
      await page.getByRole('button', { name: goOn }).click();
      await expect.poll(() => asked.length, { timeout: 60_000 }).toBeGreaterThan(0);
      const again = await context.newPage();
      const known = asked.length;
      await again.goto(address.href);
      await expect.poll(() => asked.length, { timeout: 60_000 }).toBeGreaterThan(known);
      await expect(again.getByRole('heading', { name: title })).toBeHidden();
    });

    test('"Älä lähetä" leaves it so, after a reload as well', async ({ context, page }) => {
      const asked = await askedOf(context);
      const address = new URL((await launcher.launch(standard)).address);
      address.searchParams.set('endpoint', `https://${HOST}/xapi/`);
      await page.goto(address.href);
      await page.getByRole('button', { name: dontSend }).click();
      await expect(page.getByText(fi.insteadOfCourse.noLms.reason['not-sent'])).toBeVisible();
      await page.reload();
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      expect(asked).toEqual([]);
    });
  });
}
