/** The edit mode in a real browser: every text of a chapter is clicked and rewritten where it stands. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListedText } from '../../build/edit/page-messages.ts';
import { changed, sampleContent, withContent } from '../build/sample-content.ts';
import { engines } from '../page-on-disk.ts';
import { EditPage, inEditMode, WAIT } from './edit-page.ts';

const [, launch] = engines[0] as (typeof engines)[number];
const CHAPTER = 'fi/01-b.md';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function inSample(work: (page: Page, chapter: () => Promise<string>) => Promise<void>, files = sampleContent): Promise<void> {
  await withContent(files, (content) =>
    inEditMode(browser, { content, place: '#b', shows: 'Ennen harjoitusta.' }, (page) =>
      work(page, () => readFile(join(content, CHAPTER), 'utf8')),
    ),
  );
}

/** Clicks a text and writes another in its place, until the page shows it. */
async function rewrite(page: Page, was: string, is: string): Promise<void> {
  await page.getByText(was).filter({ visible: true }).last().click(WAIT);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(is);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached', ...WAIT });
  await page.getByText(is).filter({ visible: true }).last().waitFor(WAIT);
}

test('a whole chapter is rewritten where it stands, and undone', async () => {
  await inSample(async (page, chapter) => {
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
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: ').waitFor(WAIT);
    expect(await chapter()).toBe(wanted.replace('Ajattele viime kuuta.', 'Ajattele viime viikkoa.'));
  });
});

test(
  'a click answers nothing, a question is added beside another, and words that would break the course stay in the window',
  { timeout: 120_000 },
  async () => {
    await inSample(async (page, chapter) => {
      const answer = page.getByRole('textbox').first();
      await answer.click({ force: true, ...WAIT });
      await page.keyboard.type('Ei vastaus');
      expect(await answer.inputValue()).toBe('');

      await page.getByText('Ennen harjoitusta.').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').first().fill('Katso [osio](#ei-ole).');
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await dialog.getByText('vie osioon, jota ei ole').waitFor(WAIT);
      expect(await dialog.getByRole('textbox').first().inputValue()).toBe('Katso [osio](#ei-ole).');
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.getByRole('button', { name: 'Go on without saving' }).click();
      await dialog.waitFor({ state: 'detached', ...WAIT });
      expect(await chapter()).toBe(sampleContent[CHAPTER]);

      await page.getByText('Miten puhelin sujuu?').filter({ visible: true }).last().click();
      await dialog.getByRole('button', { name: 'Add after this' }).click();
      await dialog.getByRole('form').getByRole('textbox').fill('Entä kirje?');
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByText('Entä kirje?').filter({ visible: true }).last().waitFor(WAIT);
      expect(await chapter()).toContain('- { id: enta_kirje, label: Entä kirje? }');
    });
  },
);

test('a text that the page folds is opened, written and saved by the keyboard alone, and Escape leaves it', async () => {
  const files = changed(CHAPTER, 'optional: true }', 'optional: true, example: Kerroin aukioloajat. }');
  await inSample(async (page, chapter) => {
    const edit = await EditPage.of(page);
    const example = async (): Promise<ListedText> =>
      (await edit.texts()).find(({ text }) => /^(Kerroin|Vastasin) /.test(text)) as ListedText;
    await edit.openByKeyboard(await example());
    const { y, height } = (await edit.dialog.boundingBox()) ?? { y: -1, height: 0 };
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Vastasin heti.');
    await edit.changed(() => page.keyboard.press('Control+Enter'));
    const wanted = files[CHAPTER]?.replace('Kerroin aukioloajat.', 'Vastasin heti.');
    expect(await chapter()).toBe(wanted);

    await edit.openByKeyboard(await example());
    await page.keyboard.type('Kesken');
    await page.keyboard.press('Escape');
    await edit.dialog.getByText('What you have written is not saved.').waitFor(WAIT);
    expect(await edit.field.inputValue()).toContain('Kesken');
    // The second press goes back to the words.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Escape');
    await edit.dialog.waitFor({ state: 'detached', ...WAIT });
    expect(await chapter()).toBe(wanted);
  }, files);
});
