/** Words that an author has typed in a window of the edit mode and not saved, in a real browser: they are saved with what she does, or she is asked. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListedText } from '../../build/edit/page-messages.ts';
import { changed, sampleContent, withContent } from '../build/sample-content.ts';
import { engines } from '../page-on-disk.ts';
import { EditPage, inEditMode, WAIT } from './edit-page.ts';

const [, launch] = engines[0] as (typeof engines)[number];
const CHAPTER = 'fi/01-b.md';
const QUESTION = 'Miten puhelin sujuu?';
const ASKS = 'What you have written is not saved.';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

class Writer {
  private constructor(
    readonly page: Page,
    readonly edit: EditPage,
    readonly chapter: () => Promise<string>,
  ) {}

  static in(work: (writer: Writer) => Promise<void>, files = sampleContent): Promise<void> {
    return withContent(files, (content) =>
      inEditMode(browser, { content, place: '#b', shows: 'Ennen harjoitusta.' }, async (page) =>
        work(new Writer(page, await EditPage.of(page), () => readFile(join(content, CHAPTER), 'utf8'))),
      ),
    );
  }

  async open(text: string): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).last().click(WAIT);
    await this.edit.field.waitFor(WAIT);
  }

  /** The form for a row after the one that is open. */
  get form(): Locator {
    return this.edit.dialog.getByRole('form', { name: 'New item: ' });
  }

  async writeRow(text: string): Promise<void> {
    await this.edit.press('Add after this');
    await this.form.getByRole('textbox').first().fill(text);
  }

  asks(): Promise<void> {
    return this.edit.dialog.getByText(ASKS).waitFor(WAIT);
  }

  /** Nothing was written, and one press undoes all that was written before. */
  async undone(): Promise<void> {
    await this.edit.undo();
    expect(await this.chapter()).toBe(sampleContent[CHAPTER]);
  }
}

test('a text is saved when its row is moved, and one press undoes both', () =>
  Writer.in(async (writer) => {
    const { edit } = writer;
    await writer.open(QUESTION);
    await edit.field.fill('Pitkään hiottu kysymys?');
    await edit.changed(() => edit.press('Move down'));
    expect(await writer.chapter()).toMatch(/id: chat,[^\n]*\n\s+- \{ id: phone, label: Pitkään hiottu kysymys\? \}\n/);
    await writer.undone();
  }));

const BESIDE = /phone,[^\n]*\n[^\n]*miten_kirje_sujuu,[^\n]*\n[^\n]*chat,/;
const AFTER = /chat,[^\n]*\n[^\n]*phone,[^\n]*\n[^\n]*miten_kirje_sujuu,/;

test.each([
  ['Add', BESIDE],
  ['Save', BESIDE],
  ['Move down', AFTER],
] as const)('a text and a new row are saved together by ”%s”', (button, order) =>
  Writer.in(async (writer) => {
    const { edit } = writer;
    await writer.open(QUESTION);
    await edit.field.fill('Pitkään hiottu kysymys?');
    await writer.writeRow('Miten kirje sujuu?');
    await edit.changed(() => edit.press(button, button === 'Add' ? writer.form : edit.dialog));
    const written = await writer.chapter();
    expect(written).toContain('- { id: phone, label: Pitkään hiottu kysymys? }');
    expect(written).toContain('- { id: miten_kirje_sujuu, label: Miten kirje sujuu? }');
    expect(written).toMatch(order);
    await writer.undone();
  }),
);

test('a form that holds words does not fold', () =>
  Writer.in(async (writer) => {
    const { edit } = writer;
    await writer.open(QUESTION);
    await writer.writeRow('Miten kirje sujuu?');
    await edit.press('Add after this');
    expect(await writer.form.isVisible()).toBe(true);
  }));

const MAP = `  - kind: stakeholder-map
    id: b.map
    title: Kartta
    why: Kartasta näkee kumppanit.
    task: Täydennä kartta.
    classes: [B]
    centre: Kirjasto
    branches:
      - { id: partners, label: Keitä ovat kumppanit?, shortLabel: Kumppanit, add: Lisää kumppani }
      - { id: customers, label: Keitä ovat asiakkaat?, shortLabel: Asiakkaat, add: Lisää asiakas }
---

::: exercise b.map

Ennen`;

