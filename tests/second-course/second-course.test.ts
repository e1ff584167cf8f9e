/**
 * Another course than this project's own: other identifiers, in English alone, with a look of its own, a kind of exercise of its own, and a licence
 * that either of two classes makes. It is built, taken and recorded by the same code.
 */
import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type Frame, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scriptIn } from '../../src/own-package/script-contents.ts';
import { startPreview, type Preview } from '../../src/preview/server.ts';
import { projectWith } from '../added-kind/project-with.ts';
import { chromiumOptions } from '../chromium-options.ts';
import { runHere } from '../records/run-cli.ts';

const FIXTURE = 'tests/fixtures/welcome-desk';
const CHANGED_FIRST = 'The sign – it hangs behind a plant.';
const PATIENCE = { timeout: 60_000 };

let project = '';
let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  project = await projectWith({
    folder: `${FIXTURE}/src`,
    exercises: [['deskRound', 'desk-round']],
    content: `${FIXTURE}/content`,
  });
  const tsx = join(process.cwd(), 'node_modules/tsx/dist/cli.mjs');
  const build = join(project, 'build/build.cli.ts');
  await promisify(execFile)(process.execPath, [tsx, build], { cwd: project });
  preview = await startPreview({ port: 0, data: join(project, 'preview.sqlite'), packages: join(project, 'dist'), hangTime: 1500 });
  browser = await chromium.launch(chromiumOptions());
});

afterAll(async () => {
  await browser.close();
  await preview.close();
  await rm(project, { recursive: true, force: true });
});

/** Opens what a learner's launch opens, in a browser where she has not been before. */
async function launch(name: string, profile: string): Promise<{ player: string; page: Page; course: Frame }> {
  const body = new URLSearchParams({ learner: 'aino.kirjastonen', mode: 'normal', view: 'full', package: name, profile });
  const response = await fetch(`${preview.url}launch`, { method: 'POST', body, redirect: 'manual' });
  const player = new URL(response.headers.get('location') ?? '', preview.url).href;
  const page = await (await browser.newContext()).newPage();
  await page.goto(player);
  const frame = await (await page.waitForSelector('#course')).contentFrame();
  if (!frame) throw new Error('The player shows no course.');
  await frame.getByRole('heading', { name: 'Welcome desk pass' }).waitFor(PATIENCE);
  return { player, page, course: frame };
}

async function opensRound(course: Frame): Promise<ReturnType<Frame['getByRole']>> {
  await course.evaluate(() => (location.hash = '#look'));
  const round = course.getByRole('article', { name: 'A round about the desk' });
  await round.waitFor(PATIENCE);
  return round;
}

async function takesRound(course: Frame): Promise<void> {
  const round = await opensRound(course);
  for (const [spot, state] of [
    ['The way from the door', 'Invites'],
    ['The sign above the desk', 'Is unclear'],
    ['The chair for those who wait', 'Is in the way'],
  ] as const) {
    await round
      .getByRole('radiogroup', { name: spot })
      .or(round.getByRole('group', { name: spot }))
      .getByText(state)
      .click();
  }
  await round.getByRole('textbox', { name: 'What do you change first?' }).fill(CHANGED_FIRST);
  await round.locator('p.done').waitFor(PATIENCE);
}

async function leaves(page: Page): Promise<void> {
  await page.close({ runBeforeUnload: true });
  await page.context().close();
}

interface Received {
  readonly status: string;
  readonly objectives: readonly { readonly id: string; readonly status: string }[];
}

const received = async (player: string): Promise<Received> =>
  ((await (await fetch(new URL('received', player))).json()) as { view: Received }).view;

test('its packages and pages are called after it', async () => {
  const packages = ['cmi5', 'scorm12', 'scorm2004-3rd', 'scorm2004-4th', 'web', 'xapi'];
  const files = packages.flatMap((name) => [`welcome-desk-${name}`, `welcome-desk-${name}.zip`]);
  const pages = ['welcome-desk-suoritukset.html', 'welcome-desk-paketti.html'];
  expect((await readdir(join(project, 'dist'))).sort()).toEqual([...files, ...pages].sort());
});

/** Words of the course that this project is for: its names, its publisher, and what it is about. */
const OF_THE_OTHER_COURSE =
  /aspa-?ajokort\w*|aspa-osasuori\w*|akepike|pike-\w+|pirkanmaa|keski-suomi|asiakaspalvelu\w*|kundservice\w*|kundbetj\w*|customer service/gi;

