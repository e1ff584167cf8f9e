/** Writes a draft once it has been seen to build: first in a copy of the content, then in the content itself. */
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readCourses } from '../read-course.ts';
import type { Draft } from './new-content.ts';

/**
 * @param folder of the content; made where there is none
 * @throws ContentError where the course would not build: nothing is written then
 */
export async function writeDraft(folder: string, draft: Draft): Promise<void> {
  await mkdir(folder, { recursive: true });
  await withTrial(folder, draft, readCourses);
  await writeAll(folder, draft);
}

/** Does `work` in a copy of the content in which the draft is written, and removes the copy. */
export async function withTrial<T>(folder: string, draft: Draft, work: (trial: string) => Promise<T>): Promise<T> {
  const trial = await mkdtemp(join(tmpdir(), 'aspa-new-'));
  try {
    await cp(folder, trial, { recursive: true });
    await writeAll(trial, draft);
    return await work(trial);
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** Each file beside its place first: what stands there is always whole. */
async function writeAll(folder: string, draft: Draft): Promise<void> {
  for (const [path, text] of draft) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(`${place}.new`, text);
    await rename(`${place}.new`, place);
  }
}
