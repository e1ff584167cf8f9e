/** An update where a browser may keep the course's page: on a server that says nothing of that, with files that are a year old. */
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { packagesFolder } from './test-lms.ts';
import { nightlyIf } from './nightly.ts';

/** The third has the earliest date, as one of its content may be. */
const RELEASES = ['Mon, 02 Jun 2025 10:00:00 GMT', 'Tue, 03 Jun 2025 11:00:00 GMT', 'Fri, 14 Mar 2025 09:14:08 GMT'] as const;
const FRAME = '<!doctype html><iframe src="/aspa-ajokortti-web/index.html" style="width: 100%; height: 800px"></iframe>';

// `document.lastModified` is in the machine's own.
test.use({ timezoneId: Intl.DateTimeFormat().resolvedOptions().timeZone });

let server: Server;
let release: 0 | 1 | 2 = 0;
/** Requests for the page itself. */
let asked: string[] = [];

test.beforeAll(async () => {
  server = createServer(({ url = '', method = '', headers }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname === '/lms') return response.setHeader('Content-Type', 'text/html').setHeader('Cache-Control', 'no-store').end(FRAME);
    if (!pathname.startsWith('/aspa-ajokortti-web/')) return response.writeHead(404).end();
    const isPage = pathname.endsWith('/index.html');
    if (isPage) asked.push(method);
    response.setHeader('Last-Modified', RELEASES[release]).setHeader('Content-Type', isPage ? 'text/html' : 'text/javascript');
    if (headers['if-modified-since'] === RELEASES[release]) return response.writeHead(304).end();
    const file = readFileSync(`${packagesFolder}${pathname}`);
    return response.end(isPage ? String(file).replace('<html ', `<html data-release="${release}" `) : file);
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
});

test.afterAll(() => server.close());

for (const [where, path] of [
  ['in a window of its own', '/aspa-ajokortti-web/index.html'],
  ['in a frame', '/lms'],
] as const)
  test(`${where}, the launch after the next shows the new release`, nightlyIf(path !== '/lms'), async ({ context }) => {
    const shown = async (): Promise<string | null> => {
      asked = [];
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
      const course = path === '/lms' ? page.frameLocator('iframe') : page;
      await expect(course.locator('aspa-course-header')).toBeVisible();
      await asksBehind(page);
      const found = await course.locator('html').getAttribute('data-release');
      await page.close();
      return found;
    };
    release = 0;
    expect([await shown(), asked]).toEqual(['0', ['GET']]);
    expect([await shown(), asked]).toEqual(['0', ['HEAD']]);
    release = 1;
    expect([await shown(), asked]).toEqual(['0', ['HEAD']]);
    expect([await shown(), asked]).toEqual(['1', ['GET']]);
    expect([await shown(), asked]).toEqual(['1', ['HEAD']]);
    release = 2;
    expect([await shown(), asked]).toEqual(['1', ['HEAD']]);
    expect([await shown(), asked]).toEqual(['2', ['GET']]);
    expect([await shown(), asked]).toEqual(['2', ['HEAD']]);
  });

/** What the course asks is answered, and noted. */
async function asksBehind(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(200);
}
