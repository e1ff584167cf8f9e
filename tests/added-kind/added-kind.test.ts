/** A kind of exercise and a type of field are added as CONTRIBUTING says: a folder each, and a line each in the one list there is. */
import { execFile } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumOptions } from '../chromium-options.ts';
import { projectWith } from './project-with.ts';

const run = promisify(execFile);
const here = process.cwd();
let project = '';

const EXERCISE = `  - kind: visit-count
    id: a.visits
    title: Päivän asiakkaat
    why: Luku kertoo, missä aika kuluu.
    task: Laske asiakkaat.
    count: Montako asiakasta palvelit?
    thoughts: Mitä huomasit?
`;

beforeAll(async () => {
  project = await projectWith({
    folder: 'tests/added-kind/fixture',
    exercises: [['visitCount', 'visit-count']],
    fields: [['number', 'number']],
    content: 'content',
  });
  const chapter = join(project, 'content/fi/02-asiakaspalvelu.md');
  const text = await readFile(chapter, 'utf8');
  await writeFile(chapter, `${text.replace(/^exercises:\n/m, (line) => line + EXERCISE).trimEnd()}\n\n::: exercise a.visits\n`);
});

afterAll(() => rm(project, { recursive: true, force: true }));

test('the types of the whole course and of its tests hold with the two lines added', async () => {
  await cp(join(here, 'tests'), join(project, 'tests'), { recursive: true });
  const tsc = join(here, 'node_modules/typescript-7/bin/tsc');
  // One checker: each of several would look at the same types for itself, and the other tests need the cores.
  await expect(run(process.execPath, [tsc, '--noEmit', '--checkers', '1', '-p', project])).resolves.toMatchObject({ stdout: '' });
});

test('rules, reports and identifiers know them', async () => {
  const tsx = join(here, 'node_modules/tsx/dist/cli.mjs');
  const { stdout } = await run(process.execPath, [tsx, join(here, 'tests/added-kind/ask-course.ts'), project, join(project, 'content')]);
  expect(JSON.parse(stdout)).toEqual({
    identifiers: ['field a.visits.count number', 'field a.visits.thoughts text'],
    withoutNumber: ['answer: Montako asiakasta palvelit?', 'answer: Mitä huomasit?'],
    withNumber: ['answer: Mitä huomasit?'],
    reported: [['text', '12'], ['text']],
  });
});

test('a new exercise of it can be begun', async () => {
  const tsx = join(here, 'node_modules/tsx/dist/cli.mjs');
  const command = join(project, 'build/new.cli.ts');
  const given = ['--chapter', '02-asiakaspalvelu', '--kind', 'visit-count', '--id', 'a.more', '--classes', 'A1'];
  const content = join(project, 'content');
  const copy = join(project, 'content-with-more');
  await cp(content, copy, { recursive: true });
  await run(process.execPath, [tsx, command, 'exercise', '--content', copy, ...given], { cwd: project });
  expect(await readFile(join(copy, 'fi/02-asiakaspalvelu.md'), 'utf8')).toContain('kind: visit-count\n    id: a.more\n');
  expect(await readFile(join(copy, 'sv/02-asiakaspalvelu.md'), 'utf8')).toContain('count: Hur många kunder betjänade du?');
});

test('the built course asks it, and shows the answer in the workbook', async () => {
  const tsx = join(here, 'node_modules/tsx/dist/cli.mjs');
  await run(process.execPath, [tsx, join(project, 'build/build.cli.ts'), '--format', 'web', '--language', 'fi'], { cwd: project });
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await browser.newPage({ locale: 'fi-FI' });
    await page.goto(`${pathToFileURL(join(project, 'dist/aspa-ajokortti-web/index.html')).href}#a.visits.count`);
    await page.getByRole('spinbutton', { name: 'Montako asiakasta palvelit?' }).fill('12');
    const exercise = page.getByRole('article', { name: 'Päivän asiakkaat' });
    await exercise.locator('.lacks summary').click();
    await expect.poll(() => exercise.getByRole('listitem').allInnerTexts()).toEqual(['Vastaa: Mitä huomasit?']);
    await page.goto(`${page.url().split('#')[0] ?? ''}#tyokirja`);
    await expect.poll(() => page.getByRole('definition').allInnerTexts()).toContain('12');
  } finally {
    await browser.close();
  }
});
