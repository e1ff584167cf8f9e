/** The file of a further language: its content and the interface's words, handed over to the course's script (`src/text/language-pack.ts`). */
import { fileURLToPath } from 'node:url';
import type { Course, Courses } from '../src/course/course.ts';
import { bundleCourse } from './bundle-course.ts';

const entry = fileURLToPath(new URL('../src/entry/language.ts', import.meta.url));

/** @param parts as for the course's own bundle */
export async function bundleLanguage(course: Course, parts: readonly Courses[] = []): Promise<string> {
  const bundles = await bundleCourse([course], { language: entry }, parts);
  return bundles.get('language')?.code ?? '';
}
