/** The programs that the guides name, run for real: servers until their page answers, and what writes files into a folder of its own. */
import { execFile, spawn } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { chromiumPath } from '../browser-paths.ts';
import { sampleContent, withContent } from '../build/sample-content.ts';
import { writeTinyPackages } from '../preview/tiny-sco.ts';
import { programOf } from './command-definitions.ts';
import { schemaFiles } from '../../build/content-schemas.ts';

const ROOT = join(import.meta.dirname, '../..');
const TSX = ['--import', import.meta.resolve('tsx')];
const run = promisify(execFile);
/** Bundles, browsers and builds of the whole course take half a minute and more. */
const nightly = test.runIf(process.env['NIGHTLY']);
const withBrowser = test.runIf(process.env['NIGHTLY'] && chromiumPath());
const LONG = { timeout: 900_000 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aspa-programs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program of package.json with these words; it is told no folder of the project's own to write into. */
function runScript(script: string, words: readonly string[]): Promise<{ stdout: string }> {
  return run(process.execPath, [...TSX, join(ROOT, programOf(script) ?? ''), ...words], { cwd: folder, maxBuffer: 20_000_000 });
}

/** Starts a server, opens the address that it says, and ends it as Ctrl+C does. @returns the page, and how the server ended */
async function pageOf(script: string, words: readonly string[]): Promise<{ page: string; code: number | null }> {
  const server = spawn(process.execPath, [...TSX, join(ROOT, programOf(script) ?? ''), ...words], { cwd: folder });
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  try {
    for await (const line of createInterface(server.stdout)) {
      const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? [];
      if (url === undefined) continue;
      const page = await (await fetch(url)).text();
      server.kill('SIGINT');
      return { page, code: await ended };
    }
    throw new Error(`${script} ended and said no address.`);
  } finally {
    server.kill('SIGKILL');
  }
}

test('npm run dev: the course’s page answers until Ctrl+C', async () => {
  await withContent(sampleContent, async (content) => {
    const { page, code } = await pageOf('dev', ['--content', content, '--port', '0', '--no-open']);
    expect(page).toContain('Asiakaspalvelun ajokortti');
    expect(code).toBe(0);
  });
});

test('npm start: the preview LMS lists the packages that lie in its folder, until Ctrl+C', async () => {
  const packages = join(folder, 'packages');
  await mkdir(packages);
  writeTinyPackages(packages);
  const { page, code } = await pageOf('start', ['--packages', packages, '--data', join(folder, 'a.sqlite'), '--port', '0', '--no-open']);
  expect(page).toContain('tiny-scorm12.zip');
  expect(code).toBe(0);
});

test('npm run schemas writes both schemas', async () => {
  await runScript('schemas', ['--out', join(folder, 'schemas')]);
  expect(await readdir(join(folder, 'schemas'))).toEqual(Object.keys(schemaFiles).sort());
});

test('npm run lms-docs writes the pages as they stand in the project', async () => {
  const docs = join(folder, 'docs');
  await mkdir(docs);
  await cp(join(ROOT, 'docs/lms.md'), join(docs, 'lms.md'));
  await runScript('lms-docs', ['--docs', docs]);
  for (const name of ['lms.md', 'lms-habits.md'])
    expect(await readFile(join(docs, name), 'utf8')).toBe(await readFile(join(ROOT, 'docs', name), 'utf8'));
});

test('npm run library writes the module and the example that the guide names', async () => {
  const out = join(folder, 'exercises');
  await runScript('library', ['--out', out]);
  for (const name of ['exercises.js', 'example.html']) await access(join(out, name));
});

nightly('npm run components writes the page', LONG, async () => {
  await run('npm', ['run', 'elements', '--', '--outdir', '.cache/elements'], { cwd: ROOT });
  await runScript('components', ['--manifest', join(ROOT, '.cache/elements/custom-elements.json'), '--out', join(folder, 'components')]);
  await access(join(folder, 'components/components.html'));
});

nightly('npm run bench measures, and says in JSON what it has measured', LONG, async () => {
  const { stdout } = await runScript('bench', ['--only', 'codec', '--quick']);
  expect((JSON.parse(stdout) as { figures: { codec: readonly unknown[] } }).figures.codec.length).toBeGreaterThan(0);
});

withBrowser('npm run gallery takes pictures of the pages that are named', LONG, async () => {
  const out = join(folder, 'gallery');
  const { stdout } = await runScript('gallery', ['--quick', '--page', 'd/', '--state', 'empty', '--out', out]);
  expect(stdout).toMatch(/^[1-9]\d* pictures, 0 with faults/m);
  await access(join(out, 'index.html'));
});

nightly('the tarball of npm pack builds the packages by itself', LONG, async () => {
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT });
  await run('tar', ['-xzf', join(folder, `${packageFile.name}-${packageFile.version}.tgz`), '-C', folder]);
  const unpacked = join(folder, 'package');
  await symlink(join(ROOT, 'node_modules'), join(unpacked, 'node_modules'));
  await run('npm', ['run', 'build', '--', '--format', 'web', '--out', join(folder, 'built')], { cwd: unpacked });
  expect((await readdir(join(folder, 'built'))).some((name) => name.endsWith('-web.zip'))).toBe(true);
});

nightly('rollup makes the bundles by the configuration alone', LONG, async () => {
  const out = join(folder, 'bundles');
  const rollup = join(ROOT, 'node_modules/rollup/dist/bin/rollup');
  const words = ['-c', 'rollup.config.ts', '--configPlugin', 'esbuild', '--dir', out];
  await run(process.execPath, [...TSX, rollup, ...words], { cwd: ROOT });
  expect(await readdir(out)).toEqual(['cmi5.js', 'scorm12.js', 'scorm2004.js', 'web.js', 'xapi.js']);
});
