/** The administrator's page as somebody opens it from a disk: it makes the package that the build makes, and loses nothing of what was filled in. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../build/build.ts';
import { makePackagePage } from '../../build/package-page.ts';
import { packageFile, type PackageName } from '../../build/packages.ts';
import { makePackage } from '../../src/own-package/make-package.ts';
import { MOST_ZIP_BYTES, readPackage } from '../../src/own-package/read-package.ts';
import { nearestPassing } from '../../src/theme/own-colours.ts';
import { axeFaults } from '../axe-in-page.ts';
import { sampleContent, withContent } from '../build/sample-content.ts';
import { engines, openFromDisk, saved } from '../page-on-disk.ts';

const INPUT = '#own-file';
const MAKE = 'Tee paketti';
/** A busy machine is slow; what hangs is told. */
const WAIT = { timeout: 60_000 } as const;
const entry = (): string => fileURLToPath(new URL('../build/tiny-entry.ts', import.meta.url));

let html: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aspa-given-'));
  await withContent(sampleContent, (content) => build({ content, out: folder, entry, formats: ['scorm12', 'xapi'] }));
  html = await makePackagePage();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const zipOf = (name: PackageName): Promise<Buffer> => readFile(join(folder, `${packageFile(name)}.zip`));

async function isAccessible(page: Page, width: number): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

