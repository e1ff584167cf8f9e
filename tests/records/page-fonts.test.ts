/** HR's page must not depend on the fonts that a machine happens to have. */
import { expect, test } from 'vitest';
import { howMany } from '../how-many.ts';
import { cutTexts, look, useBrowser } from './opened-page.ts';

const browser = useBrowser();

/**
 * Text as wide as on other machines, whatever fonts this one has: the widest of usual system fonts are a tenth wider than the narrowest. The last
 * two, which reach out least, are looked at each night.
 */
const FONTS: readonly (readonly [what: string, style: string])[] = [
  ['this machine’s own fonts', ''],
  ['wide letters', '* { letter-spacing: 0.06em !important }'],
  [
    'letters with serifs, and slanted ones that reach out of their boxes',
    '* { font-family: serif !important; font-style: italic !important }',
  ],
  ['the text spacing that a reader may set (WCAG 2.2, 1.4.12)', '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'],
  ['narrow letters', '* { letter-spacing: -0.05em !important }'],
  ['letters of one width', '* { font-family: monospace !important }'],
];

test.each(FONTS.slice(0, howMany({ gate: 4, nightly: 6 })))('charts and page hold their texts with %s', async (_what, style) => {
  for (const [width, count] of [
    [1280, 200],
    [1241, 200],
    [714, 200],
    [360, 3000],
    [320, 200],
  ] as const) {
    await look(browser(), { width, count, style, args: ['--language', width === 714 ? 'sv' : 'fi'] }, async ({ page }) => {
      expect(await cutTexts(page), `${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
      // What was hidden at this width is measured as well: it is shown on paper.
      await page.setViewportSize({ width: 1000, height: 900 });
      expect(await cutTexts(page), `${width}, turned`).toEqual([]);
    });
  }
});
