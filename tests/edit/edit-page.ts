/** An author's page in the edit mode, in a real browser: texts are found by their numbers, and each change is waited for until the page shows it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page, Request } from 'playwright';
import { expect } from 'vitest';
import { clientScript } from '../../build/dev/client-script.ts';
import { startDevSite } from '../../build/dev/dev-site.ts';
import type { AskedChange } from '../../build/edit/edit-session.ts';
import { EDIT_API, READING, type ListedText } from '../../build/edit/page-messages.ts';

/** A busy machine is slow; what hangs is told. */
export const WAIT = { timeout: 60_000 } as const;

/** Buttons in the course's own words that show more of its texts; a scale has a note of its own, and there are two. */
const MORE = [/^Lue loppuun/, /^Lisää huomio/, /^Lisää huomio/];

/** Titles are drawn with the chapter's other texts. */
const drawn = (page: Page): Promise<void> => page.locator('aspa-chapter-page h1').waitFor(WAIT);

const clickIn = (page: Page): Promise<void> => page.getByRole('link', { name: 'Edit the texts' }).click(WAIT);

/**
 * @param shows a text of the place that is opened
 * @param turnOn goes into the edit mode
 */
export async function inEditMode(
  browser: Browser,
  { content, place, shows }: { readonly content: string; readonly place: string; readonly shows: string },
  work: (page: Page) => Promise<void>,
  turnOn: (page: Page) => Promise<void> = clickIn,
): Promise<void> {
  const journal = await mkdtemp(join(tmpdir(), 'aspa-journal-'));
  const site = await startDevSite({ content, journal, port: 0, say: () => {} });
  const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 900, height: 700 } });
  try {
    const page = await context.newPage();
    await page.goto(`${site.url}${place}`);
    await page.getByText(shows).filter({ visible: true }).first().waitFor(WAIT);
    await turnOn(page);
    await page.getByText('Click the text').waitFor(WAIT);
    await drawn(page);
    await work(page);
  } finally {
    await context.close();
    await site.close();
    await rm(journal, { recursive: true, force: true });
  }
}

/** Where a number's text can be clicked, in the page. */
type PointOf = (number: number) => { readonly x: number; readonly y: number } | null;
/** Where it is unfolded. */
type FoldOf = (number: number) => { readonly x: number; readonly y: number; readonly isText: boolean } | null;

const isFocused = (what: Locator): Promise<boolean> => what.evaluate((each) => each.matches(':focus'));

export class EditPage {
  readonly page: Page;
  readonly dialog: Locator;
  readonly #finder: string;

