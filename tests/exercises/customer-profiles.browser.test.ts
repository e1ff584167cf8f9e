import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { itemsOf } from '../../src/course/list-field.ts';
import { CustomerProfiles } from '../../src/exercises/customer-profiles/element.ts';
import { profiles } from './drawn-fixtures.ts';
import { heard } from './screen-reader.ts';
import { awkward, axeProblems, focused, focusedField, settled, show, smallTargets } from './worksheet.ts';

const list = 'e.profiles.profiles';

const profile = (id: string, order: number, texts: Record<string, string>): Record<string, string> => ({
  [`${list}.${id}`]: String(order),
  ...Object.fromEntries(Object.entries(texts).map(([cell, text]) => [`${list}.${id}.${cell}`, text])),
});

const filled = {
  ...profile('aaaa', 1, { name: 'Koululainen', ways: awkward, channels: 'Some', ensuring: 'Sovitaan palaverissa.' }),
  ...profile('bbbb', 2, { name: 'Etäopiskelija', ways: 'Varaa verkossa.', channels: 'Chat', ensuring: 'Chat-vuorot.' }),
  ...profile('cccc', 3, { name: 'Lehdenlukija', ways: 'Tulee aamulla.', channels: 'Tilat', ensuring: 'Aamuvuoro.' }),
};

const names = (element: CustomerProfiles): (string | undefined)[] =>
  [...element.renderRoot.querySelectorAll('tbody th aspa-text-field')].map(
    ({ shadowRoot }) => shadowRoot?.querySelector('textarea')?.value,
  );

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

test('empty, it asks for so many profiles, and the link leads to the button that adds one', async () => {
  const { element, store } = await show(new CustomerProfiles(), profiles);
  expect(element.renderRoot.querySelector('table')).toBeNull();
  await userEvent.click(page.getByRole('link', { name: 'Asiakasprofiilit: lisää ainakin 2' }));
  await vi.waitFor(() => expect(focusedField()).toBe(list));
  await userEvent.keyboard('{Enter}');
  const [item] = itemsOf(store.answers, list);
  await vi.waitFor(() => expect(focusedField()).toBe(`${list}.${item?.id}.name`));
});

describe('filled', () => {
  test('a copy comes right after its profile, whole, with the focus on its name', async () => {
    const { element, store } = await show(new CustomerProfiles(), profiles, filled);
    await userEvent.click(page.getByRole('button', { name: 'Kopioi: Koululainen' }));
    await vi.waitFor(() => expect(names(element)).toEqual(['Koululainen', 'Koululainen (kopio)', 'Etäopiskelija', 'Lehdenlukija']));
    const copy = itemsOf(store.answers, list)[1]?.id ?? '';
    expect(store.answers.get(`${list}.${copy}.ways`)?.text).toBe(awkward);
    expect(focusedField()).toBe(`${list}.${copy}.name`);
  });

  test('moving keeps the focus on the same button of the same profile, to the end and back', async () => {
    const { element } = await show(new CustomerProfiles(), profiles, filled);
    await userEvent.click(page.getByRole('button', { name: 'Siirrä alas: Koululainen' }));
    await vi.waitFor(() => expect(names(element)).toEqual(['Etäopiskelija', 'Koululainen', 'Lehdenlukija']));
    await vi.waitFor(() => expect(focused()?.getAttribute('aria-label')).toBe('Siirrä alas: Koululainen'));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(names(element)).toEqual(['Etäopiskelija', 'Lehdenlukija', 'Koululainen']));
    await vi.waitFor(() => expect(focused()?.getAttribute('aria-disabled')).toBe('true'));
    await expect.element(page.getByText('Koululainen on nyt numero 3, kaikkiaan 3.')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(names(element)).toEqual(['Etäopiskelija', 'Lehdenlukija', 'Koululainen']);
  });

  test('profiles to which two computers gave the same place can be moved too', async () => {
    const { element } = await show(new CustomerProfiles(), profiles, { ...filled, [`${list}.bbbb`]: '1', [`${list}.cccc`]: '1' });
    await userEvent.click(page.getByRole('button', { name: 'Siirrä ylös: Lehdenlukija' }));
    await vi.waitFor(() => expect(names(element)).toEqual(['Koululainen', 'Lehdenlukija', 'Etäopiskelija']));
  });

  test('a removed profile leaves undo in its place, and undo brings back every word', async () => {
    const { element, store } = await show(new CustomerProfiles(), profiles, filled);
    await userEvent.click(page.getByRole('button', { name: 'Poista: Etäopiskelija' }));
    await vi.waitFor(() => expect(focusedField()).toBe(`${list}.bbbb`));
    const rows = [...element.renderRoot.querySelectorAll('tbody tr')].map(({ textContent }) => textContent ?? '');
    expect(rows[1]).toContain('Poistettu: Etäopiskelija');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focusedField()).toBe(`${list}.bbbb.name`));
    for (const [field, text] of Object.entries(filled)) expect(store.answers.get(field)?.text).toBe(text);
  });

  test('it is done when so many profiles are whole', async () => {
    await show(new CustomerProfiles(), profiles, { ...filled, [`${list}.bbbb.ways`]: ' ', [`${list}.cccc.ensuring`]: '' });
    await expect.element(page.getByText('Vielä tarvitaan')).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: 'Lehdenlukija: Toteutumisen varmistaminen' }), 'Aamuvuoro.');
    await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
  });
});

