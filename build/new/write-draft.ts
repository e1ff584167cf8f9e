/** Writes a draft once it has been seen to build: first in a copy of the content, then in the content itself. */
import { join } from 'node:path';
import { readCourses } from '../read-course.ts';
import { inTrial, writeWhole } from '../trial.ts';
import type { Draft } from './new-content.ts';

/**
 * @param folder of the content; made where there is none
 * @throws ContentError where the course would not build: nothing is written then
 */
export async function writeDraft(folder: string, draft: Draft): Promise<void> {
  await inTrial(folder, draft, (trial) => readCourses(trial));
  for (const [path, text] of draft) await writeWhole(join(folder, path), text);
}
