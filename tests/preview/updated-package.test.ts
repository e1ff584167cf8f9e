/**
 * A package takes the place of the one before in the same activity, whose files the browser may keep (mod_cmi5: 90 days, `immutable`;
 * mod_tincanlaunch: six hours). A launch runs the script of the package that is there.
 */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipPackage, type PackageFiles } from '../../src/own-package/zip-package.ts';
import type { LaunchedConfig } from '../../src/preview/player/player-config.ts';
import { startPreview } from '../../src/preview/server.ts';
import { pathOf, samplePackage } from '../build/packages-of-sample.ts';
import { chromiumOptions } from '../chromium-options.ts';

const NOT_LOADED = 'Kurssi ei latautunut';
const PATIENCE = 10_000;

let browser: Browser;
beforeAll(async () => void (browser = await chromium.launch(chromiumOptions())));
afterAll(() => browser.close());

test('mod-cmi5: after an update the same browser runs the script of the update, since each launch has an address of its own', async () => {
  expect(await shownAtLaunches('mod-cmi5', 'cmi5', ['1.0.0', '1.1.0'])).toEqual(['1.0.0', '1.1.0']);
});

// The page of the update lets its own script run and no other, so the course would not open at all.
test('mod-cmi5: a script whose name stays comes out of the browser’s cache, and the new page refuses it', async () => {
  expect(await shownAtLaunches('mod-cmi5', 'cmi5', ['1.0.0', '1.1.0'], withPlainName)).toEqual(['1.0.0', 'refused']);
});

test('tincanlaunch: for six hours after an update a browser may run the release before, whole', async () => {
  expect(await shownAtLaunches('tincanlaunch', 'xapi', ['1.0.0', '1.1.0'])).toEqual(['1.0.0', '1.0.0']);
});

describe('tincanlaunch: a page out of the cache whose script is not there', () => {
  test('is loaded anew and runs the script of the update', async () => {
    expect(await shownAtLaunches('tincanlaunch', 'xapi', ['1.0.0', '1.1.0'], withoutFirstScript)).toEqual([NOT_LOADED, '1.1.0']);
  });

  test('says what to do where the server has none either, and is loaded anew once', async () => {
    const asked: string[] = [];
    expect(await shownAtLaunches('tincanlaunch', 'xapi', ['1.0.0'], withoutFirstScript, asked)).toEqual([NOT_LOADED]);
    const pages = asked.filter((url) => new URL(url).pathname.endsWith('/index.html'));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('registration=');
    expect(pages[1]).toBe(pages[0]);
  });
});

/** As release 1.0 named it. */
function withPlainName(files: PackageFiles): PackageFiles {
  const script = pathOf(files.keys(), 'course.js');
  const page = Buffer.from(files.get('index.html') ?? []).toString();
  const renamed = [...files].map(([path, bytes]) => [path === script ? 'course.js' : path, bytes] as const);
  return new Map(renamed).set('index.html', Buffer.from(page.replaceAll(script, 'course.js')));
}

/** As where a browser has kept the page and not the script, which the update has taken away: the first release never has it. */
function withoutFirstScript(files: PackageFiles, release: number): PackageFiles {
  const script = pathOf(files.keys(), 'course.js');
  return new Map([...files].filter(([path]) => release > 0 || path !== script));
}

/**
 * What packages show that are launched one after the other, each in the place of the one before, in one browser.
 * @param versions of the packages
 * @param made what is in each of them
 * @param asked the addresses that the browser asks for, or takes out of its cache
 */
async function shownAtLaunches(
  profile: string,
  standard: 'cmi5' | 'xapi',
  versions: readonly string[],
  made: (files: PackageFiles, release: number) => PackageFiles = (files) => files,
  asked: string[] = [],
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aspa-updated-'));
  const preview = await startPreview({ port: 0, data: ':memory:', packages: folder });
  const context = await browser.newContext();
  context.on('request', (request) => asked.push(request.url()));
  const shown: string[] = [];
  try {
    for (const [release, version] of versions.entries()) {
      const { files } = await samplePackage(standard, `globalThis.ran = '${version}';`);
      const zip = join(folder, 'course.zip');
      writeFileSync(zip, zipPackage(made(files, release)));
      // A file system may count the time of two writes as one.
      utimesSync(zip, release + 1, release + 1);
      shown.push(await shownBy(context, await launchAddress(preview.url, profile)));
    }
  } finally {
    await context.close();
    await preview.close();
    rmSync(folder, { recursive: true });
  }
  return shown;
}

async function launchAddress(lms: string, profile: string): Promise<string> {
  const body = new URLSearchParams({ learner: 'aino.kirjastonen', package: 'course.zip', profile });
  const started = await fetch(`${lms}launch`, { method: 'POST', body, redirect: 'manual' });
  const player = await (await fetch(new URL(started.headers.get('location') ?? '', lms))).text();
  const config = /id="player-config">([\s\S]*?)<\/script>/.exec(player)?.[1] ?? '';
  return (JSON.parse(config) as LaunchedConfig).address;
}

/** In a window of its own, which is closed again. @returns the version that has run, `refused` by the page's policy, or the page's own words */
async function shownBy(context: BrowserContext, address: string): Promise<string> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', () => Object.assign(window, { ran: 'refused' }));
  });
  await page.goto(address);
  const shown = await page.waitForFunction(
    () => (window as { readonly ran?: string }).ran ?? document.querySelector('.not-loaded h1')?.textContent,
    undefined,
    { timeout: PATIENCE },
  );
  const text = (await shown.jsonValue()) ?? '';
  await page.close();
  return text;
}
