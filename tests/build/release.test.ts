/** A tag makes a release whole or not at all: the steps of the workflow are run here as they are written there, in a repository of their own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withContent } from './sample-content.ts';

interface Step {
  readonly name?: string;
  readonly run?: string;
}

const VERSION = 'One version everywhere, and its day in the change log';
const UNCHANGED = 'The build has completed nothing that the tag lacks';
const HANDED_ON = 'What is handed on, with hashes and notes';

const workflow = parse(await readFile('.github/workflows/release.yml', 'utf8')) as {
  readonly jobs: { readonly release: { readonly needs: string; readonly steps: readonly Step[] } };
};
const { needs, steps } = workflow.jobs.release;

/** Runs a step as GitHub's runner does (`bash -e`). @returns what it said, and its end */
function run(root: string, name: string, tag = 'v1.2.0'): { readonly status: number | null; readonly said: string } {
  const script = steps.find((step) => step.name === name)?.run ?? 'exit 99';
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, GITHUB_REF_NAME: tag },
  });
  return { status, said: stdout + stderr };
}

const ready = {
  'package.json': '{ "version": "1.2.0" }\n',
  'content/course.yaml': 'version: 1.2.0 # of the content\n',
  'CHANGELOG.md': '# Changelog\n\n## 1.2.0 – 2026-03-02\n\n- A map.\n\n### More\n\n- Words.\n\n## 1.0.0 – 2025-01-07\n\n- All.\n',
};

test('where all is ready, the tag’s version is taken', () =>
  withContent(ready, async (root) => {
    expect(run(root, VERSION)).toEqual({ status: 0, said: '' });
    await writeFile(join(root, 'content/course.yaml'), 'version: "1.2.0"\n');
    expect(run(root, VERSION)).toEqual({ status: 0, said: '' });
  }));

test.each([
  ['another version in package.json', 'package.json', '{ "version": "1.2.1" }', 'package.json has another version'],
  ['another version of the content', 'content/course.yaml', 'version: 1.2.0.1\n', 'course.yaml has another version'],
  ['no day in the change log', 'CHANGELOG.md', '## 1.2.0\n\n- A map.\n', 'CHANGELOG.md begins with “## 1.2.0”'],
  ['changes that its notes would not tell', 'CHANGELOG.md', `## Next\n\n- Later.\n\n${ready['CHANGELOG.md']}`, 'begins with “## Next”'],
])('a release is refused with %s', (_what, file, text, told) =>
  withContent({ ...ready, [file]: text }, (root) => {
    const { status, said } = run(root, VERSION);
    expect([status, said.startsWith('::error::')]).toEqual([1, true]);
    expect(said).toContain(told);
    return Promise.resolve();
  }),
);

test('a release is refused where the build has completed a lock that the tag lacks', () =>
  withContent(ready, async (root) => {
    const git = (...words: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@esimerkki.fi', ...words], { cwd: root, encoding: 'utf8' });
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'All');
    expect(run(root, UNCHANGED).status).toBe(0);
    await writeFile(join(root, 'content/identifiers.lock'), 'a.training\n');
    const { status, said } = run(root, UNCHANGED);
    expect(status).toBe(1);
    expect(said).toMatch(/content\/identifiers\.lock\n::error::Commit the locks/);
  }));

test('what is handed on has hashes that hold, and the notes of this version alone', () =>
  withContent(ready, async (root) => {
    await mkdir(join(root, 'dist/kurssi-scorm12'), { recursive: true });
    for (const name of ['kurssi-scorm12.zip', 'kurssi-suoritukset.html', 'loki.txt']) await writeFile(join(root, 'dist', name), name);
    expect(run(root, HANDED_ON)).toEqual({ status: 0, said: '' });
    const release = join(root, 'release');
    expect((await readdir(release)).sort()).toEqual(['SHA256SUMS', 'kurssi-scorm12.zip', 'kurssi-suoritukset.html']);
    const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], {
      cwd: release,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    expect(checked).toBe('kurssi-scorm12.zip: OK\nkurssi-suoritukset.html: OK\n');
    const notes = await readFile(join(root, 'notes.md'), 'utf8');
    expect(notes).toMatch(/^\n- A map\.\n\n### More\n\n- Words\.\n\n\n## Files\n/);
    expect(notes).toContain(await readFile(join(release, 'SHA256SUMS'), 'utf8'));
  }));

test('nothing is handed on before every test, a strict build and these checks', () => {
  expect(needs).toBe('test');
  const order = steps.map(({ name, run: script }) => name ?? script?.trim() ?? '');
  const build = 'npm run build -- --release --strict --particulars-later';
  expect(order.filter((step) => [VERSION, build, UNCHANGED, HANDED_ON].includes(step))).toEqual([VERSION, build, UNCHANGED, HANDED_ON]);
  expect(order.at(-1)).toMatch(/^gh release create .*--verify-tag/);
});
