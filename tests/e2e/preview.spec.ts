/** The preview LMS itself, with a course of one field. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTinyPackages } from '../preview/tiny-sco.ts';
import { accessibilityFaults } from './accessibility.ts';
import { nightlyIf } from './nightly.ts';
import { expect, test } from './preview-lms.ts';

const packagesFolder = mkdtempSync(join(tmpdir(), 'aspa-tiny-'));
writeTinyPackages(packagesFolder);
test.use({ packagesFolder });

const packages = [
  { package: 'tiny-scorm12.zip', profile: 'moodle' },
  { package: 'tiny-scorm2004.zip', profile: 'strict-2004' },
  { package: 'unpacked', profile: 'ilias-1.2-unchecked' },
] as const;

for (const choice of packages) {
  test(`${choice.package} in ${choice.profile}: what was written is shown, and is there again after leaving`, async ({ page, lms }) => {
    const course = await lms.launch(page, { ...choice, fresh: true });
    await course.getByLabel('Vastaus').fill('Kysyin asiakkaalta – ja kuuntelin.');
    await course.getByRole('button', { name: 'Tallenna' }).click();
    await expect(page.locator('#answers')).toContainText('Kysyin asiakkaalta – ja kuuntelin.');
    await expect(page.locator('#overview')).toContainText('incomplete');
    await page.getByRole('link', { name: 'Poistu kurssilta' }).click();
    const again = await lms.launch(page, choice);
    await expect(again.getByLabel('Vastaus')).toHaveValue('Kysyin asiakkaalta – ja kuuntelin.');
  });
}

test('a class and completion are shown, and the attempt is listed with its status', async ({ page, lms }) => {
  const course = await lms.launch(page, { package: 'tiny-scorm12.zip', profile: 'moodle', learner: 'Neuvoja, Tyyne', fresh: true });
  await course.getByRole('button', { name: 'Valmis' }).click();
  await expect(page.locator('#objectives')).toContainText('A1 completed');
  expect(await lms.received(page)).toMatchObject({ status: 'completed', score: '100' });
  await page.getByRole('link', { name: 'Esikatselu' }).click();
  await expect(page.getByRole('row', { name: /Neuvoja, Tyyne/ }).first()).toContainText('completed');
});

test('what is written while leaving arrives by beacon', async ({ page, lms }) => {
  const course = await lms.launch(page, { package: 'tiny-scorm12.zip', profile: 'moodle', fresh: true });
  await course.getByLabel('Vastaus').fill('Viime hetkellä');
  await page.getByRole('link', { name: 'Poistu kurssilta' }).click();
  const again = await lms.launch(page, { package: 'tiny-scorm12.zip', profile: 'moodle' });
  await expect(again.getByLabel('Vastaus')).toHaveValue('Viime hetkellä');
});

for (const { fault, profile, says } of [
  { fault: 'Ei yhteyttä', profile: 'moodle', says: 'true' },
  { fault: 'Ei yhteyttä', profile: 'strict-1.2', says: 'false' },
  { fault: 'Palvelin vastaa 503', profile: 'moodle', says: 'false' },
  { fault: 'Vastauksena on verkkosivu', profile: 'moodle', says: 'false' },
  { fault: 'Palvelin ei vastaa', profile: 'strict-1.2', says: 'false' },
  { fault: 'Istunto on vanhentunut', profile: 'moodle', says: 'false' },
  { fault: 'Palvelin vastaa 503', profile: 'open-edx', says: 'true' },
] as const) {
  test(`${fault}: ${profile} stores nothing and says "${says}"`, async ({ page, lms }) => {
    const course = await lms.launch(page, { package: 'tiny-scorm12.zip', profile, fresh: true });
    await lms.setFault(page, fault);
    await course.getByLabel('Vastaus').fill('Katoaa');
    await course.getByRole('button', { name: 'Tallenna' }).click();
    await expect(course.locator('#said')).toHaveText(says);
    await lms.setFault(page, 'Ei häiriötä');
    expect((await lms.received(page)).stateLength).toBe(0);
  });
}

test('a look that was asked before a fault was chosen does not take the choice back', async ({ page, lms }) => {
  await lms.launch(page, { package: 'tiny-scorm12.zip', profile: 'moodle', fresh: true });
  let [answered, release] = [(): void => undefined, (): void => undefined];
  const isAnswered = new Promise<void>((resolve) => (answered = resolve));
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  let looks = 0;
  await page.route('**/received', async (route) => {
    looks += 1;
    if (looks > 1) return route.abort();
    const response = await route.fetch();
    const received = (await response.json()) as { buildNumber: number };
    answered();
    await isReleased;
    // Another build is told last: once it is, the page has taken in all of this answer.
    await route.fulfill({ json: { ...received, buildNumber: received.buildNumber + 1 } });
  });
  await isAnswered;
  await lms.setFault(page, 'Ei yhteyttä');
  release();
  await expect(page.locator('#problem')).toBeVisible();
  expect(await page.getByLabel('Ei yhteyttä', { exact: true }).isChecked()).toBe(true);
});

