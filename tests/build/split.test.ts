import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, type BuildResult } from '../../build/build.ts';
import { manifestElements } from '../../build/manifest-elements.ts';
import { packageFile, type PackageName } from '../../build/packages.ts';
import { UnknownPart } from '../../build/make-packages.ts';
import { cmi5PartsManifest } from '../../manifests/cmi5.ts';
import type { Course, Courses } from '../../src/course/course.ts';
import { comparePackages } from '../../src/own-package/compare-packages.ts';
import { makePackage } from '../../src/own-package/make-package.ts';
import { namedAs, readPackage, type PackageInHand } from '../../src/own-package/read-package.ts';
import { settingsBlockIn } from '../../src/own-package/settings-block.ts';
import { textIn } from '../../src/own-package/zip-package.ts';
import { changed, sampleContent, withContent } from './sample-content.ts';

const entry = (): string => fileURLToPath(new URL('tiny-entry.ts', import.meta.url));
const whole = 'https://esimerkki.fi/kurssit/ajokortti';

let out: string;
let result: BuildResult;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'aspa-split-'));
  await withContent(sampleContent, async (content) => {
    result = await build({ content, out, entry, split: true });
    await build({ content, out, entry, formats: ['scorm12', 'cmi5'] });
  });
});

afterAll(() => rm(out, { recursive: true, force: true }));

const inHand = async (name: PackageName, part?: string): Promise<PackageInHand> =>
  readPackage(await readFile(join(out, `${packageFile(name, part === undefined ? {} : { name: `aspa-ajokortti-${part}` })}.zip`)));

test('each part is a package of each standard; in cmi5 one package holds them all', async () => {
  const made = (await readdir(out)).filter((name) => name.endsWith('.zip') && !/-ajokortti-(scorm12|cmi5)\.zip/.test(name)).sort();
  const names = ['scorm12', 'scorm2004-3rd', 'scorm2004-4th', 'web', 'xapi'];
  expect(made).toEqual(
    [...['a', 'b'].flatMap((key) => names.map((name) => `aspa-ajokortti-${key}-${name}.zip`)), 'aspa-ajokortti-osat-cmi5.zip'].sort(),
  );
  expect(result.packages).toHaveLength(made.length);
});

test('a part has identifiers of its own, and its own title', async () => {
  for (const name of ['scorm12', 'scorm2004-4th'] as const) {
    const elements = manifestElements(textIn((await inHand(name, 'b')).files, 'imsmanifest.xml'));
    const identifiers = elements.flatMap(({ name: tag, attributes }) =>
      attributes['identifier'] ? [`${tag} ${attributes['identifier']}`] : [],
    );
    expect(identifiers).toEqual([
      'manifest aspa-ajokortti-b',
      'organization aspa-ajokortti-b-organization',
      'item aspa-ajokortti-b-item',
      'resource aspa-ajokortti-b-resource',
    ]);
    expect(elements.find((one) => one.name === 'title')?.text).toBe('Asiakaspalvelun ajokortti: B Tieto verkosta');
  }
});

test('in xAPI a part is an activity of its own, its class one of the whole', async () => {
  const elements = manifestElements(textIn((await inHand('xapi', 'b')).files, 'tincan.xml'));
  expect(elements.flatMap(({ name, attributes }) => (name === 'activity' ? [attributes['id']] : []))).toEqual([
    `${whole}/osa/b`,
    `${whole}/class/b`,
  ]);
});

