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
test.use({ packagesFolder, trace: 'off' });

const FIELD = 'a.training.agreed';
const LABEL = 'Kuinka säännöllisesti treeniohjelmia olisi hyvä toteuttaa?';
const choice = { package: zip, profile: 'moodle' } as const;
const goesTo = (course: FrameLocator, hash: string): Promise<void> =>
  course.locator('body').evaluate((_, to) => void (location.hash = to), hash);

test('every answer is there, and the learner sees who offers the course', async ({ page, lms }) => {
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
  await administrator.locator('#own-old-file').setInputFiles(join(packagesFolder, zip));
  await expect(administrator.getByText('Oppijat eivät huomaa päivitystä')).toBeVisible();
  expect(await accessibilityFaults(administrator)).toEqual([]);
  const download = administrator.waitForEvent('download');
  await administrator.getByRole('button', { name: 'Tee paketti' }).click();
  await (await download).saveAs(join(packagesFolder, zip));

  const again = await lms.launch(page, choice);
  await expect(again.locator('aspa-course-header')).toBeVisible();
  await goesTo(again, FIELD);
  await expect(again.getByLabel(LABEL)).toHaveValue(words);
  await goesTo(again, 'saavutettavuus');
  await expect(again.getByText('Kurssin tarjoaa Mallikylän kirjasto.')).toBeVisible();
  await expect(again.getByRole('link', { name: 'tuki@mallikyla.example' })).toBeVisible();
});
