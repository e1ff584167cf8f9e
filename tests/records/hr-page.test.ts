/** HR's page as somebody opens it from a disk: it reads what the command reads, and tells the same. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeHrPage } from '../../build/hr-page.ts';
import { axeFaults } from '../axe-in-page.ts';
import { engines, openFromDisk, saved, type FilesToGive } from '../page-on-disk.ts';
import { madeUpLearners, staffCsv } from './learners.ts';
import { activityCompletionReport, interactionsReport } from './moodle-reports.ts';
import { runHere } from './run-cli.ts';

const COURSE = fileURLToPath(new URL('../../content/course.yaml', import.meta.url));
const RECORDED = fileURLToPath(new URL('./recorded/', import.meta.url));
const learners = madeUpLearners(200);
const READ_DAYS = 'Lue luokkien päivät';
/** A busy machine is slow; what hangs is told. */
const WAIT = { timeout: 60_000 } as const;

let html: string;
beforeAll(async () => {
  html = await makeHrPage(COURSE);
});

interface Opened {
  readonly page: Page;
  readonly folder: string;
  give(files: FilesToGive): Promise<void>;
  /** The item of a given file. */
  item(name: string): ReturnType<Page['locator']>;
}

async function open(
  browser: Browser,
  work: (opened: Opened) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const item = (page: Page, name: string): ReturnType<Page['locator']> => page.locator('.files > li').filter({ hasText: name });
  await openFromDisk(
    browser,
    html,
    ({ page, folder, give }) => work({ page, folder, give: (files) => give('#hr-file', files), item: (name) => item(page, name) }),
    options,
  );
}

/** What the command writes for each unit is what the page's archive has, byte for byte. */
async function checkUnits(archive: Buffer, folder: string, run: readonly string[]): Promise<void> {
  const own = join(folder, 'yksikot');
  await mkdir(own);
  const outputs = ['--split-by', 'unit', '--xlsx', join(own, 'ajokortit.xlsx'), '--ics', join(own, 'ajokortit.ics')];
  expect((await runHere([...run, ...outputs])).code).toBe(0);
  const files = unzipSync(archive);
  expect(Object.keys(files).sort()).toEqual((await readdir(own)).sort());
  for (const [name, bytes] of Object.entries(files)) expect((await readFile(join(own, name))).equals(Buffer.from(bytes)), name).toBe(true);
}

const shown = (page: Page): ReturnType<Page['locator']> => page.locator('#shown');

async function shows(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector('#shown')?.textContent === wanted, text, WAIT);
}

