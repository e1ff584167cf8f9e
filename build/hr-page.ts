/** HR's page, which reads downloaded reports in the browser. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFormerClasses } from '../src/records/command/former-classes.ts';
import { pageSkin } from '../src/records/command/page-skin.ts';
import { hrPageFile } from '../src/records/hr-page-file.ts';
import { parseLicenceCourse, titleIn, type LicenceCourse } from '../src/records/licence-course.ts';
import { hrPageTextIn } from '../src/records/text/hr-page/hr-page-text.ts';
import { selfContainedPage, type WrittenPage } from './self-contained-page.ts';

/**
 * @param content folder of the content
 * @param out folder of the packages
 */
export async function writeHrPage(content: string, out: string): Promise<WrittenPage> {
  const path = join(content, 'course.yaml');
  const page = await makeHrPage(path);
  const file = hrPageFile(await readLicenceCourse(path));
  await writeFile(join(out, file), page);
  return { file, bytes: Buffer.byteLength(page) };
}

/** @param courseFile the `course.yaml` whose classes and rule the page goes by */
export async function makeHrPage(courseFile: string): Promise<string> {
  const course = await readLicenceCourse(courseFile);
  const { title, noScript } = hrPageTextIn('fi');
  return selfContainedPage({
    entry: 'src/records/hr-page/hr-page.ts',
    styles: ['src/records/page/page.css', 'src/records/page/form.css', 'src/records/hr-page/hr-page.css'],
    title: title(titleIn(course, 'fi')),
    noScript,
    places: ['app', 'result'],
    define: { BUILT_IN: JSON.stringify({ course, skin: pageSkin() }) },
    hasWorker: true,
  });
}

async function readLicenceCourse(courseFile: string): Promise<LicenceCourse> {
  return withFormerClasses(parseLicenceCourse(await readFile(courseFile, 'utf8'), courseFile), courseFile);
}
