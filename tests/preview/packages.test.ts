import disk, { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentType } from '../../src/preview/content-types.ts';
import { isInside, readPackage, UnreadablePackage } from '../../src/preview/read-package.ts';
import { describePackage, isPackage, PackageShelf } from '../../src/preview/package-shelf.ts';
import { tinyManifest, writeTinyPackages } from './tiny-sco.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aspa-packages-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('zips and folders are listed with their standard, title and start', () => {
  writeTinyPackages(folder);
  const found = new PackageShelf(folder).list().filter(isPackage);
  expect(found.map(({ name, standard, title, launch }) => [name, standard, title, launch])).toEqual([
    ['tiny-scorm12.zip', 'scorm12', 'Pieni & kurssi', 'index.html'],
    ['tiny-scorm2004.zip', 'scorm2004', 'Pieni & kurssi', 'index.html'],
    ['unpacked', 'scorm12', 'Pieni & kurssi', 'index.html'],
  ]);
});

test('what a build is writing, or has left when it was stopped, is not offered', () => {
  writeTinyPackages(folder);
  const before = new PackageShelf(folder).list().map(({ name }) => name);
  cpSync(join(folder, 'unpacked'), join(folder, 'tiny-scorm12.new'), { recursive: true });
  cpSync(join(folder, 'unpacked'), join(folder, 'tiny-scorm12.old'), { recursive: true });
  writeFileSync(join(folder, 'tiny-scorm12.new.zip'), 'half');
  expect(new PackageShelf(folder).list().map(({ name }) => name)).toEqual(before);
});

test('a package that is gone by the time it is read is offered as it was, since its successor is on its way', () => {
  writeTinyPackages(folder);
  const shelf = new PackageShelf(folder);
  const before = shelf.list().map(({ name }) => name);
  const changed = disk as { statSync: unknown };
  const look = changed.statSync;
  changed.statSync = () => {
    throw Object.assign(new Error('gone'), { code: 'ENOENT' });
  };
  syncBuiltinESMExports();
  try {
    expect(shelf.list().map(({ name }) => name)).toEqual(before);
  } finally {
    changed.statSync = look;
    syncBuiltinESMExports();
  }
});

test('packages are offered from what most libraries upload to what few do, the newest SCORM 2004 first', () => {
  const zip = (name: string, files: Record<string, string>): void =>
    writeFileSync(join(folder, name), zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))));
  zip('c-cmi5.zip', { 'cmi5.xml': '<courseStructure><au id="https://x/au"><url>index.html</url></au></courseStructure>' });
  zip('c-scorm12.zip', { 'imsmanifest.xml': tinyManifest('scorm12') });
  zip('c-scorm2004-2nd.zip', { 'imsmanifest.xml': tinyManifest('scorm2004').replace('2004 4th Edition', 'CAM 1.3') });
  zip('c-scorm2004-3rd.zip', { 'imsmanifest.xml': tinyManifest('scorm2004').replace('4th', '3rd') });
  zip('c-scorm2004-4th.zip', { 'imsmanifest.xml': tinyManifest('scorm2004') });
  zip('a-broken.zip', { 'imsmanifest.xml': '<manifest/>' });
  zip('b-web.zip', { 'index.html': '' });
  zip('c-xapi.zip', { 'tincan.xml': '<tincan><activity id="https://x"><launch lang="fi">index.html</launch></activity></tincan>' });
  expect(new PackageShelf(folder).list().map(({ name }) => name)).toEqual([
    'c-scorm12.zip',
    'c-scorm2004-4th.zip',
    'c-scorm2004-3rd.zip',
    'c-scorm2004-2nd.zip',
    'c-xapi.zip',
    'c-cmi5.zip',
    'b-web.zip',
    'a-broken.zip',
  ]);
});

