/** Sees a draft in a copy of the content. What is wrong with the draft alone stands in no file of the author: no line is told of it. */
import { ContentError } from '../content-error.ts';
import { readCourses } from '../read-course.ts';
import { say, spokenLanguage } from '../say.ts';
import { inTrial } from '../trial.ts';
import { NoPlace } from './insert.ts';
import type { Draft } from './new-content.ts';

/**
 * @param folder of the content; made where there is none
 * @throws ContentError where the content has mistakes of its own, NoPlace where it has them only with the draft
 */
export async function tried<T>(folder: string, { added, changed }: Draft, work: (trial: string) => Promise<T>): Promise<T> {
  try {
    return await inTrial(folder, new Map([...added, ...changed]), work);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    if (!added.has('course.yaml')) await readCourses(folder);
    // A translation is held to its original, and may differ from it for no other reason than the mistake there.
    const inOriginal = error.mistakes.find(({ file }) => file.startsWith(`${spokenLanguage()}/`));
    const { what, instead } = inOriginal ?? error.mistakes[0] ?? { what: '', instead: '' };
    throw new NoPlace(say`Mitään ei kirjoitettu, koska kurssia ei voisi sen jälkeen rakentaa: ${what} ${instead}`, {
      cause: error,
    });
  }
}
