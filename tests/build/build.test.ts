import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, type BuildResult } from '../../build/build.ts';
import { ContentError } from '../../build/content-error.ts';
import { packageFile, packageKinds } from '../../build/packages.ts';
import { pathOf } from './packages-of-sample.ts';
import { changed, sampleContent, withContent } from './sample-content.ts';

// Whole builds on a busy machine.

const entry = (): string => fileURLToPath(new URL('tiny-entry.ts', import.meta.url));

let out: string;
let result: BuildResult;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'aspa-dist-'));
  result = await withContent(sampleContent, (content) => build({ content, out, entry }));
});

afterAll(() => rm(out, { recursive: true, force: true }));

const zipOf = async (name: string): Promise<Record<string, Uint8Array>> =>
  unzipSync(await readFile(join(out, `aspa-ajokortti-${name}.zip`)));

test('every package stands as a zip and as a folder of the same files', async () => {
  const names = packageKinds.map(({ name }) => packageFile(name));
  expect((await readdir(out)).sort()).toEqual([...names, ...names.map((name) => `${name}.zip`)].sort());
  for (const { name } of packageKinds) {
    const zip = await zipOf(name);
    expect((await readdir(join(out, packageFile(name)))).sort()).toEqual(Object.keys(zip).sort());
    for (const [path, bytes] of Object.entries(zip)) {
      expect(Buffer.from(bytes).equals(await readFile(join(out, packageFile(name), path))), path).toBe(true);
    }
  }
});

test.each([
  ['scorm12', 'imsmanifest.xml', ['adlcp_rootv1p2.xsd', 'ims_xml.xsd', 'imscp_rootv1p1p2.xsd', 'imsmd_rootv1p2p1.xsd']],
  ['scorm2004-3rd', 'imsmanifest.xml', ['adlcp_v1p3.xsd', 'imscp_v1p1.xsd', 'imsss_v1p0.xsd', 'xml.xsd']],
  ['scorm2004-4th', 'imsmanifest.xml', ['adlcp_v1p3.xsd', 'imscp_v1p1.xsd', 'imsss_v1p0.xsd', 'xml.xsd']],
  ['xapi', 'tincan.xml', []],
  ['cmi5', 'cmi5.xml', []],
])('%s has %s at its root, first of all, and its control documents', async (name, manifest, documents) => {
  const paths = Object.keys(await zipOf(name));
  expect(paths[0]).toBe(manifest);
  expect(paths.filter((path) => /\.(js|woff2)$/.test(path))).toHaveLength(2);
  expect(paths).toEqual(expect.arrayContaining(['index.html', 'licences.txt', ...documents]));
});

test.each(packageKinds.map(({ name }) => name))(
  'in %s whatever the page loads has a digest of what is in it in its address',
  async (name) => {
    const files = await zipOf(name);
    const page = Buffer.from(files['index.html'] ?? []).toString();
    for (const file of ['course.js', 'letters.woff2']) {
      const path = pathOf(Object.keys(files), file);
      const digest = createHash('sha256')
        .update(files[path] ?? '')
        .digest('hex');
      const named = file.replace('.', `-${digest.slice(0, 10)}.`);
      // A manifest that lists the file is to stay the same in every release.
      const [ownName, address] = name.startsWith('scorm') ? [file, `${file}?${digest.slice(0, 10)}`] : [named, named];
      expect(path).toBe(ownName);
      expect(page.split(address)).toHaveLength(2);
      expect(page.replace(address, '')).not.toContain(file);
    }
  },
);

test('the page carries the course language and title, the font and a policy that lets nothing foreign in', async () => {
  const page = Buffer.from((await zipOf('scorm12'))['index.html'] ?? []).toString();
  expect(page).toContain('<html lang="fi">');
  expect(page).toContain('<title>Asiakaspalvelun ajokortti</title>');
  expect(page).toContain("default-src 'none'; script-src 'self' 'sha256-");
  expect(page).toContain("connect-src 'self';");
  expect(page.match(/@font-face\{font-family:'Atkinson Hyperlegible Next'/g)).toHaveLength(2);
  expect(page).not.toContain('{{');
  // What loads the page anew where its script is missing, and the first cover's.
  const own = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) =>
    createHash('sha256')
      .update(text ?? '')
      .digest('base64'),
  );
  expect(own).toHaveLength(2);
  for (const hash of own) expect(page).toContain(`'sha256-${hash}'`);
});

test('only xAPI and cmi5 may talk to another host, which is their LRS', async () => {
  const policies = await Promise.all(
    ['scorm12', 'scorm2004-4th', 'web', 'xapi', 'cmi5'].map(async (name) => {
      const page = Buffer.from((await zipOf(name))['index.html'] ?? []).toString();
      return /connect-src[^;]*/.exec(page)?.[0];
    }),
  );
  expect(policies).toEqual([
    ...Array.from({ length: 3 }, () => "connect-src 'self'"),
    ...Array.from({ length: 2 }, () => "connect-src 'self' https: http:"),
  ]);
});

