/**
 * The content as a bundle carries it: deflated JSON in base64. Most learning systems send files as they are, so what is not packed here
 * goes over the line in full.
 */
import { inflateSync, strFromU8 } from 'fflate';
import type { Courses } from '../course/course.ts';

/** @param packed as the build has written it */
export function unpackCourses(packed: string): Courses {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return JSON.parse(strFromU8(inflateSync(bytes))) as Courses;
}
