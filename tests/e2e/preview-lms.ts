/** For tests that take a course in the preview LMS: one of their own for each worker, with an empty database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type FrameLocator, type Page } from '@playwright/test';
import { startPreview, type Preview } from '../../src/preview/server.ts';
import type { ScormView } from '../../src/preview/scorm-received.ts';

export interface LaunchChoice {
  readonly package: string;
  readonly profile: string;
  readonly learner?: string;
  readonly mode?: 'normal' | 'browse' | 'review';
  readonly view?: 'frame' | 'full' | 'window';
  readonly fresh?: boolean;
}

export interface PreviewLms extends Preview {
  /** Opens the player through the start page's form. @returns the course's frame, where there is one */
  launch(page: Page, choice: LaunchChoice): Promise<FrameLocator>;
  /** What the LMS has received for the attempt that a player page is open on. */
  received(page: Page): Promise<ScormView>;
  setFault(page: Page, name: string): Promise<void>;
}

interface WorkerFixtures {
  readonly packagesFolder: string;
  readonly lms: PreviewLms;
}

/** `packagesFolder` is the built course's; a test file takes another by `test.use`. */
export const test = base.extend<object, WorkerFixtures>({
  packagesFolder: [fileURLToPath(new URL('../../dist', import.meta.url)), { option: true, scope: 'worker' }],
  lms: [
    async ({ packagesFolder }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'aspa-preview-'));
      const preview = await startPreview({ port: 0, data: join(folder, 'preview.sqlite'), packages: packagesFolder, hangTime: 1500 });
      await use(asLms(preview));
      await preview.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';

function asLms(preview: Preview): PreviewLms {
  return {
    ...preview,
    launch: async (page, choice) => {
      await page.goto(preview.url);
      if (choice.learner) await page.getByLabel('Oppija', { exact: true }).selectOption({ label: choice.learner });
      await page.getByLabel('Paketti').selectOption(choice.package);
      await page.getByLabel('Oppimisympäristö').selectOption(choice.profile);
      if (choice.mode) await page.locator(`input[name=mode][value=${choice.mode}]`).check();
      if (choice.view) await page.locator(`input[name=view][value=${choice.view}]`).check();
      await page.getByRole('button', { name: choice.fresh ? 'Aloita uusi suorituskerta' : 'Avaa kurssi' }).click();
      await page.waitForURL(/\/(attempt|course)\/[^/]+\//);
      return page.frameLocator('#course');
    },
    received: async (page) => {
      const response = await page.request.get(new URL('received', page.url()).href);
      return ((await response.json()) as { view: ScormView }).view;
    },
    setFault: async (page, name) => {
      const answered = page.waitForResponse((response) => response.url().endsWith('/fault'));
      await page.getByLabel(name, { exact: true }).check();
      await answered;
    },
  };
}
