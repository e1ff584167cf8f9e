import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { itemsOf } from '../../src/course/list-items.ts';
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
  [...element.renderRoot.querySelectorAll('[data-field$=".name"]')].map(({ shadowRoot }) => shadowRoot?.querySelector('textarea')?.value);

/** Opens a card as a learner does. */
async function opens(name: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: new RegExp(`^${name}( |$)`) }));
}

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

test('empty, it says nothing of what lacks, and a link to the list leads to the button that adds a profile', async () => {
  const { element, store } = await show(new CustomerProfiles(), profiles);
  expect(element.renderRoot.querySelectorAll('[data-step]')).toHaveLength(0);
  expect(element.renderRoot.textContent).not.toContain('Lisää ainakin kaksi');
  await element.goTo(list);
  await vi.waitFor(() => expect(focusedField()).toBe(list));
  await userEvent.keyboard('{Enter}');
  const [item] = itemsOf(store.answers, list);
  await vi.waitFor(() => expect(focusedField()).toBe(`${list}.${item?.id}.name`));
});

describe('filled', () => {
  test('a copy comes right after its profile, whole but for its name, which has the focus', async () => {
    const { element, store } = await show(new CustomerProfiles(), profiles, filled);
    await opens('Koululainen');
    await userEvent.click(page.getByRole('button', { name: 'Kopioi: Koululainen' }));
    await vi.waitFor(() => expect(names(element)).toEqual(['Koululainen', '', 'Etäopiskelija', 'Lehdenlukija']));
    const copy = itemsOf(store.answers, list)[1]?.id ?? '';
    expect(store.answers.get(`${list}.${copy}.ways`)?.text).toBe(awkward);
    expect(focusedField()).toBe(`${list}.${copy}.name`);
  });

  test('a copy counts only once she has given it a name', async () => {
    const whole = { name: 'Koululainen', ways: 'Käy iltapäivisin', channels: 'Tiski', ensuring: 'Kysyn' };
    const { element } = await show(new CustomerProfiles(), profiles, profile('aaaa', 1, whole));
    await opens('Koululainen');
    await userEvent.click(page.getByRole('button', { name: 'Kopioi: Koululainen' }));
    await vi.waitFor(() => expect(names(element)).toEqual(['Koululainen', '']));
    expect(element.renderRoot.querySelector('.done')).toBeNull();
    await vi.waitFor(() => expect(focusedField()).toMatch(/\.name$/));
    await userEvent.keyboard('Lukija');
    await vi.waitFor(() => expect(names(element)).toEqual(['Koululainen', 'Lukija']));
    await vi.waitFor(() => expect(element.renderRoot.querySelector('.done')).not.toBeNull());
  });

  test('moving keeps the focus on the same button of the same profile, to the end and back', async () => {
    const { element } = await show(new CustomerProfiles(), profiles, filled);
    await opens('Koululainen');
    await userEvent.click(page.getByRole('button', { name: 'Siirrä alas: Koululainen' }));
    await vi.waitFor(() => expect(names(element)).toEqual(['Etäopiskelija', 'Koululainen', 'Lehdenlukija']));
    await vi.waitFor(() => expect(focused()?.getAttribute('aria-label')).toBe('Siirrä alas: Koululainen'));
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(names(element)).toEqual(['Etäopiskelija', 'Lehdenlukija', 'Koululainen']));
    await vi.waitFor(() => expect(focused()?.getAttribute('aria-disabled')).toBe('true'));
    await expect.element(page.getByText('Koululainen on nyt numero 3, profiileja on kaikkiaan 3.')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(names(element)).toEqual(['Etäopiskelija', 'Lehdenlukija', 'Koululainen']);
  });

  test('profiles to which two computers gave the same place can be moved too', async () => {
    const { element } = await show(new CustomerProfiles(), profiles, { ...filled, [`${list}.bbbb`]: '1', [`${list}.cccc`]: '1' });
    await opens('Lehdenlukija');
    await userEvent.click(page.getByRole('button', { name: 'Siirrä ylös: Lehdenlukija' }));
    await vi.waitFor(() => expect(names(element)).toEqual(['Koululainen', 'Lehdenlukija', 'Etäopiskelija']));
  });

  test('a removed profile leaves undo in its place, and undo brings back every word', async () => {
    const { element, store } = await show(new CustomerProfiles(), profiles, filled);
    await opens('Etäopiskelija');
    await userEvent.click(page.getByRole('button', { name: 'Poista: Etäopiskelija' }));
    await vi.waitFor(() => expect(focusedField()).toBe(`${list}.bbbb`));
    const rows = [...element.renderRoot.querySelectorAll('.steps > *')].map(({ textContent }) => textContent ?? '');
    expect(rows[1]).toContain('Poistettu: Etäopiskelija');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(focusedField()).toBe(`${list}.bbbb.name`));
    for (const [field, text] of Object.entries(filled)) expect(store.answers.get(field)?.text).toBe(text);
  });

  test('it is done when so many profiles are whole', async () => {
    await show(new CustomerProfiles(), profiles, { ...filled, [`${list}.bbbb.ways`]: ' ', [`${list}.cccc.ensuring`]: '' });
    await expect.element(page.getByText('Vielä tarvitaan')).toBeVisible();
    await opens('Lehdenlukija');
    await userEvent.fill(page.getByRole('textbox', { name: 'Lehdenlukija: Toteutumisen varmistaminen' }), 'Aamuvuoro.');
    await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
  });
});

test('cards fold to the name, how far it is and the first words; one is open', async () => {
  const { element, fieldElement } = await show(new CustomerProfiles(), profiles, {
    ...filled,
    [`${list}.bbbb.ensuring`]: '',
    [`${list}.cccc.name`]: '',
  });
  const row = (id: string): HTMLElement => element.renderRoot.querySelector(`[data-step="${list}.${id}"] h3`) as HTMLElement;
  const said = (id: string): string => row(id).textContent.replace(/\s+/g, ' ').trim();
  await opens('Koululainen');
  expect(said('bbbb')).toBe('Etäopiskelija 3/4 tehty Varaa verkossa.');
  expect(said('cccc')).toBe('Profiili 3 3/4 tehty Tulee aamulla.');
  expect([...element.renderRoot.querySelectorAll('[aria-expanded="true"]')]).toHaveLength(1);
  expect(fieldElement(`${list}.bbbb.ways`).checkVisibility()).toBe(false);
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

test('the keyboard alone walks a card from its name to its buttons', async () => {
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

test('read-only, there is nothing to press but examples', async () => {
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

test('a screen reader hears each card with its profile’s name', async () => {
  const { element } = await show(new CustomerProfiles(), profiles, filled);
  await element.goTo(`${list}.bbbb.channels`);
  const phrases = (await heard(element)).join('|');
  expect(phrases).toContain('group, Etäopiskelija');
  expect(phrases).toContain('textbox, Etäopiskelija: Palvelun tarjoamisen kanavat');
  expect(phrases).toContain('button, Siirrä ylös: Etäopiskelija');
});
