/** The course in several languages: taken in one, gone on with in another, in an LMS and from a disk. */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { readCourses } from '../../build/read-course.ts';
import type { Course, Language } from '../../src/course/course.ts';
import { en } from '../../src/text/en.ts';
import { accessibilityFaults } from './accessibility.ts';
import { test } from './engines.ts';
import { chromiumEngine } from './playwright-engine.ts';
import { expectAllReported, storedAnswers } from './reported.ts';
import { LibraryWorker, type Written } from './take-licence.ts';
import { packagesFolder, TestLms } from './test-lms.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const courses: ReadonlyMap<Language, Course> = new Map((await readCourses(content)).map((course) => [course.language, course]));

function courseIn(language: Language): Course {
  const course = courses.get(language);
  if (!course) throw new Error(`There is no course in ${language}.`);
  return course;
}

test('opened in Swedish, switched to English in the middle of the compulsory part, closed and opened again: everything is there', async ({
  newBrowser,
}) => {
  const lms = await TestLms.start();
  const written: Written = new Map();
  // The one test of the gate that takes the package of the 3rd edition in a browser.
  const choice = { package: 'aspa-ajokortti-scorm2004-3rd.zip', profile: 'strict-2004-3rd', learner: 'ake.bokman' } as const;
  /** At a machine where the learner has not been before. */
  const atMachine = async (does: (workerIn: (language: Language) => LibraryWorker, player: string) => Promise<void>): Promise<string> => {
    const browser = await newBrowser(chromiumEngine);
    try {
      const player = await lms.launch(choice);
      const window = await browser.newWindow();
      await window.goTo(player);
      await does((language) => new LibraryWorker(window.course, courseIn(language), written), player);
      return player;
    } finally {
      await browser.quit();
    }
  };
  const shown = ({ view }: LibraryWorker): Promise<(string | undefined)[]> =>
    view.read({ css: 'h1' }, ([heading]) => [document.documentElement.lang, heading?.textContent?.replaceAll('\u00AD', '').trim()]);
  try {
    await atMachine(async (workerIn, address) => {
      const swedish = workerIn('sv');
      await swedish.arrives();
      expect(await shown(swedish)).toEqual(['sv', courseIn('sv').title]);
      await swedish.opens(chapterA('sv'));
      await swedish.writes('a.training.agreed', 'Varje vecka – på svenska, åäö');
      await swedish.speaks('English');
      await expect.poll(() => shown(swedish)).toEqual(['en', chapterA('en').title]);
      expect(await swedish.reads('a.training.agreed')).toBe('Varje vecka – på svenska, åäö');
      const english = workerIn('en');
      await english.takes('a');
      await english.findsEverythingIn('a');
      await english.leaves({ exit: en.shell.exit, closed: en.insteadOfCourse.closed.title });
      await expect.poll(() => storedAnswers(lms.stored(address)), { timeout: 60_000 }).toMatchObject(Object.fromEntries(written));
    });
    await lms.restart();
    // The LMS asks for Swedish as before, and she has chosen English.
    const player = await atMachine(async (workerIn) => {
      const english = workerIn('en');
      await english.arrives();
      expect(await shown(english)).toEqual(['en', courseIn('en').title]);
      await english.findsEverythingIn('a');
    });
    const received = await lms.received(player);
    expect(received.status).toBe('completed');
    // Whoever trains reads one language, whatever the learners read.
    expectAllReported(received, written, courseIn('fi'), { picks: 'ids', mayBeShortened: true });
  } finally {
    await lms.stop();
  }
});

function chapterA(language: Language): Course['chapters'][number] {
  const chapter = courseIn(language).chapters.find(({ id }) => id === 'a');
  if (!chapter) throw new Error('The course has no chapter A.');
  return chapter;
}

const SWEDISH = /\/course-sv(?:-[0-9a-f]{10}\.js$|\.js\?)/;

const onDisk = (): string => pathToFileURL(join(packagesFolder, 'aspa-ajokortti-web', 'index.html')).href;

test.describe('from a disk, in a browser that asks for Swedish', () => {
  test.use({ locale: 'sv-FI' });

  test('the course is in Swedish, without a fault of accessibility', async ({ page }) => {
    await page.goto(onDisk());
    await expect(page.getByRole('heading', { name: courseIn('sv').title, exact: true })).toBeVisible();
    await expect(page.locator('a.start')).toBeFocused();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('where the file does not come, it is in Finnish, says so in Swedish, and what is written stays when the file comes after all', async ({
    page,
  }) => {
    await page.route(SWEDISH, (route) => route.abort());
    await page.goto(`${onDisk()}#a/a.training.agreed`);
    await expect(page.getByRole('heading', { name: 'Kursen öppnades inte på svenska' })).toBeVisible();
    await page.locator('[data-field="a.training.agreed"] textarea').fill('Kirjoitettu suomeksi');
    await page.unroute(SWEDISH);
    await page.getByRole('button', { name: 'Försök på nytt' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
    await expect(page.locator('[data-field="a.training.agreed"] textarea')).toHaveValue('Kirjoitettu suomeksi');
  });
});
