/** The stakeholder map saved as a picture, under a policy as strict as an LMS's can be. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { map } from './drawn-fixtures.ts';
import { openStrictPage, type StrictPage } from './strict-page.ts';

let strict: StrictPage;

beforeAll(async () => {
  strict = await openStrictPage();
});

afterAll(() => strict.browser.close());

test('the map is saved as SVG that needs nothing of the page, with its colours fixed and what was written escaped', async () => {
  const { page, show } = strict;
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
  const { page, show } = strict;
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
  expect(strict.refused).toEqual([]);
});
