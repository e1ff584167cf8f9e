/** A folder that is dropped on HR's page in a real browser, which opened the page from a disk, as HR does. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { makeHrPage } from '../../build/hr-page.ts';
import { chromiumOptions } from '../chromium-options.ts';
import { openFromDisk } from '../page-on-disk.ts';
import { madeUpLearners } from './learners.ts';
import { activityCompletionReport } from './moodle-reports.ts';

const COURSE = fileURLToPath(new URL('../../content/course.yaml', import.meta.url));

test('Chromium gives the reports in it and in the folders within', { timeout: 120_000 }, async () => {
  const browser = await chromium.launch(chromiumOptions());
  try {
    await openFromDisk(browser, await makeHrPage(COURSE), async ({ page, folder }) => {
      const reports = join(folder, 'raportit');
      await mkdir(join(reports, '2025'), { recursive: true });
      const report = activityCompletionReport(madeUpLearners(3));
      for (const path of ['tampere.csv', 'muistio.docx', join('2025', 'muurame.csv')]) await writeFile(join(reports, path), report);
      const protocol = await page.context().newCDPSession(page);
      const data = { items: [], files: [reports], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await protocol.send('Input.dispatchDragEvent', { type, x: 100, y: 100, data });
      const given = page.locator('.files > li');
      await given.nth(1).waitFor({ timeout: 60_000 });
      expect((await given.allInnerTexts()).map((text) => text.split('\n')[0]).sort()).toEqual(['muurame.csv', 'tampere.csv']);
      expect(await page.locator('body').innerText()).toContain('Kansiosta jätettiin lukematta: muistio.docx.');
    });
  } finally {
    await browser.close();
  }
});
