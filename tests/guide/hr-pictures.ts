/** Pictures for HR's guide, taken of the page itself with made-up people: they show what there is. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright';
import type { Guide, Pictures } from '../../build/guide-page.ts';
import { hrPageTextIn } from '../../src/records/text/hr-page/hr-page-text.ts';
import { writtenDay } from '../../src/records/written-day.ts';
import { chromiumOptions } from '../chromium-options.ts';
import { madeUpLearners, staffCsv } from '../records/learners.ts';
import { activityCompletionReport, interactionsReport } from '../records/moodle-reports.ts';
import { taken } from './taken-picture.ts';

/** Narrow enough for its letters to be read in the guide; the table of people needs more to be one. */
const WIDTH = 860;
const TABLE_WIDTH = 1280;
const HEIGHT = 800;
/** The day of the pictures: the same table whenever they are taken. */
const AS_OF = '2026-11-24';

/** @param html HR's page */
export async function hrPictures(html: string, language: Guide['language']): Promise<Pictures> {
  const folder = await mkdtemp(join(tmpdir(), 'aspa-guide-'));
  const browser = await chromium.launch(chromiumOptions());
  try {
    await writeFile(join(folder, 'sivu.html'), html);
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, locale: language });
    await page.goto(pathToFileURL(join(folder, 'sivu.html')).href);
    return await pictures(page, folder, language);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function pictures(page: Page, folder: string, language: Guide['language']): Promise<Pictures> {
  const words = hrPageTextIn(language);
  await page.locator(`.languages [lang=${language}]`).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`${words.title('')}$`) }).waitFor();
  const alku = await taken(page, page.locator('main'), page.locator('.drop'));

  await give(page, folder, reports(language));
  await page.getByRole('button', { name: words.files.readIt }).waitFor();
  const tiedostot = await taken(page, page.locator('.files'));
  await page.getByRole('button', { name: words.files.readIt }).click();

  await give(page, folder, { [language === 'fi' ? 'toinen-ymparisto.csv' : 'annan-plattform.csv']: unknownReport(language) });
  const form = page.locator('form.mapping');
  await form.waitFor();
  const sarakkeet = await taken(page, form);
  await page.locator('.files > li').last().locator('button').first().click();

  await page.getByRole('combobox', { name: words.settings.validFor }).selectOption('y');
  await page.locator('#hr-as-of').fill(AS_OF);
  await page.locator('#hr-as-of').blur();
  await page.getByRole('button', { name: words.result.saveIcs }).waitFor();
  await page.locator('#hr-as-of').evaluate(writeDay, writtenDay(AS_OF, language));
  const asetukset = await taken(page, page.locator('section[aria-labelledby=hr-settings]'));
  const tallennus = await taken(page, page.locator('section[aria-labelledby=hr-result]'));
  await page.setViewportSize({ width: TABLE_WIDTH, height: HEIGHT });
  await page.locator('#table thead').waitFor();
  return {
    alku,
    tiedostot,
    sarakkeet,
    asetukset,
    tallennus,
    taulukko: await taken(page, page.locator('#people-section')),
  };
}

/** As a browser in the guide's language shows it: one for tests may know English only, whatever it is told. */
function writeDay(field: HTMLElement | SVGElement, day: string): void {
  const shown = document.createElement('input');
  shown.value = day;
  field.replaceWith(shown);
}

async function give(page: Page, folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await page.locator('#hr-file').setInputFiles(Object.keys(files).map((name) => join(folder, name)));
}

function reports(language: Guide['language']): Readonly<Record<string, string>> {
  // So few that no two are called the same.
  const people = madeUpLearners(60).map((learner) => ({ ...learner, name: learner.name.replace(/ \d+$/, '') }));
  const [completion, answers, staff] =
    language === 'fi'
      ? ['aktiviteettien-suoritus.csv', 'vuorovaikutukset.txt', 'henkilosto.csv']
      : ['slutforande-av-aktiviteter.csv', 'interaktioner.txt', 'personal.csv'];
  return {
    [completion]: activityCompletionReport(people, 'fi'),
    [answers]: interactionsReport(people, 'fi'),
    [staff]: staffCsv(people),
  };
}

/** Of an LMS that the page does not know. */
function unknownReport(language: Guide['language']): string {
  const heads = language === 'fi' ? 'Työntekijä;Sähköposti;Kurssi;Pvm;Tila' : 'Anställd;E-post;Kurs;Datum;Läge';
  const done = language === 'fi' ? 'Suoritettu' : 'Slutförd';
  return `${heads}\nAino Mäkelä;aino@kirjasto.example;Aspa-ajokortti;1.2.2026;${done}\nVäinö Öhman;vaino@kirjasto.example;Tietoturva;2.2.2026;${done}\n`;
}
