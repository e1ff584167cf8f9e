/** Pictures for the guides of authors and administrators: the exercises of the course, and the pages that an administrator uses. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { build } from '../../build/build.ts';
import type { Pictures } from '../../build/guide-page.ts';
import { writePackagePage } from '../../build/package-page.ts';
import { readCourse } from '../../build/read-course.ts';
import type { Course, Language } from '../../src/course/course.ts';
import { SUPPORT_PAGE } from '../../src/shell/navigation/route.ts';
import { chromiumOptions } from '../chromium-options.ts';
import { TestLms } from '../e2e/test-lms.ts';
import { CourseWindow } from '../gallery/course-window.ts';
import { taken } from './taken-picture.ts';

/** The frame in which Moodle shows the course. */
const WINDOW = { width: 714, height: 666 };
const ZIP = 'aspa-ajokortti-scorm12.zip';

export interface CoursePictures {
  /** An exercise of each kind, by the name of its kind. */
  exercises(language: Language): Promise<Pictures>;
  /** `preview`, `support` and `package`. */
  administration(): Promise<Pictures>;
}

/** Builds the course, and hands over what takes its pictures while a browser is there. */
export async function withCoursePictures(content: string, use: (pictures: CoursePictures) => Promise<void>): Promise<void> {
  const packages = await mkdtemp(join(tmpdir(), 'aspa-guide-'));
  const browser = await chromium.launch(chromiumOptions());
  try {
    await build({ content, out: packages, formats: ['scorm12', 'web'] });
    const course = await readCourse(content);
    const { file } = await writePackagePage(course, packages);
    const lms = await TestLms.start(packages);
    try {
      await use({
        exercises: (language) => exercises(browser, lms, course, language),
        administration: () => administration(browser, lms, packages, file),
      });
    } finally {
      await lms.stop();
    }
  } finally {
    await browser.close();
    await rm(packages, { recursive: true, force: true });
  }
}

/** Nothing is written in them: what an exercise asks is seen best so. */
async function exercises(browser: Browser, lms: TestLms, course: Course, language: Language): Promise<Pictures> {
  const window = await CourseWindow.open(browser, lms, { state: 'empty', language, scheme: 'light' });
  const pictures: Record<string, NonNullable<Pictures[string]>> = {};
  try {
    for (const { id: chapter, parts } of course.chapters)
      for (const part of parts) {
        if (part.type !== 'exercise' || part.exercise.kind in pictures) continue;
        const { id, kind } = part.exercise;
        await window.show({ place: `${chapter}/${id}`, ...WINDOW });
        pictures[kind] = await taken(window.page, window.page.locator(`[data-exercise="${id}"]`));
      }
    return pictures;
  } finally {
    await window.close();
  }
}

/** In an LMS that saves, as an administrator sees them after the upload. */
async function administration(browser: Browser, lms: TestLms, packages: string, file: string): Promise<Pictures> {
  const page = await browser.newPage({ viewport: { width: 860, height: 800 }, locale: 'en' });
  const window = await CourseWindow.open(browser, lms, { state: 'earned', language: 'en', scheme: 'light' });
  try {
    await page.goto(lms.address);
    const preview = await taken(page, page.locator('main'));
    await page.goto(pathToFileURL(join(packages, file)).href);
    await page.locator('.languages [lang=en]').click();
    await page.locator('#own-file').setInputFiles(join(packages, ZIP));
    const own = await taken(page, page.locator('main'));
    await window.show({ place: SUPPORT_PAGE, ...WINDOW });
    return { preview, package: own, support: await taken(window.page, window.page.locator('#course')) };
  } finally {
    await window.close();
    await page.close();
  }
}
