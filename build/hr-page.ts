/** HR's page, which reads downloaded reports in the browser. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageSkin } from '../src/records/command/page-skin.ts';
import { HR_PAGE_FILE } from '../src/records/hr-page-file.ts';
import { parseLicenceCourse } from '../src/records/licence-course.ts';
import { hrPageTextIn } from '../src/records/text/hr-page/hr-page-text.ts';
import { selfContainedPage } from './self-contained-page.ts';

/**
 * @param content folder of the content
 * @param out folder of the packages
 * @returns its size in bytes
 */
export async function writeHrPage(content: string, out: string): Promise<number> {
  const page = await makeHrPage(join(content, 'course.yaml'));
  await writeFile(join(out, HR_PAGE_FILE), page);
  return Buffer.byteLength(page);
}

/** @param courseFile the `course.yaml` whose classes and rule the page goes by */
export async function makeHrPage(courseFile: string): Promise<string> {
  const course = parseLicenceCourse(await readFile(courseFile, 'utf8'), courseFile);
  const { title, noScript } = hrPageTextIn('fi');
  return selfContainedPage({
    entry: 'src/records/hr-page/hr-page.ts',
    styles: ['src/records/page/page.css', 'src/records/page/form.css', 'src/records/hr-page/hr-page.css'],
    title,
    noScript,
    places: ['app', 'result'],
    define: { BUILT_IN: JSON.stringify({ course, skin: pageSkin() }) },
    hasWorker: true,
  });
}
