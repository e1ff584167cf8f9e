/** The content as the author's page needs it: the course, or what is wrong in words. */
import { performance } from 'node:perf_hooks';
import type { Courses } from '../../src/course/course.ts';
import { authorChecks } from '../author-checks/author-checks.ts';
import { toAuthorOf } from '../author-language.ts';
import { ContentError, describe, type ContentMistake } from '../content-error.ts';
import { contentWarnings } from '../content-warnings.ts';
import { readContent } from '../read-course.ts';
import { translationWarnings } from '../outdated-translations.ts';

export type Reading =
  | {
      readonly courses: Courses;
      readonly warnings: readonly string[];
      readonly milliseconds: number;
      /** What an editor would ask to look at again; it takes a while and nobody waits for it. */
      readonly remarks: () => Promise<string[]>;
    }
  | { readonly mistakes: readonly ContentMistake[] };

/** @throws what is no mistake in the content, a folder that cannot be read say */
export function readForPage(content: string): Promise<Reading> {
  return toAuthorOf(content, () => read(content));
}

async function read(content: string): Promise<Reading> {
  const start = performance.now();
  try {
    const { courses, marks, sources } = await readContent(content);
    const languages = courses.map(({ language }) => language);
    return {
      courses,
      warnings: [...contentWarnings(courses[0]), ...translationWarnings(marks.faults)],
      milliseconds: performance.now() - start,
      remarks: () => toAuthorOf(content, async () => (await authorChecks(content, languages, sources)).map(describe)),
    };
  } catch (error) {
    if (error instanceof ContentError) return { mistakes: error.mistakes };
    throw error;
  }
}
