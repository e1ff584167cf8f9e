/** How long a learner who comes back waits for the field that she goes on with, in each standard. */
import type { FrameLocator, Page } from 'playwright';
import type { Course } from '../../src/course/course.ts';
import { PlaywrightView } from '../e2e/playwright-engine.ts';
import { exercisesIn, LibraryWorker } from '../e2e/take-licence.ts';
import { COURSE_FRAME } from '../e2e/view.ts';
import { BenchLms, launches, ownCourse } from './bench-lms.ts';
import { startBlankSite } from './blank-site.ts';
import { median, type BenchOptions, type Figure } from './figure.ts';

const ROUNDS = 9;
const QUICK_ROUNDS = 3;

/** Times are from the opening of the LMS's page; the browser has an empty cache each time. */
export async function launchBench({ packages, quick, tell }: BenchOptions): Promise<Figure[]> {
  const rounds = Array.from({ length: quick ? QUICK_ROUNDS : ROUNDS });
  const course = await ownCourse();
  const lms = await BenchLms.start(packages);
  const blank = await startBlankSite();
  try {
    const players = new Map<string, string>();
    for (const launch of launches) {
      const player = await lms.player(launch);
      await goToFirstExercise(lms, player, course);
      players.set(launch.name, player);
    }
    const blankTimes: number[] = [];
    const times = new Map<string, number[]>([...players.keys()].map((name) => [name, []]));
    // All in turn, so that whatever else the machine does in the meantime is shared out evenly.
    for (const [round] of rounds.entries()) {
      tell(`launch: round ${String(round + 1)} of ${String(rounds.length)}`);
      blankTimes.push(await timeToField(lms, blank.address, (page) => Promise.resolve(page)));
      for (const [name, player] of players) times.get(name)?.push(await timeToField(lms, player, goesOn));
    }
    const reference = median(blankTimes);
    return [
      { name: 'launch: a page of one field and nothing else', value: reference, unit: 'ms' },
      ...[...times].flatMap(([name, each]): Figure[] => [
        { name: `launch: ${name}, to the first editable field`, value: median(each), unit: 'ms' },
        { name: `launch: ${name}, against the page of one field`, value: median(each) / reference, unit: '×' },
      ]),
    ];
  } finally {
    await blank.stop();
    await lms.stop();
  }
}

/** The first launch ends at an exercise; every later one goes on there from the cover. */
export async function goToFirstExercise(lms: BenchLms, player: string, course: Course): Promise<void> {
  const chapter = course.chapters.find((each) => exercisesIn(each).length > 0);
  if (!chapter) throw new Error('The course has no exercises.');
  const context = await lms.newContext();
  const page = await context.newPage();
  await page.goto(player);
  const worker = new LibraryWorker(new PlaywrightView(page.frameLocator(COURSE_FRAME)), course);
  await worker.arrives();
  await worker.opens(chapter);
  await page.close({ runBeforeUnload: true });
  await context.close();
}

/** By the cover's one button, as soon as it is there. */
async function goesOn(page: Page): Promise<FrameLocator> {
  const frame = page.frameLocator(COURSE_FRAME);
  await frame.locator('a.start').click();
  return frame;
}

/** @returns milliseconds until the first field is there and can be written in */
async function timeToField(lms: BenchLms, address: string, placeOf: (page: Page) => Promise<Page | FrameLocator>): Promise<number> {
  const context = await lms.newContext();
  try {
    const page = await context.newPage();
    const started = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    const field = (await placeOf(page)).locator('textarea:visible, input:visible').first();
    await field.waitFor();
    const time = performance.now() - started;
    if (!(await field.isEditable())) throw new Error(`The first field at ${address} cannot be written in.`);
    return time;
  } finally {
    await context.close();
  }
}
