/** The administrator's page, which makes a municipality's own package in the browser. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Course } from '../src/course/course.ts';
import { packagePageFile } from '../src/own-package/package-page-file.ts';
import { ownPackageTextIn } from '../src/own-package/text/own-package-text.ts';
import { selfContainedPage, type WrittenPage } from './self-contained-page.ts';

/** @param out folder of the packages */
export async function writePackagePage(course: Course, out: string): Promise<WrittenPage> {
  const page = await makePackagePage(course);
  const file = packagePageFile(course);
  await writeFile(join(out, file), page);
  return { file, bytes: Buffer.byteLength(page) };
}

export async function makePackagePage(course: Pick<Course, 'name'> = {}): Promise<string> {
  const { title, noScript } = ownPackageTextIn('fi');
  return selfContainedPage({
    entry: 'src/own-package/page/own-package-page.ts',
    styles: ['src/records/page/page.css', 'src/records/page/form.css', 'src/own-package/page/page.css'],
    title,
    noScript,
    places: ['app'],
    define: { COURSE: JSON.stringify({ name: course.name }) },
  });
}