describe('the cmi5 package of all parts', () => {
  test('has a unit for each, which counts where the licence asks for it', async () => {
    const { files } = await inHand('cmi5', 'osat');
    const elements = manifestElements(textIn(files, 'cmi5.xml'));
    const units = elements.filter(({ name }) => name === 'au');
    expect(elements.find(({ name }) => name === 'course')?.attributes['id']).toBe(`${whole}/osat`);
    expect(
      units.map(({ attributes: { id, moveOn }, children }) => [id, moveOn, children.find(({ name }) => name === 'url')?.text]),
    ).toEqual([
      [`${whole}/osa/a/au`, 'Completed', 'osa-a.html'],
      [`${whole}/osa/b/au`, 'NotApplicable', 'osa-b.html'],
    ]);
    const page = textIn(files, 'osa-b.html');
    expect(/<html[^>]*>/.exec(page)?.[0]).toBe('<html lang="fi" data-part="b">');
    expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe('Asiakaspalvelun ajokortti: B Tieto verkosta');
  });

  test('waits for all classes that may count where none is needed by itself', () => {
    const unit = (key: string, ids: readonly string[]): Courses => {
      const classes = ids.map((id) => ({ id, title: id, compulsory: true }));
      return [
        { id: `${whole}/osa/${key}`, part: { of: whole, key }, title: key, description: key, language: 'fi', classes } as unknown as Course,
      ];
    };
    const all = ['B', 'C', 'X'].map((id) => ({ id, title: id, compulsory: false }));
    const course = { ...unit('x', [])[0], id: whole, classes: all, licence: [{ rule: { atLeast: 1, of: ['B', 'C'] } }] };
    const manifest = cmi5PartsManifest([course], [unit('b', ['B']), unit('c', ['C']), unit('x', ['X'])]);
    expect([...manifest.matchAll(/moveOn="(\w+)"/g)].map(([, moveOn]) => moveOn)).toEqual(['Completed', 'Completed', 'NotApplicable']);
  });

  test('takes a municipality’s settings in every page', async () => {
    const given = await inHand('cmi5', 'osat');
    if (!given.settings) throw new Error('The package has no settings.');
    const { files } = await makePackage(given, { ...given.settings, organization: 'Esimerkkikunta' });
    for (const page of ['osa-a.html', 'osa-b.html']) {
      expect(settingsBlockIn(textIn(files, page)).settings.organization).toBe('Esimerkkikunta');
      expect(textIn(files, page)).toContain('data-part=');
    }
  });
});

test('an update is looked at part by part, and a part never takes the place of the whole', async () => {
  const [part, course, units, allUnits] = await Promise.all([
    inHand('scorm12', 'b'),
    inHand('scorm12'),
    inHand('cmi5'),
    inHand('cmi5', 'osat'),
  ]);
  expect(comparePackages(part, part)).toEqual([]);
  expect(comparePackages(allUnits, allUnits)).toEqual([]);
  const names = { before: 'Asiakaspalvelun ajokortti: B Tieto verkosta', after: 'Asiakaspalvelun ajokortti' };
  expect(comparePackages(part, course)).toEqual([{ kind: 'shape', ...names }]);
  expect(comparePackages(course, part)).toEqual([{ kind: 'shape', before: names.after, after: names.before }]);
  expect(comparePackages(units, allUnits)).toEqual([{ kind: 'shape', before: names.after, after: `${names.after}: osat` }]);
});

test('a part whose title is longer than SCORM 1.2 takes has a shorter one in its manifest', async () => {
  const longChapter = changed('fi/01-b.md', 'title: Tieto verkosta', `title: ${'Tietoa '.repeat(20)}`);
  const files = changed('course.yaml', 'title: Asiakaspalvelun ajokortti', `title: ${'Ajokortti '.repeat(12)}`, longChapter);
  const folder = await mkdtemp(join(tmpdir(), 'aspa-long-'));
  await withContent(files, (content) => build({ content, out: folder, entry, split: ['b'], formats: ['scorm12'] }));
  const { files: made } = await readPackage(await readFile(join(folder, 'aspa-ajokortti-b-scorm12.zip')));
  const title = manifestElements(textIn(made, 'imsmanifest.xml')).find(({ name }) => name === 'title')?.text;
  expect(title).toMatch(/^Ajokortti [^]{189}…$/);
  await rm(folder, { recursive: true });
});

test('a course of one part is split, too', async () => {
  const oneClass = changed('fi/01-b.md', 'classes: [B]', 'classes: [A1]', changed('course.yaml', /\n {2}- \{ id: B[^\n]*/, ''));
  const folder = await mkdtemp(join(tmpdir(), 'aspa-one-part-'));
  const { packages } = await withContent(oneClass, (content) =>
    build({ content, out: folder, entry, split: true, formats: ['cmi5', 'web'] }),
  );
  expect(packages.map(({ file }) => file)).toEqual(['aspa-ajokortti-a-web', 'aspa-ajokortti-osat-cmi5']);
  const read = await readPackage(await readFile(join(folder, 'aspa-ajokortti-osat-cmi5.zip')));
  expect(packageFile('cmi5', namedAs(read))).toBe('aspa-ajokortti-osat-cmi5');
  await rm(folder, { recursive: true });
});

test('a part that is not there is told, with those that are', async () => {
  const asked = withContent(sampleContent, (content) => build({ content, out, entry, split: ['x'] }));
  await expect(asked).rejects.toThrow(UnknownPart);
  await expect(asked).rejects.toThrow(/“x”[^]*a {2}Asiakaspalvelun ajokortti: A Yhdenvertainen kirjasto\n {2}b {2}Asiakaspalvelun/);
});
