/** How soon HR's page shows a report of 100,000 rows, whether it can be used meanwhile, and how much memory it takes. In Chromium. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { makeHrPage } from '../../build/hr-page.ts';
import { chromiumPath } from '../browser-paths.ts';
import { madeUpLearners, staffCsv } from '../records/learners.ts';
import { activityCompletionReport, interactionsReport } from '../records/moodle-reports.ts';
import { inFolder } from '../records/run-cli.ts';
import type { BenchFigure } from './records-bench.ts';

const COURSE = fileURLToPath(new URL('../../content/course.yaml', import.meta.url));
const ROWS = 100_000;
/** A name of which one in ten is, all of whom have begun: found are all of them only when all rows are there. */
const SOUGHT = 'Ünsal';
/** A busy machine is slow; what hangs ends the bench. */
const PATIENCE = { timeout: 180_000 } as const;

interface Reading {
  /** Seconds from giving the files to the first row of the table. */
  readonly firstRows: number;
  /** Seconds until a search finds everybody it has to find. */
  readonly allRows: number;
  /** Milliseconds of the longest task of the page itself, searching and saving included. */
  readonly longestTask: number;
  /** Of the process that runs the page and its worker, at most, in megabytes. */
  readonly megabytes: number;
}

export async function hrPageBench(rows = ROWS): Promise<BenchFigure[]> {
  return inFolder(async (folder) => {
    const path = join(folder, 'sivu.html');
    await writeFile(path, await makeHrPage(COURSE));
    const people = madeUpLearners(rows);
    const files = {
      'completion.csv': activityCompletionReport(people, 'fi'),
      'staff.csv': staffCsv(people),
      'answers.txt': interactionsReport(people, 'fi'),
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const sought = people.filter(({ name }) => name.includes(SOUGHT)).length;
    const place = (name: string): string => join(folder, name);
    const completion = await reading(path, [place('completion.csv')], sought);
    const joined = await reading(path, [place('completion.csv'), place('staff.csv')], sought);
    const answers = await reading(path, [place('answers.txt')], sought);
    const count = rows.toLocaleString('en-GB');
    return [
      ...figures(`HR’s page: completion report, ${count} rows`, completion, { firstRows: 2, longestTask: 100 }),
      ...figures('HR’s page: the same with a list of as many people', joined, { longestTask: 100 }),
      ...figures(`HR’s page: interactions report, ${(files['answers.txt'].length / 2 ** 20).toFixed(0)} MB`, answers, { longestTask: 100 }),
    ];
  });
}

function figures(name: string, measured: Reading, limits: Partial<Record<keyof Reading, number>>): BenchFigure[] {
  const figure = (key: keyof Reading, what: string, unit: string): BenchFigure => {
    const limit = limits[key];
    return { name: `${name}, ${what}`, value: measured[key], unit, ...(limit === undefined ? {} : { limit }) };
  };
  return [
    figure('firstRows', 'first rows', 's'),
    figure('allRows', 'everybody found', 's'),
    figure('longestTask', 'longest task', 'ms'),
    figure('megabytes', 'memory', 'MB'),
  ];
}

/**
 * In a browser of its own: memory that one reading took is not given back before the next.
 * @param sought people whose name is looked for
 */
async function reading(path: string, files: readonly string[], sought: number): Promise<Reading> {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
  try {
    const page = await browser.newPage({ locale: 'fi-FI' });
    await page.addInitScript(watchTasks);
    await page.goto(pathToFileURL(path).href);
    // Nobody gives a file to a page that is not there yet.
    await page.locator('#hr-file').waitFor({ ...PATIENCE, state: 'attached' });
    const started = performance.now();
    await page.locator('#hr-file').setInputFiles([...files]);
    await answerQuestions(page, files);
    await page.locator('#people tr').first().waitFor(PATIENCE);
    const firstRows = (performance.now() - started) / 1000;
    await page.locator('#search').fill(SOUGHT);
    await page.waitForFunction(
      (count) => document.querySelector('#shown')?.textContent?.replace(/^.*\/|\s/g, '') === String(count),
      sought,
      PATIENCE,
    );
    const allRows = (performance.now() - started) / 1000;
    await Promise.all([page.waitForEvent('download', PATIENCE), page.getByRole('button', { name: 'Excel-tiedostona' }).click()]);
    const longestTask = await page.evaluate(() => (window as { longestTask?: number }).longestTask ?? 0);
    return { firstRows, allRows, longestTask, megabytes: await mostMemory(browser) };
  } finally {
    await browser.close();
  }
}

/** Whoever gives a report with answers is asked first. */
async function answerQuestions(page: Page, files: readonly string[]): Promise<void> {
  if (files.some((file) => file.endsWith('.txt'))) await page.getByRole('button', { name: 'Lue luokkien päivät' }).click(PATIENCE);
}

/** Tasks of more than 50 ms (Long Tasks API): shorter ones nobody notices. */
function watchTasks(): void {
  const seen = window as { longestTask?: number };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longestTask = Math.max(seen.longestTask ?? 0, duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** The largest of the renderers is the one with the page; Linux tells how large it ever was. */
async function mostMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
    });
  return Math.max(...(await Promise.all(sizes)));
}
