/** What the check of the layout sees, and what it does not take for a fault. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { layoutFaults } from '../e2e/layout-faults.ts';

const WORDS = 'Luin turvallisemman tilan periaatteet ääneen iltavuoron porukalle ja kysyin, mitä niistä puuttuu';
const CLAMPED = 'display: -webkit-box; overflow: hidden; width: 300px; -webkit-box-orient: vertical; -webkit-line-clamp: 1';

const kinds = (): string[] => layoutFaults().map(({ kind }) => kind);
const draws = (html: string): void => document.body.setHTMLUnsafe(`<main style="font: 18px/1.3 sans-serif">${html}</main>`);

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

test.each([
  ['in the clamped box itself', `<p style="${CLAMPED}">${WORDS}</p>`],
  ['in an element within it', `<p style="${CLAMPED}"><span>${WORDS}</span></p>`],
  [
    'in an element that holds other elements before it',
    `<p style="${CLAMPED}"><span><b>to 12.11.2026</b> <i style="display: inline-grid; width: 30px; height: 30px">A1</i> ${WORDS}</span></p>`,
  ],
])('the words that a line-clamp hides overlap nothing: %s', (_where, html) => {
  draws(html);
  expect(kinds()).toEqual([]);
});

test.each([
  ['in a clamped box', `<p style="${CLAMPED}"><span><b>Kirjaus</b><span style="margin-left: -40px">${WORDS}</span></span></p>`],
  ['beside one', `<p style="${CLAMPED}"><span>${WORDS}</span></p><p style="margin-top: -36px">Päälle kirjoitettu</p>`],
  ['without any', '<p style="line-height: 0.3; width: 100px">Kaksi riviä, jotka ovat päällekkäin</p>'],
])('words that are written over others are found: %s', (_where, html) => {
  draws(html);
  expect(kinds()).toContain('overlaps');
});
