/** How soon the author's page shows what she saved. In Chromium. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Locator } from 'playwright';
import { startDevSite } from '../../build/dev/dev-site.ts';
import { chromiumPath } from '../browser-paths.ts';
import { median, type Figure } from './figure.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
const CHAPTER = 'fi/03-tiedonhaku.md';
const TITLE = /^title: (.+)$/m;
/** What an author waits for at most, seconds. */
const LIMIT = 1;
/** A busy machine is slow; what hangs ends the bench. Milliseconds. */
const PATIENCE = 60_000;
/** How often the page is looked at; by itself Playwright soon looks twice a second only. Milliseconds. */
const LOOK = 20;

/** From the saved file to the page that shows it, the whole course as it is. */
export async function devBench(rounds = 10): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'aspa-dev-'));
  await cp(CONTENT, folder, { recursive: true });
  const site = await startDevSite({ content: folder, port: 0, say: () => {} });
  const path = chromiumPath();
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(path ? { executablePath: path } : {}) });
  try {
    const page = await browser.newPage({ locale: 'fi-FI' });
    await page.goto(`${site.url}#b`);
    const file = join(folder, CHAPTER);
    const chapter = await readFile(file, 'utf8');
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const heading = page.getByRole('heading', { name: `Otsikko ${round}`, exact: true });
      const start = performance.now();
      await writeFile(file, chapter.replace(TITLE, `title: Otsikko ${round}`));
      await untilThere(heading, start + PATIENCE);
      seconds.push((performance.now() - start) / 1000);
      // The page listens again.
      await page.waitForLoadState('load');
    }
    return [{ name: `saved content shown, median of ${rounds}`, value: median(seconds), unit: 's', limit: LIMIT }];
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true });
  }
}

async function untilThere(element: Locator, until: number): Promise<void> {
  while ((await element.count()) === 0) {
    if (performance.now() > until) throw new Error('What was saved did not show in the author’s page.');
    await pause(LOOK);
  }
}
