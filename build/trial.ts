/** Sees what would become of the content before anything is written into it. */
import { chmod, cp, mkdir, mkdtemp, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Runs `work` in a copy of a folder in which these files are another; undefined: not there. The copy is removed. What a link leads to is copied
 * too: otherwise the trial would write there. A folder that is not there stays so.
 */
export async function inTrial<T>(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array | undefined>,
  work: (trial: string) => Promise<T>,
): Promise<T> {
  const trial = await mkdtemp(join(tmpdir(), 'aspa-trial-'));
  try {
    if (await leadsSomewhere(folder))
      await cp(await realpath(folder), trial, { recursive: true, dereference: true, filter: leadsSomewhere });
    for (const [path, text] of files) {
      if (text === undefined) await rm(join(trial, path), { force: true });
      else await writeWhole(join(trial, path), text);
    }
    return await work(trial);
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** Emacs marks a file that is open in it by a link to nothing. */
async function leadsSomewhere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/**
 * A file in a folder that is made where there is none: beside its place first, so that what stands there is always whole, also where the disk is
 * full. A file that is there keeps its rights, and a link stays one.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const before = await stat(place).catch(() => undefined);
  const beside = `${place}.new`;
  await mkdir(dirname(place), { recursive: true });
  try {
    await writeFile(beside, content);
    // The mode that a file is made with is less the umask.
    if (before) await chmod(beside, before.mode);
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** A file that is not there yet, in a folder that is made where there is none. @throws Error where there is one of that name */
export async function writeNew(place: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, content, { flag: 'wx' });
}
