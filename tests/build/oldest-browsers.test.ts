/** Pages and scripts that are no package, in the JavaScript of the oldest browsers that they are to open in. What is in packages is checked with each. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clientScript } from '../../build/dev/client-script.ts';
import { courseScript } from '../../build/dev/course-script.ts';
import { buildExerciseLibrary } from '../../build/exercise-library.ts';
import { makeHrPage } from '../../build/hr-page.ts';
import { makePackagePage } from '../../build/package-page.ts';
import { youngSyntax } from '../../build/young-syntax.ts';
import { pageSkin } from '../../src/records/command/page-skin.ts';
import { readCourses } from '../../build/read-course.ts';
import { inFolder } from '../records/run-cli.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const scriptsIn = (page: string): string[] => [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code = '']) => code);

const made: readonly (readonly [string, () => Promise<readonly string[]>])[] = [
  ['HR’s page', async () => scriptsIn(await makeHrPage(join(content, 'course.yaml')))],
  ['the page that makes a package', async () => scriptsIn(await makePackagePage((await readCourses(content))[0]))],
  ['the page of --html', () => Promise.resolve([pageSkin().script.code])],
  [
    'the author’s page',
    async () => [await clientScript('news.client.ts'), await clientScript('../edit/edit.client.ts'), await authorsCourse()],
  ],
  ['exercises on other pages', libraryScripts],
];

async function authorsCourse(): Promise<string> {
  const script = await courseScript();
  try {
    const found = await script.make();
    return 'code' in found ? found.code : found.fault;
  } finally {
    await script.close();
  }
}

async function libraryScripts(): Promise<string[]> {
  return inFolder(async (folder) => {
    await buildExerciseLibrary(folder);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.js'));
    return Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  });
}

test.each(made)('%s has no syntax that is younger than they are', { timeout: 60_000 }, async (_name, scripts) => {
  const found = await scripts();
  expect(found.length).toBeGreaterThan(0);
  expect(found.map((code) => youngSyntax(code))).toEqual(found.map(() => undefined));
});
