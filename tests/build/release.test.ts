/** A release is made of what is committed, under one version that the change log dates, and its hashes hold. */
import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { changelogPart, checksums, releaseNotes } from '../../build/release-notes.ts';
import { checkRelease } from '../../build/release-checks.ts';
import { release } from '../../build/release.ts';
import { changed, withContent } from './sample-content.ts';

const CHANGELOG = '# Changelog\n\n## Next\n\n- Later.\n\n## 1.2.0 – 2026-03-02\n\n- A map.\n\n### More\n\n- Words.\n\n## 1.0.0\n\n- All.\n';
const HASH = 'a'.repeat(64);
const files = [
  { name: 'b.zip', bytes: 1234, hash: HASH },
  { name: 'a.html', bytes: 50, hash: HASH.replaceAll('a', 'b') },
];

describe('the change log', () => {
  test('has a part for each version, up to the next', () => {
    expect(changelogPart(CHANGELOG, '1.2.0')).toEqual({
      heading: '1.2.0 – 2026-03-02',
      isDated: true,
      text: '- A map.\n\n### More\n\n- Words.',
      above: ['Next'],
    });
    expect(changelogPart(CHANGELOG, '1.0.0')).toEqual({
      heading: '1.0.0',
      isDated: false,
      text: '- All.',
      above: ['Next', '1.2.0 – 2026-03-02'],
    });
  });

  test('has none for a version that only begins another’s number', () => {
    expect(changelogPart(CHANGELOG, '1.2')).toBeUndefined();
    expect(changelogPart(CHANGELOG, '1.2.0-beta')).toBeUndefined();
  });

  test.each([
    ['- 2026-03-02', true],
    ['— 2026-03-02', true],
    ['– 2026-02-30', false],
    ['– March', false],
    ['– 2026-03-02, or so', false],
  ])('dates with “%s”: %s', (date, isDated) => {
    expect(changelogPart(CHANGELOG.replace('– 2026-03-02', date), '1.2.0')?.isDated).toBe(isDated);
  });
});

test('hashes are sorted by name, two spaces before it', () => {
  expect(checksums(files)).toBe(`${HASH.replaceAll('a', 'b')}  a.html\n${HASH}  b.zip\n`);
});

