/** The edit mode in a real browser: every text of a chapter is clicked and rewritten where it stands. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDevSite } from '../../build/dev/dev-site.ts';
import { sampleContent, withContent } from '../build/sample-content.ts';
import { engines } from '../page-on-disk.ts';

/** A busy machine is slow; what hangs is told. */
const WAIT = { timeout: 60_000 } as const;
const [, launch] = engines[0] as (typeof engines)[number];
const CHAPTER = 'fi/01-b.md';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser.close());

async function inEditMode(work: (page: Page, chapter: () => Promise<string>) => Promise<void>): Promise<void> {
  const journal = await mkdtemp(join(tmpdir(), 'aspa-journal-'));
  await withContent(sampleContent, async (content) => {
    const site = await startDevSite({ content, journal, port: 0, say: () => {} });
    const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 900, height: 700 } });
    try {
      const page = await context.newPage();
      await page.goto(`${site.url}#b`);
      await page.getByText('Ennen harjoitusta.').waitFor(WAIT);
      await page.getByRole('link', { name: 'Muokkaa tekstejä' }).click(WAIT);
      await page.getByText('Napsauta tekstiä').waitFor(WAIT);
      await work(page, () => readFile(join(content, CHAPTER), 'utf8'));
    } finally {
      await context.close();
      await site.close();
    }
  });
  await rm(journal, { recursive: true, force: true });
}

/** Clicks a text and writes another in its place, until the page shows it. */
async function rewrite(page: Page, was: string, is: string): Promise<void> {
  await page.getByText(was).filter({ visible: true }).last().click(WAIT);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(is);
  await dialog.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await dialog.waitFor({ state: 'detached', ...WAIT });
  await page.getByText(is).filter({ visible: true }).last().waitFor(WAIT);
}

test('a whole chapter is rewritten where it stands, and undone', { timeout: 180_000 }, async () => {
  await inEditMode(async (page, chapter) => {
    const texts: readonly (readonly [string, string])[] = [
      ['Ennen harjoitusta.', 'Aivan alussa.'],
      ['Tieto verkosta', 'Tietoa löytyy'],
      ['Kanavat', 'Väylät'],
      ['Asiakas valitsee kanavan.', 'Jokainen valitsee väylän.'],
      ['Vastaa omin sanoin.', 'Kerro omasta työstäsi.'],
      ['Miten puhelin sujuu?', 'Kuinka soitto onnistuu?'],
      ['Miten chat sujuu?', 'Kuinka keskustelu onnistuu?'],
      ['Ajattele viime viikkoa.', 'Ajattele viime kuuta.'],
    ];
    let wanted = sampleContent[CHAPTER] ?? '';
    for (const [was, is] of texts) {
      await rewrite(page, was, is);
      wanted = wanted.replace(was, is);
      expect(await chapter()).toBe(wanted);
    }
    await page.getByRole('button', { name: 'Kumoa' }).click();
    await page.getByText('Kumottu: ').waitFor(WAIT);
    expect(await chapter()).toBe(wanted.replace('Ajattele viime kuuta.', 'Ajattele viime viikkoa.'));
  });
});

test(
  'a click answers nothing, a question is added beside another, and words that would break the course stay in the window',
  { timeout: 120_000 },
  async () => {
    await inEditMode(async (page, chapter) => {
      const answer = page.getByRole('textbox').first();
      await answer.click({ force: true, ...WAIT });
      await page.keyboard.type('Ei vastaus');
      expect(await answer.inputValue()).toBe('');

      await page.getByText('Ennen harjoitusta.').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').first().fill('Katso [osio](#ei-ole).');
      await dialog.getByRole('button', { name: 'Tallenna', exact: true }).click();
      await dialog.getByText('vie osioon, jota ei ole').waitFor(WAIT);
      expect(await dialog.getByRole('textbox').first().inputValue()).toBe('Katso [osio](#ei-ole).');
      await dialog.getByRole('button', { name: 'Peruuta' }).click();
      expect(await chapter()).toBe(sampleContent[CHAPTER]);

      await page.getByText('Miten puhelin sujuu?').filter({ visible: true }).last().click();
      await dialog.getByRole('button', { name: 'Lisää tämän jälkeen' }).click();
      await dialog.getByRole('form').getByRole('textbox').fill('Entä kirje?');
      await dialog.getByRole('button', { name: 'Lisää', exact: true }).click();
      await page.getByText('Entä kirje?').filter({ visible: true }).last().waitFor(WAIT);
      expect(await chapter()).toContain('- { id: enta_kirje, label: Entä kirje? }');
    });
  },
);