test('a new row that lacks one of its texts is shown, and nothing is saved before it is whole', () => {
  const files = changed(CHAPTER, '---\n\nEnnen', MAP);
  return Writer.in(async (writer) => {
    const { edit, page } = writer;
    await edit.open((await edit.texts()).find(({ text }) => text === 'Keitä ovat asiakkaat?') as ListedText);
    await edit.field.fill('Keitä asiakkaat ovat?');
    await writer.writeRow('Keitä muita on?');
    const second = writer.form.getByRole('textbox').nth(1);
    await edit.press('Save');
    expect(await second.evaluate((field) => field.matches(':focus:invalid'))).toBe(true);
    expect(await edit.dialog.isVisible()).toBe(true);
    expect(await writer.chapter()).toBe(files[CHAPTER]);
    await second.fill('Muut');
    await edit.changed(() => page.keyboard.press('Control+Enter'));
    expect(await writer.chapter()).toMatch(/Keitä asiakkaat ovat\?,[^\n]*\n[^\n]*label: Keitä muita on\?, shortLabel: Muut/);
  }, files);
});

test('Escape and Cancel ask as often as they are pressed, and the words stay until the author drops them', () =>
  Writer.in(async (writer) => {
    const { edit, page } = writer;
    await writer.open('Ennen harjoitusta.');
    await edit.field.fill('Pitkään hiottu kappale.');
    for (let presses = 0; presses < 3; presses += 1) {
      await page.keyboard.press('Escape');
      await writer.asks();
      await page.keyboard.press('Escape');
      await edit.dialog.getByText(ASKS).waitFor({ state: 'detached', ...WAIT });
      expect(await edit.field.evaluate((field) => field.matches(':focus'))).toBe(true);
      expect(await edit.field.inputValue()).toBe('Pitkään hiottu kappale.');
    }
    await edit.press('Cancel');
    await writer.asks();
    expect(await edit.dialog.getByRole('button').allTextContents()).toEqual(['Save', 'Go on without saving', 'Go on writing']);
    await edit.press('Go on writing');
    expect(await edit.dialog.getByRole('button').allTextContents()).toEqual(['Save', 'Cancel']);
    await edit.press('Cancel');
    await edit.press('Go on without saving');
    await edit.dialog.waitFor({ state: 'detached', ...WAIT });
    expect(await writer.chapter()).toBe(sampleContent[CHAPTER]);

    await writer.open('Ennen harjoitusta.');
    await edit.field.fill('Pitkään hiottu kappale.');
    await edit.press('Cancel');
    await writer.asks();
    await edit.changed(() => page.keyboard.press('Enter'));
    expect(await writer.chapter()).toContain('Pitkään hiottu kappale.');
  }));

test('a row with new words in it is not removed before the author is asked', () =>
  Writer.in(async (writer) => {
    const { edit } = writer;
    await writer.open(QUESTION);
    await edit.field.fill('Pitkään hiottu kysymys?');
    await edit.press('Remove the item');
    await writer.asks();
    expect(await writer.chapter()).toBe(sampleContent[CHAPTER]);
    await edit.changed(() => edit.press('Go on without saving'));
    expect(await writer.chapter()).not.toContain('id: phone');
  }));

test('the browser asks before a page with new words in it is left, and not before another is', () =>
  Writer.in(async (writer) => {
    const { edit, page } = writer;
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await writer.open('Ennen harjoitusta.');
    await edit.field.click();
    await page.keyboard.type('Hiottu. ');
    // What is dismissed ends in no other page.
    await page.reload({ timeout: 3_000 }).catch(() => undefined);
    expect(asked).toEqual(['beforeunload']);
    expect(await edit.field.inputValue()).toContain('Hiottu. ');
    await edit.press('Cancel');
    await edit.press('Go on without saving');
    await page.reload(WAIT);
    await page.getByText('Click the text').waitFor(WAIT);
    expect(asked).toEqual(['beforeunload']);
  }));

test('a double click opens one window', () =>
  Writer.in(async (writer) => {
    const { edit, page } = writer;
    await page.evaluate(() => {
      const counts = ((globalThis as { counts?: number[] }).counts = [] as number[]);
      const host = [...document.documentElement.children].find((each) => each.shadowRoot?.querySelector('.bar'));
      const root = host?.shadowRoot as ShadowRoot;
      new MutationObserver(() => counts.push(root.querySelectorAll('dialog').length)).observe(root, { childList: true });
    });
    await page.getByText('Ennen harjoitusta.').filter({ visible: true }).last().dblclick(WAIT);
    await edit.field.waitFor(WAIT);
    await page.keyboard.press('Escape');
    await edit.dialog.waitFor({ state: 'detached', ...WAIT });
    await page.getByRole('button', { name: 'All texts' }).dblclick(WAIT);
    await edit.dialog.getByRole('heading', { name: 'All texts' }).first().waitFor(WAIT);
    // A second answer of the server would have come by then.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));
    expect(Math.max(...(await page.evaluate(() => (globalThis as { counts?: number[] }).counts ?? [])))).toBe(1);
  }));
