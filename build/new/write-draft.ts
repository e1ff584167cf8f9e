/** Writes a draft once it has been seen to build: first in a copy of the content, then in the content itself. */
import { join } from 'node:path';
import { readIfThere } from '../content-file.ts';
import { readCourses } from '../read-course.ts';
import { say } from '../say.ts';
import { writeNew, writeWhole } from '../trial.ts';
import { tried } from './tried-draft.ts';
import { NoPlace } from './insert.ts';
import type { Draft } from './new-content.ts';

/**
 * @param folder of the content; made where there is none
 * @throws ContentError where the course would not build, NoPlace where a new file would replace one: nothing is written then
 */
export async function writeDraft(folder: string, { added, changed }: Draft): Promise<void> {
  for (const path of added.keys()) {
    if (await readIfThere(join(folder, path)))
      throw new NoPlace(say`Kansiossa ${folder} on jo tiedosto ${path}. Siirrä se muualle tai anna sille toinen nimi.`);
  }
  await tried(folder, { added, changed }, (trial) => readCourses(trial));
  for (const [path, content] of added) await writeNew(join(folder, path), content);
  for (const [path, content] of changed) await writeWhole(join(folder, path), content);
}
