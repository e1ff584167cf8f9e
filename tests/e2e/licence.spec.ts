/** The whole licence, taken in the preview LMS: closed half-way, gone on with on other days at other machines, finished. */
import { expect } from '@playwright/test';
import type { Chapter, Exercise } from '../../src/course/course.ts';
import { fieldsOf } from '../../src/course/fields.ts';
import { countOf, licenceRuleOf } from '../../src/course/licence-rule.ts';
import { objectiveId } from '../../src/course/course-identifiers.ts';
import type { ProfileId } from '../../src/simulator/lms-profiles.ts';
import { fi } from '../../src/text/fi.ts';
import { engines, test } from './engines.ts';
import { nightlyIf } from './nightly.ts';
import { expectAllReported, storedAnswers, type Reporting } from './reported.ts';
import { chaptersToTake, exercisesIn, LibraryWorker, longText, type Written } from './take-licence.ts';
import { TestLms } from './test-lms.ts';
import type { BrowserWindow, Engine } from './view.ts';
import { course } from './whole-course.ts';

interface Run {
  readonly package: string;
  readonly profile: ProfileId;
  readonly reporting: Reporting;
  readonly in: readonly Engine['name'][];
  /** Engines that run it in the nightly tests only. */
  readonly nightly?: readonly Engine['name'][];
  readonly text?: (fieldId: string) => string;
}

const scorm12: Reporting = { picks: 'words', mayBeShortened: false };
const scorm2004: Reporting = { picks: 'ids', mayBeShortened: true };
const everywhere = ['Chromium', 'Firefox', 'WebKit'] as const;
/**
 * A whole licence in SCORM 1.2 as most libraries have it, in Chromium, which takes it in cmi5 too (xapi.spec.ts), and the compulsory part with the
 * package of the 3rd edition (languages.spec.ts). The other engines and packages, and texts that need pages, run each night.
 */
const runs: readonly Run[] = [
  { package: 'scorm12', profile: 'moodle', reporting: scorm12, in: everywhere, nightly: ['Firefox', 'WebKit'] },
  {
    package: 'scorm12',
    profile: 'strict-1.2',
    reporting: scorm12,
    in: ['Chromium', 'Firefox'],
    nightly: ['Chromium', 'Firefox'],
    text: longText,
  },
  { package: 'scorm2004-3rd', profile: 'strict-2004-3rd', reporting: scorm2004, in: ['Chromium'], nightly: ['Chromium'] },
  { package: 'scorm2004-4th', profile: 'strict-2004', reporting: scorm2004, in: everywhere, nightly: everywhere },
];

// Every test has an LMS and profiles of its own.
test.describe.configure({ mode: 'parallel' });

const DAY = 24 * 60 * 60 * 1000;
const chapters = chaptersToTake(course);
const half = Math.ceil(chapters.length / 2);
const [firstHalf, middle, last] = [chapters.slice(0, half), chapters.slice(half, -1), chapters.slice(-1)];

