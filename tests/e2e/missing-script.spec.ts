/** A page that a browser has kept asks for a script that an update has taken away (mod_tincanlaunch, six hours). In three engines. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { readPackage, type PackageFiles } from '../../src/preview/read-package.ts';
import { zipPackage } from '../../src/own-package/zip-package.ts';
import { engines, test } from './engines.ts';
import { TestLauncher } from './launched.ts';
import { othersNightly } from './nightly.ts';
import { LibraryWorker } from './take-licence.ts';
import { packagesFolder } from './test-lms.ts';
import { course } from './whole-course.ts';

const NAME = 'aspa-ajokortti-xapi.zip';
const PATIENCE = { timeout: 30_000 };

for (const engine of engines) {
  test(
    `${engine.name}: a page out of the cache whose script is gone says so, and once it is there opens the course`,
    othersNightly(engine),
    async ({ newBrowser }) => {
      test.skip(engine.missing !== undefined, engine.missing);
      const packages = mkdtempSync(join(tmpdir(), 'aspa-updated-'));
      const whole = readPackage(join(packagesFolder, NAME));
      place(packages, withoutScript(whole), 1);
      const launcher = await TestLauncher.start('tincanlaunch', packages);
      const browser = await newBrowser(engine);
      try {
        const first = await browser.newWindow();
        const { address } = await launcher.launch('xapi');
        await first.goTo(address);
        const says = (): Promise<string> => first.course.read({ css: '.not-loaded h1' }, ([heading]) => heading?.textContent ?? '');
        await expect.poll(says, PATIENCE).toBe('Kurssi ei latautunut');
        await first.close();
        place(packages, whole, 2);
        const again = await launcher.launch('xapi');
        expect(again.address).toBe(address);
        const second = await browser.newWindow();
        await second.goTo(again.address);
        await new LibraryWorker(second.course, course).arrives();
        await second.close();
      } finally {
        await browser.quit();
        await launcher.stop();
        rmSync(packages, { recursive: true });
      }
    },
  );
}

for (const engine of engines) {
  test(
    `${engine.name}: a page out of the cache whose script has become another one at its address says so`,
    othersNightly(engine),
    async ({ newBrowser }) => {
      test.skip(engine.missing !== undefined, engine.missing);
      const packages = mkdtempSync(join(tmpdir(), 'aspa-other-'));
      place(packages, withOtherScript(readPackage(join(packagesFolder, NAME))), 1);
      const launcher = await TestLauncher.start('tincanlaunch', packages);
      const browser = await newBrowser(engine);
      try {
        const window = await browser.newWindow();
        await window.goTo((await launcher.launch('xapi')).address);
        const heading = (): Promise<string> => window.course.read({ css: '.not-loaded h1' }, ([found]) => found?.textContent ?? '');
        // The page is loaded anew first, and cannot be read meanwhile.
        const says = (): Promise<string> => heading().catch(() => '');
        await expect.poll(says, PATIENCE).toBe('Kurssi ei latautunut');
        await window.close();
      } finally {
        await browser.quit();
        await launcher.stop();
        rmSync(packages, { recursive: true });
      }
    },
  );
}

/** As in SCORM, whose files keep their names: the page of the release before lets the script of that release run only. */
function withOtherScript(files: PackageFiles): PackageFiles {
  const page = Buffer.from(files.get('index.html') ?? [])
    .toString()
    .replace(/'sha256-[^']+'/, `'sha256-${'A'.repeat(43)}='`);
  return new Map([...files, ['index.html', Buffer.from(page)]]);
}

/** As where a browser has kept the page of a release and not its script. */
function withoutScript(files: PackageFiles): PackageFiles {
  // The page of the release before asks for a script of another name.
  const page = Buffer.from(files.get('index.html') ?? [])
    .toString()
    .replace(/src="course-[0-9a-f]{10}\.js"/, 'src="course-0000000000.js"');
  return new Map([...files, ['index.html', Buffer.from(page)]]);
}

/** @param second of its file's time: a file system may count the time of two writes as one */
function place(folder: string, files: PackageFiles, second: number): void {
  const zip = join(folder, NAME);
  writeFileSync(zip, zipPackage(files));
  utimesSync(zip, second, second);
}
