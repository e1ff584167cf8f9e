/** Parts of the course, each a package of its own, taken one after the other in the preview LMS. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../build/build.ts';
import { objectiveId } from '../../src/course/course-identifiers.ts';
import { nightlyIf } from './nightly.ts';
import { PlaywrightView } from './playwright-engine.ts';
import { expect, test as base } from './preview-lms.ts';
import { LibraryWorker } from './take-licence.ts';
import { contentFolder, course } from './whole-course.ts';

const test = base.extend<object, { readonly packagesFolder: string }>({
  packagesFolder: [
    async ({}, use) => {
      const out = mkdtempSync(join(tmpdir(), 'aspa-parts-'));
      await build({ content: contentFolder, out, formats: ['scorm12'], split: ['e', 'p'], language: 'fi' });
      await use(out);
      rmSync(out, { recursive: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

for (const { key, classes } of [
  { key: 'e', classes: ['E'] },
  // The induction guide makes no class: its part is complete when it is done.
  { key: 'p', classes: [] },
]) {
  test(`part ${key} is taken, completes by itself, and is there again`, nightlyIf(key !== 'e'), async ({ page, lms }) => {
    const choice = { package: `aspa-ajokortti-${key}-scorm12.zip`, profile: 'moodle' };
    const worker = new LibraryWorker(new PlaywrightView(await lms.launch(page, choice)), course);
    await worker.arrives();
    await worker.takes(key);
    await expect.poll(async () => (await lms.received(page)).status).toBe('completed');
    const { objectives } = await lms.received(page);
    const completed = new Set(objectives.flatMap(({ id, status }) => (status === 'completed' ? [id] : [])));
    const earned = course.classes.flatMap(({ id }) => (completed.has(objectiveId(id)) ? [id] : []));
    expect(earned).toEqual(classes);
    await page.getByRole('link', { name: 'Poistu kurssilta' }).click();

    const returned = new LibraryWorker(new PlaywrightView(await lms.launch(page, choice)), course, worker.written);
    await returned.arrives();
    await returned.findsEverythingIn(key);
  });
}
