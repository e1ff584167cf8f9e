/** Takes the pictures of the gallery, and looks at each page by machine: nothing may be cut, overflow or lie over a button, and axe may find nothing. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import type { Course } from '../../src/course/course.ts';
import { accessibilityFaults } from '../e2e/accessibility.ts';
import { coveredControls } from '../e2e/covered-controls.ts';
import { layoutFaults } from '../e2e/layout-faults.ts';
import type { TestLms } from '../e2e/test-lms.ts';
import { CourseWindow } from './course-window.ts';
import { nameOf, viewsOf, type Choice, type Sitting, type View } from './views.ts';

/** Takes links of the contents that are scrolled out of their sheet for skip links. The course has a button for that. */
const NO_RULE_HERE = 'skip-link';

/** A view that was looked at. */
export interface Picture {
  readonly sitting: Sitting;
  readonly view: View;
  /** File name in the gallery's folder. */
  readonly file: string;
  /** What the machine found wrong, in words. */
  readonly faults: readonly string[];
  /** The same page as a sheet of paper, where it is printed. */
  readonly paper?: string;
}

export interface Gallery {
  readonly browser: Browser;
  readonly lms: TestLms;
  readonly course: Course;
  readonly folder: string;
}

/** @param seen told of each picture as it is taken */
export async function lookAt(
  { browser, lms, course, folder }: Gallery,
  sitting: Sitting,
  choice: Choice,
  seen: (picture: Picture) => void,
): Promise<void> {
  const views = viewsOf(course, sitting.state, choice);
  if (views.length === 0) return;
  const window = await CourseWindow.open(browser, lms, sitting);
  try {
    for (const view of views) {
      await window.show(view);
      const faults = await faultsOf(window, sitting);
      const name = nameOf(sitting, view);
      await writeFile(join(folder, `${name}.jpg`), await window.wholePage(view));
      const picture: Picture = { sitting, view, file: `${name}.jpg`, faults };
      if (sitting.state !== 'print') {
        seen(picture);
        continue;
      }
      await window.page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4', printBackground: true });
      seen({ ...picture, paper: `${name}.pdf` });
    }
  } finally {
    await window.close();
  }
}

async function faultsOf({ frame }: CourseWindow, { state }: Sitting): Promise<string[]> {
  const layout = (await frame.evaluate(layoutFaults)).map(({ kind, place, detail }) => `${kind}: ${place} (${detail})`);
  // Paper is not pressed or heard.
  if (state === 'print') return layout;
  const covered = (await frame.evaluate(coveredControls)).map(({ place, by }) => `covered: ${place} (by ${by})`);
  const axe = await accessibilityFaults(frame);
  return [
    ...layout,
    ...covered,
    ...axe.filter(([rule]) => rule !== NO_RULE_HERE).map(([rule, places]) => `axe ${rule}: ${places.join(' ')}`),
  ];
}
