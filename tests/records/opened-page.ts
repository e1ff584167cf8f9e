/** HR's page as somebody opens it, made of two hundred learners by the command itself. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { chromiumPath } from '../browsers.ts';
import { madeUpLearners, staffCsv } from './learners.ts';
import { interactionsReport } from './moodle-reports.ts';
import { inFolder, runHere } from './run-cli.ts';

export const learners = madeUpLearners(200);

/** A browser for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    const path = chromiumPath();
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(path ? { executablePath: path } : {}) });
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

export async function look(browser: Browser, options: LookOptions, work: (looking: Looking) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const people = options.count === undefined ? learners : madeUpLearners(options.count);
    await writeFile(join(folder, 'r.txt'), interactionsReport(people));
    await writeFile(join(folder, 'staff.csv'), staffCsv(people));
    const path = join(folder, 'sivu.html');
    const args = [
      '--file',
      join(folder, 'r.txt'),
      '--people',
      join(folder, 'staff.csv'),
      '--valid-for',
      '18m',
      '--as-of',
      '2026-11-24',
      '--html',
      path,
    ];
    expect((await runHere([...args, ...(options.args ?? [])])).code).toBe(0);
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