for (const engine of engines) {
  for (const run of runs.filter((each) => each.in.includes(engine.name))) {
    test(
      `${engine.name}: the licence is taken with ${run.package} in ${run.profile} over three days, the LMS has all of it, and goes on saving`,
      nightlyIf(run.nightly?.includes(engine.name)),
      async ({ newBrowser }) => {
        test.skip(engine.missing !== undefined, engine.missing);
        test.setTimeout(480_000);
        const lms = await TestLms.start();
        const written: Written = new Map();
        const choice = { package: `aspa-ajokortti-${run.package}.zip`, profile: run.profile };
        /** A day at a machine where she has not been before. */
        const onDay = async (
          day: number,
          does: (worker: LibraryWorker, window: BrowserWindow, player: string) => Promise<void>,
        ): Promise<string> => {
          const browser = await newBrowser(engine, new Date(Date.now() + day * DAY));
          try {
            const player = await lms.launch(choice);
            const window = await browser.newWindow();
            await window.goTo(player);
            const worker = new LibraryWorker(window.course, course, written, run.text);
            await worker.arrives();
            await does(worker, window, player);
            return player;
          } finally {
            await browser.quit();
          }
        };
        try {
          const player = await onDay(0, async (worker, window, address) => {
            await expect.poll(async () => (await lms.received(address)).status, { timeout: 60_000 }).toBe('incomplete');
            await worker.takes(...firstHalf);
            await expect.poll(() => storedAnswers(lms.stored(address)), { timeout: 60_000 }).toMatchObject(Object.fromEntries(written));
            await worker.writes(lastTextFieldOf(firstHalf, written), 'Viime hetkellä ennen kuin ikkuna sulkeutuu – ä');
            await window.close();
            // The browser delivers what a page sent in leaving, as long as it runs itself.
            await expect.poll(() => storedAnswers(lms.stored(address)), { timeout: 60_000 }).toMatchObject(Object.fromEntries(written));
          });
          await lms.restart();
          await onDay(1, async (worker, _window, address) => {
            await expect.poll(() => worker.resumedAt()).toContain(lastExerciseOf(firstHalf));
            await worker.findsEverythingIn(...firstHalf);
            await worker.takes(...middle);
            await expect.poll(() => storedAnswers(lms.stored(address)), { timeout: 60_000 }).toMatchObject(Object.fromEntries(written));
            // Her browser ends without another word.
          });
          await lms.restart();
          await onDay(2, async (worker) => {
            await expect.poll(() => worker.resumedAt()).toContain(lastExerciseOf(middle));
            await worker.takes(...last);
            await worker.findsEverythingIn(...chapters);
            await worker.leaves({ exit: fi.shell.exit, closed: fi.insteadOfCourse.closed.title });
            // Nothing is said to be lost; whether it is proven already depends on what the last visit changed.
            const words = await worker.view.read({ css: 'aspa-instead-of-course' }, ([page]) => page?.shadowRoot?.textContent ?? '');
            expect(
              [fi.insteadOfCourse.closed.saved, fi.insteadOfCourse.closed.sent].some((each) => words.includes(each)),
              words,
            ).toBe(true);
          });
          const received = await lms.received(player);
          expect(received).toMatchObject({ status: 'completed', score: '100', launches: 3 });
          expect(received.seconds).toBeGreaterThan(0);
          expect(received.objectives).toEqual(course.classes.map(({ id }) => ({ id: objectiveId(id), status: 'completed' })));
          if (run.text === longText) expect(lms.stored(player), 'it needs pages').toHaveProperty(['cmi.objectives.10.id']);
          expect(storedAnswers(lms.stored(player))).toMatchObject(Object.fromEntries(written));
          expectAllReported(received, written, course, run.reporting);
          await onDay(3, async (worker, window) => {
            await worker.opens(chapterOf(last[0]));
            await worker.writes(lastTextFieldOf(last, written), 'Luvan saatuaankin voi oppia – ja kirjoittaa.');
            await window.close();
            // Here too the browser runs on until it has delivered that.
            await expect.poll(() => storedAnswers(lms.stored(player)), { timeout: 60_000 }).toMatchObject(Object.fromEntries(written));
          });
          expect(await lms.received(player)).toMatchObject({ status: 'completed', score: '100' });
        } finally {
          await lms.stop();
        }
      },
    );
  }
}

test('Chromium: without an LMS the licence is taken in this browser, which has all of it at the next visit', async ({ newBrowser }) => {
  test.setTimeout(480_000);
  const lms = await TestLms.start();
  const browser = await newBrowser(engines[0] as Engine);
  const written: Written = new Map();
  const visits = async (): Promise<{ worker: LibraryWorker; window: BrowserWindow }> => {
    const window = await browser.newWindow();
    await window.goTo(new URL('web/aspa-ajokortti-web.zip/index.html', lms.address).href);
    const worker = new LibraryWorker(window.course, course, written);
    await worker.arrives();
    return { window, worker };
  };
  try {
    const first = await visits();
    await first.worker.takes(...chapters);
    await first.window.close();
    const { worker } = await visits();
    await worker.findsEverythingIn(...chapters);
    const progress = await worker.view.read({ css: 'aspa-course-header' }, ([header]) => header?.shadowRoot?.textContent ?? '');
    const { need } = countOf(licenceRuleOf(course), () => true);
    const others = course.classes.length - need;
    expect(progress).toContain(fi.licence.progress([need, need], [others, others]));
    await worker.opensPage('tyokirja', fi.workbook.page);
    const workbook = await worker.view.read({ css: 'aspa-my-workbook' }, ([page]) => page?.shadowRoot?.textContent ?? '');
    for (const text of written.values()) if (text.includes('\n')) expect(workbook).toContain(text);
  } finally {
    await browser.quit();
    await lms.stop();
  }
});

function chapterOf(chapterId: string | undefined): Chapter {
  const chapter = course.chapters.find(({ id }) => id === chapterId);
  if (!chapter) throw new Error(`The course has no chapter ${String(chapterId)}.`);
  return chapter;
}

function exercisesOfChapters(ids: readonly string[]): Exercise[] {
  return course.chapters.filter(({ id }) => ids.includes(id)).flatMap(exercisesIn);
}

function lastExerciseOf(ids: readonly string[]): string {
  return exercisesOfChapters(ids).at(-1)?.title ?? '';
}

function lastTextFieldOf(ids: readonly string[], written: Written): string {
  const fields = exercisesOfChapters(ids).flatMap((exercise) => fieldsOf(exercise, course));
  return fields.findLast(({ id, type }) => type === 'text' && written.has(id))?.id ?? '';
}
