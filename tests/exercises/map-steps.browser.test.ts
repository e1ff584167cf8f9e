/** The map’s branches as steps: one is open, and whatever leads to something in a folded one opens it first. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import { map } from './drawn-fixtures.ts';
import { drawn, filled, node, outline, tree } from './map-fixtures.ts';
import { axeProblems, focused, focusedField, settled, show } from './worksheet.ts';

beforeEach(() => page.viewport(360, 740));
afterEach(() => document.body.replaceChildren());

const stepOf = (element: StakeholderMap, branch: string): HTMLElement =>
  element.renderRoot.querySelector(`[data-step="d.map.${branch}"]`) as HTMLElement;
const openBranches = (element: StakeholderMap): string[] =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('[data-step]')]
    .filter((step) => !step.querySelector('.fields')?.hasAttribute('hidden'))
    .map((step) => step.dataset['step']?.slice('d.map.'.length) ?? '');
const lineOf = (element: StakeholderMap, branch: string): string =>
  (stepOf(element, branch).querySelector('.head')?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('a branch at a time', () => {
  test('the first in which something is missing is open; the others are lines with their name, their count and their first words', async () => {
    const { element } = await show(new StakeholderMap(), map, filled);
    expect(openBranches(element)).toEqual(['marketing']);
    expect(lineOf(element, 'partners')).toMatch(/^Kumppanit 3 kohtaa Koulut · Lukio · Ä ö å/);
    expect(lineOf(element, 'customers')).toBe('Asiakkaat 1 kohta Lapsiperheet');
    expect(lineOf(element, 'more')).toBe('Mitä muuta?');
    expect(await axeProblems()).toEqual([]);
  });

  test('a node without words is none of them', async () => {
    const { element } = await show(new StakeholderMap(), map, node('eeee', 'customers', 1, ' '));
    expect(lineOf(element, 'customers')).toBe('Asiakkaat');
  });

  test('the place that is remembered is the branch, and a link to it puts the focus on its title', async () => {
    const { element } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.bbbb.text`);
    expect(element.place).toBe('d.map.partners');
    expect(await element.goTo('d.map.customers')).toBe(true);
    expect(openBranches(element)).toEqual(['customers']);
    expect(focused()?.textContent).toContain('Asiakkaat');
  });

  test('its button leads to the next in which something is missing', async () => {
    const { element } = await show(new StakeholderMap(), map, filled);
    await userEvent.click(page.getByRole('button', { name: 'Seuraava: Mitä muuta?' }));
    await vi.waitFor(() => expect(openBranches(element)).toEqual(['more']));
    expect(focused()?.textContent).toContain('Mitä muuta?');
  });

  test('“show all” opens every branch beside both sides, and who may only read sees them all', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    await userEvent.click(page.getByRole('button', { name: 'Näytä kaikki' }));
    await expect.poll(() => openBranches(element)).toHaveLength(4);
    expect(store.answers.get('@all')?.text).toBe('yes');
    const { element: read } = await show(new StakeholderMap(), map, filled, { readOnly: true });
    expect(openBranches(read)).toHaveLength(4);
  });
});

describe('a folded branch is opened', () => {
  test.each([
    ['a link to a node', (element: StakeholderMap) => element.goTo(`${tree}.bbbb.text`), `${tree}.bbbb.text`, 'partners'],
    ['a link to what lacks', (element: StakeholderMap) => element.goTo(`${tree}.more`), `${tree}.more`, 'more'],
    [
      'a stop pressed on the map',
      (element: StakeholderMap) =>
        drawn(element)
          .querySelector('[data-node="dddd"]')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })),
      `${tree}.dddd.text`,
      'customers',
    ],
  ])('by %s, before the focus goes there', async (_what, go, field, branch) => {
    const { element } = await show(new StakeholderMap(), map, filled);
    await go(element);
    await vi.waitFor(() => expect(focusedField()).toBe(field));
    expect(openBranches(element)).toEqual([branch]);
  });

  test('by find in page', async () => {
    const { element } = await show(new StakeholderMap(), map, filled);
    stepOf(element, 'customers')
      .querySelector('.fields')
      ?.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await expect.poll(() => openBranches(element)).toEqual(['customers']);
  });

  test('by the arrow that walks out of the branch before it or after it', async () => {
    const { element } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.dddd.text`);
    await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowUp}');
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.cccc.text`));
    expect(openBranches(element)).toEqual(['partners']);
    await userEvent.keyboard('{Control>}{End}{/Control}{ArrowDown}');
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.dddd.text`));
    expect(openBranches(element)).toEqual(['customers']);
  });

  test('by a node that is moved into it, and what is typed then is written into that node', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.dddd.text`);
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}{Control>}{End}{/Control}!');
    expect(openBranches(element)).toEqual(['marketing']);
    expect(focusedField()).toBe(`${tree}.dddd.text`);
    expect(outline(store.answers)).toContain('-Lapsiperheet!');
    await userEvent.click(page.getByRole('button', { name: 'Muokkaa kohtaa: Lapsiperheet!' }));
    await userEvent.click(page.getByRole('button', { name: 'Siirrä alas' }));
    await vi.waitFor(() => expect(openBranches(element)).toEqual(['customers']));
    await vi.waitFor(() => expect(focused()?.textContent?.trim()).toBe('Siirrä alas'));
  });

  test('and a new node, pasted lines and undo have the focus in it', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.aaaa.text`);
    await userEvent.keyboard('{Control>}{Enter}{/Control}Opet{Enter}');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Rehtori\nKanslia');
    (focused() as Element).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await vi.waitFor(() => expect((focused() as HTMLTextAreaElement).value).toBe('Kanslia'));
    expect(outline(store.answers).slice(0, 6)).toEqual(['Kumppanit', '-Koulut', '--Lukio', '--Opet', '--Rehtori', '--Kanslia']);
    await element.goTo(`${tree}.aaaa.text`);
    await userEvent.keyboard('{Alt>}{Delete}{/Alt}');
    await element.goTo(`${tree}.dddd.text`);
    expect(element.renderRoot.querySelectorAll('.undo')).toHaveLength(1);
    await userEvent.click(page.getByRole('button', { name: /^Kumppanit/ }));
    await userEvent.click(page.getByRole('button', { name: 'Peru poisto' }));
    await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.aaaa.text`));
    expect(openBranches(element)).toEqual(['partners']);
    expect(outline(store.answers)).toContain('--Kanslia');
  });
});

test('Backspace in the first node of a branch, which is empty, leaves her in that branch', async () => {
  const { element, store } = await show(new StakeholderMap(), map, { ...filled, ...node('dddd', 'customers', 1, '') });
  await element.goTo(`${tree}.dddd.text`);
  await userEvent.keyboard('{Backspace}');
  await vi.waitFor(() => expect(focusedField()).toBe(`${tree}.customers`));
  expect(store.answers.get(`${tree}.dddd`)?.text).toBe('');
  expect(openBranches(element)).toEqual(['customers']);
});

test('a text that arrives from another device into a folded branch shows in its line and in its field', async () => {
  const { element, store, fieldElement } = await show(new StakeholderMap(), map, filled);
  store.change({ ...node('zzzz', 'more', 1, 'Toiselta koneelta'), [`${tree}.dddd.text`]: 'Perheet' });
  await settled(element);
  expect(openBranches(element)).toEqual(['marketing']);
  expect(lineOf(element, 'more')).toBe('Mitä muuta? 1 kohta Toiselta koneelta');
  expect(lineOf(element, 'customers')).toContain('Perheet');
  expect((fieldElement(`${tree}.dddd.text`) as HTMLTextAreaElement).value).toBe('Perheet');
});

test('folding and opening replaces no field, and a composition in progress is not ended', async () => {
  const { element, fieldElement, store } = await show(new StakeholderMap(), map, filled);
  await element.goTo(`${tree}.aaaa.text`);
  const area = focused() as HTMLTextAreaElement;
  const ended = vi.fn();
  area.addEventListener('compositionend', ended);
  area.addEventListener('blur', ended);
  area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  store.change({ ...node('zzzz', 'more', 1, 'Muualta'), ...node('yyyy', 'partners', 3, 'Muualta') });
  await settled(element);
  expect(focused()).toBe(area);
  expect(openBranches(element)).toEqual(['partners']);
  expect(ended).not.toHaveBeenCalled();
  await element.open('d.map.more');
  await element.open('d.map.partners');
  expect(fieldElement(`${tree}.aaaa.text`)).toBe(area);
});
