/** Exercises on a page of their own, under a policy as strict as an LMS's can be: for what leaves the page. */
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright';
import { expect } from 'vitest';
import { chromiumOptions } from '../chromium-options.ts';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; font-src 'self'";

const script = `
  import './src/exercises/channel-assessment/element.ts';
  import './src/exercises/customer-profiles/element.ts';
  import './src/exercises/orientation-guide/element.ts';
  import './src/exercises/stakeholder-map/element.ts';
  import { adoptTokens } from './src/theme/tokens.ts';
  adoptTokens(document);
  window.show = (tag, exercise, texts, more) => {
    const element = document.createElement(tag);
    const answers = new Map(Object.entries(texts).map(([id, text]) => [id, { text, at: 0 }]));
    Object.assign(element, { exercise, answers, ...more });
    document.querySelector('main').replaceChildren(element);
    return element.updateComplete;
  };`;

export interface StrictPage {
  readonly browser: Browser;
  readonly page: Page;
  /** What the policy refused, and every error of the page. */
  readonly refused: readonly string[];
  /**
   * Draws an exercise with answers, in the place of the one before.
   * @param more other properties of its element
   */
  show(tag: string, exercise: unknown, texts: Record<string, string>, more?: Record<string, unknown>): Promise<void>;
}

/** The sizes of a PDF's pages in points. */
export function pagesOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  expect(text.match(/\/Type\s*\/Page\b/g)?.length).toBe(text.match(/\/MediaBox/g)?.length);
  return [...text.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) =>
    (box ?? '').trim().split(/\s+/).map(Number).map(Math.round).join(' '),
  );
}

/** @throws Error where there is no Chromium */
export async function openStrictPage(): Promise<StrictPage> {
  const bundle = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    tsconfig: 'tsconfig.json',
  });
  const browser = await chromium.launch(chromiumOptions());
  const refused: string[] = [];
  const page = await browser.newPage({ acceptDownloads: true });
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  page.on('pageerror', (error) => refused.push(error.message));
  await page.route('http://course.test/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: bundle.outputFiles[0]?.text ?? '' })
      : route.fulfill({
          contentType: 'text/html',
          headers: { 'content-security-policy': POLICY },
          body: `<!doctype html><html lang="fi"><title>Kurssi</title><link rel="icon" href="data:,"><body><header>${'<p>Muu sivu</p>'.repeat(200)}</header><main></main><script src="course.js"></script></body></html>`,
        }),
  );
  await page.goto('http://course.test/');
  const show: StrictPage['show'] = (...all) =>
    page.evaluate((given) => (window as unknown as { show: (...all: unknown[]) => Promise<void> }).show(...given), all);
  return { browser, page, refused, show };
}
