/** Writes a package: its zip, and the same files in a folder. */
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MadePackage } from './package-contents.ts';
import { packageFile } from './packages.ts';

/** Fails where a file is there already (open(2), O_EXCL). */
const NEW_FILE = { flag: 'wx' };

/**
 * Writes `<out>/<course>-<kind>.zip` and the same files in a folder of that name. Both are written beside their place first and then
 * moved there, so that what stands there is always whole: the former folder is moved away before it is deleted. What is written first is made
 * anew: a link in its place is never followed.
 */
export async function writePackage({ course, kind, files, zip }: MadePackage, out: string): Promise<void> {
  const target = join(out, packageFile(kind.name, course));
  const fresh = `${target}.new`;
  const former = `${target}.old`;
  for (const left of [fresh, `${fresh}.zip`, former]) await rm(left, { recursive: true, force: true });
  await mkdir(fresh);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(fresh, path)), { recursive: true });
    await writeFile(join(fresh, path), bytes, NEW_FILE);
  }
  await writeFile(`${fresh}.zip`, zip, NEW_FILE);
  await rename(`${fresh}.zip`, `${target}.zip`);
  if (await isThere(target)) await rename(target, former);
  await rename(fresh, target);
  await rm(former, { recursive: true, force: true });
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
