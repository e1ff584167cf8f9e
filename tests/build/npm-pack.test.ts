/** What `npm pack` hands on: the sources that build the course, whole, and nothing else. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Bytes of the tarball. It holds sources and pictures, no built package. */
const MOST_BYTES = 1_500_000;

interface Pack {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

// With its scripts: what is packed is what they have just built. They speak before the list.
const said = execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const [pack] = JSON.parse(said.slice(said.search(/^\[$/m))) as [Pack];
const paths = pack.files.map(({ path }) => path);
const packed = new Set(paths);
const { bin, exports } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string>>;
};

/** Files of the project that a source names: by an import of any form, or by an address beside itself. */
function namedFiles(path: string, text: string): string[] {
  const named = /(?:\bfrom|\bimport|\bimport\() ?'(\.[^']+)'|new URL\('(\.[^']+\.\w+)', import\.meta\.url\)/g;
  return [...text.matchAll(named)].map(([, imported, beside]) => join(path, '..', imported ?? beside ?? ''));
}

test('no tests, no built packages, nothing hidden, nothing left lying about', () => {
  expect(
    paths.filter((path) =>
      /(^|\/)(\.|tests\/|node_modules\/|gallery\/|coverage\/)|\.(test|spec)\.|\.(zip|tgz|log|tmp|sqlite.*)$|~$/.test(path),
    ),
  ).toEqual([]);
  expect(paths.filter((path) => path.startsWith('dist/') && !path.startsWith('dist/exercises/'))).toEqual([]);
});

test('what a reader of a package looks for is there', () => {
  expect(paths).toEqual(
    expect.arrayContaining([
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'package.json',
      'custom-elements.json',
      'content/course.yaml',
      'schemas/course.schema.json',
      'build/build.cli.ts',
    ]),
  );
});

test('each command of the package is in it', () => {
  expect(Object.values(bin).length).toBeGreaterThan(0);
  expect(Object.values(bin).filter((path) => !packed.has(path))).toEqual([]);
});

test('what another project may import is in it', () => {
  expect(Object.values(exports).length).toBeGreaterThan(0);
  expect(Object.values(exports).filter((path) => !packed.has(path.replace('./', '')))).toEqual([]);
});

test('each file that a packed source names is packed too', async () => {
  const sources = paths.filter((path) => /^(src|build|manifests)\/.*\.(ts|mjs)$|^[^/]+\.ts$/.test(path));
  const named = await Promise.all(
    sources.map(async (path) => namedFiles(path, await readFile(join(ROOT, path), 'utf8')).map((file) => ({ path, file }))),
  );
  expect(named.flat().length).toBeGreaterThan(1000);
  expect(named.flat().filter(({ file }) => !packed.has(file))).toEqual([]);
});

test('a name is found in every form', () => {
  const text = `import a from './a.ts';\nimport './b.css';\nconst c = await import('../c.ts');\nnew URL('d.html', x); new URL('./e.html', import.meta.url)`;
  expect(namedFiles('src/x/y.ts', text)).toEqual(['src/x/a.ts', 'src/x/b.css', 'src/c.ts', 'src/x/e.html']);
});

test(`the tarball stays below ${String(MOST_BYTES)} bytes`, () => {
  expect(pack.size).toBeLessThan(MOST_BYTES);
});