  private constructor(page: Page, finder: string) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.#finder = finder;
  }

  static async of(page: Page): Promise<EditPage> {
    return new EditPage(page, await clientScript('../../tests/edit/text-point.client.ts'));
  }

  /** What “All texts” lists, with the numbers that the page has for them. */
  async texts(): Promise<readonly ListedText[]> {
    const listed = await this.#listed(() => this.page.getByRole('button', { name: 'All texts' }).click(WAIT));
    await this.dialog.getByRole('button', { name: 'Close', exact: true }).click();
    return listed;
  }

  /** A click on the text where it stands, once it is unfolded; else by the list. @returns whether a click reached it */
  async open({ number, text }: ListedText): Promise<boolean> {
    const point = (await this.#pointOf(number)) ?? (await this.#pointOfUnfolded(number));
    if (point) await this.page.mouse.click(point.x, point.y);
    else {
      const listed = await this.#listed(() => this.page.getByRole('button', { name: 'All texts' }).click(WAIT));
      await this.dialog
        .getByRole('listitem')
        .nth(listed.findIndex((each) => each.number === number))
        .getByRole('button')
        .click();
    }
    await this.#opened(text);
    return point !== null;
  }

  /** What a text that is pressed does in the course: its panel has a button for it. */
  async use(text: string): Promise<void> {
    await this.page.getByRole('button', { name: text }).click(WAIT);
    await this.#used();
  }

  async #used(): Promise<void> {
    await this.press('Use as in the course');
    await this.dialog.waitFor({ state: 'detached', ...WAIT });
  }

  /** The same without a pointer. */
  async openByKeyboard({ number, text }: ListedText): Promise<void> {
    const { keyboard } = this.page;
    const all = this.page.getByRole('button', { name: 'All texts' });
    // The bar comes last on the page.
    for (let presses = 0; presses < 10 && !(await isFocused(all)); presses += 1) await keyboard.press('Shift+Tab');
    expect(await isFocused(all)).toBe(true);
    const listed = await this.#listed(() => keyboard.press('Enter'));
    const place = listed.findIndex((each) => each.number === number);
    for (let presses = 0; presses <= place; presses += 1) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await this.#opened(text);
    expect(await isFocused(this.field)).toBe(true);
  }

  /** The words of the text that is open. */
  get field(): Locator {
    return this.dialog.getByRole('textbox', { name: /^Text/ }).first();
  }

  press(name: string | RegExp, within: Locator = this.dialog): Promise<void> {
    return within.getByRole('button', { name, exact: true }).click(WAIT);
  }

  async #listed(ask: () => Promise<void>): Promise<readonly ListedText[]> {
    const [answer] = await Promise.all([this.page.waitForResponse((each) => each.url().endsWith(`${EDIT_API}/texts`), WAIT), ask()]);
    await this.dialog.getByRole('heading', { name: 'All texts' }).waitFor(WAIT);
    return (await answer.json()) as readonly ListedText[];
  }

  async #opened(text: string): Promise<void> {
    await this.field.waitFor(WAIT);
    expect(await this.field.inputValue()).toBe(text);
  }

  /** Does what asks for a change. @returns what the page asked for, when it shows the content as it is then */
  async changed(ask: () => Promise<void>): Promise<AskedChange> {
    const before = await this.#reading();
    let asked: Request | undefined;
    const heard = (request: Request): void => {
      if (request.url().endsWith(`${EDIT_API}/change`)) asked = request;
    };
    this.page.on('request', heard);
    // Scrolled back when it is loaded again, the page would move under the pointer.
    await this.page.evaluate(() => scrollTo(0, 0));
    await ask();
    await this.dialog.waitFor({ state: 'detached', ...WAIT });
    await this.#shownAfter(before);
    this.page.off('request', heard);
    return asked?.postDataJSON() as AskedChange;
  }

  async undo(): Promise<void> {
    const before = await this.#reading();
    await this.page.getByRole('button', { name: 'Undo' }).click(WAIT);
    await this.#shownAfter(before);
  }

  #reading(): Promise<string> {
    return this.page.evaluate((name) => String((globalThis as Record<string, unknown>)[name]), READING);
  }

  /** The page was loaded again, and the course is drawn. */
  async #shownAfter(before: string): Promise<void> {
    await this.page.waitForFunction(
      ([name, was]) => {
        const now = (globalThis as Record<string, unknown>)[name];
        return now !== undefined && now !== was;
      },
      [READING, before] as const,
      WAIT,
    );
    await drawn(this.page);
  }

  /** Opens first what the text is folded into, as somebody who looks for it would. */
  async #pointOfUnfolded(number: number): Promise<ReturnType<PointOf>> {
    const fold = await this.page.evaluate((wanted) => (globalThis as unknown as { readonly foldOf: FoldOf }).foldOf(wanted), number);
    if (fold) {
      await this.page.mouse.click(fold.x, fold.y);
      if (fold.isText) await this.#used();
    } else {
      for (const name of MORE) {
        const [more] = await this.page.getByRole('button', { name }).filter({ visible: true }).all();
        // The bar lies over the window's end.
        await more?.evaluate((button) => button.scrollIntoView({ block: 'center', behavior: 'instant' }));
        await more?.click(WAIT);
      }
    }
    return this.#pointOf(number);
  }

  async #pointOf(number: number): Promise<ReturnType<PointOf>> {
    await this.page.evaluate(this.#finder);
    return this.page.evaluate((wanted) => (globalThis as unknown as { readonly pointOf: PointOf }).pointOf(wanted), number);
  }
}
