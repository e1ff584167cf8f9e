/** A page of somebody else, open in the browser that the preview is used in. */
import { createServer, type Server } from 'node:http';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumOptions } from '../chromium-options.ts';
import { writeTinyLaunchedPackages } from '../preview/tiny-au.ts';
import { expect, test } from './preview-lms.ts';

const packagesFolder = mkdtempSync(join(tmpdir(), 'aspa-tiny-'));
writeTinyLaunchedPackages(packagesFolder);
test.use({ packagesFolder });

/** What a page is told by a request that it may read; the reason where it may not. */
type Told = string | number;

let stranger: Server;
let strange = '';

test.beforeAll(async () => {
  stranger = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Vieras</title><p>Vieras sivu');
  });
  await new Promise<void>((ready) => stranger.listen(0, '127.0.0.1', ready));
  strange = `http://localhost:${String((stranger.address() as AddressInfo).port)}/`;
});

test.afterAll(() => {
  stranger.closeAllConnections();
  stranger.close();
});

function told(page: Page, address: string, init: RequestInit): Promise<Told> {
  return page.evaluate(
    async ([url, options]) => {
      try {
        return (await fetch(url, options)).status;
      } catch (error) {
        return error instanceof TypeError ? 'not allowed' : String(error);
      }
    },
    [address, init] as const,
  );
}

test('reads and writes nothing in the LRS, not even with its key', async ({ page, lms }) => {
  const { user, password } = lms.lrsKey;
  const headers = { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`, 'X-Experience-API-Version': '1.0.3' };
  await page.goto(strange);
  expect(await told(page, `${lms.lrsUrl}statements`, { headers })).toBe('not allowed');
  expect(await told(page, `${lms.lrsUrl}statements`, { method: 'DELETE', headers })).toBe('not allowed');
  expect(await told(page, `${lms.lrsUrl}about`, {})).toBe('not allowed');
  // The same from a page of the preview itself.
  await page.goto(lms.url);
  expect(await told(page, `${lms.lrsUrl}statements`, { headers })).toBe(200);
});

test('sends the preview no form, and shows none of its pages in a frame', async ({ page, lms }) => {
  await page.goto(strange);
  await page.evaluate((address) => {
    document.body.innerHTML = `<form method="post" action="${address}learners"><input name="name" value="Tunkeilija"></form>`;
    document.querySelector('form')?.submit();
  }, lms.url);
  await expect(page.getByText('Only this preview may call itself.')).toBeVisible();
  await page.goto(strange);
  await page.evaluate((address) => (document.body.innerHTML = `<iframe src="${address}"></iframe>`), lms.url);
  await expect.poll(() => page.frames().length).toBe(2);
  await page.waitForLoadState('networkidle');
  await expect(page.frameLocator('iframe').getByLabel('Oppija', { exact: true })).toHaveCount(0);
  await page.goto(lms.url);
  await expect(page.getByLabel('Oppija', { exact: true })).toBeVisible();
  await expect(page.getByText('Tunkeilija')).toHaveCount(0);
});

test('gets nothing by a name of its own that leads to this machine', async ({ lms }) => {
  const browser = await chromium.launch(chromiumOptions('--host-resolver-rules=MAP evil.example 127.0.0.1'));
  try {
    const page = await browser.newPage();
    for (const address of [lms.url, lms.lrsUrl]) {
      const evil = address.replace('127.0.0.1', 'evil.example');
      expect((await page.goto(evil))?.status()).toBe(421);
      expect(await told(page, evil, {})).toBe(421);
      expect(await told(page, new URL('/learners', evil).href, { method: 'POST', body: 'name=Tunkeilija' })).toBe(421);
    }
    await page.goto(lms.url.replace('127.0.0.1', 'localhost'));
    await expect(page.getByLabel('Oppija', { exact: true })).toBeVisible();
    await expect(page.getByText('Tunkeilija')).toHaveCount(0);
  } finally {
    await browser.close();
  }
});

test('under the name localhost a launched course reaches its LRS too', async ({ page, lms }) => {
  await page.goto(lms.url.replace('127.0.0.1', 'localhost'));
  await page.getByLabel('Paketti').selectOption('tiny-xapi.zip');
  await page.getByLabel('Oppimisympäristö').selectOption('xapi');
  await page.getByRole('button', { name: 'Aloita uusi suorituskerta' }).click();
  const course = page.frameLocator('#course');
  await expect(course.locator('#answer[data-ready]')).toBeVisible();
  await course.getByLabel('Vastaus').fill('Toisella nimellä');
  await course.getByRole('button', { name: 'Tallenna' }).click();
  await expect(course.locator('#said')).toHaveText('200');
});
