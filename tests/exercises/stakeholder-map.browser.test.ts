/** The map as an exercise: what it takes, when it is done, what comes back, how it is heard. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import { map } from './drawn-fixtures.ts';
import { crowd, filled, node, odd, outline, tree, words } from './map-fixtures.ts';
import { heard } from './screen-reader.ts';
import { axeProblems, focusedField, settled, show, smallTargets } from './worksheet.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

test('the 151st node is refused with words that say what to do', async () => {
  const { element, store } = await show(new StakeholderMap(), map, crowd);
  const before = store.answers;
  await element.goTo(`${tree}.n149.text`);
  await userEvent.keyboard('{Enter}');
  expect(store.answers).toBe(before);
  await expect.element(page.getByText('Kartta on täynnä: siihen mahtuu 150 kohtaa.', { exact: false }).first()).toBeVisible();
});

test('it is done when every branch has a node with words', async () => {
  const { element } = await show(new StakeholderMap(), map, {
    ...filled,
    ...node('eeee', 'marketing', 1, ' '),
    ...node('ffff', 'more', 1, 'Kuunnella'),
  });
  expect(element.renderRoot.querySelectorAll('.lacks li')).toHaveLength(1);
  await element.goTo(`${tree}.eeee.text`);
  await userEvent.keyboard('Kirjakauppa');
  await expect.element(page.getByText('Tehtävä on tehty.', { exact: false })).toBeVisible();
});

test('what was written comes back to the letter, and a redraw leaves focus and caret where they are', async () => {
  const { element, save, fieldElement, textOf } = await show(new StakeholderMap(), map, filled);
  expect((fieldElement(`${tree}.cccc.text`) as HTMLTextAreaElement).value).toBe(odd);
  await element.goTo(`${tree}.aaaa.text`);
  await userEvent.keyboard('{Home}{ArrowRight}');
  await save();
  await userEvent.keyboard('x');
  expect(textOf(`${tree}.aaaa.text`)).toBe('Kxoulut');
});

test('a node that came from another computer leaves the focus where it is', async () => {
  const { element, store } = await show(new StakeholderMap(), map, filled);
  await element.goTo(`${tree}.cccc.text`);
  store.restore(new Map(Object.entries(node('zzzz', 'partners', 0, 'Seurakunta')).map(([id, text]) => [id, { text, at: 1 }])));
  await settled(element);
  expect(focusedField()).toBe(`${tree}.cccc.text`);
  expect(outline(store.answers)[1]).toBe('-Seurakunta');
});

test('read-only, it can be read and walked through, and nothing changed', async () => {
  const { element, store } = await show(new StakeholderMap(), map, filled, { readOnly: true });
  const before = store.answers;
  await element.goTo(`${tree}.aaaa.text`);
  await userEvent.keyboard('x{Enter}{Alt>}{ArrowDown}{/Alt}{Alt>}{Delete}{/Alt}{Backspace}');
  expect(store.answers).toBe(before);
  expect(element.renderRoot.querySelectorAll('.outline button')).toHaveLength(0);
  expect(words(element)).toContain('Lapsiperheet');
});

test('axe finds nothing, empty, filled and with the buttons of a node open, and fingers have room', async () => {
  await show(new StakeholderMap(), map);
  expect(await axeProblems()).toEqual([]);
  const { element } = await show(new StakeholderMap(), map, filled);
  await element.open('d.map.partners');
  await userEvent.click(page.getByRole('button', { name: 'Muokkaa kohtaa: Koulut' }));
  expect(await axeProblems()).toEqual([]);
  await page.viewport(320, 640);
  expect(smallTargets(element, 44)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('a screen reader hears lists within lists, each node with the one above it', async () => {
  await page.viewport(1280, 800);
  const { element } = await show(new StakeholderMap(), map, filled);
  await element.open('d.map.partners');
  const phrases = (await heard(element)).join('|');
  expect(phrases).toContain('group, Kumppanit|heading, Kumppanit 3 kohtaa, level 4|button, Kumppanit 3 kohtaa, expanded');
  expect(phrases).toContain('paragraph|Mitkä kumppanit ovat keskeisiä?');
  expect(phrases).toContain('level 1, position 1, set size 2|textbox, Kohta, yläkohtana Kumppanit|Koulut');
  expect(phrases).toContain('level 2, position 1, set size 1|textbox, Kohta, yläkohtana Koulut|Lukio');
  expect(phrases).toContain('button, Lisää alakohta: Koulut');
  expect(phrases).toContain('Miellekartta, keskellä Kirjaston asiakaspalvelu. Kartassa on 4 kohtaa.');
});