test('a new attempt starts empty, and a reset takes all attempts of a learner away', async ({ page, lms }) => {
  const choice = { package: 'tiny-scorm12.zip', profile: 'moodle', learner: 'Lainaaja, Onni' } as const;
  const course = await lms.launch(page, choice);
  await course.getByLabel('Vastaus').fill('Ensimmäinen');
  await course.getByRole('button', { name: 'Tallenna' }).click();
  await expect(course.locator('#said')).toHaveText('true');
  await page.getByRole('button', { name: 'Uusi suorituskerta' }).click();
  await expect(page.locator('.facts')).toContainText('2. suorituskerta');
  await expect(page.frameLocator('#course').getByLabel('Vastaus')).toHaveValue('');
  await page.goto(lms.url);
  await expect(page.getByRole('row', { name: /Lainaaja, Onni/ })).toHaveCount(2);
  await page.getByRole('button', { name: 'Poista suoritukset: Lainaaja, Onni' }).click();
  await expect(page.getByRole('row', { name: /Lainaaja, Onni/ })).toHaveCount(0);
});

test('in a window of its own the course finds the API through its opener', async ({ page, lms }) => {
  const popup = page.waitForEvent('popup');
  await lms.launch(page, { package: 'tiny-scorm2004.zip', profile: 'moodle', view: 'window', fresh: true });
  const course = await popup;
  await course.getByLabel('Vastaus').fill('Omassa ikkunassa');
  await course.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.locator('#answers')).toContainText('Omassa ikkunassa');
});

test('Back after Exit shows the player out of the cache in Moodle, with the state of its first load', async ({ page, lms }) => {
  const course = await lms.launch(page, { package: 'tiny-scorm12.zip', profile: 'moodle', fresh: true });
  await course.getByLabel('Vastaus').fill('Uudempi');
  await course.getByRole('button', { name: 'Tallenna' }).click();
  await expect(course.locator('#said')).toHaveText('true');
  await page.getByRole('link', { name: 'Poistu kurssilta' }).click();
  await page.goBack();
  await expect(page.frameLocator('#course').getByLabel('Vastaus')).toHaveValue('');
});

test('browse mode is handed to the course', async ({ page, lms }) => {
  await lms.launch(page, { package: 'tiny-scorm12.zip', profile: 'strict-1.2', mode: 'browse', fresh: true });
  await expect(page.locator('#calls')).toContainText('Initialize', { useInnerText: false });
  const mode = await page.evaluate(() =>
    (window as unknown as { API: { LMSGetValue(name: string): string } }).API.LMSGetValue('cmi.core.lesson_mode'),
  );
  expect(mode).toBe('browse');
});

test('the course is asked for in the learner’s language, or in another one chosen for the launch', async ({ page, lms }) => {
  const asked = (): Promise<string> =>
    page.evaluate(() =>
      (window as unknown as { API: { LMSGetValue(name: string): string } }).API.LMSGetValue('cmi.student_preference.language'),
    );
  const choice = { package: 'tiny-scorm12.zip', profile: 'moodle', fresh: true } as const;
  await (await lms.launch(page, { ...choice, learner: 'Bokman, Åke' })).getByLabel('Vastaus').waitFor();
  expect(await asked()).toBe('sv');
  await page.goto(lms.url);
  await page.getByLabel('englanti', { exact: true }).check();
  await page.getByRole('button', { name: 'Avaa kurssi' }).click();
  await page.frameLocator('#course').getByLabel('Vastaus').waitFor();
  expect(await asked()).toBe('en');
});

test('only LMSs that take the package are offered', async ({ page, lms }) => {
  await page.goto(lms.url);
  await page.getByLabel('Paketti').selectOption('tiny-scorm2004.zip');
  await expect(page.locator('#profile option[value=openolat]')).toHaveCount(0);
  await page.getByLabel('Paketti').selectOption('tiny-scorm12.zip');
  await expect(page.locator('#profile option[value=openolat]')).toHaveCount(1);
});

test('a learner who is added is there to choose', async ({ page, lms }) => {
  await page.goto(lms.url);
  await page.getByLabel('Nimi').fill('Äyräpää, Väinö');
  await page.getByLabel('Kieli', { exact: true }).selectOption('sv');
  await page.getByRole('button', { name: 'Lisää oppija' }).click();
  await expect(page.getByLabel('Oppija', { exact: true }).getByRole('option', { name: 'Äyräpää, Väinö' })).toHaveCount(1);
});

for (const width of [360, 714, 1280]) {
  test(
    `at ${String(width)} px the pages have no faults of accessibility and no sideways scroll`,
    nightlyIf(width === 714),
    async ({ page, lms }) => {
      await page.setViewportSize({ width, height: 800 });
      const course = await lms.launch(page, { package: 'tiny-scorm12.zip', profile: 'moodle', learner: 'Kirjastonen, Aino', fresh: true });
      await course.getByRole('button', { name: 'Valmis' }).click();
      await expect(page.locator('#objectives')).toContainText('A1');
      for (const address of [page.url(), lms.url]) {
        await page.goto(address);
        expect(await accessibilityFaults(page, 'iframe')).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    },
  );
}
