/** What the built packages carry, and what they do not. `npm run build` has checked them, so nothing here says again what that finds. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { packageKinds } from '../../build/packages.ts';
import { scriptIn } from '../../src/own-package/script-contents.ts';
import { pathOf } from '../build/packages-of-sample.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** What the package's script unpacks and runs. */
async function scriptOf(name: string): Promise<string> {
  const folder = join(dist, `aspa-ajokortti-${name}`);
  return scriptIn(await readFile(join(folder, pathOf(await readdir(folder), 'course.js')), 'utf8'));
}

for (const name of ['scorm12', 'scorm2004-3rd', 'scorm2004-4th', 'web'])
  test(`${name} carries nothing of the xAPI client`, async () => {
    expect(await scriptOf(name)).not.toMatch(/adlnet\.gov\/expapi|X-Experience-API-Version/i);
  });

for (const name of ['xapi', 'cmi5'])
  test(`${name} carries nothing of SCORM`, async () => {
    expect(await scriptOf(name)).not.toMatch(/cmi\.(core|suspend_data|location)|LMSInitialize/);
  });

test('each standard has its own tracker and no other', async () => {
  expect(await scriptOf('scorm12')).toContain('LMSSetValue');
  expect(await scriptOf('scorm12')).not.toContain('API_1484_11');
  expect(await scriptOf('scorm2004-4th')).toContain('API_1484_11');
  expect(await scriptOf('scorm2004-4th')).not.toContain('LMSSetValue');
});

test('no bundle evaluates text as code, which the page’s policy forbids', async () => {
  for (const { name } of packageKinds) expect(await scriptOf(name), name).not.toMatch(/\beval\(|new Function\(/);
});
