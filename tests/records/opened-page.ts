/** HR's page as somebody opens it, made of two hundred learners by the command itself. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { chromiumOptions } from '../chromium-options.ts';
import { madeUpLearners, staffCsv, type MadeUpLearner } from './learners.ts';
import { interactionsReport } from './moodle-reports.ts';
import { inFolder, runHere } from './run-cli.ts';

export const learners = madeUpLearners(200);

/** A browser for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(chromiumOptions());
  });
  afterAll(() => browser.close());
  return () => browser;
}

export interface Looking {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

export interface LookOptions {
  readonly count?: number;
  readonly width?: number;
  readonly dark?: boolean;
  readonly args?: readonly string[];
  /** Rules that stand for a machine with other fonts; the page's own policy would keep them out. */
  readonly style?: string;
}

/** The pages that were made already, by what they were made of. */
const made = new Map<string, Promise<string>>();

/** @returns HR's page, as the command writes it */
function pageOf({ count, args = [] }: LookOptions): Promise<string> {
  const key = JSON.stringify([count, args]);
  const known = made.get(key) ?? makePage(count === undefined ? learners : madeUpLearners(count), args);
  made.set(key, known);
  return known;
}

function makePage(people: readonly MadeUpLearner[], more: readonly string[]): Promise<string> {
  return inFolder(async (folder) => {
    const [report, staff, page] = ['r.txt', 'staff.csv', 'sivu.html'].map((name) => join(folder, name)) as [string, string, string];
    await writeFile(report, interactionsReport(people));
    await writeFile(staff, staffCsv(people));
    const args = ['--file', report, '--people', staff, '--valid-for', '18m', '--as-of', '2026-11-24', '--html', page, ...more];
    expect((await runHere(args)).code).toBe(0);
    return readFile(page, 'utf8');
  });
}

export async function look(browser: Browser, options: LookOptions, work: (looking: Looking) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const path = join(folder, 'sivu.html');
    await writeFile(path, await pageOf(options));
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1280, height: 900 },
      colorScheme: options.dark ? 'dark' : 'light',
      bypassCSP: options.style !== undefined,
    });
    if (options.style) await context.addInitScript(addStyle, options.style);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(path).href);
    try {
      await work({ page, requests, complaints });
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  });
}

/** Before the page's own script, as a font is there before it. */
function addStyle(style: string): void {
  new MutationObserver((_changes, observer) => {
    if (!document.body) return;
    observer.disconnect();
    document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
  }).observe(document, { childList: true, subtree: true });
}

/** Texts of the charts that reach out of their picture, or into another text of it. */
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const said = (element: Element): string => element.textContent ?? '';
    for (const picture of document.querySelectorAll('.chart svg, .bars')) {
      const frame = picture.getBoundingClientRect();
      if (frame.width === 0) continue;
      const texts = [...picture.querySelectorAll('text, .label, .figure')].filter((text) => getComputedStyle(text).visibility !== 'hidden');
      const boxes = texts.map((text) => ({ text: said(text), box: text.getBoundingClientRect() }));
      for (const { text, box } of boxes)
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
          found.push(`${text} is cut`);
      boxes.forEach(({ text, box }, index) => {
        for (const other of boxes.slice(index + 1)) {
          const [across, down] = [
            Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left),
            Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top),
          ];
          // Lines of text have room above and below their letters.
          if (across > 1 && down > 5) found.push(`${text} lies on ${other.text}`);
        }
      });
    }
    return found;
  });
}