describe.each(engines)('in %s', (name, launch) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('the reports of 200 learners give the command’s spreadsheet, CSV and page, byte for byte', async () => {
    await open(browser, async ({ page, folder, give, item }) => {
      const reports = {
        'completion.csv': activityCompletionReport(learners, 'fi'),
        'interactions.txt': interactionsReport(learners, 'fi'),
      };
      await give({ ...reports, 'henkilosto.csv': staffCsv(learners) });
      await item('interactions.txt').getByText('oppijoiden vastauksia').waitFor(WAIT);
      await item('interactions.txt').getByRole('button', { name: READ_DAYS }).click();
      await item('interactions.txt').getByText('180 riviä luettu').waitFor(WAIT);
      await item('completion.csv').getByText('Aktiviteettien suoritus -raportti. 200 riviä luettu').waitFor(WAIT);
      await item('henkilosto.csv').getByText('Henkilöstölista: 200 henkilöä').waitFor(WAIT);
      await page.getByRole('combobox', { name: 'Ajokortti on voimassa' }).selectOption('y');
      await page.getByLabel('Tilanne päivänä').fill('2026-12-31');
      await page.getByLabel('Tilanne päivänä').blur();
      await page.getByRole('heading', { name: 'Yhteenveto' }).waitFor(WAIT);
      await page.getByText('Vanhentunut').first().waitFor(WAIT);

      const place = (file: string): string => join(folder, file);
      const files = ['--file', place('completion.csv'), '--file', place('interactions.txt'), '--people', place('henkilosto.csv')];
      const run = [...files, '--valid-for', '3y', '--as-of', '2026-12-31'];
      const outputs = ['--csv', place('o.csv'), '--xlsx', place('o.xlsx'), '--html', place('o.html'), '--ics', place('o.ics')];
      const { code, err } = await runHere([...run, ...outputs]);
      expect(err).not.toContain('Virhe');
      expect(code).toBe(0);
      expect((await saved(page, 'CSV-tiedostona')).toString()).toBe(await readFile(place('o.csv'), 'utf8'));
      expect((await saved(page, 'Excel-tiedostona')).equals(await readFile(place('o.xlsx')))).toBe(true);
      expect((await saved(page, 'sivuna')).toString()).toBe(await readFile(place('o.html'), 'utf8'));
      expect((await saved(page, 'kalenterina')).toString()).toBe(await readFile(place('o.ics'), 'utf8'));
      await checkUnits(await saved(page, 'yksiköittäin (ZIP)'), folder, run);
      await shows(page, 'Näkyvissä 1–50 / 200');
      // Not one answer is anywhere on the page.
      expect(await page.content()).not.toContain('VASTAUS');
    });
  });

  test('a file that is no report says so in words, and spoils nothing of what was read', async () => {
    await open(browser, async ({ page, give, item }) => {
      const completion = activityCompletionReport(learners, 'fi');
      await give({ 'hyva.csv': completion });
      await shows(page, 'Näkyvissä 1–50 / 200');
      await give({
        'a.pdf': '%PDF-1.7\n',
        'tyhja.csv': '',
        'paketti.zip': zipSync({ 'raportti.csv': strToU8('x') }),
        'sivu.csv': '<!doctype html><p>Kirjaudu',
        'vanha.xls': 'x',
        'kuva.csv': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
        'muu.csv': ',"Sähköpostiosoite","Tietoturva",""\n"Aino","a@k.example","Suoritettu","2026-01-01 10:00:00"\n',
        'suuri.csv': 200 * 2 ** 20,
      });
      const expected: Readonly<Record<string, string>> = {
        'a.pdf': 'Tämä on PDF.',
        'tyhja.csv': 'Tiedosto on tyhjä.',
        'paketti.zip': 'Tämä on ZIP-paketti.',
        'sivu.csv': 'Tämä on verkkosivu',
        'vanha.xls': 'vanhan Excelin',
        'kuva.csv': 'kuva tai ohjelma',
        'muu.csv': 'Siinä ovat: Tietoturva.',
        'suuri.csv': 'Tiedosto on liian suuri: 200 megatavua. Sivu lukee enintään 64 megatavun tiedoston.',
      };
      for (const [file, words] of Object.entries(expected)) await item(file).getByText(words).waitFor(WAIT);
      await shows(page, 'Näkyvissä 1–50 / 200');

      await item('muu.csv').getByRole('button', { name: 'Tämä se on' }).click();
      await item('muu.csv').getByText('1 rivi luettu').waitFor(WAIT);
      await shows(page, 'Näkyvissä 1–50 / 201');
      await page.getByRole('button', { name: 'Poista muu.csv' }).click();
      await shows(page, 'Näkyvissä 1–50 / 200');
    });
  });
});

