/**
 * The ids that classes had in earlier releases, out of `identifiers.lock` beside `course.yaml`: what an LMS or an LRS was told then, it says under
 * those for ever.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LicenceCourse } from '../licence-course.ts';

const MOVED_CLASS = /^[ \t]*class (\S+) movedFrom (\S+)[ \t\r]*$/gm;

/** @param courseFile the `course.yaml` that the course was read from; without a lock beside it no class had another id */
export async function withFormerClasses(course: LicenceCourse, courseFile: string): Promise<LicenceCourse> {
  let lock: string;
  try {
    lock = await readFile(join(dirname(courseFile), 'identifiers.lock'), 'utf8');
  } catch {
    return course;
  }
  const moves = Array.from(lock.matchAll(MOVED_CLASS), ([, to = '', from = '']) => ({ to, from }));
  const classes = course.classes.map((one) => {
    const formerly = formerIds(one.id, moves);
    return formerly.length === 0 ? one : { ...one, formerly };
  });
  return { ...course, classes };
}

function formerIds(id: string, moves: readonly { readonly to: string; readonly from: string }[]): string[] {
  const found = new Set([id]);
  for (const later of found) for (const { to, from } of moves) if (to === later) found.add(from);
  found.delete(id);
  return [...found];
}