describe.each(engines)('in %s', (name, launch) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('the page speaks three languages, and what was filled in outlives the change', async () => {
    await openFromDisk(browser, html, async ({ page, give }) => {
      await give(INPUT, { 'p.zip': await zipOf('scorm12') });
      await page.getByLabel('Yhteystieto').fill('tuki@mallikyla.example');
      await page.getByRole('button', { name: 'Svenska' }).click();
      await page.getByLabel('Lärplattform som paketet ska till').selectOption({ label: 'Moodles app' });
      await page.getByText('Kursen kan laddas ner').waitFor(WAIT);
      expect(await page.getByLabel('Kontaktuppgift').inputValue()).toBe('tuki@mallikyla.example');
      expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(['sv', 'Eget paket av kursen']);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Nothing that a closing page sends arrives').waitFor(WAIT);
      expect(await page.getByText('SCORM 1.2', { exact: true }).count()).toBe(1);
      expect(await page.locator('#app').innerText()).not.toMatch(/[äö]/i);
    });
  });

  test('it opens in Swedish where the browser prefers that', async () => {
    const spoken = async (locale: string): Promise<string> => {
      let language = '';
      const read = async ({ page }: { readonly page: Page }): Promise<void> => {
        language = await page.evaluate(() => document.documentElement.lang);
      };
      await openFromDisk(browser, html, read, { locale });
      return language;
    };
    expect(await spoken('sv-FI')).toBe('sv');
    expect(await spoken('en-GB')).toBe('fi');
  });

  test('the package is made that the same settings make elsewhere, and no wrong file costs what was filled in', async () => {
    await openFromDisk(browser, html, async ({ page, give }) => {
      await give(INPUT, { 'p.zip': await zipOf('xapi') });
      await page.getByText('https://esimerkki.fi/kurssit/ajokortti', { exact: true }).waitFor(WAIT);
      await page.getByLabel('Yhteystieto').fill('tuki@mallikyla.example');
      await page.getByLabel('Vain suoritukset').check();
      await page.getByLabel('Linkkien ja painikkeiden väri').fill('#e2001a');
      await page.getByText('Väri ei erotu tarpeeksi').waitFor(WAIT);
      await give('#own-logo-file', { 'logo.pdf': '%PDF-1.7' });
      await page.getByText('logo.pdf ei ole kuva').waitFor(WAIT);
      await give('#own-logo-file', { 'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
      await page.getByLabel('Logo sanoina').fill('Mallikylä');
      await page.getByLabel('Kurssin tarjoaja').fill('Mallikylä');
      await page.getByLabel('Saavutettavuusselosteen päivä').fill('2026-11-26');
      await page.getByLabel('Tiedossa olevat puutteet').fill('Yksi.\n\n Toinen.');
      await page.getByLabel('Palvelimet, joille').fill('lrs.mallikyla.example, https://moodle.mallikyla.example/kurssi');
      await page.getByRole('button', { name: MAKE }).click();
      await page.getByText('”https://moodle.mallikyla.example/kurssi” ei ole palvelimen nimi').waitFor(WAIT);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('own-lrs');

      const wrong: readonly (readonly [file: string, content: string | Uint8Array, words: string])[] = [
        ['raportti.pdf', '%PDF-1.7', 'ei ole zip-tiedosto'],
        ['muu.zip', zipSync({ 'a.txt': strToU8('a') }), 'ei tämän kurssin paketti'],
        ['rikki.zip', (await zipOf('scorm12')).subarray(0, 5000), 'on vioittunut'],
        ['iso.zip', new Uint8Array(MOST_ZIP_BYTES + 1), 'on liian suuri'],
      ];
      for (const [file, content, words] of wrong) {
        await give(INPUT, { [file]: content });
        await page.getByText(`${file} `, { exact: false }).filter({ hasText: words }).waitFor(WAIT);
      }

      await page.getByLabel('Palvelimet, joille').fill('lrs.mallikyla.example\nhttps://moodle.mallikyla.example');
      await page.locator('#own-accent-nearest').click();
      const made = await saved(page, MAKE);
      const read = await readPackage(await zipOf('xapi'));
      const { zip } = await makePackage(read, {
        organization: 'Mallikylä',
        contact: 'tuki@mallikyla.example',
        assessed: '2026-11-26',
        gaps: ['Yksi.', 'Toinen.'],
        completeWhen: 'compulsory',
        report: 'completion',
        lrs: ['https://lrs.mallikyla.example', 'https://moodle.mallikyla.example'],
        theme: {
          accent: nearestPassing('accent', '#e2001a'),
          logo: { src: `data:image/svg+xml;base64,${btoa('<svg xmlns=\"http://www.w3.org/2000/svg\"/>')}`, alt: 'Mallikylä' },
        },
      });
      expect(made.equals(zip)).toBe(true);
      await page.getByText('Paketti on tehty ja tarkistettu: aspa-ajokortti-xapi.zip').waitFor(WAIT);
      await page.getByText('Paketista puuttuu yhä: saavutettavuuden valvontaviranomainen').waitFor(WAIT);

      // What the update does to learners of the package that was given first; a wrong file there changes nothing else.
      await give('#own-old-file', { 'vanha.zip': 'x' });
      await page.getByText('vanha.zip ei ole zip-tiedosto').waitFor(WAIT);
      await give('#own-old-file', { 'vanha.zip': await zipOf('scorm12') });
      await page.getByText('Standardi vaihtuu (scorm12 → xapi)').waitFor(WAIT);
      await give('#own-old-file', { 'vanha.zip': await zipOf('xapi') });
      await page.getByText('Yksikään oppijan vastaus ei katoa näkyvistä.').waitFor(WAIT);
      expect(await page.getByText('Sallittujen palvelimien luettelo muuttuu').count()).toBe(1);

      await page.getByLabel('Oppimisympäristö, johon paketti viedään').selectOption('frappe');
      await page.getByText('aspa-ajokortti-scorm2004-3rd.zip').waitFor(WAIT);
      await page.getByRole('button', { name: 'Valitse kurssin asetukset tämän mukaan' }).click();
      await page.getByText('Asetukset on valittu lomakkeeseen.').waitFor(WAIT);

      // The package for another LMS gets the same, as far as it asks for it.
      await give(INPUT, { 's.zip': await zipOf('scorm12') });
      await page.getByText('SCORM 1.2', { exact: true }).waitFor(WAIT);
      expect(await page.getByLabel('Yhteystieto').inputValue()).toBe('tuki@mallikyla.example');
      expect(await page.getByLabel('Palvelimet, joille').count()).toBe(0);
      expect((await readPackage(await saved(page, MAKE))).settings).toMatchObject({
        organization: 'Mallikylä',
        contact: 'tuki@mallikyla.example',
        completeWhen: 'learner',
        wipesOnCompletion: true,
        report: 'completion',
      });
    });
  });

  test.runIf(name === 'Chromium')('the keyboard alone makes a package at 320 px, and axe finds nothing', async () => {
    await openFromDisk(
      browser,
      html,
      async ({ page, give }) => {
        await isAccessible(page, 320);
        const press = async (wanted: string): Promise<void> => {
          for (let step = 0; step < 60; step++) {
            await page.keyboard.press('Tab');
            const found = await page.evaluate(() => [document.activeElement?.id, document.activeElement?.textContent?.trim()]);
            if (found.includes(wanted)) return;
          }
          throw new Error(`Tab does not reach ${wanted}.`);
        };
        const chooser = page.waitForEvent('filechooser');
        await press('own-choose');
        await page.keyboard.press('Enter');
        await chooser;
        await give(INPUT, { 'p.zip': await zipOf('scorm12') });
        await press('own-contact');
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.press('Delete');
        await press(MAKE);
        await page.keyboard.press('Enter');
        await page.getByText('Yksi kohta pitää korjata.').waitFor(WAIT);
        await isAccessible(page, 320);
        await page.keyboard.type('tuki@mallikyla.example');
        await press('own-completeWhen-compulsory');
        await page.keyboard.press('ArrowDown');
        await press(MAKE);
        const download = page.waitForEvent('download');
        await page.keyboard.press('Enter');
        const { settings } = await readPackage(await readFile(await (await download).path()));
        expect(settings).toMatchObject({ contact: 'tuki@mallikyla.example', completeWhen: 'all' });
        await isAccessible(page, 320);
      },
      { viewport: { width: 320, height: 700 } },
    );
  });
});
