/** The map’s list and picture: side by side, or under two tabs. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import { map } from './drawn-fixtures.ts';
import { drawn, filled, tree, words } from './map-fixtures.ts';
import { axeProblems, focused, focusedField, settled, show, smallTargets } from './worksheet.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

/** What is on the screen of the two sides. */
const sides = (element: StakeholderMap): string[] =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('[data-side]')]
    .filter((side) => side.querySelector('h3')?.checkVisibility({ contentVisibilityAuto: true }) && !side.hasAttribute('hidden'))
    .map((side) => side.dataset['side'] ?? '');

describe('list and picture', () => {
  // The course leaves an exercise 788 pixels in a window of 1200, beside its contents.
  test('stand side by side where there is room, the fields at least 480 pixels wide and the picture 300, and there are no tabs', async () => {
    await page.viewport(788, 800);
    const { element } = await show(new StakeholderMap(), map, filled);
    expect(element.offsetWidth).toBe(788);
    expect(element.renderRoot.querySelector('[role=tablist]')).toBeNull();
    expect(sides(element)).toEqual(['list', 'picture']);
    const [list, picture] = ['list', 'picture'].map((side) =>
      element.renderRoot.querySelector(`[data-side=${side}]`)?.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    expect(list.width).toBeGreaterThanOrEqual(480);
    expect(picture.width).toBeGreaterThanOrEqual(300);
    expect(picture.top).toBe(list.top);
    expect(picture.left).toBeGreaterThan(list.right);
  });

  test('are two tabs where there is less: by press and by arrow keys, with the list first', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    expect(sides(element)).toEqual(['list']);
    await userEvent.click(page.getByRole('tab', { name: 'Kartta' }));
    expect(sides(element)).toEqual(['picture']);
    expect(words(element)).toContain('Lapsiperheet');
    await expect.element(page.getByRole('tabpanel', { name: 'Kartta' })).toBeVisible();
    expect(store.answers.get('@map')?.text).toBe('yes');
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()?.textContent?.trim()).toBe('Luettelo');
    expect(focused()?.getAttribute('aria-selected')).toBe('true');
    expect(sides(element)).toEqual(['list']);
    expect(store.answers.get('@map')?.text).toBe('');
    await userEvent.keyboard('{Tab}');
    expect(focused()?.getAttribute('role')).not.toBe('tab');
  });

  test('the tab that is shown has an outline and the other none, also where all colours are the browser’s own', async () => {
    await show(new StakeholderMap(), map, filled);
    const outlineOf = (name: string): string => getComputedStyle(page.getByRole('tab', { name }).element()).borderWidth;
    expect([outlineOf('Luettelo'), outlineOf('Kartta')]).toEqual(['1px 1px 0px', '0px 0px 1px']);
    await userEvent.click(page.getByRole('tab', { name: 'Kartta' }));
    expect([outlineOf('Luettelo'), outlineOf('Kartta')]).toEqual(['0px 0px 1px', '1px 1px 0px']);
  });

  test('the tab that she was at is remembered', async () => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@map': 'yes' });
    expect(sides(element)).toEqual(['picture']);
  });

  test.each([
    ['a link to a node', (element: StakeholderMap) => element.goTo(`${tree}.bbbb.text`), `${tree}.bbbb.text`],
    ['a link to what lacks', (element: StakeholderMap) => element.goTo(`${tree}.marketing`), `${tree}.marketing`],
    ['a link to the whole map', (element: StakeholderMap) => element.goTo(tree), tree],
    [
      'a stop pressed on the map',
      (element: StakeholderMap) =>
        drawn(element)
          .querySelector('[data-node="dddd"]')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })),
      `${tree}.dddd.text`,
    ],
  ])('%s leads to the list, out of the map’s tab, with the focus there', async (_what, go, field) => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@map': 'yes' });
    await go(element);
    await vi.waitFor(() => expect(focusedField()).toBe(field));
    expect(sides(element)).toEqual(['list']);
  });

  test.each([
    ['a link to a branch', (element: StakeholderMap) => element.goTo('d.map.customers'), 'Asiakkaat'],
    ['the way on', () => userEvent.click(page.getByRole('link', { name: /^jatka: Markkinointi/ })), 'Markkinointi'],
  ])('%s leads to the list too, with the focus on the branch’s title', async (_what, go, title) => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@map': 'yes' });
    await go(element);
    await vi.waitFor(() => expect(focused()?.textContent).toContain(title));
    expect(sides(element)).toEqual(['list']);
  });

  test('the map’s tab that was pressed in another browser hides no list here', async () => {
    const { element, store } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.cccc.text`);
    store.change({ '@map': 'yes' });
    await settled(element);
    expect(sides(element)).toEqual(['list']);
    expect(focusedField()).toBe(`${tree}.cccc.text`);
  });

  test('steps that are shown one at a time again leave the side in which that was pressed', async () => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@all': 'yes', '@map': 'yes' });
    await userEvent.click(page.getByRole('button', { name: 'Näytä askel kerrallaan' }));
    await vi.waitFor(() => expect(sides(element)).toEqual(['list']));
    expect(focused()?.textContent?.trim()).toBe('Näytä kaikki');
  });

  test('find in page shows the side in which it has found something', async () => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@map': 'yes' });
    const list = element.renderRoot.querySelector('[data-side=list]') as HTMLElement;
    expect(list.getAttribute('hidden')).toBe('until-found');
    list.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await expect.poll(() => sides(element)).toEqual(['list']);
  });

  test('find in page hides no side in which she writes, and a tab shows one of them again', async () => {
    const { element } = await show(new StakeholderMap(), map, filled);
    await element.goTo(`${tree}.cccc.text`);
    element.renderRoot.querySelector('[data-side=picture]')?.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await settled(element);
    expect(sides(element)).toEqual(['list', 'picture']);
    expect(focusedField()).toBe(`${tree}.cccc.text`);
    await userEvent.click(page.getByRole('tab', { name: 'Luettelo' }));
    expect(sides(element)).toEqual(['list']);
  });

  test('a telephone that is turned leaves her where she writes', async () => {
    await page.viewport(1280, 800);
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@map': 'yes' });
    await element.goTo(`${tree}.cccc.text`);
    await page.viewport(360, 740);
    await vi.waitFor(() => expect(sides(element)).toEqual(['list']));
    expect(focusedField()).toBe(`${tree}.cccc.text`);
  });

  test('both are there where all steps are asked for, and where she may only read', async () => {
    const { element } = await show(new StakeholderMap(), map, { ...filled, '@all': 'yes' });
    expect(sides(element)).toEqual(['list', 'picture']);
    const { element: read } = await show(new StakeholderMap(), map, filled, { readOnly: true });
    expect(sides(read)).toEqual(['list', 'picture']);
    expect(read.renderRoot.querySelector('[role=tablist]')).toBeNull();
  });

  test('axe finds nothing under either tab', async () => {
    await page.viewport(360, 740);
    const { element } = await show(new StakeholderMap(), map, filled);
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(page.getByRole('tab', { name: 'Kartta' }));
    expect(await axeProblems()).toEqual([]);
    expect(smallTargets(element, 44)).toEqual([]);
  });
});
