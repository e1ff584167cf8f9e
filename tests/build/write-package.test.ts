/** Writing a package: what stands in its folder is whole, and nothing outside of it is touched. */
import disk, { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePackage } from '../../build/write-package.ts';
import { samplePackage } from './packages-of-sample.ts';

let folder = '';
let out = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aspa-write-'));
  out = join(folder, 'out');
  await mkdir(out);
});

afterEach(() => rm(folder, { recursive: true }));

test('links that somebody laid where the new files are written first are replaced, not followed', async () => {
  const elsewhere = join(folder, 'elsewhere');
  await mkdir(elsewhere);
  await writeFile(join(elsewhere, 'kept.txt'), 'jonkun muun');
  await symlink(join(elsewhere, 'kept.txt'), join(out, 'aspa-ajokortti-web.new.zip'));
  await symlink(elsewhere, join(out, 'aspa-ajokortti-web.new'));
  const made = await samplePackage('web');
  await writePackage(made, out);
  expect(await readdir(elsewhere)).toEqual(['kept.txt']);
  expect(await readFile(join(elsewhere, 'kept.txt'), 'utf8')).toBe('jonkun muun');
  expect((await readdir(out)).sort()).toEqual(['aspa-ajokortti-web', 'aspa-ajokortti-web.zip']);
  for (const name of await readdir(out)) expect((await lstat(join(out, name))).isSymbolicLink()).toBe(false);
  expect(new Uint8Array(await readFile(join(out, 'aspa-ajokortti-web.zip')))).toEqual(new Uint8Array(made.zip));
});

test('what a build that was stopped left behind is no obstacle', async () => {
  await mkdir(join(out, 'aspa-ajokortti-web.new', 'deep'), { recursive: true });
  await writeFile(join(out, 'aspa-ajokortti-web.new', 'deep', 'old.js'), 'vanha');
  await writeFile(join(out, 'aspa-ajokortti-web.new.zip'), 'puolikas');
  await writePackage(await samplePackage('web'), out);
  expect((await readdir(out)).sort()).toEqual(['aspa-ajokortti-web', 'aspa-ajokortti-web.zip']);
  expect(await readdir(join(out, 'aspa-ajokortti-web'))).not.toContain('deep');
});

test('a build that is stopped while it deletes the folder before leaves a whole one', async () => {
  const made = await samplePackage('web');
  await writePackage(made, out);
  const remove = disk.rm;
  disk.rm = async (path) => {
    const [page] = await readdir(String(path)).catch((): string[] => []);
    if (page === undefined) return;
    await unlink(join(String(path), page));
    throw new Error('stopped');
  };
  syncBuiltinESMExports();
  try {
    await expect(writePackage(made, out)).rejects.toThrow('stopped');
  } finally {
    disk.rm = remove;
    syncBuiltinESMExports();
  }
  expect((await readdir(join(out, 'aspa-ajokortti-web'))).sort()).toEqual([...made.files.keys()].sort());
  await writePackage(made, out);
  expect((await readdir(out)).sort()).toEqual(['aspa-ajokortti-web', 'aspa-ajokortti-web.zip']);
});
