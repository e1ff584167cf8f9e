/** The author's page as she has it open: what she saves shows at once, a mistake is told over it, and her answers stay. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { courseScript } from '../../build/dev/course-script.ts';
import { startDevSite, type DevSite } from '../../build/dev/dev-site.ts';
import { engines } from '../page-on-disk.ts';
import { bilingualContent, changed, sampleContent, withContent, type ContentFiles } from './sample-content.ts';

/** A busy machine is slow; what hangs is told. */
const WAIT = { timeout: 60_000 } as const;
const [, launch] = engines[0] as (typeof engines)[number];
const CHAPTER = 'fi/01-b.md';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser.close());

interface Author {
  readonly site: DevSite;
  readonly folder: string;
  readonly said: string[];
  save(path: string, text: string): Promise<void>;
}

async function author(files: ContentFiles, work: (author: Author) => Promise<void>): Promise<void> {
  await withContent(files, async (folder) => {
    const said: string[] = [];
    const site = await startDevSite({ content: folder, port: 0, say: (line) => said.push(line) });
    try {
      await work({ site, folder, said, save: (path, text) => writeFile(join(folder, path), text) });
    } finally {
      await site.close();
    }
  });
}

async function opened(address: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 900, height: 420 } });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await work(page);
  } finally {
    await context.close();
  }
}

const chapter = (from: string, to: string): string => changed(CHAPTER, from, to)[CHAPTER] ?? '';
const asItWas = sampleContent[CHAPTER] ?? '';

describe('the author’s page', { timeout: 120_000 }, () => {
  test('shows what is saved, at the same place, with the answers kept', async () => {
    await author(sampleContent, async ({ site, save }) => {
      await opened(`${site.url}#b`, async (page) => {
        const answer = page.getByLabel('Miten puhelin sujuu?');
        await answer.fill('Soitan takaisin.');
        const height = await page.evaluate(() => {
          window.scrollTo(0, 150);
          return window.scrollY;
        });
        expect(height).toBeGreaterThan(0);
        await save(CHAPTER, chapter('Ennen harjoitusta.', 'Uusi lause ennen harjoitusta.'));
        await page.getByText('Uusi lause ennen harjoitusta.').waitFor(WAIT);
        await expect.poll(() => answer.inputValue(), WAIT).toBe('Soitan takaisin.');
        expect(new URL(page.url()).hash).toBe('#b');
        await expect.poll(() => page.evaluate(() => window.scrollY), WAIT).toBe(height);
      });
    });
  });

  test('shows the course in its other language too', async () => {
    await author(bilingualContent, async ({ site }) => {
      await opened(site.url, async (page) => {
        await page.getByRole('button', { name: 'Svenska' }).click(WAIT);
        await page.getByRole('heading', { name: 'Körkort', exact: true }).waitFor(WAIT);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe('sv');
      });
    });
  });

  test('tells a mistake over the page with file, line and advice, and clears it once it is mended', async () => {
    await author(sampleContent, async ({ site, save, said }) => {
      await opened(`${site.url}#b`, async (page) => {
        await page.getByText('Ennen harjoitusta.').waitFor(WAIT);
        await save(CHAPTER, chapter('title: Kanavat', 'titel: Kanavat'));
        const alert = page.getByRole('alert').filter({ hasText: 'Sisällössä' });
        await alert.waitFor(WAIT);
        expect(await alert.innerText()).toContain(`${CHAPTER}:8:5`);
        expect(await alert.innerText()).toContain('Tarkoititko ”title”?');
        expect(said.some((line) => line.startsWith(CHAPTER))).toBe(true);
        // What was right last is there still.
        expect(await page.getByText('Ennen harjoitusta.').isVisible()).toBe(true);
        await save(CHAPTER, asItWas);
        await alert.waitFor({ state: 'detached', ...WAIT });
      });
    });
  });

  test('begins with a mistake, and with the course once it is mended', async () => {
    await author(changed(CHAPTER, 'title: Kanavat', 'titel: Kanavat'), async ({ site, save }) => {
      await opened(`${site.url}#b`, async (page) => {
        await page.getByRole('alert').waitFor(WAIT);
        await save(CHAPTER, asItWas);
        await page.getByText('Ennen harjoitusta.').waitFor(WAIT);
      });
    });
  });

  test('says what an editor would ask once, of what was saved last', async () => {
    const long = (words: number): string => chapter('Ennen harjoitusta.', `Siinä${' se'.repeat(words)} on.`);
    await author(sampleContent, async ({ said, save }) => {
      await save(CHAPTER, long(40));
      await expect.poll(() => said.filter((line) => line.startsWith('The content was read')).length, WAIT).toBeGreaterThan(1);
      await save(CHAPTER, long(50));
      await expect.poll(() => said.filter((line) => line.includes('sanaa')), WAIT).toEqual([expect.stringContaining('52 sanaa')]);
    });
  });

  test('answers under its own name only, and nothing but what the page asks for', async () => {
    await author(sampleContent, async ({ site }) => {
      const { host } = new URL(site.url);
      const { request } = await import('node:http');
      const status = (path: string, name: string): Promise<number | undefined> =>
        new Promise((resolve, reject) => {
          request(`${site.url}${path}`, { headers: { Host: name } }, (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          })
            .on('error', reject)
            .end();
        });
      expect(await status('', host)).toBe(200);
      expect(await status('', 'evil.example')).toBe(421);
      expect(await status('fi/01-b.md', host)).toBe(404);
    });
  });
});

describe('the code of the author’s page', () => {
  test('is made again as its modules are now, and a broken one is told with file and line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aspa-dev-'));
    const entry = join(folder, 'entry.ts');
    await writeFile(entry, 'console.log("first");\n');
    const script = await courseScript(entry);
    try {
      expect(await script.make()).toMatchObject({
        code: expect.stringMatching(/first[^]*\/\/# sourceMappingURL=course\.js\.map/) as string,
        map: expect.stringContaining('entry.ts') as string,
      });
      await writeFile(entry, 'console.log("second";\n');
      expect(await script.make()).toMatchObject({ fault: expect.stringMatching(/entry\.ts:1:\d+: /) as string });
      await writeFile(entry, 'console.log("third");\n');
      expect(await script.make()).toMatchObject({ code: expect.stringContaining('third') as string });
    } finally {
      await script.close();
      await rm(folder, { recursive: true });
    }
  });
});
