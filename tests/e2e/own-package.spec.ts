/** A package that the administrator's page has made takes the place of the original in an LMS where a learner has begun. */
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FrameLocator } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';
import { expect, test } from './preview-lms.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const zip = 'aspa-ajokortti-scorm12.zip';
const packagesFolder = mkdtempSync(join(tmpdir(), 'aspa-own-'));
copyFileSync(join(dist, zip), join(packagesFolder, zip));
test.use({ packagesFolder });

const FIELD = 'a.training.agreed';
const LABEL = 'Kuinka säännöllisesti treeniohjelmia olisi hyvä toteuttaa?';
const choice = { package: zip, profile: 'moodle' } as const;
const goesTo = (course: FrameLocator, hash: string): Promise<void> =>
  course.locator('body').evaluate((_, to) => void (location.hash = to), hash);

/** `#rrggbb` as a computed style says it. */
function rgb(colour: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ')})`;
}

test('every answer is there, and the learner sees who offers the course, in its colours', async ({ page, lms }) => {
  const words = 'Sovimme kuntosalista – kahdesti viikossa.';
  const course = await lms.launch(page, choice);
  await expect(course.locator('aspa-course-header')).toBeVisible();
  await goesTo(course, FIELD);
  await course.getByLabel(LABEL).fill(words);
  await expect(course.getByText(/^(Tallennettu|Lähetetty)/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Poistu kurssilta' }).click();
  await page.waitForURL(lms.url);

  const administrator = await page.context().newPage();
  await administrator.goto(pathToFileURL(join(dist, 'aspa-ajokortti-paketti.html')).href);
  await administrator.locator('#own-file').setInputFiles(join(packagesFolder, zip));
  await administrator.getByLabel('Kurssin tarjoaja').fill('Mallikylän kirjasto');
  await administrator.getByLabel('Yhteystieto').fill('tuki@mallikyla.example');
  await administrator.getByLabel('Linkkien ja painikkeiden väri').fill('#e2001a');
  await administrator.locator('#own-accent-nearest').click();
  const accent = await administrator.getByLabel('Linkkien ja painikkeiden väri').inputValue();
  await administrator.getByLabel('Logon tausta').fill('#ffcc00');
  await administrator.locator('#own-old-file').setInputFiles(join(packagesFolder, zip));
  await expect(administrator.getByText('Oppijat eivät huomaa päivitystä')).toBeVisible();
  expect(await accessibilityFaults(administrator)).toEqual([]);
  const download = administrator.waitForEvent('download');
  await administrator.getByRole('button', { name: 'Tee paketti' }).click();
  await (await download).saveAs(join(packagesFolder, zip));

  const again = await lms.launch(page, choice);
  await expect(again.locator('aspa-cover-page .offerer')).toHaveText('Mallikylän kirjasto');
  await expect(again.locator('aspa-cover-page .offerer')).toHaveCSS('background-color', 'rgb(255, 204, 0)');
  await expect(again.locator('aspa-cover-page .start')).toHaveCSS('background-color', rgb(accent));
  await goesTo(again, FIELD);
  await expect(again.getByLabel(LABEL)).toHaveValue(words);
  await goesTo(again, 'saavutettavuus');
  await expect(again.getByText('Kurssin tarjoaa Mallikylän kirjasto.')).toBeVisible();
  await expect(again.getByRole('link', { name: 'tuki@mallikyla.example' })).toBeVisible();
});