test('wide it is a table whose labels are in its head, narrow it is cards that say them', async () => {
  const { element } = await show(new CustomerProfiles(), profiles, filled);
  const cells = (): DOMRect[] =>
    [...element.renderRoot.querySelectorAll('tbody tr:first-child aspa-text-field')].map((cell) => cell.getBoundingClientRect());
  const label = (): DOMRect | undefined =>
    element.renderRoot.querySelector('tbody td aspa-text-field')?.shadowRoot?.querySelector('label')?.getBoundingClientRect();
  await expect.element(page.getByRole('columnheader', { name: 'Tavat käyttää palvelua' })).toBeVisible();
  expect(new Set(cells().map(({ top }) => top)).size).toBe(1);
  expect(label()?.height).toBeLessThan(2);
  await page.viewport(360, 640);
  expect(new Set(cells().map(({ left }) => left)).size).toBe(1);
  expect(label()?.height).toBeGreaterThan(10);
  expect(element.renderRoot.querySelector('thead')?.checkVisibility()).toBe(false);
});

test('what was written comes back to the letter', async () => {
  const { fieldElement } = await show(new CustomerProfiles(), profiles, filled);
  expect(fieldElement(`${list}.aaaa.ways`).shadowRoot?.querySelector('textarea')?.value).toBe(awkward);
});

test('saving leaves focus and caret where they are', async () => {
  const { element, save, textOf } = await show(new CustomerProfiles(), profiles, filled);
  await element.goTo(`${list}.cccc.ways`);
  await userEvent.keyboard('{End}{ArrowLeft}');
  await save();
  await userEvent.keyboard(' varhain');
  expect(textOf(`${list}.cccc.ways`)).toBe('Tulee aamulla varhain.');
});

test('the keyboard alone walks a row from its name to its buttons', async () => {
  const { element, textOf } = await show(new CustomerProfiles(), profiles, profile('aaaa', 1, {}));
  await element.goTo(`${list}.aaaa.name`);
  await userEvent.keyboard('Harrastaja{Tab}Iltaisin{Tab}Some{Tab}Vuorolista{Tab}');
  expect(['name', 'ways', 'channels', 'ensuring'].map((cell) => textOf(`${list}.aaaa.${cell}`))).toEqual([
    'Harrastaja',
    'Iltaisin',
    'Some',
    'Vuorolista',
  ]);
  expect(focused()?.getAttribute('aria-label')).toBe('Kopioi: Harrastaja');
});

test('read-only, the table has nothing to press but examples', async () => {
  const { element } = await show(new CustomerProfiles(), profiles, filled, { readOnly: true });
  expect(names(element)).toEqual(['Koululainen', 'Etäopiskelija', 'Lehdenlukija']);
  expect(element.renderRoot.querySelectorAll('button')).toHaveLength(0);
});

test('axe finds nothing, wide and narrow, and forty profiles fit a narrow phone', async () => {
  await show(new CustomerProfiles(), profiles);
  expect(await axeProblems()).toEqual([]);
  const { element } = await show(new CustomerProfiles(), profiles, filled);
  expect(await axeProblems()).toEqual([]);
  expect(smallTargets(element, 44)).toEqual([]);
  await page.viewport(320, 640);
  expect(await axeProblems()).toEqual([]);
  expect(smallTargets(element, 44)).toEqual([]);
  const many = Object.assign(
    {},
    ...Array.from({ length: 40 }, (_, index) =>
      profile(`a${String(index).padStart(3, '0')}`, index, { name: 'Ä'.repeat(200), ways: awkward }),
    ),
  ) as Record<string, string>;
  await settled((await show(new CustomerProfiles(), profiles, many)).element);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('a screen reader hears a table with the profile as the head of its row', async () => {
  const { element } = await show(new CustomerProfiles(), profiles, filled);
  const phrases = (await heard(element)).join('|');
  expect(phrases).toContain('table, Asiakasprofiilit');
  expect(phrases).toContain('columnheader, Tavat käyttää palvelua');
  expect(phrases).toContain('rowheader, Etäopiskelija');
  expect(phrases).toContain('textbox, Etäopiskelija: Palvelun tarjoamisen kanavat');
  expect(phrases).toContain('button, Siirrä ylös: Etäopiskelija');
});
