/**
 * How soon somebody who comes back sees the cover, whether it then rests, and how soon its button leads on: on a machine four times slower
 * than this one, over a line of 10 Mbit/s, with nothing in the browser's cache.
 */
import type { Frame, Page } from 'playwright';
import { COURSE_FRAME } from '../e2e/view.ts';
import { BenchLms, launches, ownCourse } from './bench-lms.ts';
import { median, type BenchOptions, type Figure } from './figure.ts';
import { goToFirstExercise } from './launch-bench.ts';

/** How many times slower the page's processor is made. */
const SLOWER = 4;
const BYTES_A_SECOND = 10_000_000 / 8;
const ROUNDS = 7;
const QUICK_ROUNDS = 3;
/** For so long after its title the cover is watched, milliseconds. */
const REST_MS = 1500;

const TITLE_MS = 400;
const PRESS_MS = 600;

/** Times are milliseconds from the beginning of the course's own page; what the LMS's page around it takes is not counted. */
interface FirstPaint {
  /** When the cover's title was painted. */
  readonly title: number;
  /** Cumulative layout shift from then on, as the Layout Instability API (W3C) scores it. */
  readonly shift: number;
}

export async function firstPaintBench({ packages, quick, tell }: BenchOptions): Promise<Figure[]> {
  const rounds = quick ? QUICK_ROUNDS : ROUNDS;
  const course = await ownCourse();
  const lms = await BenchLms.start(packages);
  try {
    const figures: Figure[] = [];
    for (const launch of quick ? launches.slice(0, 1) : launches) {
      tell(`first paint: ${launch.name}`);
      const player = await lms.player(launch);
      await goToFirstExercise(lms, player, course);
      const paints: FirstPaint[] = [];
      const presses: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        paints.push(await inSlowPage(lms, player, watchTitle));
        presses.push(await inSlowPage(lms, player, pressStart));
      }
      figures.push(
        { name: `first paint: ${launch.name}, the cover’s title`, value: median(paints.map(({ title }) => title)), unit: 'ms', limit: TITLE_MS },
        { name: `first paint: ${launch.name}, what moves after it`, value: Math.max(...paints.map(({ shift }) => shift)), unit: 'layout shift', limit: 0.001 },
        { name: `first paint: ${launch.name}, “Jatka” has led on`, value: median(presses), unit: 'ms', limit: PRESS_MS },
      ); // prettier-ignore
    }
    return figures;
  } finally {
    await lms.stop();
  }
}

/** @param measures runs in the page before anything else and leaves a promise of its measure there */
async function inSlowPage<T>(lms: BenchLms, player: string, measures: (rest: number) => void): Promise<T> {
  const context = await lms.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const line = { latency: 0, downloadThroughput: BYTES_A_SECOND, uploadThroughput: BYTES_A_SECOND };
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...line });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(measures, REST_MS);
    await page.goto(player);
    const frame = await courseFrame(page);
    return await frame.evaluate(() => (window as unknown as Measured<T>).measure);
  } finally {
    await context.close();
  }
}

async function courseFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector(COURSE_FRAME)).contentFrame();
  if (!frame) throw new Error('The player shows no course.');
  await frame.waitForSelector('aspa-course-app', { state: 'attached' });
  return frame;
}

interface Measured<T> {
  measure: Promise<T>;
}

// What follows runs in the course's page and stands alone.

function watchTitle(rest: number): void {
  const moves: { readonly startTime: number; readonly value: number }[] = [];
  new PerformanceObserver((list) => moves.push(...(list.getEntries() as (PerformanceEntry & { readonly value: number })[]))).observe({
    type: 'layout-shift',
    buffered: true,
  });
  (window as unknown as Measured<FirstPaint>).measure = new Promise((resolve) => {
    const watch = {
      look(): void {
        const cover = document.querySelector('aspa-course-app')?.shadowRoot?.querySelector('aspa-cover-page');
        const isThere = cover?.shadowRoot?.querySelector('h1')?.checkVisibility() ?? false;
        // What is there in one frame's beginning was painted in the frame before it.
        if (isThere) watch.rests(performance.now());
        else requestAnimationFrame(watch.look);
      },
      rests(title: number): void {
        setTimeout(() => {
          const later = moves.filter(({ startTime }) => startTime > title);
          resolve({ title, shift: later.reduce((sum, { value }) => sum + value, 0) });
        }, rest);
      },
    };
    requestAnimationFrame(watch.look);
  });
}

function pressStart(): void {
  (window as unknown as Measured<number>).measure = new Promise((resolve) => {
    const press = {
      isPressed: false,
      look(): void {
        const app = document.querySelector('aspa-course-app')?.shadowRoot;
        const start = app?.querySelector('aspa-cover-page')?.shadowRoot?.querySelector<HTMLElement>('a.start');
        if (start && !press.isPressed) {
          press.isPressed = true;
          start.click();
        }
        const heading = app?.querySelector('aspa-chapter-page')?.shadowRoot?.querySelector('h1');
        if (heading?.checkVisibility()) resolve(performance.now());
        else requestAnimationFrame(press.look);
      },
    };
    requestAnimationFrame(press.look);
  });
}