test('the notes have what is new, then the files', () => {
  const notes = releaseNotes({ heading: '1.2.0 – 2026-03-02', isDated: true, text: '- A map.', above: [] }, files);
  expect(notes).toMatch(/^# 1\.2\.0 – 2026-03-02\n\n- A map\.\n\n## Files\n/);
  expect(notes).toContain(`| a.html | 0.1 kB | \`${HASH.replaceAll('a', 'b')}\` |\n| b.zip | 1.2 kB | \`${HASH}\` |\n`);
});

interface Project {
  readonly root: string;
  readonly content: string;
  readonly git: (...words: readonly string[]) => string;
  readonly commit: () => void;
}

/** Runs `work` in a repository of its own, in which everything is ready for 1.2.0. */
async function withProject(work: (project: Project) => Promise<void>): Promise<void> {
  const course = changed('course.yaml', 'version: "1.0"', 'version: 1.2.0');
  const project = {
    'package.json': '{ "version": "1.2.0" }\n',
    'CHANGELOG.md': CHANGELOG.replace('- Later.\n\n', ''),
    '.gitignore': 'dist/\n',
    ...Object.fromEntries(Object.entries(course).map(([path, text]) => [`content/${path}`, text])),
  };
  await withContent(project, async (root) => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const git = (...words: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@esimerkki.fi', ...words], { cwd: root, env, encoding: 'utf8' });
    const commit = (): void => {
      git('add', '--all');
      git('commit', '--quiet', '--message', 'Change');
    };
    git('init', '--quiet');
    commit();
    await work({ root, content: join(root, 'content'), git, commit });
  });
}

const checked = ({ root, content }: Project): Promise<unknown> => checkRelease(root, content);
const replaceIn = async (path: string, from: string, to: string): Promise<void> =>
  writeFile(path, (await readFile(path, 'utf8')).replace(from, to));

describe('a release is refused', () => {
  test('not where all is ready, nor where its tag is on this commit', () =>
    withProject(async (project) => {
      await expect(checked(project)).resolves.toMatchObject({ heading: '1.2.0 – 2026-03-02' });
      project.git('tag', '--annotate', '--message', 'One', 'v1.2.0');
      await expect(checked(project)).resolves.toMatchObject({ heading: '1.2.0 – 2026-03-02' });
    }));

  test('with uncommitted changes, which it names', () =>
    withProject(async (project) => {
      await writeFile(join(project.content, 'fi/kesken.md'), 'x');
      await expect(checked(project)).rejects.toThrow(/uncommitted changes in .*\n\?\? content\/fi\/kesken\.md\nCommit them/);
    }));

  test('with two versions', () =>
    withProject(async (project) => {
      await replaceIn(join(project.content, 'course.yaml'), '1.2.0', '1.1.0');
      project.commit();
      await expect(checked(project)).rejects.toThrow(/package\.json has version 1\.2\.0, .*course\.yaml 1\.1\.0\. Write the same/);
    }));

  test('with a mistake in course.yaml, which it names with its line', () =>
    withProject(async (project) => {
      await replaceIn(join(project.content, 'course.yaml'), 'version: 1.2.0', 'version: "1.2.0');
      project.commit();
      await expect(checked(project)).rejects.toThrow(/course\.yaml is no YAML: .* at line \d+[^]*Correct it/);
    }));

  test('with no day in the change log', () =>
    withProject(async (project) => {
      await replaceIn(join(project.root, 'CHANGELOG.md'), ' – 2026-03-02', '');
      project.commit();
      await expect(checked(project)).rejects.toThrow('has the heading “## 1.2.0”, without a day. Give it the form “## 1.2.0 – ');
    }));

  test('with changes that its notes would not tell', () =>
    withProject(async (project) => {
      await writeFile(join(project.root, 'CHANGELOG.md'), CHANGELOG);
      project.commit();
      await expect(checked(project)).rejects.toThrow('CHANGELOG.md has “## Next” above 1.2.0: the packages would hold');
    }));

  test('with nothing in the change log', () =>
    withProject(async (project) => {
      await replaceIn(join(project.root, 'CHANGELOG.md'), '## 1.2.0 – 2026-03-02', '');
      project.commit();
      await expect(checked(project)).rejects.toThrow('CHANGELOG.md has no heading for 1.2.0.');
    }));

  test.each([[['tag', 'v1.2.0']], [['tag', '--annotate', '--message', 'One', 'v1.2.0']]])('with its tag elsewhere (git %j)', (words) =>
    withProject(async (project) => {
      project.git(...words);
      await appendFile(join(project.root, 'CHANGELOG.md'), '- More.\n');
      project.commit();
      await expect(checked(project)).rejects.toThrow('The tag v1.2.0 is on another commit');
    }),
  );

  test('outside a repository', () =>
    withContent({ 'package.json': '{ "version": "1.2.0" }', 'CHANGELOG.md': CHANGELOG }, async (root) => {
      await expect(checkRelease(root, root)).rejects.toThrow(`Git did not answer in ${root}.`);
    }));

  test('for every reason at once', () =>
    withProject(async (project) => {
      await writeFile(join(project.root, 'package.json'), '{ "version": "2.0.0" }');
      await expect(checked(project)).rejects.toThrow(/uncommitted[^]*version 2\.0\.0[^]*no heading for 2\.0\.0/);
    }));
});

test('a release is made whole or not at all, and its hashes hold', () =>
  withProject(async ({ root, content, git, commit }) => {
    const out = join(root, 'dist/release');
    const entry = (): string => fileURLToPath(new URL('tiny-entry.ts', import.meta.url));
    const make = (): ReturnType<typeof release> => release({ root, content, out, entry, formats: ['scorm12'], particularsLater: true });

    // The first build writes the locks; they belong to the commit.
    await expect(make()).rejects.toThrow(/completed files of the content[^]*identifiers\.lock[^]*Commit them/);
    expect(await readdir(join(root, 'dist'))).toEqual([]);
    commit();

    await mkdir(out);
    await writeFile(join(out, 'oma.txt'), 'x');
    await expect(make()).rejects.toThrow('holds other files than a release’s');
    await expect(readFile(join(out, 'oma.txt'), 'utf8')).resolves.toBe('x');
    await writeFile(join(out, 'SHA256SUMS'), '');

    const made = await make();
    const names = made.map(({ name }) => name);
    expect(names).toEqual(['aspa-ajokortti-paketti.html', 'aspa-ajokortti-scorm12.zip', 'aspa-ajokortti-suoritukset.html']);
    expect((await readdir(out)).sort()).toEqual(['NOTES.md', 'SHA256SUMS', ...names]);
    expect(await readdir(join(root, 'dist'))).toEqual(['release']);
    expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' })).toBe(
      names.map((name) => `${name}: OK\n`).join(''),
    );
    const notes = await readFile(join(out, 'NOTES.md'), 'utf8');
    expect(notes).toContain('- A map.');
    for (const { name, hash } of made) expect(notes).toMatch(new RegExp(`^\\| ${name} \\| .* \\| \`${hash}\` \\|$`, 'm'));
    expect(git('status', '--porcelain')).toBe('');
  }));
