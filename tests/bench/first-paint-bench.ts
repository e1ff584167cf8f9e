/**
 * How soon somebody who comes back sees the cover, whether it then rests, and how soon its button leads on: on a machine four times slower
 * than this one, over a line of 10 Mbit/s, with nothing in the browser's cache.
 */
import { BenchLms, launches, ownCourse } from './bench-lms.ts';
import { median, type BenchOptions, type Figure } from './figure.ts';
import { goToFirstExercise } from './launch-bench.ts';

/** How many times slower the page's processor is made. */
const SLOWER = 4;
const BYTES_A_SECOND = 10_000_000 / 8;
const ROUNDS = 7;
const QUICK_ROUNDS = 3;
/** So often the cover is left alone after its title, to see whether it rests; its figure is the worst, and each costs `REST_MS`. */
const RESTS = 2;
const REST_MS = 1500;

const TITLE_MS = 400;
const PRESS_MS = 600;

/** Times are milliseconds from the beginning of the course's own page; what the LMS's page around it takes is not counted. */
interface Pressed {
  /** When the cover's title was painted: what the page itself shows, or the course's script. */
  readonly title: number;
  /** When the chapter that the one button leads to was there, the button pressed as soon as it was there. */
  readonly ledOn: number;
}

interface Rested {
  /** Cumulative layout shift from the title's paint on, as the Layout Instability API (W3C) scores it. */
  readonly shift: number;
  /** How far the title moved, CSS pixels, when the course's own cover took the place of what the page had shown. */
  readonly moved: number;
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
      const pressed: Pressed[] = [];
      const rested: Rested[] = [];
      for (let round = 0; round < rounds; round += 1) pressed.push(await inSlowPage(lms, player, pressStart));
      for (let round = 0; round < RESTS; round += 1) rested.push(await inSlowPage(lms, player, watchCover));
      const figure = (name: string, value: number, unit: string, limit: number): Figure => ({
        name: `first paint: ${launch.name}, ${name}`,
        value,
        unit,
        limit,
      });
      figures.push(
        figure('the cover’s title', median(pressed.map(({ title }) => title)), 'ms', TITLE_MS),
        figure('what moves after it', Math.max(...rested.map(({ shift }) => shift)), 'layout shift', 0.001),
        figure('how far the title moves', Math.max(...rested.map(({ moved }) => moved)), 'px', 0.5),
        figure('“Jatka” has led on', median(pressed.map(({ ledOn }) => ledOn)), 'ms', PRESS_MS),
      );
    }
    return figures;
  } finally {
    await lms.stop();
  }
}

/**
 * @param measures runs in each page before anything else; the course's own tells its measure on the console. To ask for it there
 * would take the page's own time: Playwright has what it looks with read and run in the page first
 */
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
    const told = page.waitForEvent('console', (message) => message.text().startsWith('{"measure":'));
    await page.goto(player);
    return (JSON.parse((await told).text()) as { readonly measure: T }).measure;
  } finally {
    await context.close();
  }
}

// Each of what follows runs in the course's page and stands alone.

function watchCover(rest: number): void {
  if (window === top) return;
  const moves: { readonly startTime: number; readonly value: number }[] = [];
  new PerformanceObserver((list) => moves.push(...(list.getEntries() as (PerformanceEntry & { readonly value: number })[]))).observe({
    type: 'layout-shift',
    buffered: true,
  });
  const watch = {
    first: undefined as DOMRect | undefined,
    since: 0,
    look(): void {
      const first = document.querySelector('#first-cover h1');
      if (first?.checkVisibility()) {
        watch.first ??= first.getBoundingClientRect();
        watch.since ||= performance.now();
      }
      const cover = document.querySelector('aspa-course-app')?.shadowRoot?.querySelector('aspa-cover-page');
      const title = cover?.shadowRoot?.querySelector('h1');
      if (title?.checkVisibility()) setTimeout(() => watch.rested(title.getBoundingClientRect()), rest);
      else requestAnimationFrame(watch.look);
    },
    rested(title: DOMRect): void {
      const { first = title, since } = watch;
      const later = moves.filter(({ startTime }) => startTime > since);
      const measure: Rested = {
        shift: later.reduce((sum, { value }) => sum + value, 0),
        moved: Math.max(Math.abs(title.x - first.x), Math.abs(title.y - first.y), Math.abs(title.height - first.height)),
      };
      console.log(JSON.stringify({ measure }));
    },
  };
  requestAnimationFrame(watch.look);
}

function pressStart(): void {
  if (window === top) return;
  const press = {
    title: 0,
    isPressed: false,
    look(): void {
      const app = document.querySelector('aspa-course-app')?.shadowRoot;
      const cover = app?.querySelector('aspa-cover-page')?.shadowRoot;
      // The page's own title is its first text.
      const [text] = performance.getEntriesByName('first-contentful-paint');
      if (text && document.querySelector('#first-cover h1')?.checkVisibility()) press.title ||= text.startTime;
      if (cover?.querySelector('h1')?.checkVisibility()) press.title ||= performance.now();
      const start = cover?.querySelector<HTMLElement>('a.start');
      if (start && !press.isPressed) {
        press.isPressed = true;
        start.click();
      }
      const heading = app?.querySelector('aspa-chapter-page')?.shadowRoot?.querySelector('h1');
      if (press.title && heading?.checkVisibility()) {
        const measure: Pressed = { title: press.title, ledOn: performance.now() };
        console.log(JSON.stringify({ measure }));
      } else requestAnimationFrame(press.look);
    },
  };
  requestAnimationFrame(press.look);
}