/** Never shown, and never to change: formats of files, keys in browsers, the letters that the state's codec begins with. */
const NOT_SHOWN = /\\*["'`]aspa-ajokortti(?:-answers|-suoritukset)?\\*["'`]/g;

test('no file of it says anything of the course that this project is for', async () => {
  const primer = (await readFile('src/tracking/state/state-primer.ts', 'utf8')).match(/'[^'\n]{40,}'/g) ?? [];
  expect(primer.length).toBeGreaterThan(10);
  const dist = join(project, 'dist');
  const paths = (await readdir(dist, { recursive: true })).filter((path) => /\.(html|js|xml|xsd|json|txt)$/.test(path));
  expect(paths.length).toBeGreaterThan(30);
  const scripts = paths.filter((path) => /course(?:-[0-9a-f]{10})?\.js$/.test(path));
  expect(scripts).toHaveLength(6);
  const found: string[] = [];
  for (const path of paths) {
    let text = scriptIn(await readFile(join(dist, path), 'utf8')).replaceAll(NOT_SHOWN, '');
    if (scripts.includes(path)) expect(text).toContain('Your first words');
    for (const sentence of primer) text = text.replaceAll(sentence.slice(1, -1), '');
    found.push(
      ...[...text.matchAll(OF_THE_OTHER_COURSE)].map(
        ({ 0: word, index }) => `${path}: …${text.slice(Math.max(0, index - 60), index)}[${word}]`,
      ),
    );
  }
  expect(found).toEqual([]);
});

test('where either class will do, contents, header and cover say so', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(new URL('file://' + join(project, 'dist/welcome-desk-web/index.html')).href);
  await page.getByText('The licence needs one of these: A 5 min and B 10 min.').waitFor(PATIENCE);
  expect(await page.locator('aspa-licence-card svg > text').allTextContents()).toContain('Welcome desk pass');
  await page.evaluate(() => (location.hash = '#greet'));
  await page.getByRole('link', { name: 'Licence 0/1 (class A or B)' }).waitFor(PATIENCE);
  const contents = page.getByRole('navigation', { name: 'Contents' });
  expect(await contents.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    'First',
    'The licence needs one of these',
    'Your own pages',
    'The course',
  ]);
  await page.close();
});

test('class B alone is its licence in SCORM 1.2: the LMS is told, and the answers come back', async () => {
  const { player, page, course } = await launch('welcome-desk-scorm12.zip', 'moodle');
  await takesRound(course);
  const told = { status: 'completed', objectives: [{ id: 'class.a' }, { id: 'class.b', status: 'completed' }] };
  await expect.poll(() => received(player), PATIENCE).toMatchObject(told);
  await leaves(page);

  const again = await launch('welcome-desk-scorm12.zip', 'moodle');
  const round = await opensRound(again.course);
  expect(await round.getByRole('textbox', { name: 'What do you change first?' }).inputValue()).toBe(CHANGED_FIRST);
  expect(await round.getByRole('radio', { checked: true }).count()).toBe(3);
  expect((await received(again.player)).status).toBe('completed');
  await leaves(again.page);
});

test('the same in cmi5, and the records know when she earned it', async () => {
  const { page, course } = await launch('welcome-desk-cmi5.zip', 'cmi5');
  await takesRound(course);
  /** Her row, by the heads of the columns. */
  const record = async (): Promise<Record<string, string | undefined>> => {
    const { user, password } = preview.lrsKey;
    const { code, out, err } = await runHere(
      ['--lrs', preview.lrsUrl, '--course-file', join(FIXTURE, 'content/course.yaml'), '--csv', '-', '--no-bom', '--language', 'en'],
      { ASPA_LRS_KEY: user, ASPA_LRS_SECRET: password },
    );
    expect([code, err]).toEqual([0, expect.any(String)]);
    const [heads = [], row = []] = out.split('\r\n').map((line) => line.split(';'));
    return Object.fromEntries(heads.map((head, index) => [head, row[index]]));
  };
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Helsinki' }).format();
  await expect.poll(record, PATIENCE).toMatchObject({ A: '', B: today, Licence: today, Status: 'Licence' });
  await leaves(page);

  const again = await launch('welcome-desk-cmi5.zip', 'cmi5');
  const round = await opensRound(again.course);
  expect(await round.getByRole('textbox', { name: 'What do you change first?' }).inputValue()).toBe(CHANGED_FIRST);
  await leaves(again.page);
});
