/** The edit mode in a real browser without a pointer: turned on, a text and an option changed, and undone. */
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
const LONG_VOICE = `::: voice Aino Esimerkki, kirjastonhoitaja
Hän kertoo kolmesta kanavasta, joissa asiakas kysyy ensin jotakin aivan muuta kuin mitä hän on oikeastaan tullut hakemaan. Toisessa osassa hän kuvaa, miten kysymys tarkentuu, kun kuuntelee rauhassa ja palaa vielä kerran siihen, mistä keskustelu alkoi.
:::
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Somebody who has no pointer. */
class Keys {
  constructor(readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Presses Tab until a control with that name has the focus. */
  async to(name: string | RegExp, { key = 'Tab', within = 60 } = {}): Promise<void> {
    for (let presses = 0; presses < within; presses += 1) {
      if (await this.isAt(name)) return;
      await this.press(key);
    }
    expect(await this.isAt(name), `${String(name)} is not reached by ${key}.`).toBe(true);
  }

  /** The page puts the focus there by itself. */
  comesTo(name: string): Promise<void> {
    return expect.poll(() => this.isAt(name), WAIT).toBe(true);
  }

  async isAt(name: string | RegExp): Promise<boolean> {
    const words = await this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const label = at && 'labels' in at ? (at as HTMLInputElement).labels?.[0]?.textContent : undefined;
      return (label ?? at?.textContent ?? '').replace(/[\u2060-\u2064]/g, '').trim();
    });
    return typeof name === 'string' ? words === name : name.test(words);
  }
}

async function byKeyboard(
  work: (keys: Keys, edit: EditPage, chapter: () => Promise<string>) => Promise<void>,
  files = sampleContent,
): Promise<void> {
  await withContent(files, (content) =>
    inEditMode(
      browser,
      { content, place: '#b', shows: 'Ennen harjoitusta.' },
      async (page) => work(new Keys(page), await EditPage.of(page), () => readFile(join(content, CHAPTER), 'utf8')),
      async (page) => {
        const keys = new Keys(page);
        // The way in comes last on the page, after which Tab begins anew.
        await keys.to('Edit the texts', { key: 'Shift+Tab' });
        await keys.press('Enter');
      },
    ),
  );
}

test('a text and an option are changed and undone: after each the focus is where it goes on', async () => {
  await byKeyboard(async (keys, edit, chapter) => {
    await keys.comesTo('All texts');
    const [lead] = (await edit.texts()).filter(({ text }) => text === 'Asiakas valitsee kanavan.');
    await edit.openByKeyboard(lead as ListedText);
    await keys.press('ControlOrMeta+A');
    await keys.page.keyboard.type('Jokainen valitsee väylän.');
    await edit.changed(() => keys.press('Control+Enter'));
    const rewritten = (sampleContent[CHAPTER] ?? '').replace('Asiakas valitsee kanavan.', 'Jokainen valitsee väylän.');
    expect(await chapter()).toBe(rewritten);
    await keys.comesTo('All texts');

    const [chat] = (await edit.texts()).filter(({ text }) => text === 'Miten chat sujuu?');
    await edit.openByKeyboard(chat as ListedText);
    await keys.to('Move up');
    await edit.changed(() => keys.press('Enter'));
    expect(await chapter()).toMatch(/id: chat,[^\n]*\n\s+- \{ id: phone,/);
    await keys.to('Undo', { within: 2 });
    await edit.changed(() => keys.press('Enter'));
    expect(await chapter()).toBe(rewritten);
    await keys.comesTo('All texts');
  });
});

test('a button of the course that lies over a text unfolds it, by a click and by a key', async () => {
  await byKeyboard(
    async (keys, edit) => {
      const more = keys.page.getByRole('button', { name: 'Lue loppuun' });
      await more.click(WAIT);
      await keys.page.getByRole('button', { name: 'Piilota loppu' }).press('Enter', WAIT);
      await more.waitFor(WAIT);
      expect(await edit.dialog.count()).toBe(0);
    },
    changed(CHAPTER, 'Ennen harjoitusta.', `Ennen harjoitusta.\n\n${LONG_VOICE}`),
  );
});