describe('the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await (engines[0] as (typeof engines)[number])[1]();
  });
  afterAll(() => browser.close());

  test.each([
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['Latin-1', (text: string) => iconv.encode(text, 'latin1')],
  ])('reads %s', async (_what, encode) => {
    await open(browser, async ({ page, give }) => {
      await give({ 'c.csv': encode(activityCompletionReport(learners.slice(0, 20), 'fi')) });
      await shows(page, 'Näkyvissä 1–20 / 20');
      expect(await page.locator('#people').textContent()).toContain('Väinö');
    });
  });

  test('takes what is dropped anywhere on it, and does not become that file', async () => {
    await open(browser, async ({ page }) => {
      const address = page.url();
      await page.evaluate(
        (report) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([report], 'c.csv'));
          const drop = (type: string): boolean =>
            document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
          drop('dragover');
          if (!document.querySelector('.drop.over')) throw new Error('Nothing shows that it can be dropped.');
          if (drop('drop')) throw new Error('The browser would open the file.');
        },
        activityCompletionReport(learners.slice(0, 20), 'fi'),
      );
      await shows(page, 'Näkyvissä 1–20 / 20');
      expect(await page.locator('.drop.over').count()).toBe(0);
      expect(page.url()).toBe(address);
    });
  });

  test('what a real Moodle gave out is told as its own completion tells it', async () => {
    await open(browser, async ({ page, give, item }) => {
      await give({ 'interactions.txt': await readFile(join(RECORDED, 'course-1.0.0/interactions.txt')) });
      await item('interactions.txt').getByRole('button', { name: READ_DAYS }).click();
      await page.getByRole('heading', { name: 'Yhteenveto' }).waitFor(WAIT);
      const [heads = '', ...rows] = (await saved(page, 'CSV-tiedostona')).toString().replace('\uFEFF', '').trimEnd().split('\r\n');
      const at = (head: string): number => heads.split(';').indexOf(head);
      const columns = ['Tilanne', 'A1', 'A2', 'B', 'C', 'D', 'E', 'Ajokortti'].map(at);
      const told = new Map(
        rows.map((row) => row.split(';')).map((cells) => [cells[at('Sähköposti')], columns.map((index) => cells[index])]),
      );
      const truth = (await readFile(join(RECORDED, 'course-1.0.0/truth.csv'), 'utf8')).trimEnd().split('\n').slice(1);
      // The others took their licence in another activity of that course.
      const own = truth.map((row) => row.split(';')).filter(([email]) => !/learner(10|28|29|30)@/.test(email ?? ''));
      expect(told.size).toBeGreaterThan(5);
      for (const [email, ...cells] of own) if (told.has(email)) expect(told.get(email), email).toEqual(cells);
    });
  });

  test('an unknown report is mapped in the page, and the saved map is the one that the command takes', async () => {
    await open(browser, async ({ page, folder, give, item }) => {
      const report =
        'Työntekijä;Sähköposti;Kurssi;Pvm;Tila\nAino;a@k.example;Aspa-ajokortti;1.2.2026;Suoritettu\nVäinö;v@k.example;Tietoturva;2.2.2026;Suoritettu\n';
      await give({ 'raportti.csv': report });
      const form = page.locator('form.mapping');
      await form.waitFor(WAIT);
      expect(await form.getByLabel('Kurssi', { exact: true }).inputValue()).toBe('item');
      expect(await form.getByLabel('Pvm', { exact: true }).inputValue()).toBe('itemDay');
      expect(await form.getByText('1.2.2026 · 2.2.2026').count()).toBe(1);
      await form.getByLabel('Kurssi', { exact: true }).selectOption('none');
      await form.getByRole('button', { name: 'Lue raportti näin' }).click();
      expect(await form.getByRole('alert').textContent()).toContain('Valitse suorituksen nimen sarake');
      await form.getByLabel('Kurssi', { exact: true }).selectOption('item');
      await form.getByRole('button', { name: 'Lue raportti näin' }).click();
      await item('raportti.csv').getByText('2 riviä luettu').waitFor(WAIT);
      await shows(page, 'Näkyvissä 1–2 / 2');
      await writeFile(join(folder, 'map.yaml'), await saved(page, 'Tallenna sarakkeet tiedostoksi'));
      const { code, out } = await runHere(['--file', join(folder, 'raportti.csv'), '--columns', join(folder, 'map.yaml'), '--csv', '-']);
      expect(code).toBe(0);
      expect((await saved(page, 'CSV-tiedostona')).toString()).toBe(out);
      expect(out).toContain('Ajokortti;;2026-02-01;2026-02-01');
    });
  });

  test('only what was asked for is remembered, and never people', async () => {
    await open(browser, async ({ page, give }) => {
      await give({ 'c.csv': activityCompletionReport(learners.slice(0, 20), 'fi') });
      await shows(page, 'Näkyvissä 1–20 / 20');
      await page.getByRole('combobox', { name: 'Ajokortti on voimassa' }).selectOption('y');
      const kept = (): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage }));
      expect(await kept()).toBe('{}');
      await page.getByLabel('Muista asetukset').check();
      expect(await kept()).toContain('validFor');
      expect(await kept()).not.toMatch(/kirjasto\.example|oppija|Öhman/);
      await page.reload();
      expect(await page.getByRole('combobox', { name: 'Ajokortti on voimassa' }).inputValue()).toBe('y');
      expect(await page.getByText('ensimmäisen raportin').count()).toBe(1);
      await page.getByLabel('Muista asetukset').uncheck();
      expect(await kept()).toBe('{}');
    });
  });

  test.each([
    [1280, 'Suomi'],
    [714, 'Svenska'],
    [320, 'English'],
  ])('passes axe and fits at %i px in %s', async (width, language) => {
    await open(
      browser,
      async ({ page, give }) => {
        await page.getByRole('button', { name: language }).click();
        const check = async (): Promise<void> => {
          expect(await axeFaults(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        };
        await check();
        await give({
          'c.csv': activityCompletionReport(learners, 'fi'),
          'a.txt': interactionsReport(learners, 'fi'),
          'u.csv': 'Nimi;Kurssi\nAino;Aspa-ajokortti\n',
        });
        await page.locator('form.mapping').waitFor(WAIT);
        await shown(page).waitFor(WAIT);
        await check();
      },
      { viewport: { width, height: 800 } },
    );
  });

  test('whoever does not see it is told of each file, also of what is asked, and keeps the place where something was decided', async () => {
    await open(browser, async ({ page, give, item }) => {
      const told = page.getByRole('status').first();
      await give({
        'a.txt': interactionsReport(learners, 'fi'),
        'b.csv':
          'Työntekijä;Sähköposti;Kurssi;Pvm;Tila\nAino;a@k.example;Aspa-ajokortti;1.2.2026;Suoritettu\nVäinö;v@k.example;Tietoturva;2.2.2026;Suoritettu\n',
        'c.pdf': '%PDF-1.7\n',
        'd.csv': ',"Sähköpostiosoite","Tietoturva",""\n"Aino","a@k.example","Suoritettu","2026-01-01 10:00:00"\n',
      });
      for (const words of ['a.txt: Raportissa on oppijoiden vastauksia', 'b.csv: Raporttia ei tunneta', 'c.pdf: Tämä on PDF', 'd.csv: '])
        await told.getByText(words).waitFor({ ...WAIT, state: 'attached' });
      const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.querySelector('b')?.textContent ?? '');
      await item('a.txt').getByRole('button', { name: READ_DAYS }).press('Enter');
      expect(await focused()).toBe('a.txt');
      await told.getByText(/a.txt: .*riviä luettu/).waitFor({ ...WAIT, state: 'attached' });
      await item('d.csv').getByRole('button', { name: 'Tämä se on' }).press('Enter');
      await told.getByText('1 rivi luettu').waitFor({ ...WAIT, state: 'attached' });
      expect(await focused()).toBe('d.csv');
      // A setting has the files looked at again, and nothing new is told of them.
      const before = await told.locator('p').count();
      await page.getByRole('checkbox', { name: 'käyttäjätunnus' }).press('Space');
      await page.getByRole('button', { name: 'Valitse kansio' }).waitFor(WAIT);
      expect(await told.locator('p').count()).toBe(before);
    });
  });

  test('the keyboard alone reaches and works everything', async () => {
    await open(browser, async ({ page, give, item }) => {
      await give({ 'a.txt': interactionsReport(learners, 'fi') });
      await item('a.txt').getByRole('button', { name: READ_DAYS }).waitFor(WAIT);
      const press = async (wanted: RegExp): Promise<void> => {
        for (let step = 0; step < 40; step++) {
          await page.keyboard.press('Tab');
          const name = await page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.id || '');
          if (wanted.test(name)) return;
        }
        throw new Error(`Nothing called ${wanted} can be reached.`);
      };
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        press(/^Valitse tiedostoja$/).then(() => page.keyboard.press('Enter')),
      ]);
      expect(chooser.isMultiple()).toBe(true);
      await press(/^Lue luokkien päivät$/);
      await page.keyboard.press('Enter');
      await shows(page, 'Näkyvissä 1–50 / 180');
      await press(/^Excel-tiedostona$/);
      await press(/^search$/);
    });
  });
});

test('its policy lets nothing in or out', () => {
  expect(html).toMatch(
    /content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; worker-src blob:; font-src data:;/,
  );
  expect(html).not.toMatch(/connect-src|unsafe/);
});
