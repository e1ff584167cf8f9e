/** Makes a release: the packages and pages that are handed on, with their hashes and notes. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build, type BuildOptions } from './build.ts';
import { writeHrPage } from './hr-page.ts';
import { writePackagePage } from './package-page.ts';
import { checkRelease, checkUnchanged, ReleaseRefused } from './release-checks.ts';
import { checksums, releaseNotes, type ReleaseFile } from './release-notes.ts';

const SUMS = 'SHA256SUMS';

export interface ReleaseOptions extends Pick<BuildOptions, 'content' | 'out' | 'formats' | 'particularsLater' | 'entry'> {
  /** Folder of the project: package.json, CHANGELOG.md and the git repository. */
  readonly root: string;
}

/**
 * Everything is made in a fresh folder, which takes its place in `out` only when it is whole. An earlier release there is replaced.
 * @returns the files that are handed on
 * @throws ReleaseRefused, and all that `build` throws
 */
export async function release({ root, content, out, ...options }: ReleaseOptions): Promise<readonly ReleaseFile[]> {
  const part = await checkRelease(root, content);
  await refuseForeignFolder(out);
  const place = resolve(out);
  await mkdir(dirname(place), { recursive: true });
  const fresh = await mkdtemp(join(dirname(place), `${basename(place)}-`));
  try {
    const made = join(fresh, 'new');
    const { courses, packages } = await build({ ...options, content, out: made, release: true });
    await checkUnchanged(content);
    // The unpacked folders are for looking at; what is handed on are the zips.
    for (const { file } of packages) await rm(join(made, file), { recursive: true });
    await writeHrPage(content, made);
    await writePackagePage(courses[0], made);
    const files = await filesIn(made);
    await writeFile(join(made, SUMS), checksums(files));
    await writeFile(join(made, 'NOTES.md'), releaseNotes(part, files));
    await replace(place, made, join(fresh, 'old'));
    return files;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Only a folder that an earlier release has made is taken away. */
async function refuseForeignFolder(out: string): Promise<void> {
  const names = await namesIn(out);
  if (names === undefined || names.length === 0 || names.includes(SUMS)) return;
  throw new ReleaseRefused([`${out} holds other files than a release’s. Name another folder with --out, or empty this one.`]);
}

async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  return readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
}

async function filesIn(folder: string): Promise<readonly ReleaseFile[]> {
  const names = (await readdir(folder)).filter((name) => /\.(zip|html)$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return { name, bytes: bytes.byteLength, hash: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
}

/** @param aside where the earlier release waits, so that it can be put back */
async function replace(place: string, made: string, aside: string): Promise<void> {
  const isThere = (await namesIn(place)) !== undefined;
  if (isThere) await rename(place, aside);
  try {
    await rename(made, place);
  } catch (error) {
    if (isThere) await rename(aside, place);
    throw error;
  }
}
