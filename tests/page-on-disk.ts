/** A self-contained page as somebody opens it from a disk, in the browsers of the tests: it asks nobody for anything, and complains of nothing. */
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, firefox, type Browser, type Page } from 'playwright';
import { expect } from 'vitest';
import { firefoxPath } from './browser-paths.ts';
import { chromiumOptions } from './chromium-options.ts';
import { howMany } from './how-many.ts';
import { inFolder } from './records/run-cli.ts';

/** A busy machine is slow; what hangs is told. */
const WAIT = { timeout: 60_000 } as const;

const everyEngine: readonly (readonly [name: string, launch: () => Promise<Browser>])[] = [
  ['Chromium', () => chromium.launch(chromiumOptions())],
  ['Firefox', () => firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath() ?? '' })],
];

/** Chromium in `npm test`; each night Firefox too. */
export const engines = everyEngine.slice(0, howMany({ gate: 1, nightly: everyEngine.length }));

/** What files hold; a number is so many empty bytes, for which no disk has to be written full. */
export type FilesToGive = Readonly<Record<string, string | Uint8Array | number>>;

export interface OnDisk {
  readonly page: Page;
  readonly folder: string;
  /** Writes files beside the page and gives them to the input. */
  give(input: string, files: FilesToGive): Promise<void>;
}

export async function openFromDisk(
  browser: Browser,
  html: string,
  work: (opened: OnDisk) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  await inFolder(async (folder) => {
    const path = join(folder, 'sivu.html');
    await writeFile(path, html);
    const context = await browser.newContext({ locale: 'fi-FI', acceptDownloads: true, ...options });
    const page = await context.newPage();
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(path).href);
    const give = async (input: string, files: FilesToGive): Promise<void> => {
      const paths = Object.keys(files).map((name) => join(folder, name));
      for (const [name, content] of Object.entries(files)) {
        await writeFile(join(folder, name), typeof content === 'number' ? '' : content);
        if (typeof content === 'number') await truncate(join(folder, name), content);
      }
      await page.locator(input).setInputFiles(paths);
    };
    try {
      await work({ page, folder, give });
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
      // Nothing but the page itself, as often as it was opened. This Firefox tells a test of no request at all: there its own list is asked.
      const asked = new Set(requests.filter((url) => url.startsWith('file:')));
      if (browser.browserType().name() === 'chromium') expect([...asked]).toEqual([pathToFileURL(path).href]);
      expect(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => !/^(blob|data):/.test(name)))).toEqual(
        [],
      );
    } finally {
      await context.close();
    }
  });
}

/** What the page hands over to be saved, as its link names it: this Firefox tells a test nothing of its downloads. */
export async function saved(page: Page, label: string): Promise<Buffer> {
  await page.evaluate(() => {
    const clicked = HTMLAnchorElement.prototype.click;
    const make = URL.createObjectURL.bind(URL);
    const blobs = new Map<string, Blob>();
    URL.createObjectURL = (blob: Blob) => {
      const address = make(blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      HTMLAnchorElement.prototype.click = clicked;
      URL.createObjectURL = make;
      const blob = this.download === '' ? undefined : blobs.get(this.href);
      if (blob) {
        // As a text: of a list of numbers the test's driver makes an object for each byte of a megabyte.
        const reader = new FileReader();
        reader.onload = () => ((window as { handedOver?: string }).handedOver = String(reader.result));
        reader.readAsDataURL(blob);
      }
      clicked.call(this);
    };
  });
  await page.getByRole('button', { name: label }).click();
  const held = await page.waitForFunction(() => (window as { handedOver?: string }).handedOver, undefined, WAIT);
  const address = (await held.jsonValue()) ?? '';
  await page.evaluate(() => delete (window as { handedOver?: string }).handedOver);
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
