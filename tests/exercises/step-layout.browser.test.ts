/** What stands beside what in an open step, so that it fits a frame and a telephone. */
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ChannelAssessment } from '../../src/exercises/channel-assessment/element.ts';
import { CustomerProfiles } from '../../src/exercises/customer-profiles/element.ts';
import { ServicePath } from '../../src/exercises/service-path/element.ts';
import { TrainingProgramme } from '../../src/exercises/training-programme/element.ts';
import { path, profiles } from './drawn-fixtures.ts';
import { channels, training } from './fixtures.ts';
import { show } from './worksheet.ts';

const entry = { 'a.training.programme': 'first', 'a.training.log.aaaa': '1', 'a.training.log.aaaa.what': 'Kuuntelin.' };

afterEach(() => document.body.replaceChildren());

const boxOf = (root: ParentNode | null, selector: string): DOMRect => {
  const found = root?.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found.getBoundingClientRect();
};
const isBeside = (one: DOMRect, other: DOMRect): boolean => one.bottom > other.top && other.bottom > one.top;

test('who reads it and the button that leads on share a line where there is room, and stand below each other on a telephone', async () => {
  await page.viewport(714, 666);
  const { element } = await show(new ServicePath(), path);
  const foot = element.renderRoot.querySelector('.step.open .foot');
  expect(isBeside(boxOf(foot, '.reader'), boxOf(foot, '.next'))).toBe(true);
  await page.viewport(360, 740);
  expect(boxOf(foot, '.next').top).toBeGreaterThanOrEqual(boxOf(foot, '.reader').bottom);
});

test('an entry is removed by the button beside its title, where it says whether it is done too', async () => {
  await page.viewport(714, 666);
  const { element } = await show(new TrainingProgramme(), training, entry);
  await element.goTo('a.training.log.aaaa');
  const step = element.renderRoot.querySelector('[data-step="a.training.log.aaaa"]');
  const remove = boxOf(step, ':scope > button.quiet');
  expect(isBeside(remove, boxOf(step, '.head .name'))).toBe(true);
  expect(boxOf(step, '.head .state').right).toBeLessThanOrEqual(remove.left);
  expect(remove.height).toBeGreaterThanOrEqual(44);
});

test('on a telephone the button stands in the middle of the title’s line', async () => {
  await page.viewport(360, 740);
  const { element } = await show(new ChannelAssessment(), channels);
  await userEvent.click(page.getByRole('button', { name: 'Näytä kaikki' }));
  const step = element.renderRoot.querySelector('[data-step="b.channels.chat"]');
  const [name, away] = [boxOf(step, '.head .name'), boxOf(step, ':scope > button.quiet')];
  expect(isBeside(name, away)).toBe(true);
  expect((name.top + name.bottom) / 2).toBeCloseTo((away.top + away.bottom) / 2, 0);
});

test('the classes of an entry stand beside each other, and what may be picked beside the question', async () => {
  await page.viewport(714, 666);
  const { element, fieldElement } = await show(new TrainingProgramme(), training, entry);
  await element.goTo('a.training.log.aaaa');
  const root = fieldElement('a.training.log.aaaa.touched').shadowRoot;
  expect(isBeside(boxOf(root, '.option'), boxOf(root, '.option + .option'))).toBe(true);
  expect(isBeside(boxOf(root, 'legend'), boxOf(root, '.help p'))).toBe(true);
  await page.viewport(360, 740);
  expect(boxOf(root, '.help p').top).toBeGreaterThanOrEqual(boxOf(root, 'legend').bottom);
});

test('the words above the marks of a path are seen once, as the step’s title, and each group of marks is called so', async () => {
  await page.viewport(714, 666);
  const { element } = await show(new ServicePath(), path);
  await element.goTo('c.path.choice.marks');
  await element.goTo('c.path.need.marks');
  const groups = page.getByRole('group', { name: /: Merkitse polulle$/ });
  const seen = groups.elements().map((group) => boxOf(group, 'legend').height > 1);
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.filter(Boolean)).toHaveLength(0);
  await expect.element(page.getByRole('button', { name: /^Merkitse polulle/ })).toBeVisible();
});

test('a short field stands beside its question, and below it on a telephone', async () => {
  await page.viewport(714, 666);
  const { element, fieldElement } = await show(new TrainingProgramme(), training, entry);
  await element.goTo('a.training.log.aaaa');
  const root = fieldElement('a.training.log.aaaa.date').shadowRoot;
  expect(isBeside(boxOf(root, 'label'), boxOf(root, 'input'))).toBe(true);
  await page.viewport(360, 740);
  expect(boxOf(root, 'input').top).toBeGreaterThanOrEqual(boxOf(root, 'label').bottom);
});

test('the four cells of a profile stand two by two, and below each other on a telephone', async () => {
  await page.viewport(714, 666);
  const { element, fieldElement } = await show(new CustomerProfiles(), profiles, { 'e.profiles.profiles.aaaa': '1' });
  await element.goTo('e.profiles.profiles.aaaa');
  const box = (cell: string): DOMRect => fieldElement(`e.profiles.profiles.aaaa.${cell}`).getBoundingClientRect();
  expect([isBeside(box('name'), box('ways')), isBeside(box('channels'), box('ensuring'))]).toEqual([true, true]);
  expect(box('channels').top).toBeGreaterThanOrEqual(box('ways').bottom);
  await page.viewport(360, 740);
  expect(box('ways').top).toBeGreaterThanOrEqual(box('name').bottom);
});
