/** The course that is tested, read once in each process of the tests. */
import { fileURLToPath } from 'node:url';
import { readCourse } from '../../build/read-course.ts';

export const contentFolder = fileURLToPath(new URL('../../content', import.meta.url));
export const course = await readCourse(contentFolder);
