/** The parts of the content that are taken by themselves, in every language. */
import { partsOf } from '../src/course/course-parts.ts';
import type { Course, Courses, Language } from '../src/course/course.ts';
import { part as en } from '../src/text/part/en.ts';
import { part as fi } from '../src/text/part/fi.ts';
import { namesIn, type PartText } from '../src/text/part/part-text.ts';
import { part as sv } from '../src/text/part/sv.ts';

const WORDS: Readonly<Record<Language, PartText>> = { fi, sv, en };

/** @param material with the texts of whole and parts (`ReadContent.material`) */
export function partCourses(material: Courses): Courses[] {
  const [main, ...others] = material.map((course) => partsOf(course, namesIn(WORDS[course.language]))) as [Course[], ...Course[][]];
  return main.map((first, index): Courses => [first, ...others.flatMap((parts) => parts[index] ?? [])]);
}
