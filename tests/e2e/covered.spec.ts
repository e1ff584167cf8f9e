/** Whatever is pressed lies under nothing, also while two notices stand above the footer. */
import { expect } from '@playwright/test';
import { note } from '../../src/course/answers.ts';
import type { CourseApp } from '../../src/shell/frame/course-app.ts';
import { answersOf } from '../gallery/answers.ts';
import { CourseWindow } from '../gallery/course-window.ts';
import { WINDOWS } from '../gallery/views.ts';
import { test } from './course-alone.ts';
import { coveredControls } from './covered-controls.ts';

test('with “was away” and “earned” above the footer every button of cover, chapter and map can be pressed', async ({ browser, lms }) => {
  test.setTimeout(120_000);
  const window = await CourseWindow.open(browser, lms, { state: 'earned-away', language: 'fi', scheme: 'light' });
  const looksAt = async (place: string, size: (typeof WINDOWS)[number]): Promise<void> => {
    await window.show({ place, ...size });
    await expect(window.frame.locator('aspa-was-away section')).toBeVisible();
    await expect(window.frame.locator('aspa-earned-notice')).toBeVisible();
    expect.soft(await window.frame.evaluate(coveredControls), `${place}, ${String(size.width)} px`).toEqual([]);
  };
  for (const size of WINDOWS) for (const place of ['kansi', 'a/a.training']) await looksAt(place, size);
  // A large map keeps its place beside a long list.
  for (const answers of answersOf('full', 'Aino'))
    await window.frame.evaluate((changes) => document.querySelector<CourseApp>('aspa-course-app')?.session?.store.change(changes), {
      ...answers,
      [note.allSteps]: 'yes',
    });
  await looksAt('d/d.map', WINDOWS[0]);
  await window.close();
});
