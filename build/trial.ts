/** Sees what would become of the content before anything is written into it. */
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs `work` in a copy of a folder in which these files are another; undefined: not there. The copy is removed. */
export async function inTrial<T>(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array | undefined>,
  work: (trial: string) => Promise<T>,
): Promise<T> {
  const trial = await mkdtemp(join(tmpdir(), 'aspa-trial-'));
  try {
    await mkdir(folder, { recursive: true });
    await cp(folder, trial, { recursive: true });
    for (const [path, text] of files) {
      if (text === undefined) await rm(join(trial, path), { force: true });
      else await writeWhole(join(trial, path), text);
    }
    return await work(trial);
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** A file in a folder that is made where there is none: beside its place first, so that what stands there is always whole. */
export async function writeWhole(place: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await writeFile(`${place}.new`, content);
  await rename(`${place}.new`, place);
}
