/** What leaves the page, under a policy as strict as an LMS's can be: the printed guide and the saved map. */
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath } from '../browsers.ts';
import { guide, map } from './drawn-fixtures.ts';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; font-src 'self'";

const script = `
  import './src/exercises/orientation-guide/element.ts';
  import './src/exercises/stakeholder-map/element.ts';
  import { adoptTokens } from './src/shell/tokens.ts';
  adoptTokens(document);
  window.show = (tag, exercise, texts) => {
    const element = document.createElement(tag);
    const answers = new Map(Object.entries(texts).map(([id, text]) => [id, { text, at: 0 }]));
    Object.assign(element, { exercise, answers });
    document.querySelector('main').replaceChildren(element);
    return element.updateComplete;
  };`;

let browser: Browser;
let page: Page;
const refused: string[] = [];

beforeAll(async () => {
  const bundle = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    tsconfig: 'tsconfig.json',
  });
  const executablePath = chromiumPath();
  browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
  page = await browser.newPage({ acceptDownloads: true });
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
}, 60_000);

afterAll(() => browser.close());

async function show(tag: string, exercise: unknown, texts: Record<string, string>): Promise<void> {
  await page.evaluate(
    ([name, given, answers]) => (window as unknown as { show: (...all: unknown[]) => Promise<void> }).show(name, given, answers),
    [tag, exercise, texts] as const,
  );
}

/** The sizes of a PDF's pages in points. */
function pagesOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  expect(text.match(/\/Type\s*\/Page\b/g)?.length).toBe(text.match(/\/MediaBox/g)?.length);
  return [...text.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) =>
    (box ?? '').trim().split(/\s+/).map(Number).map(Math.round).join(' '),
  );
}

test.each([
  ['nothing', ''],
  ['a few lines', 'Kysy aina, jos mietit.\n'.repeat(5)],
  ['a full page', 'Rivi\n'.repeat(40)],
  ['far too much', 'Rivi, joka on niin pitkä, että se katkeaa toiselle riville ennen kuin loppuu kokonaan.\n'.repeat(46)],
])('a guide with %s prints as exactly one A4 page, and nothing else of the course does', async (_what, text) => {
  await show('aspa-orientation-guide', guide, { 'p.guide.heading': 'Tervetuloa', 'p.guide.text': text, 'p.guide.act': 'greeting' });
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Tulosta ohje' }).click();
  await page.waitForSelector('html[data-printed]');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Muu sivu').first().isVisible()).toBe(false);
  expect(await page.locator('.aspa-printed-sheet h4').isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toEqual(['0 0 595 842']);
  await page.evaluate(() => {
    document.documentElement.removeAttribute('data-printed');
    dispatchEvent(new Event('afterprint'));
  });
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1);
});

test('the map is saved as SVG that needs nothing of the page, with its colours fixed and what was written escaped', async () => {
  const texts = { 'd.map.map.aaaa': 'partners 1', 'd.map.map.aaaa.text': 'Koulu <script> & "ystävät" 😀' };
  await show('aspa-stakeholder-map', map, texts);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tallenna kuvana (SVG)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('sidosryhmakartta.svg');
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).not.toMatch(/var\(|<script|<!--|class=/);
  expect(svg).toContain('Koulu &lt;script&gt; &amp;');
  const { parsed, texts: shown } = await page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'image/svg+xml');
    return {
      parsed: document.documentElement.localName,
      texts: [...document.querySelectorAll('text')].map(({ textContent }) => textContent),
    };
  }, svg);
  expect(parsed).toBe('svg');
  expect(shown.join(' ')).toContain('Koulu <script> & "ystävät" 😀');
});

test('the map is saved as PNG in twice its size, 150 nodes too, and not as an empty sheet', async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 150 }, (_, index) => [
      [`d.map.map.n${index}`, `${index < 4 ? map.branches[index]?.id : `n${Math.floor(index / 3)}`} ${index}`],
      [`d.map.map.n${index}.text`, `Kumppani ${index}`],
    ]).flat(),
  );
  await show('aspa-stakeholder-map', map, texts);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tallenna kuvana (PNG)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('sidosryhmakartta.png');
  const png = await readFile(await download.path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect(Math.max(width, height)).toBeLessThanOrEqual(8000);
  expect(width * height).toBeLessThanOrEqual(16_000_000);
  expect(width).toBeGreaterThan(1000);
  const colours = await page.evaluate(
    async (data) => {
      const image = new Image();
      image.src = data;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
      return new Set(new Uint32Array(pixels.buffer)).size;
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  expect(colours).toBeGreaterThan(10);
});

test('the policy refused nothing', () => {
  expect(refused).toEqual([]);
});