test('the script is one plain script with the content and small templates in it', async () => {
  const files = await zipOf('web');
  const script = startedBy(Buffer.from(files[pathOf(Object.keys(files), 'course.js')] ?? []).toString());
  expect(shownBy(script)).toContain('Vesterinen pitää kohtaamista tärkeänä.');
  expect(script).toContain('<p> <b>Kurssi</b> ${');
  expect(script).not.toMatch(/^\s*(import|export)\b/m);
  const hash = createHash('sha256').update(script).digest('base64');
  expect(Buffer.from(files['index.html'] ?? []).toString()).toContain(`script-src 'self' 'sha256-${hash}'`);
});

/** The script that the package's own one inflates and runs. */
function startedBy(packed: string): string {
  let started = '';
  const document = {
    createElement: () => ({ textContent: '' }),
    head: { append: (element: { readonly textContent: string }) => void (started = element.textContent) },
  };
  runInNewContext(packed, { document, atob, Uint8Array, TextDecoder, TextEncoder });
  return started;
}

/** What the tiny entry's script puts on a page, run here with as much of a browser as it needs. */
function shownBy(script: string): string {
  let shown = '';
  const parent = { append: (text: string) => void (shown += text) };
  const document = { querySelector: () => parent, createTreeWalker: () => null, createComment: () => null };
  runInNewContext(script, { document, atob, Uint8Array, TextDecoder, TextEncoder });
  return shown;
}

test('the licences of what the bundle and the page hold go along', async () => {
  const licences = Buffer.from((await zipOf('web'))['licences.txt'] ?? []).toString();
  expect(licences).toContain('BSD 3-Clause License');
  expect(licences).toContain('SIL OPEN FONT LICENSE');
  expect(licences).toMatch(/^lit-html$/m);
});

test('a launch costs the page and the script, at most one font more, and the result says what it weighs', async () => {
  for (const { launch, zipBytes, name } of result.packages) {
    const folder = join(out, packageFile(name));
    const script = pathOf(await readdir(folder), 'course.js');
    const bytes = (await readFile(join(folder, 'index.html'))).byteLength + (await readFile(join(folder, script))).byteLength;
    expect(launch).toEqual({ requests: 3, bytes });
    expect(zipBytes).toBe((await readFile(`${folder}.zip`)).byteLength);
  }
});

describe('the same input', () => {
  test('gives the same bytes in a time zone half a day away', async () => {
    const other = await mkdtemp(join(tmpdir(), 'aspa-zone-'));
    try {
      await withContent(sampleContent, async (content) => {
        const program = fileURLToPath(new URL('build-tiny.ts', import.meta.url));
        const TZ = new Date().getTimezoneOffset() < 0 ? 'America/Anchorage' : 'Pacific/Kiritimati';
        await promisify(execFile)(process.execPath, ['--import', 'tsx', program, content, other], { env: { ...process.env, TZ } });
      });
      const zips = (await readdir(out)).filter((name) => name.endsWith('.zip'));
      expect(zips).toHaveLength(packageKinds.length);
      for (const name of zips) expect((await readFile(join(other, name))).equals(await readFile(join(out, name))), name).toBe(true);
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });
});

describe('a build that fails', () => {
  test('leaves the packages of the one before untouched', async () => {
    const before = await readFile(join(out, 'aspa-ajokortti-scorm12.zip'));
    const broken = changed('fi/00-alku.md', 'title:', 'titel:');
    await expect(withContent(broken, (content) => build({ content, out, entry }))).rejects.toThrow(ContentError);
    expect(Buffer.compare(await readFile(join(out, 'aspa-ajokortti-scorm12.zip')), before)).toBe(0);
    expect((await readdir(out)).filter((name) => name.includes('.new'))).toEqual([]);
  });

  test('writes nothing where there was nothing', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'aspa-empty-'));
    const foreign = join(empty, 'foreign-entry.ts');
    await writeFile(foreign, 'void fetch("https://example.org/a.json");\n');
    await expect(
      withContent(sampleContent, (content) => build({ content, out: join(empty, 'dist'), formats: ['web'], entry: () => foreign })),
    ).rejects.toThrow('foreign-host');
    expect((await readdir(empty)).map((path) => basename(path))).toEqual(['foreign-entry.ts']);
    await rm(empty, { recursive: true });
  });
});

test('only the packages that were asked for are made', async () => {
  const some = await mkdtemp(join(tmpdir(), 'aspa-some-'));
  await withContent(sampleContent, (content) => build({ content, out: some, formats: ['cmi5'], entry }));
  expect((await readdir(some)).sort()).toEqual(['aspa-ajokortti-cmi5', 'aspa-ajokortti-cmi5.zip']);
  await rm(some, { recursive: true });
});
