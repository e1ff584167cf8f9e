/** What is folded is not lost: every way to a field opens its step, and a folded step goes on living. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ServicePath } from '../../src/exercises/service-path/element.ts';
import { path } from './drawn-fixtures.ts';
import { axeProblems, focused, focusedField, settled, show } from './worksheet.ts';

const begun = { 'c.path.group': 'Omaishoitajat', 'c.path.need': 'Hengähtää' };

const stepOf = (element: ServicePath, id: string): HTMLElement => element.renderRoot.querySelector(`[data-step="${id}"]`) as HTMLElement;
const openSteps = (element: ServicePath): (string | undefined)[] =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('[data-step]')]
    .filter((step) => step.querySelector('.fields')?.checkVisibility({ contentVisibilityAuto: true }))
    .filter((step) => !step.querySelector('.fields')?.hasAttribute('hidden'))
    .map((step) => step.dataset['step']);

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

test('one is open; opening another folds it, and pressing the open one folds it too', async () => {
  const { element } = await show(new ServicePath(), path, begun);
  expect(openSteps(element)).toEqual(['c.path.group']);
  await userEvent.click(page.getByRole('button', { name: 'Palvelun jälkeen' }));
  expect(openSteps(element)).toEqual(['c.path.after']);
  expect(focused()?.getAttribute('aria-expanded')).toBe('true');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => openSteps(element)).toEqual([]);
});

test('a row that is pressed stays under the pointer when one above it folds', async () => {
  const { element } = await show(new ServicePath(), path, begun);
  const row = page.getByRole('button', { name: 'Palvelun jälkeen' });
  row.element().scrollIntoView({ block: 'center' });
  const { top } = row.element().getBoundingClientRect();
  await userEvent.click(row);
  await settled(element);
  expect(Math.abs(row.element().getBoundingClientRect().top - top)).toBeLessThan(2);
});

test('a link to a field in a folded step opens it and puts the focus there; a link to a step, on its title', async () => {
  const { element } = await show(new ServicePath(), path, begun);
  expect(await element.goTo('c.path.later')).toBe(true);
  expect(focusedField()).toBe('c.path.later');
  expect(openSteps(element)).toEqual(['c.path.after']);
  expect(element.place).toBe('c.path.after');
  expect(await element.goTo('c.path.before')).toBe(true);
  expect(focused()?.textContent).toContain('Ennen palvelua');
  expect(openSteps(element)).toEqual(['c.path.before']);
  expect(await element.goTo('c.path.nothing')).toBe(false);
});

test.each([
  ['the step itself', 'c.path.before'],
  ['another one', 'c.path.after'],
])('a press that brings no focus, as a screen reader’s, takes it out of what it folds: %s', async (_what, pressed) => {
  const { element } = await show(new ServicePath(), path, begun);
  await element.goTo('c.path.need');
  const head = stepOf(element, pressed).querySelector<HTMLElement>('.head') as HTMLElement;
  head.click();
  await settled(element);
  await new Promise(requestAnimationFrame);
  expect(focused()).toBe(head);
});

test('where steps are shown one at a time again in another browser, the one in which she writes stays open', async () => {
  const { element, store } = await show(new ServicePath(), path, { ...begun, '@all': 'yes' });
  await element.goTo('c.path.later');
  const area = focused();
  store.change({ '@all': '' });
  await settled(element);
  expect(focused()).toBe(area);
  expect(openSteps(element)).toEqual(['c.path.after']);
});

test('find in page opens the step in which it has found something', async () => {
  const { element } = await show(new ServicePath(), path, begun);
  const fields = stepOf(element, 'c.path.after').querySelector('.fields') as HTMLElement;
  expect(fields.getAttribute('hidden')).toBe('until-found');
  fields.dispatchEvent(new Event('beforematch', { bubbles: true }));
  await settled(element);
  expect(openSteps(element)).toEqual(['c.path.after']);
});

test('find in page folds no step in which she writes, and another step that is opened folds what it has opened', async () => {
  const { element } = await show(new ServicePath(), path, begun);
  await element.goTo('c.path.need');
  const [area, writing] = [focused(), openSteps(element)];
  stepOf(element, 'c.path.after')
    .querySelector('.fields')
    ?.dispatchEvent(new Event('beforematch', { bubbles: true }));
  await settled(element);
  expect(openSteps(element)).toEqual([...writing, 'c.path.after']);
  expect([focused() === area, area?.checkVisibility()]).toEqual([true, true]);
  await element.goTo('c.path.before');
  expect(openSteps(element)).toEqual(['c.path.before']);
});

test('a text that arrives from another device into a folded step is there when it is opened', async () => {
  const { element, store, fieldElement } = await show(new ServicePath(), path, begun);
  store.change({ 'c.path.later': 'Toiselta koneelta' });
  await settled(element);
  expect(openSteps(element)).toEqual(['c.path.group']);
  await element.goTo('c.path.later');
  expect(fieldElement('c.path.later').shadowRoot?.querySelector('textarea')?.value).toBe('Toiselta koneelta');
});

test('folding and opening replaces no field, and a composition in progress is not ended', async () => {
  const { element, fieldElement, store } = await show(new ServicePath(), path, begun);
  await element.goTo('c.path.need');
  const area = focused() as HTMLTextAreaElement;
  const ended = vi.fn();
  area.addEventListener('compositionend', ended);
  area.addEventListener('blur', ended);
  area.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  store.change({ 'c.path.later': 'Muualta', 'c.path.choice': 'Muualta' });
  await settled(element);
  expect(focused()).toBe(area);
  expect(openSteps(element)).toEqual(['c.path.before']);
  await element.open('c.path.after');
  await element.open('c.path.before');
  expect(fieldElement('c.path.need').shadowRoot?.querySelector('textarea')).toBe(area);
  expect(area.isConnected).toBe(true);
});

test('“show all” opens every step, is remembered in the learner’s state, and is taken back', async () => {
  const { element, store } = await show(new ServicePath(), path, begun);
  await userEvent.click(page.getByRole('button', { name: 'Näytä kaikki' }));
  await expect.poll(() => openSteps(element)).toEqual(['c.path.group', 'c.path.before', 'c.path.after', 'c.path.marks']);
  expect(store.answers.get('@all')?.text).toBe('yes');
  expect(element.renderRoot.querySelectorAll('[data-step] h3 button')).toHaveLength(0);
  expect(await axeProblems()).toEqual([]);
  const again = await show(new ServicePath(), path, { ...begun, '@all': 'yes' });
  expect(openSteps(again.element)).toHaveLength(4);
  await userEvent.click(page.getByRole('button', { name: 'Näytä askel kerrallaan' }));
  await expect.poll(() => openSteps(again.element)).toHaveLength(1);
});

test('who may only read sees all steps', async () => {
  const { element } = await show(new ServicePath(), path, begun, { readOnly: true });
  expect(openSteps(element)).toHaveLength(4);
});

test('a step that becomes done stays open under her hands, and its button leads to the next that lacks something', async () => {
  const { element } = await show(new ServicePath(), path, { ...begun, 'c.path.choice': 'Soittaa', 'c.path.need.marks': 'tip' });
  await element.goTo('c.path.after');
  await element.goTo('c.path.later');
  await userEvent.keyboard('Muistutus');
  expect(openSteps(element)).toEqual(['c.path.after']);
  await element.goTo('c.path.channels');
  await userEvent.click(page.getByRole('checkbox', { name: 'Chat' }));
  await userEvent.click(page.getByRole('checkbox', { name: 'Kasvokkain' }));
  expect(page.getByRole('button', { name: /^Seuraava/ }).query()).toBeNull();
  expect(openSteps(element)).toEqual(['c.path.group']);
});

test('nothing moves with reduced motion, and on paper every step is there', async () => {
  const { element } = await show(new ServicePath(), path, begun);
  const rules = [...element.renderRoot.querySelectorAll('style')].map(({ textContent }) => textContent).join('');
  const sheets = (element.shadowRoot?.adoptedStyleSheets ?? []).map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText).join(' '));
  const css = [rules, ...sheets].join(' ');
  expect(css).toMatch(/@media \(prefers-reduced-motion: no-preference\) \{[^@]*\.step\.unfolds > \.fields \{ animation: .*150ms/);
  expect(css).toMatch(/@media print \{[^@]*content-visibility: visible/);
});
