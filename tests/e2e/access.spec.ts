/** The compulsory part of the licence, earned in each way that learners read and write in; the hardest two of them in each run. */
import { expect, type Page } from '@playwright/test';
import { licenceRuleOf, roleOf } from '../../src/course/licence-rule.ts';
import { fi } from '../../src/text/fi.ts';
import { course, opensAlone, test } from './course-alone.ts';
import { CountingView } from './counting-view.ts';
import { KeyboardView } from './keyboard-view.ts';
import { doubleLetters, spaceText } from './layout-faults.ts';
import { nightlyIf } from './nightly.ts';
import { PlaywrightView } from './playwright-engine.ts';
import { exercisesIn, LibraryWorker } from './take-licence.ts';
import type { CourseView } from './view.ts';

interface Access {
  readonly how: string;
  readonly window?: { readonly width: number; readonly height: number };
  readonly media?: Parameters<Page['emulateMedia']>[0];
  /** What is done to each page from its beginning on. */
  readonly style?: () => void;
  readonly view?: (page: Page) => CourseView;
  readonly nightly?: true;
}

const WAYS: readonly Access[] = [
  { how: 'by the keyboard alone', view: (page) => new KeyboardView(page) },
  // WCAG 1.4.10: a window of 1280 × 1024, of which a quarter is left.
  { how: 'at 400 %', window: { width: 320, height: 256 } },
  { how: 'on a small telephone', window: { width: 320, height: 640 }, nightly: true },
  { how: 'with letters of twice the size', style: doubleLetters, nightly: true },
  { how: 'with spaced text', style: spaceText, nightly: true },
  { how: 'in forced colours', media: { forcedColors: 'active' }, nightly: true },
  { how: 'in the dark', media: { colorScheme: 'dark' }, nightly: true },
  { how: 'without motion', media: { reducedMotion: 'reduce' }, nightly: true },
];

const rule = licenceRuleOf(course);
const compulsory = course.classes.filter(({ id }) => roleOf(rule, id) === 'compulsory');
const chapters = course.chapters
  .filter((chapter) => exercisesIn(chapter).some((exercise) => exercise.classes.some((id) => compulsory.some((one) => one.id === id))))
  .map(({ id }) => id);

for (const { how, window, media, style, view, nightly } of WAYS) {
  test(`the compulsory part is earned ${how}`, nightlyIf(nightly), async ({ page, lms }) => {
    if (window) await page.setViewportSize(window);
    if (media) await page.emulateMedia(media);
    await opensAlone(page, lms);
    // Each shadow root that is drawn later has styles of its own.
    if (style) await page.evaluate(`setInterval(${style.toString()}, 100)`);
    const worker = new LibraryWorker(view?.(page) ?? new PlaywrightView(page), course, new Map(), () => 'Sovimme tästä työvuorossa.');
    await worker.takes(...chapters);
    await worker.findsEverythingIn(...chapters);
    const progress = fi.licence.progress([compulsory.length, compulsory.length], [0, course.classes.length - compulsory.length]);
    await expect
      .poll(() => worker.view.read({ css: 'aspa-course-header' }, ([header]) => header?.shadowRoot?.textContent))
      .toContain(progress);
  });
}

test('the compulsory part takes fewer than 40 presses and fields, from the cover to the words that the licence is hers', async ({
  page,
  lms,
}) => {
  await opensAlone(page, lms);
  const view = new CountingView(new PlaywrightView(page));
  const worker = new LibraryWorker(view, course, new Map(), () => 'Sovimme tästä työvuorossa.');
  await worker.goesOn();
  for (const chapter of course.chapters.filter(({ id }) => chapters.includes(id))) {
    const exercises = exercisesIn(chapter);
    const isThere = (): Promise<boolean> =>
      view.read({ css: `[data-exercise="${exercises[0]?.id ?? ''}"]` }, ([exercise]) => exercise?.checkVisibility() ?? false);
    while (!(await isThere())) await worker.goesForward();
    for (const exercise of exercises) await worker.does(exercise);
  }
  await expect(page.getByText(fi.earned.licence).last()).toBeVisible();
  expect(view.actions.length, view.actions.join('\n')).toBeLessThan(40);
});