test('xAPI, cmi5 and plain web packages are told apart by their manifests', () => {
  const page = { 'index.html': strToU8('') };
  const standardOf = (files: Record<string, string>): string | undefined =>
    describePackage(
      'x',
      new Map(Object.entries({ ...page, ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) })),
    )[0]?.standard;
  expect(standardOf({ 'cmi5.xml': '<courseStructure><au id="https://x/au"><url>index.html</url></au></courseStructure>' })).toBe('cmi5');
  expect(standardOf({ 'tincan.xml': '<tincan><activity id="https://x"><launch lang="fi">index.html</launch></activity></tincan>' })).toBe(
    'xapi',
  );
  expect(standardOf({})).toBe('web');
  expect(describePackage('x', new Map())).toEqual([]);
});

test('each unit of a cmi5 package is a course of its own', () => {
  const unit = (key: string): string =>
    `<au id="https://x/osa/${key}/au"><title><langstring lang="fi">Osa ${key}</langstring></title><url>osa-${key}.html</url></au>`;
  const cmi5 = `<courseStructure><course id="https://x"><title><langstring lang="fi">Kurssi</langstring></title></course>${unit('a')}${unit('b')}</courseStructure>`;
  expect(describePackage('x.zip', new Map([['cmi5.xml', strToU8(cmi5)]])).map(({ files: _, ...rest }) => rest)).toEqual([
    { name: 'x.zip (osa-a.html)', standard: 'cmi5', title: 'Osa a', launch: 'osa-a.html', activityId: 'https://x/osa/a/au' },
    { name: 'x.zip (osa-b.html)', standard: 'cmi5', title: 'Osa b', launch: 'osa-b.html', activityId: 'https://x/osa/b/au' },
  ]);
});

test.each(['../outside.html', '/etc/passwd', 'a/../../b', 'C:\\x', 'a\\..\\b', 'nul\0.html'])(
  'the name %j leads out of a package',
  (name) => {
    expect(isInside(name)).toBe(false);
  },
);

test('a zip that names a file outside of itself is refused whole', () => {
  const path = join(folder, 'evil.zip');
  writeFileSync(path, zipSync({ 'imsmanifest.xml': strToU8(tinyManifest('scorm12')), '../evil.html': strToU8('x') }));
  expect(() => readPackage(path)).toThrow(UnreadablePackage);
  const [found] = new PackageShelf(folder).list();
  expect(found).toMatchObject({ name: 'evil.zip', problem: expect.stringContaining('leads out of the package') as unknown });
});

test('a file that is no zip, and a manifest without a launch, are told as problems', () => {
  writeFileSync(join(folder, 'broken.zip'), 'not a zip');
  writeFileSync(join(folder, 'nothing.zip'), zipSync({ 'imsmanifest.xml': strToU8('<manifest/>') }));
  const problems = new PackageShelf(folder).list().map((found) => ('problem' in found ? found.problem : undefined));
  expect(problems).toEqual([expect.stringContaining('this is no zip that can be read'), expect.stringContaining('nothing to launch')]);
});

test('a package that was built again is read again', () => {
  writeTinyPackages(folder);
  const shelf = new PackageShelf(folder);
  expect(shelf.find('tiny-scorm12.zip')?.title).toBe('Pieni & kurssi');
  const manifest = tinyManifest('scorm12').replaceAll('Pieni', 'Iso');
  writeFileSync(join(folder, 'tiny-scorm12.zip'), zipSync({ 'imsmanifest.xml': strToU8(manifest) }));
  expect(shelf.find('tiny-scorm12.zip')?.title).toBe('Iso & kurssi');
});

test('files are served under the types that browsers need, anything unknown as a download', () => {
  expect(['a.js', 'a.html', 'a.svg', 'a.woff2', 'a.xyz'].map(contentType)).toEqual([
    'text/javascript; charset=utf-8',
    'text/html; charset=utf-8',
    'image/svg+xml',
    'font/woff2',
    'application/octet-stream',
  ]);
});
