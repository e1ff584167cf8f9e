/** The example of the guide, in a browser: an exercise on a page that knows no course. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildExerciseLibrary } from '../../build/exercise-library.ts';
import { engines } from '../page-on-disk.ts';
import { inFolder } from '../records/run-cli.ts';

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', html: 'text/html; charset=utf-8' };

async function served(folder: string, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    void readFile(join(folder, path)).then(
      (file) => response.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain').end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/example.html`);
  } finally {
    server.close();
  }
}

test.each(engines)('%s takes it by keyboard, tells the page, and shows what the page has kept', async (_name, launch) => {
  await inFolder(async (folder) => {
    await buildExerciseLibrary(folder);
    const browser = await launch();
    try {
      await served(folder, async (url) => {
        const page = await browser.newPage();
        const faults: string[] = [];
        page.on('pageerror', ({ message }) => faults.push(message));
        await page.goto(url);
        await page.getByRole('textbox', { name: 'What went well?' }).fill('I listened first.');
        await expect.poll(() => page.locator('#done').textContent()).toBe('yes');
        await page.reload();
        await expect.poll(() => page.getByRole('textbox', { name: 'What went well?' }).inputValue()).toBe('I listened first.');
        expect(await page.locator('#done').textContent()).toBe('yes');
        // The words that are not the exercise's own are English: they were loaded.
        await expect.poll(() => page.locator('aspa-single-exercise').ariaSnapshot()).toContain('optional');
        expect(faults).toEqual([]);
      });
    } finally {
      await browser.close();
    }
  });
});
