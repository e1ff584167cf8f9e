/** Exercises on a page of their own, under a policy as strict as an LMS's can be: for what leaves the page. */
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright';
import { chromiumPath } from '../browsers.ts';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; font-src 'self'";

const script = `
  import './src/exercises/orientation-guide/element.ts';
  import './src/exercises/stakeholder-map/element.ts';
  import { adoptTokens } from './src/theme/tokens.ts';
  adoptTokens(document);
  window.show = (tag, exercise, texts) => {
    const element = document.createElement(tag);
    const answers = new Map(Object.entries(texts).map(([id, text]) => [id, { text, at: 0 }]));
    Object.assign(element, { exercise, answers });
    document.querySelector('main').replaceChildren(element);
    return element.updateComplete;
  };`;

export interface StrictPage {
  readonly browser: Browser;
  readonly page: Page;
  /** What the policy refused, and every error of the page. */
  readonly refused: readonly string[];
  /** Draws an exercise with answers, in the place of the one before. */
  show(tag: string, exercise: unknown, texts: Record<string, string>): Promise<void>;
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
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
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
  const show: StrictPage['show'] = (tag, exercise, texts) =>
    page.evaluate(
      ([name, given, answers]) => (window as unknown as { show: (...all: unknown[]) => Promise<void> }).show(name, given, answers),
      [tag, exercise, texts] as const,
    );
  return { browser, page, refused, show };
}
