/** The induction guide on paper: one A4 page and nothing else, under a policy as strict as an LMS's can be. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guide } from './drawn-fixtures.ts';
import { openStrictPage, pagesOf, type StrictPage } from './strict-page.ts';

let strict: StrictPage;

beforeAll(async () => {
  strict = await openStrictPage();
});

afterAll(() => strict.browser.close());

test.each([
  ['nothing', ''],
  ['a few lines', 'Kysy aina, jos mietit.\n'.repeat(5)],
  ['a full page', 'Rivi\n'.repeat(40)],
  ['far too much', 'Rivi, joka on niin pitkä, että se katkeaa toiselle riville ennen kuin loppuu kokonaan.\n'.repeat(46)],
])('a guide with %s prints as exactly one A4 page, and nothing else of the course does', async (_what, text) => {
  const { page, show } = strict;
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

test('the policy refused nothing', () => {
  expect(strict.refused).toEqual([]);
});
