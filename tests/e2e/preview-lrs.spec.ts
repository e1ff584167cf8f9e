/** xAPI and cmi5 packages in the preview, against its LRS on another origin. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTinyLaunchedPackages } from '../preview/tiny-au.ts';
import { accessibilityFaults } from './accessibility.ts';
import { expect, test } from './preview-lms.ts';

const packagesFolder = mkdtempSync(join(tmpdir(), 'aspa-tiny-'));
writeTinyLaunchedPackages(packagesFolder);
test.use({ packagesFolder });

const launches = [
  { package: 'tiny-xapi.zip', profile: 'xapi' },
  // Of the cmi5 launchers, one that does not judge: the little course makes no statements but its answer.
  { package: 'tiny-cmi5.zip', profile: 'chamilo' },
] as const;

for (const choice of launches) {
  test(`${choice.profile}: what was written is in the LRS, is shown, and is there again after leaving`, async ({ page, lms }) => {
    const course = await lms.launch(page, { ...choice, fresh: true });
    await expect(course.locator('#answer[data-ready]')).toBeVisible();
    await course.getByLabel('Vastaus').fill('Kysyin asiakkaalta – ja kuuntelin.');
    await course.getByRole('button', { name: 'Tallenna' }).click();
    await expect(course.locator('#said')).toHaveText('200');
    await expect(page.locator('#answers')).toContainText('Kysyin asiakkaalta – ja kuuntelin.');
    await page.getByText('Lausumat', { exact: true }).click();
    await expect(page.locator('#requests')).toContainText('answered e.feedback');
    await page.getByRole('link', { name: 'Poistu kurssilta' }).click();
    await expect(page.getByRole('row', { name: new RegExp(choice.package) })).toContainText('kesken');
    const again = await lms.launch(page, choice);
    await expect(again.getByLabel('Vastaus')).toHaveValue('Kysyin asiakkaalta – ja kuuntelin.');
    await page.getByRole('button', { name: 'Uusi suorituskerta' }).click();
    await expect(page.locator('.facts')).toContainText('2. suorituskerta');
    await expect(page.frameLocator('#course').locator('#answer[data-ready]')).toHaveValue('');
  });
}

for (const { fault, says } of [
  { fault: 'Ei yhteyttä', says: 'ei vastausta' },
  { fault: 'Palvelin vastaa 503', says: '503' },
  { fault: 'Palvelin ei vastaa', says: 'ei vastausta' },
  { fault: 'Istunto on vanhentunut', says: '401' },
] as const) {
  test(`${fault}: the LRS keeps nothing, and the course sees "${says}"`, async ({ page, lms }) => {
    const course = await lms.launch(page, { package: 'tiny-xapi.zip', profile: 'xapi', fresh: true });
    await expect(course.locator('#answer[data-ready]')).toBeVisible();
    await lms.setFault(page, fault);
    await course.getByLabel('Vastaus').fill('Katoaa');
    await course.getByRole('button', { name: 'Tallenna' }).click();
    await expect(course.locator('#said')).toHaveText(says);
    await lms.setFault(page, 'Ei häiriötä');
    await expect(page.locator('#answers')).not.toContainText('Katoaa');
  });
}

test('the LRS answers a tool that has its key, and nobody else', async ({ request, lms }) => {
  const version = { 'X-Experience-API-Version': '1.0.3' };
  const { user, password } = lms.lrsKey;
  const Authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  expect(new URL(lms.lrsUrl).origin).not.toBe(new URL(lms.url).origin);
  expect((await request.get(`${lms.lrsUrl}statements`, { headers: version })).status()).toBe(401);
  const answer = await request.get(`${lms.lrsUrl}statements`, { headers: { ...version, Authorization } });
  expect(Object.keys((await answer.json()) as object)).toContain('statements');
});

test('the page beside an xAPI course has no faults of accessibility', async ({ page, lms }) => {
  await lms.launch(page, { package: 'tiny-cmi5.zip', profile: 'cmi5', fresh: true });
  await expect(page.locator('#overview')).toContainText('Lausumia');
  expect(await accessibilityFaults(page, 'iframe')).toEqual([]);
});
