/** Where the course's own file is found. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseLicenceCourse, type LicenceCourse } from '../licence-course.ts';
import { RecordsError } from '../records-error.ts';
import { withFormerClasses } from './former-classes.ts';

/** This project's own course. */
export const OWN_COURSE = fileURLToPath(new URL('../../../content/course.yaml', import.meta.url));

/** @throws RecordsError usage */
export async function readLicenceCourse(path: string): Promise<LicenceCourse> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new RecordsError('usage', (text) => text.course.unreadable(path), { cause: error });
  }
  return withFormerClasses(parseLicenceCourse(text, path), path);
}
