import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { itemsOf } from '../../src/course/list-items.ts';
import { ColleagueStrengths } from '../../src/exercises/colleague-strengths/element.ts';
import { colleague } from './fixtures.ts';
import { heard } from './screen-reader.ts';
import { awkward, axeProblems, focusedField, show, smallTargets } from './worksheet.ts';

const strength = (id: string, order: number, text: string): Record<string, string> => ({
  [`b.colleague.strengths.${id}`]: String(order),
  [`b.colleague.strengths.${id}.strength`]: text,
});

const filled: Readonly<Record<string, string>> = {
  'b.colleague.talk': awkward,
  ...strength('aaaa', 1, 'Kysyy takaisin.'),
  ...strength('bbbb', 2, 'Rauhallinen\nkiireessäkin 😀 {[<script>'),
  'b.colleague.presenting': 'Kerroin palaverissa.',
  'b.colleague.meaning': 'Ilman häntä emme uskaltaisi.',
};

const shown = (element: ColleagueStrengths): (string | undefined)[] =>
  [...element.renderRoot.querySelectorAll('.rows aspa-text-field')].map(({ shadowRoot }) => shadowRoot?.querySelector('textarea')?.value);

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

test('empty, nothing is said to lack; begun, each answer and so many strengths', async () => {
  const { element } = await show(new ColleagueStrengths(), colleague);
  const needs = (): (string | undefined)[] =>
    [...element.renderRoot.querySelectorAll('.lacks li')].map(({ textContent }) => textContent?.trim());
  expect(needs()).toEqual([]);
  await expect.element(page.getByText('Et ole vielä kirjannut yhtään vahvuutta.')).toBeVisible();
  await element.goTo('b.colleague.talk');
  await userEvent.keyboard('Puhelimesta.');
  await expect.element(page.getByText('Vielä tarvitaan')).toBeVisible();
  expect(needs()).toEqual([
    'Lisää ainakin kaksi kohtaa: Kollegasi vahvuudet',
    'Vastaa: Miten esittelit ne?',
    'Vastaa: Minkälainen merkitys kollegallasi on?',
  ]);
});

test('the keyboard alone fills it, from the first answer to done', async () => {
  const { store, element } = await show(new ColleagueStrengths(), colleague);
  await element.goTo('b.colleague.talk');
  await userEvent.keyboard('Puhelimesta.{Tab}{Enter}');
  await vi.waitFor(() => expect(focusedField()).toMatch(/\.strength$/));
  await userEvent.keyboard('Kuuntelee.');
  await element.goTo('b.colleague.strengths');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() =>
    expect(document.activeElement?.shadowRoot?.activeElement).toBe(element.renderRoot.querySelectorAll('.rows aspa-text-field')[1]),
  );
  await userEvent.keyboard('Opastaa.{Tab}{Tab}{Tab}Palaverissa.{Tab}Iso.');
  expect(itemsOf(store.answers, 'b.colleague.strengths')).toHaveLength(2);
  expect(shown(element)).toEqual(['Kuuntelee.', 'Opastaa.']);
  await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
});

test('a strength removed from the middle leaves undo there, in words and in place', async () => {
  const { element } = await show(new ColleagueStrengths(), colleague, { ...filled, ...strength('cccc', 3, 'Viimeinen.') });
  await userEvent.click(page.getByRole('button', { name: 'Poista Vahvuus 2' }));
  await vi.waitFor(() => expect(focusedField()).toBe('b.colleague.strengths.bbbb'));
  const rows = [...element.renderRoot.querySelectorAll('.rows > li')].map(({ textContent }) => textContent ?? '');
  expect(rows[1]).toContain('Poistettu: Rauhallinen');
  expect(shown(element)).toEqual(['Kysyy takaisin.', 'Viimeinen.']);
  await userEvent.click(page.getByRole('button', { name: 'Peru poisto' }));
  await vi.waitFor(() => expect(shown(element)).toEqual(['Kysyy takaisin.', filled['b.colleague.strengths.bbbb.strength'], 'Viimeinen.']));
});

test('a row without words is asked for by its own place, and white space is no strength', async () => {
  await show(new ColleagueStrengths(), colleague, { ...filled, ...strength('bbbb', 2, '  \n ') });
  await userEvent.click(page.getByRole('link', { name: 'Kirjoita: Vahvuus' }));
  await vi.waitFor(() => expect(focusedField()).toBe('b.colleague.strengths.bbbb.strength'));
});

test('what was written comes back to the letter', async () => {
  const { element, fieldElement } = await show(new ColleagueStrengths(), colleague, filled);
  expect(fieldElement('b.colleague.talk').shadowRoot?.querySelector('textarea')?.value).toBe(awkward);
  expect(shown(element)).toEqual(['Kysyy takaisin.', filled['b.colleague.strengths.bbbb.strength']]);
});

test('saving and another row from another computer leave focus and caret where they are', async () => {
  const { save, store, textOf } = await show(new ColleagueStrengths(), colleague, filled);
  await userEvent.click(page.getByRole('textbox', { name: 'Vahvuus 2' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Vahvuus 2' }), 'Tyyni');
  await userEvent.keyboard('{ArrowLeft}');
  store.change(strength('zzzz', 0, 'Ensimmäinen muualta.'));
  await save();
  await userEvent.keyboard('x');
  expect(textOf('b.colleague.strengths.bbbb.strength')).toBe('Tyynxi');
});

test('read-only, there is nothing to press and nothing to change', async () => {
  const { element } = await show(new ColleagueStrengths(), colleague, filled, { readOnly: true });
  expect(element.renderRoot.querySelectorAll('button')).toHaveLength(0);
  for (const box of page.getByRole('textbox').elements()) expect(box.hasAttribute('readonly')).toBe(true);
});

test('axe finds nothing, and there is room for a finger with forty rows on a narrow phone', async () => {
  await show(new ColleagueStrengths(), colleague);
  expect(await axeProblems()).toEqual([]);
  await page.viewport(320, 640);
  const many = Object.assign(
    {},
    ...Array.from({ length: 40 }, (_, index) => strength(`a${String(index).padStart(3, '0')}`, index, 'Ä'.repeat(60))),
  ) as Record<string, string>;
  const { element } = await show(new ColleagueStrengths(), colleague, many);
  expect(await axeProblems()).toEqual([]);
  expect(smallTargets(element, 44)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('a screen reader hears numbered strengths and which one a button removes', async () => {
  const { element } = await show(new ColleagueStrengths(), colleague, { ...filled, 'b.colleague.talk': '' });
  const phrases = await heard(element);
  expect(phrases).toContain('textbox, Vahvuus 1');
  expect(phrases).toContain('button, Poista Vahvuus 2');
  expect(phrases).toContain('heading, Kollegasi vahvuudet, level 3');
});
