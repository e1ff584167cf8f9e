/** What happened before the launch that is looked at, in the states to which more than one visit leads. */
import type { Browser, Page } from 'playwright';
import type { AnswerChanges } from '../../src/course/answers.ts';
import type { CourseApp } from '../../src/shell/frame/course-app.ts';
import type { LaunchChoice, TestLms } from '../e2e/test-lms.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { frameOf } from './player-frame.ts';

/** A text, and one that is picked from a scale. */
const TEXT = 'b.colleague.talk';
const PICKED = 'b.channels.desk.skill';
const HERE: AnswerChanges = { [TEXT]: FINNISH_ANSWERS.get(TEXT)?.text ?? '', [PICKED]: FINNISH_ANSWERS.get(PICKED)?.text ?? '' };
const ELSEWHERE: AnswerChanges = {
  [TEXT]: 'Puhuimme hiljaisista hetkistä palvelupisteellä: hän etsii silloin asiakkaita hyllyjen välistä, minä jään paikalleni.',
  [PICKED]: 'fluent',
};
/** A copy is kept in the browser, and a save is sent, within so many milliseconds. */
const KEPT_MS = 3_000;

/** An LMS that names nobody: what one learner leaves unsaved might be the next one's. */
const NAMELESS: LaunchChoice = { package: 'aspa-ajokortti-scorm12.zip', profile: 'frappe' };
const NAMING: LaunchChoice = { package: 'aspa-ajokortti-scorm12.zip', profile: 'moodle' };

/** She writes at a computer while the LMS is out of reach, and goes on at another; back at the first she is asked. @returns the player */
export async function writesInTwoPlaces(browser: Browser, here: Page, lms: TestLms): Promise<string> {
  const player = await lms.launch(NAMING, 'new');
  await writesUnsaved(here, lms, player);
  const elsewhere = await browser.newContext();
  await writes(await elsewhere.newPage(), player, ELSEWHERE);
  await elsewhere.close();
  return player;
}

/** Somebody writes while the LMS is out of reach; in the same tab another learner opens the course. @returns the player of the other */
export async function leavesWordsUnnamed(here: Page, lms: TestLms): Promise<string> {
  await writesUnsaved(here, lms, await lms.launch(NAMELESS, 'new'));
  return lms.launch({ ...NAMELESS, learner: 'onni.lainaaja' }, 'new');
}

async function writesUnsaved(page: Page, lms: TestLms, player: string): Promise<void> {
  await writes(page, player, HERE, () => lms.setFault(player, 'offline'));
  await page.goto('about:blank');
  await lms.setFault(player, 'none');
}

/** @param before done once the course is open */
async function writes(page: Page, player: string, answers: AnswerChanges, before?: () => Promise<void>): Promise<void> {
  await page.goto(player);
  const frame = await frameOf(page);
  await frame.locator('aspa-course-header').waitFor();
  await before?.();
  await frame.evaluate(change, answers);
  await page.waitForTimeout(KEPT_MS);
}

/** Runs in the course's page and stands alone. */
function change(answers: AnswerChanges): void {
  document.querySelector<CourseApp>('aspa-course-app')?.session?.store.change(answers);
}
