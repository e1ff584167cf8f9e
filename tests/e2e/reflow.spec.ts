/**
 * WCAG 1.4.10, 1.4.4 and 1.4.12 by machine: on every page, empty and with a whole licence, in the widths that learners have, with letters of
 * twice the size and with spaced text, nothing scrolls sideways, is cut, or is written over other words.
 */
import { expect, type Page } from '@playwright/test';
import { note } from '../../src/course/answers.ts';
import type { CourseApp } from '../../src/shell/frame/course-app.ts';
import { fi } from '../../src/text/fi.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { goesTo, opensAlone, pages, places, test } from './course-alone.ts';
import { doubleLetters, layoutFaults, spaceText } from './layout-faults.ts';
import { nightlyIf } from './nightly.ts';

const WINDOWS = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 714, height: 666 },
] as const;

/** How somebody reads who sees badly or reads with effort. `after` is called on each page that is turned to. */
const READERS: Readonly<Record<string, { readonly first?: () => void; readonly after?: () => void }>> = {
  'as it is': {},
  'with letters of twice the size': { first: doubleLetters },
  'with spaced text': { after: spaceText },
};

const LONG = 'Kirjastoautonkuljettajakoulutuksen';
/** A whole licence, and in each text that may be short a word that is longer than a telephone is wide; every step open. */
const filled = {
  ...Object.fromEntries(
    [...FINNISH_ANSWERS].map(([field, { text }]) => [field, /\.(name|heading|strength|who)$/.test(field) ? `${LONG} ${text}` : text]),
  ),
  [note.allSteps]: 'yes',
};

async function turnsTo(page: Page, to: (typeof pages)[number], after: (() => void) | undefined): Promise<void> {
  await goesTo(page, to);
  await page.evaluate(() => document.fonts.ready);
  if (after) await page.evaluate(after);
  // Pictures and the A4 page are laid out anew in the next frames.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
}

/** The narrowest window for who sees badly; the rest runs each night. */
function isHardest(width: number, how: string): boolean {
  return width === 320 && how !== 'as it is';
}

for (const window of WINDOWS) {
  for (const [how, { first, after }] of Object.entries(READERS)) {
    const nightly = nightlyIf(!isHardest(window.width, how));
    test(`at ${String(window.width)} px ${how}, every word and button is there`, nightly, async ({ page, lms }) => {
      test.setTimeout(360_000);
      await page.setViewportSize(window);
      await opensAlone(page, lms);
      if (first) await page.evaluate(first);
      for (const state of ['empty', 'filled'] as const) {
        if (state === 'filled') {
          await page.evaluate((answers) => {
            document.querySelector<CourseApp>('aspa-course-app')?.session?.store.change(answers);
          }, filled);
        }
        for (const each of state === 'empty' ? places : pages) {
          await turnsTo(page, each, after);
          expect.soft(await page.evaluate(layoutFaults), `${each.id}, ${state}`).toEqual([]);
        }
        await page.getByRole('button', { name: new RegExp(`^${fi.shell.contents}`) }).click();
        if (after) await page.evaluate(after);
        expect.soft(await page.evaluate(layoutFaults), `contents, ${state}`).toEqual([]);
        await page.keyboard.press('Escape');
      }
    });
  }
}
